import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../core/log.ts';

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
const RECONNECT_MS = [0, 1000, 2000, 5000, 10_000, 30_000];
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
      try {
        receiver.requestListener(request, response);
      } catch {
        answer(response, 404); // Bolt throws for every other path and method
      }
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

/** A socket that we open: https://docs.slack.dev/apis/events-api/using-socket-mode */
export function createSocketConnection(options: {
  appToken: string;
  apiUrl: string;
  log: Log;
  logger: Logger;
}): Connection {
  const { appToken, apiUrl, log, logger } = options;
  // Bolt's own reconnecting waits 5 s each time Slack renews the socket, and an answer that fails it would end the process.
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 0 } } },
  });
  const { client } = receiver;
  let isStarted = false;
  let isConnected = false;
  let isReconnecting = false;

  const reconnect = async () => {
    if (isReconnecting) return;
    isReconnecting = true;
    for (let attempt = 0; isStarted && !isConnected; attempt += 1) {
      await sleep(RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)]);
      if (!isStarted) break;
      await client
        .start()
        .catch((error: unknown) => log.warn({ chat: 'slack', err: error }, 'Slack’s socket did not open'));
    }
    isReconnecting = false;
  };
  client.on('connected', () => {
    isConnected = true;
  });
  client.on('close', () => {
    isConnected = false;
    void reconnect();
  });

  return {
    receiver,
    async start() {
      await client.start().catch((error: unknown) => {
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
