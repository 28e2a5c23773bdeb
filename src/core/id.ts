import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 16; // 95 bits
const SECRET_LENGTH = 24; // 142 bits

/** A new id of anything we keep: short, unguessable, and safe in a URL and in a button's value. */
export function newId(): string {
  return randomText(ID_LENGTH);
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
