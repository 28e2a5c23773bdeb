import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import type { Standing } from '../standing.ts';
import { isTokenRefused, refusalCode } from './client.ts';

/** How Slack reaches us. */
export interface Connection {
  readonly receiver: Receiver;
  /** Over HTTP: what our own server hands `/slack/events` to. */
  readonly requestListener?: (request: IncomingMessage, response: ServerResponse) => void;
  start(): Promise<void>;
  /** Lets nothing new in; what runs may still be acknowledged. */
  refuse(): void;
  close(): Promise<void>;
  isConnected(): boolean;
}

const EVENTS_PATH = '/slack/events';
/** Slack sends views and messages: hundreds of kilobytes at most. */
const BODY_MOST = 4 * 1024 * 1024;
const RECONNECT_MS = [0, 1000, 2000, 5000, 10_000, 30_000];
/** The app's own token is not good: https://docs.slack.dev/reference/methods/apps.connections.open#errors */
const NO_APP_TOKEN: readonly (string | undefined)[] = ['not_allowed_token_type', 'forbidden_for_interactive_tokens'];
const CLOSE_MS = 2000;

/** Signed requests to our own server: Bolt checks the signature and its age, and listens on no port itself. */
export function createHttpConnection(signingSecret: string, logger: Logger): Connection {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [EVENTS_PATH], logger });
  let isOpen = false;
  const answer = (response: ServerResponse, status: number) => response.writeHead(status).end();
  return {
    receiver,
    requestListener(request, response) {
      if (!isOpen) return answer(response, 503);
      readBody(request, BODY_MOST).then(
        (rawBody) => {
          if (rawBody === undefined) return answer(response, 413);
          // Bolt looks into what it has parsed outside of its own guard: for `null` that would end the process.
          if (!isObject(rawBody.toString(), request.headers['content-type'])) return answer(response, 400);
          try {
            receiver.requestListener(Object.assign(request, { rawBody }), response);
          } catch {
            answer(response, 404); // Bolt throws for every other path and method
          }
        },
        () => response.destroy(), // whoever sent it has hung up
      );
    },
    async start() {
      isOpen = true;
    },
    refuse() {
      isOpen = false;
    },
    close: async () => undefined,
    isConnected: () => isOpen,
  };
}

const isAppTokenRefused = (error: unknown) => isTokenRefused(error) || NO_APP_TOKEN.includes(refusalCode(error));

/** Slack's client reads a frame outside of any guard: one that holds `null` would end the process. */
function guardFrames(client: SocketModeReceiver['client'], log: Log): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame: unknown[]) => {
    try {
      for (const read of readers) await read(...frame);
    } catch (error) {
      log.warn({ chat: 'slack', error }, 'a frame that Slack does not send');
    }
  });
}

/** What came, to its end; undefined when it is too much. @throws when the sender hangs up */
async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** False for JSON that is no object: alone, or as the `payload` of a form. */
function isObject(text: string, contentType: string | undefined): boolean {
  const json = contentType === 'application/x-www-form-urlencoded' ? new URLSearchParams(text).get('payload') : text;
  try {
    const value: unknown = json === null ? {} : JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return true; // Bolt answers that by itself
  }
}

/** A socket that we open: https://docs.slack.dev/apis/events-api/using-socket-mode */
export function createSocketConnection(options: {
  appToken: string;
  apiUrl: string;
  log: Log;
  logger: Logger;
  standing: Standing;
}): Connection {
  const { appToken, apiUrl, log, logger, standing } = options;
  // Bolt's own reconnecting waits 5 s each time Slack renews the socket, and an answer that fails it would end the process.
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 0 } } },
  });
  const { client } = receiver;
  guardFrames(client, log);
  let isStarted = false;
  let isConnected = false;
  let isReconnecting = false;

  const reconnect = async () => {
    if (isReconnecting) return;
    isReconnecting = true;
    for (let attempt = 0; isStarted && !isConnected; attempt += 1) {
      const isRefused = standing.troubles().includes('app-token');
      const pauseMs = isRefused ? standing.pauseMs() : RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)];
      await sleep(pauseMs, undefined, { ref: false });
      if (!isStarted) break;
      await client.start().catch((error: unknown) => {
        if (isAppTokenRefused(error)) standing.note('app-token');
        else log.warn({ chat: 'slack', error }, 'Slack’s socket did not open');
      });
    }
    isReconnecting = false;
  };
  client.on('connected', () => {
    isConnected = true;
    standing.clear('app-token');
  });
  client.on('close', () => {
    isConnected = false;
    void reconnect();
  });

  return {
    receiver,
    async start() {
      await client.start().catch((error: unknown) => {
        if (isAppTokenRefused(error)) standing.note('app-token');
        throw error instanceof Error ? error : new Error('Slack closed the socket before it was open');
      });
      isStarted = true;
    },
    refuse: () => undefined,
    async close() {
      isStarted = false;
      if (isConnected) await Promise.race([client.disconnect(), sleep(CLOSE_MS, undefined, { ref: false })]);
    },
    isConnected: () => isConnected,
  };
}
