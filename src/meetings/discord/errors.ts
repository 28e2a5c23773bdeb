import { z } from 'zod';
import type { FailureCode } from '../../core/meeting/failure.ts';
import { type Answer, fitting } from '../http.ts';
import { PlatformFailed } from '../platform.ts';

/** The body of a good answer, as `schema` says it is. @throws PlatformFailed for every other answer. */
export function read<T>(answer: Answer, schema: z.ZodType<T>): T {
  if (answer.status < 200 || answer.status > 299) throw toFailure(answer);
  return fitting(schema, answer.body);
}

/** https://docs.discord.com/developers/reference#error-messages, and what a rate limit adds to it. */
const Problem = z.object({
  code: z.number().optional(),
  message: z.string().optional(),
  errors: z.unknown().optional(),
  retry_after: z.number().optional(),
});

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const MEANINGS: Readonly<Record<number, FailureCode>> = {
  10003: 'gone', // unknown channel
  10004: 'no-such-host', // unknown server
  10007: 'not-in-server', // unknown member
  10013: 'not-in-server', // unknown user
  30013: 'too-many-rooms', // 500 channels in a server
  50001: 'missing-permission', // missing access
  50013: 'missing-permission', // missing permissions
};

function toFailure({ status, headers, body }: Answer): PlatformFailed {
  const { code, message, errors, retry_after } = Problem.safeParse(body).data ?? {};
  const detail = [code === undefined ? `${status}` : `${status}/${code}`, message]
    .filter(Boolean)
    .join(' ')
    .slice(0, 300);
  if (status === 429) {
    const retryAfterSeconds = retry_after ?? Number(headers['retry-after'] ?? 1);
    return new PlatformFailed('rate-limited', true, { retryAfterSeconds, detail });
  }
  if (status >= 500) return new PlatformFailed('broken', true, { detail });
  if (status === 401) return new PlatformFailed('bad-credentials', false, { detail });
  // Of a form that is refused only this is not our own fault: 50 channels in a category.
  if (JSON.stringify(errors ?? '').includes('MAX_CHANNELS'))
    return new PlatformFailed('too-many-rooms', false, { detail });
  return new PlatformFailed(MEANINGS[code ?? 0] ?? (status >= 400 ? 'refused' : 'not-understood'), false, { detail });
}
