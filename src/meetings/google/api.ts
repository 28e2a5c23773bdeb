import type { calendar_v3, MethodOptions } from '@googleapis/calendar';
import type { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { FailureCode } from '../../core/meeting/failure.ts';
import type { Calls } from '../calls.ts';
import { fitting, type Send } from '../http.ts';
import { patiently } from '../patience.ts';
import type { Tokens } from './auth.ts';
import { fromClient, isStatus, toFailure } from './errors.ts';

/**
 * Every call of ours may be repeated: an event that was made already is a 409, one that was deleted already a 410. After
 * a timeout nobody waits once more.
 */
const WORTH_A_TRY: readonly FailureCode[] = ['rate-limited', 'broken', 'unreachable'];
/** An `HTTP_PROXY` is for the world outside; the sandbox is not there. */
const NO_PROXY = ['127.0.0.1', 'localhost'];

/** One call of Google's own client. */
type Run = (client: calendar_v3.Calendar, options: MethodOptions) => Promise<{ readonly data: unknown }>;

/** Google's Calendar and Meet, signed in. @throws PlatformFailed */
export interface GoogleApi {
  /** `schema` is what the answer has to be. */
  calendar<T>(schema: z.ZodType<T>, run: Run): Promise<T>;
  /** Undefined where Google answers with one of these statuses, which then is no failure. */
  calendarUnless<T>(statuses: readonly number[], schema: z.ZodType<T>, run: Run): Promise<T | undefined>;
  /** Reads from the Meet API, which Google's client for the calendar does not know. `path` is below `/v2/`. */
  meet<T>(schema: z.ZodType<T>, path: string, query: Readonly<Record<string, string>>): Promise<T>;
  /** Changes the fields of `mask` there. */
  meetSettings<T>(schema: z.ZodType<T>, path: string, mask: string, body: object): Promise<T>;
  /** Reads from the Drive API. `path` is below `/drive/v3/`. */
  drive<T>(schema: z.ZodType<T>, path: string, query: Readonly<Record<string, string>>): Promise<T>;
}

export function createGoogleApi(options: {
  readonly apiUrl: string;
  readonly meetApiUrl: string;
  readonly calendarTokens: Tokens;
  readonly meetTokens: Tokens;
  readonly settingsTokens: Tokens;
  readonly driveTokens: Tokens;
  readonly calls: Calls;
  readonly now: Clock;
  readonly send: Send;
  readonly timeoutMs: number;
  readonly pausesMs?: readonly number[] | undefined;
}): GoogleApi {
  const {
    apiUrl,
    meetApiUrl,
    calendarTokens,
    meetTokens,
    settingsTokens,
    driveTokens,
    calls,
    now,
    send,
    timeoutMs,
    pausesMs,
  } = options;
  let loading: Promise<calendar_v3.Calendar> | undefined;
  // Loaded when it is first needed: it takes a while, and many installations never ask Google.
  const load = () => {
    loading ??= import('@googleapis/calendar').then(({ calendar }) =>
      calendar({
        version: 'v3',
        timeout: timeoutMs,
        retry: false, // it cannot tell a limit, which is a 403, from a missing permission
        noProxy: NO_PROXY,
      }),
    );
    return loading;
  };

  const askCalendar = async <T>(token: string, run: (options: MethodOptions) => Promise<T>): Promise<T> => {
    try {
      // Said once for the whole client, an address would lose its path.
      return await run({ rootUrl: apiUrl, headers: { authorization: `Bearer ${token}` } });
    } catch (error) {
      throw fromClient(error, now());
    }
  };
  const askPlainly = async (token: string, url: URL, body: object | undefined): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
    const answer = await send(url.href, {
      method: body ? 'PATCH' : 'GET',
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (answer.status !== 200) throw toFailure(answer, now());
    return answer.body;
  };
  const plainly = async <T>(
    tokens: Tokens,
    schema: z.ZodType<T>,
    at: URL,
    query: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<T> => {
    for (const [name, value] of Object.entries(query)) at.searchParams.set(name, value);
    return fitting(schema, await inTime(() => signedIn(tokens, (token) => askPlainly(token, at, body))));
  };

  const askedFor = async <T>(schema: z.ZodType<T>, run: Run): Promise<T> => {
    const client = await load();
    const { data } = await signedIn(calendarTokens, (token) => askCalendar(token, (signed) => run(client, signed)));
    return fitting(schema, data);
  };

  const inTime = <T>(ask: () => Promise<T>) => patiently(ask, ({ why }) => WORTH_A_TRY.includes(why), pausesMs);

  return {
    calendar: (schema, run) => inTime(() => calls.count(() => askedFor(schema, run))),
    calendarUnless: (statuses, schema, run) => inTime(() => calls.count(() => unless(statuses, askedFor(schema, run)))),
    meet: (schema, path, query) => plainly(meetTokens, schema, new URL(`v2/${path}`, meetApiUrl), query),
    meetSettings: (schema, path, mask, body) =>
      plainly(settingsTokens, schema, new URL(`v2/${path}`, meetApiUrl), { updateMask: mask }, body),
    drive: (schema, path, query) => plainly(driveTokens, schema, new URL(`drive/v3/${path}`, apiUrl), query),
  };
}

/** A token may be dead before its time: then one new one is asked for. */
async function signedIn<T>(tokens: Tokens, ask: (token: string) => Promise<T>): Promise<T> {
  const token = await tokens.current();
  try {
    return await ask(token);
  } catch (error) {
    if (!isStatus(error, 401)) throw error;
    tokens.forget(token);
    return ask(await tokens.current());
  }
}

async function unless<T>(statuses: readonly number[], asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isStatus(error, ...statuses)) return undefined;
    throw error;
  }
}
