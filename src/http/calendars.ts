import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context, Hono } from 'hono';
import { isToken } from './join.ts';
import { createRateLimit } from './rate-limit.ts';

/** What calendars ask for; undefined: nobody's address. */
export interface CalendarDoor {
  feed(secret: string): Promise<string | undefined>;
  session(joinToken: string): Promise<string | undefined>;
  series(joinToken: string): Promise<string | undefined>;
}

/** A calendar asks each few minutes at the most; who guesses addresses asks more often. */
const FEED_PER_SECOND = 0.1;
const FEED_AT_ONCE = 10;
const GUESSES_PER_SECOND = 1;
const GUESSES_AT_ONCE = 20;

type Bindings = { readonly incoming?: IncomingMessage };

/** Calendars for other programs, which get no pages. */
export function calendarRoutes(app: Hono, door: CalendarDoor): void {
  const asks = createRateLimit(FEED_PER_SECOND, FEED_AT_ONCE);
  const guesses = createRateLimit(GUESSES_PER_SECOND, GUESSES_AT_ONCE);

  const answer = async (context: Context, secret: string, read: (secret: string) => Promise<string | undefined>) => {
    const { req } = context;
    const env = context.env as Bindings | undefined; // none where there is no socket
    const text = isToken(secret) && asks.take(secret) ? await read(secret) : isToken(secret) ? 'too often' : undefined;
    if (text === 'too often') return plain(429, { 'Retry-After': '60' });
    if (text !== undefined) return calendar(req.raw, text);
    return guesses.take(env?.incoming?.socket.remoteAddress ?? '') ? plain(404) : plain(429, { 'Retry-After': '1' });
  };

  // Hono answers HEAD as it would GET, without the body.
  app.get('/calendar/:file', (context) => answer(context, secretIn(context.req.param('file')), door.feed));
  app.get('/j/:token/session.ics', (context) => answer(context, context.req.param('token'), door.session));
  app.get('/j/:token/series.ics', (context) => answer(context, context.req.param('token'), door.series));
  app.all('/calendar/:file', () => plain(405, { Allow: 'GET, HEAD' }));
  app.all('/j/:token/session.ics', () => plain(405, { Allow: 'GET, HEAD' }));
  app.all('/j/:token/series.ics', () => plain(405, { Allow: 'GET, HEAD' }));
}

function secretIn(file: string): string {
  return file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : '';
}

/** Kept by whoever asked, and by nobody in between. */
const HEADERS = {
  'Cache-Control': 'private, no-cache',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
} as const;

function calendar(request: Request, text: string): Response {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  const headers = { ...HEADERS, ETag: tag };
  if (known.includes(tag) || known.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="tutorline.ics"',
    },
  });
}

function plain(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...HEADERS, 'Cache-Control': 'no-store', ...headers } });
}
