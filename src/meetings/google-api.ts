import { setTimeout as sleep } from 'node:timers/promises';
import type { calendar_v3, MethodOptions } from '@googleapis/calendar';
import type { z } from 'zod';
import type { Clock } from '../core/ports.ts';
import type { Calls } from './calls.ts';
import type { Tokens } from './google-auth.ts';
import { fromClient, isStatus, toFailure } from './google-errors.ts';
import { fitting, send } from './google-http.ts';
import { type FailureCode, PlatformFailed } from './platform.ts';

/** Waits before the second and the third try, for what is often over at once. */
const PAUSES_MS = [200, 800];
/**
 * Every call of ours may be repeated: an event that was made already is a 409, one that was deleted already a 410. After
 * a timeout nobody waits once more.
 */
const WORTH_A_TRY: readonly FailureCode[] = ['rate-limited', 'broken', 'unreachable'];
/** Who must wait longer had better go elsewhere. */
const LONGEST_WAIT_SECONDS = 5;
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
}

export function createGoogleApi(options: {
  readonly apiUrl: string;
  readonly meetApiUrl: string;
  readonly calendarTokens: Tokens;
  readonly meetTokens: Tokens;
  readonly calls: Calls;
  readonly now: Clock;
  readonly timeoutMs: number;
}): GoogleApi {
  const { apiUrl, meetApiUrl, calendarTokens, meetTokens, calls, now, timeoutMs } = options;
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
  const askMeet = async (token: string, url: URL): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await send(url.href, { method: 'GET', headers }, timeoutMs);
    if (answer.status !== 200) throw toFailure(answer, now());
    return answer.body;
  };

  const askedFor = async <T>(schema: z.ZodType<T>, run: Run): Promise<T> => {
    const client = await load();
    const { data } = await signedIn(calendarTokens, (token) => askCalendar(token, (signed) => run(client, signed)));
    return fitting(schema, data);
  };

  return {
    calendar: (schema, run) => patiently(() => calls.count(() => askedFor(schema, run))),
    calendarUnless: (statuses, schema, run) =>
      patiently(() => calls.count(() => unless(statuses, askedFor(schema, run)))),
    async meet(schema, path, query) {
      const url = new URL(`v2/${path}`, meetApiUrl);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return fitting(schema, await patiently(() => signedIn(meetTokens, (token) => askMeet(token, url))));
    },
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

async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await ask();
    } catch (error) {
      const waitMs = waitFor(error, pauseMs);
      if (waitMs === undefined) throw error;
      await sleep(waitMs);
    }
  }
  return ask();
}

/** Milliseconds; undefined when it would not help, or take too long. */
function waitFor(error: unknown, pauseMs: number): number | undefined {
  if (!(error instanceof PlatformFailed) || !WORTH_A_TRY.includes(error.why)) return undefined;
  const { retryAfterSeconds: seconds } = error;
  if (seconds === undefined) return pauseMs + Math.random() * pauseMs;
  return seconds > LONGEST_WAIT_SECONDS ? undefined : seconds * 1000 + Math.random() * 100;
}
