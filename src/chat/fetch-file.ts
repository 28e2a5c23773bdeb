import type { Log } from '../core/log.ts';

const WITHIN_MS = 15_000;

export interface Fetching {
  /** Whether it is one of the chat's own addresses: nothing is fetched from elsewhere, nor is anything told there. */
  isTheirs(url: URL): boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** Gets a file that a chat keeps for somebody. @returns undefined where it cannot be had, or is larger than `most` bytes */
export type FetchFile = (url: string, most: number) => Promise<Uint8Array | undefined>;

export function createFetchFile({ isTheirs, headers = {}, log }: Fetching): FetchFile {
  return async (address, most) => {
    const url = URL.parse(address);
    if (!url || !isTheirs(url)) return undefined;
    try {
      const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(WITHIN_MS) });
      // Whoever may not have it gets a page to log in, as if that were the file.
      const isThere = answer.ok && !answer.headers.get('content-type')?.startsWith('text/html');
      if (isThere) return await upTo(most, answer);
      log.warn({ host: url.host, status: answer.status }, 'a file is not given to the bot: it may lack a permission');
      await answer.body?.cancel();
    } catch (error) {
      log.warn({ host: url.host, error }, 'a file could not be fetched');
    }
    return undefined;
  };
}

/** What comes may be more than was said: it is read only as far as it is wanted. */
async function upTo(most: number, { body }: Response): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
