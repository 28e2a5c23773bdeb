import { z } from 'zod';
import type { FailureCode } from '../../core/meeting/failure.ts';
import { type Answer, fitting } from '../http.ts';
import { PlatformFailed } from '../platform.ts';

/** The body of a good answer, as `schema` says it is. @throws PlatformFailed for every other answer. */
export function read<T>(answer: Answer, schema: z.ZodType<T>, now: Date): T {
  if (answer.status < 200 || answer.status > 299) throw toFailure(answer, now);
  return fitting(schema, answer.body);
}

/** https://developers.zoom.us/docs/api/errors/, and the token endpoint's own form of it. */
const Problem = z.object({
  code: z.number().optional(),
  message: z.string().optional(),
  errors: z.array(z.object({ field: z.string().optional(), message: z.string().optional() })).optional(),
  error: z.string().optional(),
  reason: z.string().optional(),
});
type Problem = z.infer<typeof Problem>;

/** What an answer that is not a good one means: by its HTTP status first, then by Zoom's own code. */
export function toFailure(answer: Answer, now: Date): PlatformFailed {
  const problem: Problem = Problem.safeParse(answer.body).data ?? {};
  const detail = inWords(answer.status, problem);
  if (answer.status === 429) return tooMany(answer, problem, now, detail);
  if (answer.status >= 500) return new PlatformFailed('broken', true, { detail });
  const why = meaning(answer.status, problem.code);
  return new PlatformFailed(why, why === 'in-progress', {
    detail,
    ...(why === 'in-progress' && { retryAfterSeconds: 600 }),
  });
}

function meaning(status: number, code: number | undefined): FailureCode {
  if (code === 4700 || code === 4711 || status === 403) return 'missing-permission';
  if (status === 401 || code === 124) return 'bad-credentials';
  if (code === 1001 || code === 1010) return 'no-such-host';
  if (status === 404) return 'gone';
  if (code === 200) return 'needs-paid-plan';
  if (code === 3002) return 'in-progress'; // it cannot be deleted while people are in it
  return status >= 400 ? 'refused' : 'not-understood';
}

/**
 * Per second: X-RateLimit-Reset or Retry-After in seconds. Per day: Retry-After is a date.
 * https://developers.zoom.us/docs/api/rate-limits/
 */
function tooMany(answer: Answer, problem: Problem, now: Date, detail: string): PlatformFailed {
  const one = (name: string) => answer.headers[name];
  const after = one('retry-after');
  const date = after && !isSeconds(after) ? Date.parse(after) : Number.NaN;
  if (!Number.isNaN(date) || /daily/i.test(one('x-ratelimit-type') ?? problem.message ?? '')) {
    const until = Number.isNaN(date) ? nextUtcDay(now) : date;
    const retryAfterSeconds = Math.max(1, Math.ceil((until - now.getTime()) / 1000));
    return new PlatformFailed('quota-used-up', false, { retryAfterSeconds, detail });
  }
  const seconds = Number([after, one('x-ratelimit-reset')].find((value) => value && isSeconds(value)) ?? 1);
  // Some of Zoom's gateways give the moment instead of the time until then.
  const retryAfterSeconds = seconds > 1e9 ? Math.max(1, seconds - Math.floor(now.getTime() / 1000)) : seconds;
  return new PlatformFailed('rate-limited', true, { retryAfterSeconds, detail });
}

const isSeconds = (text: string) => /^\d+(\.\d+)?$/.test(text);

function nextUtcDay(now: Date): number {
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
}

/** `400/300 Validation Failed. (start_time: Invalid field.)` */
function inWords(status: number, { code, message, errors, error, reason }: Problem): string {
  const fields = errors?.map((one) => `${one.field ?? ''}: ${one.message ?? ''}`).join('; ');
  const number = code === undefined ? `${status}` : `${status}/${code}`;
  return [number, message ?? reason ?? error, fields && `(${fields})`].filter(Boolean).join(' ').slice(0, 300);
}
