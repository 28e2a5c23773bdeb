import { request } from 'undici';
import type { z } from 'zod';
import { PlatformFailed } from './platform.ts';

/** One answer of Google, read to its end. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** Text when it is no JSON. */
  readonly body: unknown;
}

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends one request; `timeoutMs` for the whole answer. @throws PlatformFailed when no answer comes. */
export async function send(url: string, { method, headers, body }: Ask, timeoutMs: number): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await request(url, {
      method,
      headers: { accept: 'application/json', ...headers },
      body: body ?? null,
      signal,
    });
    const retryAfter = answer.headers['retry-after']?.toString();
    return { status: answer.statusCode, retryAfter, body: parsed(await answer.body.text()) };
  } catch (error) {
    // The cause names the host at most: undici's errors carry no headers of the request.
    throw new PlatformFailed(signal.aborted ? 'timed-out' : 'unreachable', true, { cause: error });
  }
}

/** A good answer's body, as `schema` says it is. @throws PlatformFailed */
export function fitting<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  // Paths only: a value may be a token.
  const where = result.error.issues.map(({ path }) => path.join('.') || 'the whole body').join(', ');
  throw new PlatformFailed('not-understood', false, { detail: `the answer does not fit at ${where}` });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
