import type { z } from 'zod';
import { PlatformFailed } from './platform.ts';

/** One answer of a vendor, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Undefined when there is none; text when it is no JSON. */
  readonly body: unknown;
}

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** Sends one request. @throws PlatformFailed when no answer comes. */
export type Send = (url: string, ask: Ask) => Promise<Answer>;

/** `timeoutMs` for the whole answer. */
export function createSend(timeoutMs: number): Send {
  return async (url, { method, headers, body }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await fetch(url, {
        method,
        headers: { accept: 'application/json', ...headers },
        body: body ?? null,
        redirect: 'manual', // no API of these redirects, and a token goes nowhere else
        signal,
      });
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: parsed(await answer.text()),
      };
    } catch (error) {
      // The cause names the host at most: its errors carry no headers of the request.
      if (signal.aborted) throw new PlatformFailed('timed-out', true, { cause: error });
      const code = codeOf(error);
      const isUntrusted = code !== undefined && UNTRUSTED.test(code);
      throw new PlatformFailed(isUntrusted ? 'bad-certificate' : 'unreachable', !isUntrusted, {
        detail: code,
        cause: error,
      });
    }
  };
}

/** How Node calls what is wrong with a certificate: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/;

/** Node's own code of why there was no answer, such as `ENOTFOUND`. */
function codeOf(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause)
    if ('code' in one && typeof one.code === 'string') return one.code;
  return undefined;
}

/** A good answer's body, as `schema` says it is. @throws PlatformFailed */
export function fitting<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  // Paths only: a value may be a token, a passcode or a link with rights.
  const where = result.error.issues.map(({ path }) => path.join('.') || 'the whole body').join(', ');
  throw new PlatformFailed('not-understood', false, { detail: `the answer does not fit at ${where}` });
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
