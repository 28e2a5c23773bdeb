import { randomBytes } from 'node:crypto';
import type { Platform } from './platform.ts';

/** Without l, o, 0 and 1, so that a name can be read out. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 28;

/**
 * A room's secret name of 140 random bits. Lower case only: Jitsi ignores case, which would take more than a bit from
 * some letters of a mixed one.
 */
export function newRoom(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte & 31]).join('');
}

/**
 * The rest of a platform whose rooms exist while people are in them: nothing to find, move or delete. It is not checked,
 * unless the platform can look at something itself.
 */
export function withoutMemory(
  server: string,
  urlOf: (room: string) => string,
): Pick<Platform, 'get' | 'list' | 'update' | 'remove' | 'check'> {
  return {
    get: async (room) => ({
      meetingId: room,
      url: urlOf(room),
      passcode: undefined,
      session: undefined,
      attempt: undefined,
      startsAt: undefined,
    }),
    list: async () => [],
    update: async () => undefined,
    remove: async () => undefined,
    check: async () => ({ name: server, isChecked: false }),
  };
}
