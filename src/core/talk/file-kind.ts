import { clean } from '../clean.ts';
import { cut } from '../cut.ts';
import { FILE_NAME_MOST } from '../limits.ts';
import type { GivenFile } from './port.ts';

interface Kind {
  readonly type: string;
  /** How names of it end, the usual one first. */
  readonly endings: readonly [string, ...string[]];
  is(bytes: Uint8Array): boolean;
}

const begins = (bytes: Uint8Array, latin1: string, from = 0): boolean =>
  Buffer.from(bytes.subarray(from, from + latin1.length)).toString('latin1') === latin1;

/** What phones take photos in: https://github.com/strukturag/libheif/wiki/Reading-and-Writing-HEIC */
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'mif1', 'msf1'];

/** What is passed on from one to the other, as its first bytes say. */
const KINDS: readonly Kind[] = [
  { type: 'image/png', endings: ['png'], is: (bytes) => begins(bytes, '\x89PNG\r\n\x1a\n') },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], is: (bytes) => begins(bytes, '\xff\xd8\xff') },
  { type: 'image/gif', endings: ['gif'], is: (bytes) => begins(bytes, 'GIF87a') || begins(bytes, 'GIF89a') },
  { type: 'image/webp', endings: ['webp'], is: (bytes) => begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8) },
  {
    type: 'image/heic',
    endings: ['heic', 'heif'],
    is: (bytes) => begins(bytes, 'ftyp', 4) && HEIC_BRANDS.some((brand) => begins(bytes, brand, 8)),
  },
  { type: 'application/pdf', endings: ['pdf'], is: (bytes) => begins(bytes, '%PDF-') },
  { type: 'text/plain', endings: ['txt', 'md', 'csv', 'tex'], is: isPlainText },
];

/** A file as it is passed on: what it is says its content, and its name ends as such files do. Undefined: of no kind that is. */
export function asGiven(name: string, bytes: Uint8Array): GivenFile | undefined {
  const kind = bytes.length === 0 ? undefined : KINDS.find((one) => one.is(bytes));
  return kind && { name: nameFor(name, kind), type: kind.type, bytes };
}

/** Nothing that leads out of a folder, and one ending that is true. */
function nameFor(name: string, { endings: [usual, ...others] }: Kind): string {
  const plain = clean(name)
    .replaceAll(/[\\/:*?"<>|\s]+/g, '-')
    .replace(/^[.-]+/, '');
  const [, stem = plain, ending = ''] = /^(.*)\.([^.]*)$/.exec(plain) ?? [];
  const known = [usual, ...others].find((one) => one === ending.toLowerCase());
  const rest = (known ? stem : plain) || 'file';
  return `${cut(rest, FILE_NAME_MOST)}.${known ?? usual}`;
}

/** Text without what no text has; a page of the web is none. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) && !/^\s*<(!doctype|html|script|svg|\?xml)/i.test(text);
  } catch {
    return false;
  }
}
