import { randomBytes } from 'node:crypto';

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
