import { TABLE_MOST_MB } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { SentFile } from '../talk/talk.ts';

/** What spreadsheet programs write; of what they keep for themselves it is said how it becomes a table. */
const TABLES = /\.(csv|tsv|xlsx?|ods|numbers)$/i;

const BYTES_MOST = TABLE_MOST_MB * 1024 * 1024;

export function isTable({ name }: Pick<SentFile, 'name'>): boolean {
  return TABLES.test(name);
}

/** To be imported; as any other file it can be passed on. */
export function isTooLarge({ size }: Pick<SentFile, 'size'>): boolean {
  return size > BYTES_MOST;
}

/**
 * The text of a table that somebody sends, in whichever way a spreadsheet program writes it.
 * @throws Refusal `file-too-large`, `file-not-there`, `not-a-table`
 */
export async function readSentTable(file: SentFile): Promise<string> {
  const { name } = file;
  if (isTooLarge(file)) throw new Refusal('file-too-large', { name, megabytes: TABLE_MOST_MB });
  const bytes = await file.fetch(BYTES_MOST);
  if (!bytes) throw new Refusal('file-not-there', { name });
  const text = textIn(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no table has them
  if (/[\0-\x08\x0e-\x1f]/.test(text) || text.trim() === '') throw new Refusal('not-a-table', { name });
  return text;
}

/** As its first bytes say; else UTF-8, or what programs in Western Europe write where they do not say it. */
function textIn(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
