import { createHash } from 'node:crypto';
import type { Place } from '../conversation/chat.ts';
import type { Message } from '../conversation/message.ts';
import type { Store } from '../core/store.ts';

/** Remembers what a card shows after a press has changed it. */
export function createShown(store: Store): (chat: string, place: Place, message: Message) => Promise<void> {
  return async (chat, place, message) => {
    await store.showsNow(chat, place, fingerprint(message));
  };
}

/** Tells whether two messages look the same. */
export function fingerprint(message: Message): string {
  const said = JSON.stringify(message, (_name, value: unknown) => (value instanceof Uint8Array ? hash(value) : value));
  return hash(said).slice(0, 22);
}

function hash(what: string | Uint8Array): string {
  return createHash('sha256').update(what).digest('base64url');
}
