import { onTestFinished } from 'vitest';
import { createHttp, type Http, type HttpOptions } from '../../src/http/index.ts';

export const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
export const TOKEN = 'AbCdEfGh0123456789012345';

export interface Logged {
  readonly data: object;
  readonly message: string;
}

/** The bot's HTTP server on a free port, closed when the test is over. */
export async function serve(
  options: Partial<HttpOptions> = {},
): Promise<{ http: Http; origin: string; logged: Logged[]; get(path: string, init?: RequestInit): Promise<Response> }> {
  const logged: Logged[] = [];
  const write = (data: object, message: string) => void logged.push({ data, message });
  const http = createHttp({
    port: 0,
    host: '127.0.0.1',
    joinLink: async () => ({ kind: 'redirect', url: 'https://meet.jit.si/tutorline-x' }),
    health: () => ({ isWell: true, parts: { database: 'up' } }),
    log: { info: write, warn: write, error: write },
    ...options,
  });
  await http.listen();
  onTestFinished(() => http.close());
  const origin = `http://127.0.0.1:${http.port}`;
  const get = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { redirect: 'manual', ...init, headers: { 'User-Agent': CHROME, ...init.headers } });
  return { http, origin, logged, get };
}
