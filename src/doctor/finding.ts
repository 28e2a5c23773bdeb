/** What the doctor found out about one thing. */
export interface Finding {
  /** Nothing here keeps Tutorline from working. */
  readonly ok: boolean;
  /** A sentence about what was found. */
  readonly what: string;
  /** What to do, where `what` does not say it already; with `ok`: advice, or how to look for oneself. */
  readonly fix?: string;
}

export const good = (what: string): Finding => ({ ok: true, what });
export const advice = (what: string, fix: string): Finding => ({ ok: true, what, fix });
export const bad = (what: string, fix: string): Finding => ({ ok: false, what, fix });

/** How long the doctor waits for an answer. */
export const PATIENCE_MS = 10_000;

/** Why a request got no answer, in words for the end of a sentence. Never the request itself: it carries a token. */
export function whyUnreachable(error: unknown): string {
  const chain: unknown[] = [];
  for (let one = error; one instanceof Error && chain.length < 5; one = one.cause ?? originalOf(one)) chain.push(one);
  const codes = chain.map((one) => String((one as { code?: unknown }).code ?? ''));
  if (codes.some((code) => code === 'ENOTFOUND' || code === 'EAI_AGAIN')) return 'its name is not known here';
  if (codes.includes('ECONNREFUSED')) return 'nothing listens there';
  if (codes.some((code) => /CERT|TLS|SSL/.test(code))) return 'its certificate is not trusted';
  if (chain.some((one) => one instanceof Error && /Abort|Timeout/.test(one.name))) {
    return `it gave no answer within ${PATIENCE_MS / 1000} seconds`;
  }
  return 'the connection failed';
}

/** Slack's client keeps what really happened under this name. */
const originalOf = (error: Error): unknown => ('original' in error ? error.original : undefined);
