import type { Json } from './types.ts';

/** Which door of the app a payload is for; also the `type` of a Socket Mode envelope. */
type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** What the app did with a payload. */
export type Outcome =
  | { readonly ok: true; readonly body: Json }
  | { readonly ok: false; readonly error: 'operation_timeout' | 'dispatch_failed' };

export interface Retry {
  /** 1, 2 or 3. */
  readonly number: number;
  readonly reason: 'http_timeout' | 'http_error';
}

/** Brings a payload to the app, over a socket or by HTTP, and waits for the acknowledgement. */
export interface Delivery {
  send(kind: Kind, payload: Json, retry?: Retry): Promise<Outcome>;
}
