import { randomBytes, randomUUIDv7 } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 26; // 128 bits
const FAULT_LENGTH = 8;
const SECRET_LENGTH = 24; // 142 bits

/**
 * A new id of a row: a UUIDv7 (https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7) in the letters of base32hex,
 * so that it is short, safe in a URL and in a button's value, and sorts by the time at which it was made, as indexes like.
 */
export function newId(): string {
  const drawn = BigInt(`0x${randomUUIDv7().replaceAll('-', '')}`);
  // Several of one millisecond sort in the order in which they were made, too.
  newest = drawn > newest ? drawn : newest + 1n;
  return newest.toString(32).padStart(ID_LENGTH, '0');
}
let newest = 0n;

/** A new number of something that went wrong, for a person to tell and for the log to be searched by. */
export function newFaultId(): string {
  return randomText(FAULT_LENGTH);
}

/** A new secret of at least 128 bits, safe in a URL: whoever knows it may do what it stands for. */
export function newSecret(): string {
  return randomText(SECRET_LENGTH);
}

function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(2 * length)) {
      const character = ALPHABET[byte & 63]; // bytes that fall outside are drawn again: no character is likelier
      if (character !== undefined && text.length < length) text += character;
    }
  }
  return text;
}
