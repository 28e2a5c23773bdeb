import type { FetchFile } from '../fetch-file.ts';
import type { GivenFile } from './asked.ts';

/** No table that somebody imports is larger. */
export const FILE_KB_MOST = 200;

/** The text of a file that came with a command; undefined where it is too large, no text, or cannot be had. */
export async function textOf({ url, size }: GivenFile, fetchFile: FetchFile): Promise<string | undefined> {
  const most = FILE_KB_MOST * 1000;
  const bytes = size > most ? undefined : await fetchFile(url, most);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
