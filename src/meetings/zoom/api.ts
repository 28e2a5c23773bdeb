import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Calls } from '../calls.ts';
import type { Answer, Ask, Send } from '../http.ts';
import { patiently } from '../patience.ts';
import { PlatformFailed } from '../platform.ts';
import { read } from './errors.ts';
import type { Token, Tokens } from './token.ts';

/** Of this age a token has the scopes that the app has. */
const FRESH_MS = 60_000;

interface Call {
  readonly method: Ask['method'];
  /** Below `/v2`, with everything in it encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** Zoom's REST API, signed in. @throws PlatformFailed */
export interface ZoomApi {
  call<T>(call: Call, schema: z.ZodType<T>): Promise<T>;
  /** What the app may do, for `check`. */
  scopes(): Promise<ReadonlySet<string>>;
}

export interface ZoomApiOptions {
  readonly apiUrl: string;
  readonly tokens: Tokens;
  readonly send: Send;
  readonly calls: Calls;
  readonly now: Clock;
  readonly pausesMs?: readonly number[] | undefined;
}

export function createZoomApi({ apiUrl, tokens, send, calls, now, pausesMs }: ZoomApiOptions): ZoomApi {
  const url = ({ path, query }: Call) =>
    `${apiUrl.replace(/\/+$/, '')}${path}${query ? `?${new URLSearchParams(query)}` : ''}`;

  const isFresh = ({ askedAt }: Token) => now().getTime() - askedAt.getTime() <= FRESH_MS;

  const once = async <T>(call: Call, schema: z.ZodType<T>, token: Token): Promise<T> =>
    calls.count(async () => {
      const answer = await send(url(call), {
        method: call.method,
        headers: {
          authorization: `Bearer ${token.value}`,
          ...(call.body && { 'content-type': 'application/json' }),
        },
        body: call.body && JSON.stringify(call.body),
      });
      noteLeft(answer, calls);
      return read(answer, schema, now());
    });

  /** A token may be dead before its time, when the app was switched off and on, or of before the app got its scopes. */
  const withToken = async <T>(call: Call, schema: z.ZodType<T>): Promise<T> => {
    const token = await tokens.current();
    try {
      return await once(call, schema, token);
    } catch (error) {
      if (!(error instanceof PlatformFailed)) throw error;
      if (error.why === 'bad-credentials') tokens.forget(token);
      else if (error.why !== 'missing-permission' || isFresh(token)) throw error;
      return once(call, schema, await tokens.current(FRESH_MS));
    }
  };

  return {
    call: (call, schema) =>
      patiently(
        () => withToken(call, schema),
        (failure) => mayRepeat(failure, call),
        pausesMs,
      ),
    scopes: async () => (await tokens.current(FRESH_MS)).scopes,
  };
}

/** Whether it is known to do no harm. A POST that got no clear answer may have made a meeting. */
function mayRepeat({ why }: PlatformFailed, { method }: Call): boolean {
  return why === 'rate-limited' || (why === 'broken' && method !== 'POST');
}

/** https://developers.zoom.us/docs/api/rate-limits/ */
const RateHeaders = z.object({
  'x-ratelimit-category': z.string(),
  'x-ratelimit-type': z.string().default(''),
  'x-ratelimit-limit': z.coerce.number().optional(),
  'x-ratelimit-remaining': z.coerce.number(),
});

function noteLeft({ headers }: Answer, calls: Calls): void {
  const { data } = RateHeaders.safeParse(headers);
  if (!data) return;
  calls.noteLeft({
    of: data['x-ratelimit-category'].toLowerCase(),
    per: /daily/i.test(data['x-ratelimit-type']) ? 'day' : 'second',
    limit: data['x-ratelimit-limit'],
    remaining: data['x-ratelimit-remaining'],
  });
}
