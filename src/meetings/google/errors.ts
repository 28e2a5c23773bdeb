import { z } from 'zod';
import type { FailureCode } from '../../core/meeting/failure.ts';
import type { Answer } from '../http.ts';
import { PlatformFailed } from '../platform.ts';

/** An answer of Google that is not a good one. */
class GoogleFailed extends PlatformFailed {
  readonly status: number;

  constructor(
    status: number,
    why: FailureCode,
    isTemporary: boolean,
    more: ConstructorParameters<typeof PlatformFailed>[2],
  ) {
    super(why, isTemporary, more);
    this.status = status;
  }
}

/** Whether Google answered with one of these. */
export function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof GoogleFailed && statuses.includes(error.status);
}

/** https://developers.google.com/workspace/calendar/api/guides/errors; the Meet API leaves out `errors`. */
const Problem = z.object({
  error: z.object({
    message: z.string().default(''),
    status: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().default('') })).default([]),
  }),
});

/** 403s that are over by themselves. */
const TOO_FAST = ['rateLimitExceeded', 'userRateLimitExceeded'];
const TOO_MUCH = ['quotaExceeded', 'dailyLimitExceeded'];
/**
 * What Google says to service accounts that speak for nobody, and to accounts without Meet:
 * https://github.com/googleapis/google-api-nodejs-client/issues/3234
 */
const NO_MEET = /invalid conference type value/i;

/** What an answer that is not a good one means. */
export function toFailure(answer: Answer, now: Date): PlatformFailed {
  const { status, body } = answer;
  const problem = Problem.safeParse(body).data?.error;
  const reason = problem?.errors[0]?.reason || problem?.status || '';
  const detail = [status, reason, problem?.message].filter(Boolean).join(' ');
  const retryAfterSeconds = secondsUntil(answer.headers['retry-after'], now);
  const fail = (why: FailureCode, isTemporary = false) =>
    new GoogleFailed(status, why, isTemporary, { detail, retryAfterSeconds });

  if (status === 429 || (status === 403 && TOO_FAST.includes(reason))) return fail('rate-limited', true);
  if (status === 403 && TOO_MUCH.includes(reason)) return fail('quota-used-up', true);
  if (status === 408 || status >= 500) return fail('broken', true);
  switch (status) {
    case 400:
      return fail(NO_MEET.test(problem?.message ?? '') ? 'no-link' : 'refused');
    case 401:
      return fail('bad-credentials');
    case 403:
      return fail('missing-permission');
    case 404:
      return fail('no-such-host');
    case 410:
      return fail('gone');
    default:
      return fail(status >= 400 ? 'refused' : 'not-understood');
  }
}

/** https://developers.google.com/identity/protocols/oauth2: errors of the token endpoint have a form of their own. */
const TokenProblem = z.object({ error: z.string(), error_description: z.string().default('') });

/** The domain's admin, or the person who consented, has to allow it. */
const NOT_ALLOWED = ['unauthorized_client', 'access_denied', 'admin_policy_enforced', 'invalid_scope', 'org_internal'];

/** What a refusal of the token endpoint means. `invalid_grant`: the account has to be connected again. */
export function toTokenFailure(answer: Answer, now: Date): PlatformFailed {
  const problem = TokenProblem.safeParse(answer.body).data;
  if (!problem || answer.status === 429 || answer.status >= 500) return toFailure(answer, now);
  const why = NOT_ALLOWED.includes(problem.error) ? 'missing-permission' : 'bad-credentials';
  const detail = `${answer.status} ${problem.error} ${problem.error_description}`.trim();
  return new GoogleFailed(answer.status, why, false, { detail });
}

/** What Google's client throws: https://github.com/googleapis/google-cloud-node-core/tree/main/packages/gaxios */
const Thrown = z.object({
  code: z.union([z.string(), z.number()]).optional(),
  response: z.object({ status: z.number(), data: z.unknown(), headers: z.custom<Headers>(hasGet) }).optional(),
  config: z.object({}),
});

/** The headers are of a class of the client's own. */
function hasGet(headers: unknown): boolean {
  return typeof headers === 'object' && headers !== null && 'get' in headers && typeof headers.get === 'function';
}

/** Keeps nothing of the request: it carries a token, and addresses. */
export function fromClient(error: unknown, now: Date): unknown {
  const thrown = Thrown.safeParse(error).data;
  if (!thrown) return error;
  const { response, code } = thrown;
  if (response) {
    const { status, data, headers } = response;
    const retryAfter = headers.get('retry-after') ?? undefined;
    return toFailure({ status, body: data, headers: { 'retry-after': retryAfter } }, now);
  }
  const isTimeout = code === 'TimeoutError' || code === 'AbortError' || code === 'ETIMEDOUT';
  return new PlatformFailed(isTimeout ? 'timed-out' : 'unreachable', true, { detail: code?.toString() });
}

/** Seconds, or a date. */
function secondsUntil(retryAfter: string | undefined, now: Date): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
