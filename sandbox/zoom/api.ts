import { setTimeout as sleep } from 'node:timers/promises';
import type { Traffic } from '../stand-in.ts';
import { badToken, isZoomError, missingScope, type ZoomError, zoomError } from './errors.ts';
import type { createZoomFaults } from './faults.ts';
import type { Method } from './methods.ts';
import { grantToken } from './oauth.ts';
import { perDay, perSecond, type RateLimits } from './rate-limits.ts';
import { PREFIX } from './settings.ts';
import type { State } from './state.ts';

export interface ApiOptions {
  readonly methods: readonly Method[];
  readonly limits: RateLimits;
  readonly faults: ReturnType<typeof createZoomFaults>;
  readonly scopes: () => readonly string[];
  readonly slowMs: number;
}

/** Answers `/oauth/token` and `/v2/…`, as zoom.us and api.zoom.us do. */
export function createApi(state: State, options: ApiOptions): (request: Request) => Promise<Response> {
  const { methods, limits, faults, scopes, slowMs } = options;

  const answer = async (request: Request, path: string, text: string): Promise<Response> => {
    const url = new URL(request.url);
    if (path === '/oauth/token') {
      if (request.method !== 'POST') return new Response('Method not allowed', { status: 405 });
      return grantToken(state, request, formOf(url, text), scopes());
    }
    checkToken(state, request);
    const found = methodFor(methods, request.method, path.slice('/v2'.length));
    if (!found) throw zoomError(404, 2300, 'This API endpoint is not recognized.');
    const { method, id } = found;
    if (!method.scopes.some((scope) => scopes().includes(scope))) throw missingScope(method.scopes);
    const headers = limits.count(method.category);
    const { status, body } = await method.run({ id, query: url.searchParams, text });
    if (method.isWrite) state.changed();
    return body ? Response.json(body, { status, headers }) : new Response(null, { status, headers });
  };

  return async (request) => {
    const url = new URL(request.url);
    const path = url.pathname.slice(PREFIX.length);
    const text = await request.text();
    state.stage.record(trafficOf(request, path, text));
    const route = `${request.method} ${path.replace(/^\/v2/, '')}`;
    const method = methodFor(methods, request.method, path.slice('/v2'.length))?.method;
    const isToken = path === '/oauth/token';
    const fault = faults.take(route);
    if (typeof fault === 'object') {
      return fault.body
        ? Response.json(fault.body, { status: fault.status, headers: fault.headers ?? {} })
        : new Response('upstream error', { status: fault.status, headers: fault.headers ?? {} });
    }
    if (fault === 'down') return new Response('<html><h1>503 Service Unavailable</h1></html>', { status: 503 });
    if (fault === 'rubbish') return new Response('<!doctype html><title>Zoom</title>', { status: 200 });
    if (fault === 'expired-credentials') {
      const reason = 'Invalid client_id or client_secret';
      return isToken
        ? Response.json({ reason, error: 'invalid_client' }, { status: 400 })
        : sent(badToken('Access token is expired.'));
    }
    if (fault === 'rate-limited' && !isToken) return sent(perSecond(method?.category ?? 'Light'));
    if (fault === 'daily-limit' && method?.isWrite && request.method !== 'DELETE')
      return sent(perDay(state.stage.now()));
    if (fault === 'missing-scope' && method?.isWrite) return sent(missingScope(method.scopes));

    const response = await answer(request, path, text).catch((error) => {
      if (isZoomError(error)) return sent(error);
      throw error;
    });
    if (fault === 'slow') await sleep(slowMs, undefined, { ref: false });
    // A network error, by the Fetch standard: the host cuts the connection.
    return fault === 'answer-lost' && method?.isWrite ? Response.error() : response;
  };
}

function sent({ status, body, headers }: ZoomError): Response {
  return Response.json(body, { status, headers });
}

function methodFor(methods: readonly Method[], verb: string, path: string): { method: Method; id: string } | undefined {
  for (const method of methods) {
    const id = method.route.exec(`${verb} ${path}`)?.[1];
    if (id !== undefined) return { method, id: decodeURIComponent(id) };
  }
  return undefined;
}

function checkToken(state: State, request: Request): void {
  const token = request.headers.get('authorization')?.match(/^Bearer (.+)$/)?.[1] ?? '';
  const until = state.tokens.get(token);
  if (until === undefined) throw badToken();
  if (until <= state.stage.now().getTime()) throw badToken('Access token is expired.');
}

/** The token endpoint takes its fields in the address or in the body. */
function formOf(url: URL, text: string): URLSearchParams {
  return new URLSearchParams([...url.searchParams, ...new URLSearchParams(text)]);
}

/** Without the headers, where the secrets are. */
function trafficOf(request: Request, path: string, text: string): Traffic {
  const contentType = request.headers.get('content-type') ?? '';
  let body: unknown = text === '' ? undefined : text;
  if (contentType.startsWith('application/x-www-form-urlencoded')) body = Object.fromEntries(new URLSearchParams(text));
  else if (contentType.startsWith('application/json')) {
    try {
      body = JSON.parse(text);
    } catch {
      body = text;
    }
  }
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return { service: 'zoom', method: request.method, path, query, body, ...(contentType && { contentType }) };
}
