import { z } from 'zod';
import type { Calls } from '../calls.ts';
import type { Send } from '../http.ts';
import { patiently } from '../patience.ts';
import { read } from './errors.ts';

/** What of Discord's REST API makes rooms. @throws PlatformFailed */
export interface DiscordApi {
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  post<T>(path: string, body: object, schema: z.ZodType<T>): Promise<T>;
  delete(path: string): Promise<void>;
}

export interface DiscordApiOptions {
  readonly token: string;
  /** Without the version. */
  readonly apiUrl: string;
  readonly send: Send;
  readonly calls: Calls;
  readonly pausesMs?: readonly number[] | undefined;
}

export function createDiscordApi({ token, apiUrl, send, calls, pausesMs }: DiscordApiOptions): DiscordApi {
  const url = `${apiUrl.replace(/\/+$/, '')}/v10`;
  const ask = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, schema: z.ZodType<T>, body?: object): Promise<T> =>
    patiently(
      () =>
        calls.count(async () => {
          const headers = {
            authorization: `Bot ${token}`,
            ...(body && { 'content-type': 'application/json' }),
            ...(method !== 'GET' && { 'x-audit-log-reason': 'A tutoring session' }),
          };
          return read(await send(`${url}${path}`, { method, headers, body: body && JSON.stringify(body) }), schema);
        }),
      // A POST that got no clear answer may have made a channel.
      ({ why }) => why === 'rate-limited' || (why === 'broken' && method !== 'POST'),
      pausesMs,
    );
  return {
    get: (path, schema) => ask('GET', path, schema),
    post: (path, body, schema) => ask('POST', path, schema, body),
    delete: async (path) => void (await ask('DELETE', path, z.unknown())),
  };
}
