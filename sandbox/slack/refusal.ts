import type { Json } from './types.ts';

/** What Slack answers instead of `ok: true`; thrown inside the stand-in, caught where the answer is written. */
export interface Refusal extends Error {
  readonly code: string;
  readonly extra: Json;
}

/** `{ ok: false, error: code, …extra }` */
export function refusal(code: string, extra: Json = {}): Refusal {
  return Object.assign(new Error(code), { code, extra });
}

/** A refusal that explains itself as Slack does, in `response_metadata.messages`. */
export function explained(code: string, problems: readonly string[]): Refusal {
  const messages = problems.map((problem) => `[ERROR] ${problem}`);
  return refusal(code, { response_metadata: { messages }, ...(code === 'invalid_blocks' && { errors: problems }) });
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'code' in error && 'extra' in error;
}
