import { setTimeout as sleep } from 'node:timers/promises';
import { APP } from './defaults.ts';
import type { Faults } from './faults.ts';
import { argsFrom, type Backstage, type Method, needScope } from './method.ts';
import { chatMethods } from './methods-chat.ts';
import { conversationMethods } from './methods-conversations.ts';
import { fileMethods } from './methods-files.ts';
import { viewMethods } from './methods-views.ts';
import { workspaceMethods } from './methods-workspace.ts';
import type { RateLimits } from './rate-limits.ts';
import { isRefusal, refusal } from './refusal.ts';
import { isObject } from './shape.ts';
import type { Json } from './types.ts';

/** Answers Slack's Web API: https://docs.slack.dev/apis/web-api */
export function createWebApi(
  backstage: Backstage,
  options: {
    faults: Faults;
    rateLimits: RateLimits;
    apiPath: string;
    /** Tokens that are no good any more, and Slack's word for why. */
    refused: ReadonlyMap<'bot' | 'app', string>;
  },
): (request: Request) => Promise<Response> {
  const { state } = backstage;
  const { faults, rateLimits, apiPath, refused } = options;
  const methods: Record<string, Method> = {
    ...chatMethods(backstage),
    ...conversationMethods(backstage),
    ...fileMethods(backstage),
    ...viewMethods(backstage),
    ...workspaceMethods(backstage),
  };

  const call = (name: string, request: Request, received: Received): Json => {
    const method = methods[name];
    if (!method) throw refusal('unknown_method', { req_method: name });
    if (received.body === undefined) throw refusal('invalid_json');
    const kind = checkToken(method, tokenOf(request, received));
    const why = refused.get(kind);
    if (why) throw refusal(why);
    if (state.isUninstalled) throw refusal('account_inactive');
    if (method.token !== 'app') needScope(state, method.scopes ?? []);
    return method.run(argsFrom(received.body, received.isForm));
  };

  return async (request) => {
    const url = new URL(request.url);
    const name = url.pathname.slice(apiPath.length);
    const received = await receive(request);
    const body = withoutToken(received.body ?? {});
    state.stage.record({
      service: 'slack',
      method: request.method,
      path: `/api/${name}`,
      query: withoutToken(Object.fromEntries(url.searchParams)),
      body,
      contentType: received.contentType,
    });
    const headers = {
      'x-slack-req-id': crypto.randomUUID().replaceAll('-', ''),
      'x-oauth-scopes': [...state.manifest.scopes].join(','),
      'x-accepted-oauth-scopes': (methods[name]?.scopes ?? []).join(','),
    };
    const tooMany = (seconds: number) =>
      Response.json(
        { ok: false, error: 'ratelimited' },
        { status: 429, headers: { ...headers, 'retry-after': String(seconds) } },
      );

    const fault = faults.next(name);
    if (fault?.retryAfter !== undefined) return tooMany(fault.retryAfter);
    if (fault?.status !== undefined) return new Response('upstream error', { status: fault.status });
    if (fault?.error !== undefined) return Response.json({ ok: false, error: fault.error }, { headers });
    const channel = typeof body.channel === 'string' ? (state.dmOf(body.channel)?.id ?? body.channel) : undefined;
    const seconds = methods[name] && rateLimits.wait(name, methods[name].tier, channel);
    if (seconds !== undefined) return tooMany(seconds);

    const answer = answerOf(() => call(name, request, received));
    if (fault?.slowMs !== undefined) await sleep(fault.slowMs);
    // A network error, by the Fetch standard: the host cuts the connection.
    return fault?.lostAnswer ? Response.error() : Response.json(answer, { headers });
  };
}

function answerOf(run: () => Json): Json {
  try {
    return { ok: true, ...run() };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { ok: false, error: error.code, ...error.extra };
  }
}

/** Tokens are in no record of the traffic. */
function withoutToken<Fields extends Json>({ token: _, ...fields }: Fields): Omit<Fields, 'token'> {
  return fields;
}

interface Received {
  /** Undefined when it cannot be read. */
  readonly body: Json | undefined;
  readonly isForm: boolean;
  readonly contentType: string;
}

async function receive(request: Request): Promise<Received> {
  const contentType = request.headers.get('content-type') ?? '';
  if (request.method === 'GET') {
    return { body: Object.fromEntries(new URL(request.url).searchParams), isForm: true, contentType };
  }
  if (contentType.startsWith('application/json')) {
    const body: unknown = await request.json().catch(() => undefined);
    return { body: isObject(body) ? body : undefined, isForm: false, contentType };
  }
  if (contentType.startsWith('multipart/form-data')) {
    return { body: Object.fromEntries(await request.formData()), isForm: true, contentType };
  }
  return { body: Object.fromEntries(new URLSearchParams(await request.text())), isForm: true, contentType };
}

/** A token comes in the header, or in a form; inside JSON it is not looked for. */
function tokenOf(request: Request, { body, isForm }: Received): string | undefined {
  const header = request.headers.get('authorization')?.match(/^Bearer (.+)$/i)?.[1];
  return header ?? (isForm && typeof body?.token === 'string' ? body.token : undefined);
}

function checkToken(method: Method, token: string | undefined): 'bot' | 'app' {
  if (!token) throw refusal('not_authed');
  const kind = token === APP.botToken ? 'bot' : token === APP.appToken ? 'app' : undefined;
  if (!kind) throw refusal('invalid_auth');
  if (kind !== (method.token ?? 'bot')) throw refusal('not_allowed_token_type');
  return kind;
}
