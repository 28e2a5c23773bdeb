import type { GivenFile } from './asked.ts';

/** No table that somebody imports is larger. */
export const FILE_KB_MOST = 200;
const WITHIN_MS = 8_000;

/** The text of a file that came with a command; undefined where it is too large, no text, or cannot be had. */
export async function textOf({ url, size }: Pick<GivenFile, 'url' | 'size'>): Promise<string | undefined> {
  if (size > FILE_KB_MOST * 1000) return undefined;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS) });
    if (!answer.ok) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(await answer.arrayBuffer());
  } catch {
    return undefined;
  }
}
