/** How deep causes, and what was thrown together, are followed. */
const DEEPEST = 4;
/** Longer than any sentence of a vendor that says what is wrong. */
const LONGEST = 500;

/**
 * What of an error may be told, in the log and in what is kept of a failed job: its kind, its words without what came
 * from people, and of a vendor's request the method, the path without ids, the status and the code. Errors of vendors
 * carry the whole request, with its token and its text, and those of databases the values.
 */
export function toldError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { error: `thrown: ${typeof error}` };
  const { cause } = error;
  const together = error instanceof AggregateError && depth < DEEPEST ? error.errors : undefined;
  return {
    error: error.name,
    ...present({
      why: wordsOf(error),
      ...requestOf(error),
      stack: framesOf(error),
      cause: cause === undefined || depth >= DEEPEST ? undefined : toldError(cause, depth + 1),
      errors: together?.map((one) => toldError(one, depth + 1)),
    }),
  };
}

/** The same in a few words. */
export function errorInWords(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const { code, status } = requestOf(error);
  const numbers = [status, code].filter((one) => one !== undefined).join(' ');
  return [wordsOf(error) ?? error.name, numbers && `(${numbers})`].filter(Boolean).join(' ');
}

/** Data for the log: errors as above, and no text with a link, a token or an address in it, at whatever depth. */
export function loggable(data: unknown, depth = 0): unknown {
  if (typeof data === 'string') return withoutSecrets(data);
  if (data instanceof Error) return toldError(data);
  if (typeof data !== 'object' || data === null || data instanceof Date) return data;
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(data)) return data.map((one) => loggable(one, depth + 1));
  // Whatever was thrown, also if it is no error at all.
  const told = ([key, value]: [string, unknown]) =>
    [key, key === 'error' && value !== undefined ? toldError(value) : loggable(value, depth + 1)] as const;
  return Object.fromEntries(Object.entries(data).map(told));
}

const LINK = /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#"'<>@]*@)?([^\s/?#"'<>]+)[^\s"'<>]*/gi;
const ADDRESS = /[^\s@<>"'(:,;]+@[^\s@<>"'):,;]+\.[^\s@<>"'):,;]+/g;
/** Slack's, those of Discord's bots, JSON Web Tokens, and whatever stands where a token does. */
const TOKENS = [
  /\bx(?:ox[a-z]|app|oxe)-[\w-]+/gi,
  /\b[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/g,
  /\b(?:Bearer|Basic|Bot)\s+[\w.~+/=-]{8,}/gi,
];

/** Words in quotation marks: somebody's, which a vendor repeats. What has no space in it is a name in a program. */
const WORDS = /"[^"]*\s[^"]*"|“[^”]*\s[^”]*”/g;

/** A text without what is after the host of a link, without e-mail addresses, tokens and what it quotes of somebody. */
export function withoutSecrets(text: string): string {
  let told = text.slice(0, LONGEST * 4).replace(LINK, '$1$2/…');
  for (const token of TOKENS) told = told.replace(token, '…');
  told = told.replace(ADDRESS, '…@…').replace(WORDS, '“…”');
  return told.length > LONGEST ? `${told.slice(0, LONGEST)}…` : told;
}

/** The message, as far as it is the program's, the vendor's or the database's own: what they quote came from elsewhere. */
function wordsOf(error: Error): string | undefined {
  const { name, message } = error;
  if ('issues' in error && Array.isArray(error.issues)) return issuesOf(error.issues);
  if (name === 'SyntaxError') return 'it cannot be parsed'; // it shows what
  if (name === 'RangeError') return withoutSecrets(message.split(':', 1)[0] ?? '');
  // Prisma shows the whole call before the last line, with its values.
  if (name.startsWith('PrismaClient')) return unquoted(message.trim().split('\n').at(-1) ?? '');
  const code = Reflect.get(error, 'code');
  if ('severity' in error && typeof code === 'string' && /^(22|P0)/.test(code)) return undefined; // about a value
  return 'severity' in error || isOfRequest(error) ? unquoted(message) : withoutSecrets(message) || undefined;
}

function unquoted(text: string): string | undefined {
  return withoutSecrets(text.replace(/"[^"]*"|“[^”]*”|(?<!\w)'[^']*'|`[^`]*`/g, '“…”')) || undefined;
}

function issuesOf(issues: readonly unknown[]): string {
  const told = issues.map((issue) => {
    const { path, code } = Object(issue) as { path?: readonly PropertyKey[]; code?: string };
    return `${path?.map(String).join('.') || 'the whole'}: ${code ?? 'wrong'}`;
  });
  return withoutSecrets(told.join(', '));
}

function isOfRequest(error: Error): boolean {
  return ['url', 'config', 'original', 'requestBody', 'rawError', 'statusCode', 'data', 'why'].some(
    (key) => key in error,
  );
}

interface Told {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly status?: number | undefined;
  readonly code?: string | number | undefined;
  readonly [other: string]: string | number | undefined;
}

/** What vendors' clients, Node and PostgreSQL say of what failed, under the names that they have for it. */
function requestOf(error: Error): Told {
  const text = (key: string) => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' && value.length <= 100 ? withoutSecrets(value) : undefined;
  };
  const number = (key: string) => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'number' ? value : undefined;
  };
  const where: unknown = Reflect.get(error, 'url') ?? Reflect.get(error, 'path');
  return {
    method: text('method'),
    path: typeof where === 'string' && isOfRequest(error) ? pathOf(where) : undefined,
    status: number('status') ?? number('statusCode'),
    code: text('code') ?? number('code'),
    detail: text('detail') && 'why' in error ? unquoted(String(Reflect.get(error, 'detail'))) : undefined,
    retryAfter: number('retryAfter') ?? number('retryAfterSeconds'),
    constraint: text('constraint'),
    table: text('table'),
    column: text('column'),
    syscall: text('syscall'),
  };
}

/** The path of an address with its words only: what else stands in it is somebody's, or a token. */
function pathOf(address: string): string {
  const path = URL.parse(address)?.pathname ?? address.split(/[?#]/, 1)[0] ?? '';
  return path
    .split('/')
    .map((part) => (/^(v\d{1,2}|@?[a-z][a-z._-]{0,23})?$/i.test(part) ? part : '…'))
    .join('/');
}

/** Where it happened, without the message that a stack begins with. */
function framesOf({ stack }: Error): string | undefined {
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return frames?.length ? frames.join('\n') : undefined;
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
