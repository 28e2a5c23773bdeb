import type { Stage } from '../stand-in.ts';
import { refusalOf, refuse } from './errors.ts';
import type { Fault, Faults } from './faults.ts';
import { readForm } from './form.ts';
import type { Upload } from './messages.ts';
import type { RateLimits, Verdict } from './rate-limits.ts';
import type { Answer, Route } from './route.ts';

/** The only version of the API that is played. */
const VERSION = 'v10';

interface Body {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
  readonly contentType: string | undefined;
}

/** Answers requests to Discord's REST API: https://docs.discord.com/developers/reference */
export function createRest(options: {
  readonly stage: Stage;
  readonly token: string;
  /** True while the token is no good. */
  readonly isRefused: () => boolean;
  readonly routes: readonly Route[];
  readonly rateLimits: RateLimits;
  readonly faults: Faults;
}): (request: Request, path: string) => Promise<Response> {
  const { stage, routes, rateLimits, faults } = options;

  const find = (method: string, path: string) => {
    const parts = path.split('/').slice(1).map(decodeURIComponent);
    const fitting = routes.filter(
      (route) =>
        route.parts.length === parts.length &&
        route.parts.every((part, index) => part === '*' || part === parts[index]),
    );
    if (fitting.length === 0) throw refuse('general');
    const route = fitting.find((one) => one.method === method);
    if (!route) throw refuse('methodNotAllowed');
    return { route, params: parts.filter((_, index) => route.parts[index] === '*') };
  };

  const perform = (request: Request, path: string, query: URLSearchParams, body: Body): Answer => {
    const { route, params } = find(request.method, path);
    if (route.needsBot && (options.isRefused() || request.headers.get('authorization') !== `Bot ${options.token}`))
      throw refuse('unauthorized');
    if (body.json === unreadable) throw refuse('invalidJson');
    return route.run({ params, query, form: readForm(body.json), uploads: body.uploads });
  };

  return async (request, fullPath) => {
    const { searchParams } = new URL(request.url);
    const body = await readBody(request);
    stage.record({
      service: 'discord',
      method: request.method,
      path: `/api${fullPath}`,
      query: Object.fromEntries(searchParams),
      body: body.json === unreadable ? undefined : body.json,
      ...(body.contentType ? { contentType: body.contentType } : {}),
      ...(body.uploads.length > 0 ? { hasFiles: true } : {}),
    });
    const [, version, ...rest] = fullPath.split('/');
    const path = `/${rest.join('/')}`;
    const route = `${request.method} ${path}`;

    const fault = faults.take(route);
    if (fault?.slowMs) await new Promise((resolve) => setTimeout(resolve, fault.slowMs));
    if (fault?.status) return counted(failure(fault));

    if (rateLimits.isBanned())
      return new Response('error code: 1015', { status: 429, headers: { 'Retry-After': '600' } });
    const verdict = rateLimits.take(route);
    if (verdict.retryAfter !== undefined) return counted(tooMany(verdict));

    const answer = attempt(() => {
      if (version !== VERSION) throw refuse('invalidVersion');
      return perform(request, path, searchParams, body);
    });
    if (fault?.lostAnswer) return lost(request);
    return counted(reply(answer, verdict.headers));
  };

  function counted(response: Response): Response {
    if ([401, 403, 429].includes(response.status) && response.headers.get('X-RateLimit-Scope') !== 'shared')
      rateLimits.countInvalid();
    return response;
  }
}

/** Stands for a body that is not JSON. */
const unreadable = Symbol('not JSON');

async function readBody(request: Request): Promise<Body> {
  const contentType = request.headers.get('content-type')?.split(';')[0];
  if (contentType === 'multipart/form-data') {
    const form = await request.formData();
    const uploads: Upload[] = [];
    for (const [key, value] of form) {
      const index = /^files\[(\d+)\]$/.exec(key)?.[1];
      if (index === undefined || typeof value === 'string') continue;
      const contentTypeOfFile = value.type || 'application/octet-stream';
      uploads.push({ index, filename: value.name, contentType: contentTypeOfFile, bytes: await value.bytes() });
    }
    const payload = form.get('payload_json');
    return { json: parse(typeof payload === 'string' ? payload : ''), uploads, contentType };
  }
  return { json: parse(await request.text()), uploads: [], contentType };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return unreadable;
  }
}

function attempt(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refusal;
  }
}

function reply({ status, body }: Answer, headers: Readonly<Record<string, string>>): Response {
  return body === undefined ? new Response(null, { status, headers }) : Response.json(body, { status, headers });
}

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
function tooMany({ headers, retryAfter = 0, global = false }: Verdict): Response {
  const body = { message: 'You are being rate limited.', retry_after: retryAfter, global };
  return Response.json(body, {
    status: 429,
    headers: { ...headers, 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) },
  });
}

function failure({ status = 500, code = 0, message, retryAfter = 1 }: Fault): Response {
  if (status === 429) return tooMany({ headers: { 'X-RateLimit-Scope': 'shared' }, retryAfter });
  return Response.json({ code, message: message ?? `${status}: the sandbox was asked to fail` }, { status });
}

/** Answers nothing at all until the client has given up. */
async function lost(request: Request): Promise<Response> {
  await new Promise<void>((resolve) => {
    if (request.signal.aborted) resolve();
    else request.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return new Response(null, { status: 499 });
}
