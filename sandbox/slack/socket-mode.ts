import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { APP } from './defaults.ts';
import type { Delivery, Outcome } from './delivery.ts';
import * as limits from './limits.ts';
import type { State } from './state.ts';

const Acknowledgement = z.looseObject({
  envelope_id: z.string(),
  payload: z.record(z.string(), z.unknown()).default({}),
});

/** Slack's side of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
export interface SocketMode extends Delivery {
  /** What `apps.connections.open` answers: good for one socket. */
  newUrl(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Asks every socket to come back on a new one, as Slack does every few hours; `dropped` cuts them at once. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'dropped'): void;
  /** A frame that is none of Slack's. */
  sendRaw(frame: string): void;
  /** How many sockets are open. */
  connected(): number;
  close(): void;
}

export function createSocketMode(state: State, path: string): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, (outcome: Outcome) => void>();
  let turn = 0;

  const open = (socket: WebSocket) => {
    if (sockets.size >= limits.SOCKETS_PER_APP) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: debugInfo }));
      socket.close();
      return;
    }
    sockets.add(socket);
    let unansweredPings = 0;
    const pinging = setInterval(() => {
      if (++unansweredPings > 2) socket.terminate();
      else socket.ping();
    }, state.timings.pingMs).unref();
    socket.on('pong', () => {
      unansweredPings = 0;
    });
    socket.on('message', (data) => acknowledged(data.toString()));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pinging);
      sockets.delete(socket);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.size,
        debug_info: debugInfo,
        connection_info: { app_id: APP.id },
      }),
    );
  };

  const acknowledged = (text: string) => {
    const parsed = Acknowledgement.safeParse(parse(text));
    // An acknowledgement for an envelope that is unknown, or too late, has no effect.
    if (parsed.success) waiting.get(parsed.data.envelope_id)?.({ ok: true, body: parsed.data.payload });
  };

  return {
    newUrl() {
      const ticket = crypto.randomUUID();
      tickets.add(ticket);
      return `${state.stage.origin().replace(/^http/, 'ws')}${path}?ticket=${ticket}&app_id=${APP.id}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (tickets.delete(ticket)) server.handleUpgrade(request, socket, head, open);
      else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    },
    send(kind, payload, retry) {
      const ready = [...sockets].filter(({ readyState }) => readyState === WebSocket.OPEN);
      // With several sockets Slack picks one at random; taking turns keeps tests repeatable.
      const socket = ready[turn++ % Math.max(ready.length, 1)];
      if (!socket) return Promise.resolve({ ok: false, error: 'dispatch_failed' });
      const envelopeId = crypto.randomUUID();
      return new Promise<Outcome>((resolve) => {
        const settle = (outcome: Outcome) => {
          clearTimeout(deadline);
          waiting.delete(envelopeId);
          resolve(outcome);
        };
        const deadline = setTimeout(settle, state.timings.ackMs, { ok: false, error: 'operation_timeout' }).unref();
        waiting.set(envelopeId, settle);
        socket.send(
          JSON.stringify({
            envelope_id: envelopeId,
            payload,
            type: kind,
            accepts_response_payload: takesAnAnswer(kind, payload.type),
            ...(kind === 'events_api' && {
              retry_attempt: retry?.number ?? 0,
              retry_reason: retry ? (retry.reason === 'http_timeout' ? 'timeout' : 'error') : '',
            }),
          }),
        );
      });
    },
    disconnect(reason) {
      for (const socket of sockets) {
        if (reason === 'dropped') socket.terminate();
        else socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: debugInfo }));
      }
    },
    sendRaw(frame) {
      for (const socket of sockets) socket.send(frame);
    },
    connected: () => sockets.size,
    close() {
      for (const socket of sockets) socket.terminate();
      for (const settle of waiting.values()) settle({ ok: false, error: 'dispatch_failed' });
      server.close();
    },
  };
}

const debugInfo = { host: 'applink-sandbox', build_number: 1, approximate_connection_time: 18_060 };

/** Only commands, submissions and option look-ups may be answered in the acknowledgement itself. */
function takesAnAnswer(kind: string, type: unknown): boolean {
  return kind === 'slash_commands' || (kind === 'interactive' && type !== 'block_actions' && type !== 'view_closed');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
