import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type AppOptions, createApp } from './app.ts';

/** Where Slack sends its requests when it does not use Socket Mode. */
const SLACK_EVENTS_PATH = '/slack/events';

/** How long requests that are being answered may still take when the server closes. */
const CLOSING_MS = 3000;
/** A client that is slower than this is cut off. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

export interface HttpOptions extends AppOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Default: every interface. */
  readonly host?: string;
  /** Bolt's `receiver.requestListener`. It checks the signature over the raw body, so it reads the socket itself. */
  readonly slackRequestListener?: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
}

/** The bot's own HTTP server. */
export interface Http {
  /** The same routes without a socket, but for Slack's events. */
  fetch(request: Request): Response | Promise<Response>;
  /** @throws with a sentence when the port cannot be had. */
  listen(): Promise<void>;
  /** The port that it listens on. */
  readonly port: number;
  /** Takes no new requests, lets the running ones finish for a few seconds, cuts the rest. */
  close(): Promise<void>;
}

export function createHttp(options: HttpOptions): Http {
  const { log, slackRequestListener } = options;
  const app = createApp(options);
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });

  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS },
    (request: IncomingMessage, response: ServerResponse) => {
      const path = request.url?.split('?', 1)[0];
      if (!slackRequestListener || path !== SLACK_EVENTS_PATH || request.method !== 'POST') {
        void answer(request, response);
        return;
      }
      try {
        slackRequestListener(request, response);
      } catch (error) {
        log.error({ error }, 'Slack’s request could not be taken');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      }
    },
  );

  return {
    fetch: (request) => app.fetch(request),
    listen: () =>
      new Promise((resolve, reject) => {
        const failed = (error: NodeJS.ErrnoException) => reject(asSentence(error, options.port));
        server.once('error', failed);
        server.listen(options.port, options.host, () => {
          server.off('error', failed);
          server.on('error', (error) => log.error({ error }, 'the HTTP server failed'));
          resolve();
        });
      }),
    get port() {
      return (server.address() as AddressInfo | null)?.port ?? options.port;
    },
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function asSentence(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} is taken by another program: stop that one, or set PORT to another number.`, {
      cause: error,
    });
  }
  if (error.code === 'EACCES') {
    return new Error(`Port ${port} may not be used by this user: set PORT to a number above 1023.`, { cause: error });
  }
  return error;
}
