import { randomBytes, randomUUIDv7 } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** https://www.crockford.com/base32.html: no letter that is taken for a digit. */
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 20; // 100 bits
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

/** A new code that people type from paper, in groups of five: it says nothing but which paper it is. */
export function newCode(): string {
  return randomText(CODE_LENGTH, CODE_ALPHABET);
}

/** The code that somebody typed, however they did; letters that look like digits are those. */
export function codeTyped(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return letters.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** "7KQ2M-…": as it is shown. */
export function codeShown(code: string): string {
  return code.match(/.{1,5}/g)?.join('-') ?? code;
}

function randomText(length: number, alphabet = ALPHABET): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(2 * length)) {
      const character = alphabet[byte & 63]; // bytes that fall outside are drawn again: no character is likelier
      if (character !== undefined && text.length < length) text += character;
    }
  }
  return text;
}
