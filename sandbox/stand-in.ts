import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** One request that a vendor's stand-in received, or one acknowledgement that it got back, in the order they came. */
export interface Traffic {
  readonly service: 'slack' | 'discord' | 'zoom' | 'google';
  readonly method: string;
  /** Path on the vendor's own host, such as `/api/chat.postMessage`; `ack:…` and `response_url` for Slack's answers. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly contentType?: string;
  /** True when files came beside the body. */
  readonly hasFiles?: boolean;
}

/** What every stand-in is given by the sandbox that hosts it. */
export interface Stage {
  /** The sandbox's clock. Message times, 15- and 30-minute lifetimes follow it; 3-second deadlines follow real time. */
  readonly now: () => Date;
  /** Where the sandbox listens, such as `http://127.0.0.1:3000`; known once it listens. */
  readonly origin: () => string;
  /** Called after every visible change, so that the page is brought up to date and the state is saved. */
  readonly changed: () => void;
  readonly record: (traffic: Traffic) => void;
  /** What `dump` returned before the last stop. */
  readonly saved?: unknown;
}

/** A vendor's API, played on this machine. */
export interface StandIn {
  /** Every path below this one is answered by this stand-in: `/sandbox/slack`. */
  readonly prefix: string;
  fetch(request: Request): Response | Promise<Response>;
  /** Takes over a WebSocket handshake below `prefix`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The whole state as JSON, to be given back as `saved` after a restart. */
  dump(): unknown;
  /** Forgets what people and the app wrote and did. The app stays installed and connected. */
  clear(): void;
  close(): Promise<void>;
}
