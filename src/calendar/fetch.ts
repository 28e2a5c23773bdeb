import { lookup as byDns } from 'node:dns/promises';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import type { ForeignTrouble } from '../core/calendar/foreign.ts';
import { isInside, safeRoom } from '../core/meeting/own-room.ts';

/** What an address gave: a calendar, that it is still the same, or why neither. */
export type Fetched =
  | { readonly kind: 'calendar'; readonly text: string; readonly etag: string | undefined }
  | { readonly kind: 'same' }
  | { readonly kind: 'trouble'; readonly why: ForeignTrouble };

export interface FetchOptions {
  /** The addresses of a host; left out: what DNS says. */
  readonly lookup?: ((host: string) => Promise<readonly string[]>) | undefined;
  /** An origin that is ours, although it is inside: the sandbox. */
  readonly trusted?: string | undefined;
  readonly timeoutMs?: number | undefined;
  readonly bytesMost?: number | undefined;
}

const TIMEOUT_MS = 10_000;
const BYTES_MOST = 5 * 1024 * 1024;
const REDIRECTS_MOST = 3;

/**
 * Reads a calendar at an address that a person gave. https alone, and public hosts alone: the host is looked up once, and
 * exactly the address that was looked at is connected to; each redirect is looked at anew.
 */
export function createFetch({ lookup, trusted, timeoutMs = TIMEOUT_MS, bytesMost = BYTES_MOST }: FetchOptions = {}) {
  const find = lookup ?? (async (host: string) => (await byDns(host, { all: true })).map(({ address }) => address));

  async function addressOf(url: URL): Promise<string | undefined> {
    if (url.origin === trusted) return url.hostname;
    const host = url.hostname;
    const addresses = isIP(host) === 4 ? [host] : await find(host);
    return addresses.length > 0 && !addresses.some(isInside) ? addresses[0] : undefined;
  }

  /** One answer, from exactly this address. */
  function ask(url: URL, address: string, etag: string | undefined, signal: AbortSignal) {
    const send = url.protocol === 'https:' ? overHttps : overHttp;
    return new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; body: string | 'too-large' }>(
      (resolve, reject) => {
        const asked = send(
          url,
          {
            signal,
            agent: false,
            headers: {
              Accept: 'text/calendar, */*;q=0.1',
              'Accept-Encoding': 'identity',
              'User-Agent': 'Tutorline',
              ...(etag !== undefined && { 'If-None-Match': etag }),
            },
            // Whatever the name stands for by now: it was this one that was looked at.
            lookup: (_host, options, found) => {
              const family = isIP(address);
              if (options.all) found(null, [{ address, family }]);
              else found(null, address, family);
            },
          },
          (answer) => {
            const parts: Buffer[] = [];
            let bytes = 0;
            const { statusCode: status = 0, headers } = answer;
            answer.on('data', (part: Buffer) => {
              bytes += part.length;
              if (bytes <= bytesMost) return parts.push(part);
              resolve({ status, headers, body: 'too-large' });
              return answer.destroy();
            });
            answer.on('end', () => resolve({ status, headers, body: Buffer.concat(parts).toString('utf8') }));
            answer.on('error', reject);
          },
        );
        asked.on('error', reject);
        asked.end();
      },
    );
  }

  async function follow(typed: string, etag: string | undefined, left: number, signal: AbortSignal): Promise<Fetched> {
    const url = URL.parse(typed);
    const isAllowed = url && (url.origin === trusted || safeRoom(typed) !== undefined);
    const address = isAllowed ? await addressOf(url) : undefined;
    if (!url || address === undefined) return trouble('inside');
    const { status, headers, body } = await ask(url, address, etag, signal);
    if (status === 304) return { kind: 'same' };
    const to = headers['location'];
    if (status >= 300 && status < 400 && typeof to === 'string') {
      const next = URL.parse(to, url);
      return left > 0 && next ? follow(next.href, etag, left - 1, signal) : trouble('refused');
    }
    if (status === 404 || status === 410) return trouble('gone');
    if (status !== 200) return trouble(status >= 500 ? 'unreachable' : 'refused');
    if (body === 'too-large') return trouble('too-large');
    const tag = headers['etag'];
    return { kind: 'calendar', text: body, etag: typeof tag === 'string' ? tag : undefined };
  }

  return async (address: string, etag?: string): Promise<Fetched> => {
    try {
      return await follow(address, etag, REDIRECTS_MOST, AbortSignal.timeout(timeoutMs));
    } catch {
      return trouble('unreachable');
    }
  };
}

function trouble(why: ForeignTrouble): Fetched {
  return { kind: 'trouble', why };
}
