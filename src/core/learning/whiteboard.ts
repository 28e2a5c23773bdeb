import { createHmac } from 'node:crypto';
import type { Session } from '../session/session.ts';

const ROOM_LENGTH = 20;
/** A key of 128 bits, as Excalidraw's rooms want it. */
const KEY_BYTES = 16;

/**
 * The board of a session, the same for ever: made of what nobody but its tutor's own link knows, so that it can be
 * neither guessed nor found by whoever knows the session's id. Undefined where it has no tutor yet.
 */
export function boardOf(
  { id, participants }: Pick<Session, 'id' | 'participants'>,
  pattern: string,
): string | undefined {
  const secret = participants.find(({ role }) => role === 'tutor')?.joinToken;
  if (secret === undefined) return undefined;
  const derived = (what: string) => createHmac('sha256', secret).update(`${what} ${id}`).digest();
  return pattern
    .replaceAll('{room}', derived('room').toString('hex').slice(0, ROOM_LENGTH))
    .replaceAll('{key}', derived('key').subarray(0, KEY_BYTES).toString('base64url'));
}
