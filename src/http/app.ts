import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { newFaultId } from '../core/id.ts';
import type { Log } from '../core/log.ts';
import { askedLanguage } from './asked-language.ts';
import { type CalendarDoor, calendarRoutes } from './calendars.ts';
import { enter, isToken, type Join, lobby } from './join.ts';
import { page } from './page.ts';
import { type CheckStatement, statementRoutes } from './statements.ts';
import { mailRoutes, type StopMail } from './stop-mail.ts';
import { type TakeWebhook, webhookRoutes } from './webhooks.ts';

/** A form without fields has no body to speak of. */
const MOST_FORM_BYTES = 1024;

/** What the bot knows of itself. Shown to everybody who asks: no names, no addresses, no secrets. */
interface Health {
  readonly isWell: boolean;
  /** Each part by name: `database`, `slack`, `discord`. */
  readonly parts: Readonly<Record<string, 'up' | 'down'>>;
  /** What is wrong with a part, and what to do about it. */
  readonly why?: Readonly<Record<string, string>>;
}

export interface AppOptions {
  readonly joinLink: Join;
  /** Left out: nothing listens at `/webhooks/…`. */
  readonly takeWebhook?: TakeWebhook;
  /** Left out: no calendars are given out. */
  readonly calendars?: CalendarDoor;
  /** Left out: no mail is sent that could be stopped. */
  readonly stopMail?: StopMail;
  /** Left out: no statements are given out that could be checked. */
  readonly checkStatement?: CheckStatement;
  readonly health: () => Health | Promise<Health>;
  readonly log: Log;
}

/** Every route but Slack's events, which Bolt reads from the socket itself. */
export function createApp({
  joinLink,
  takeWebhook,
  calendars,
  stopMail,
  checkStatement,
  health,
  log,
}: AppOptions): Hono {
  const app = new Hono({ strict: false });

  app.use(async (context, next) => {
    const startedAt = performance.now();
    await next();
    // Answers may be shared or frozen: only a copy can be sure to take another header.
    context.res = new Response(context.res.body, context.res);
    context.res.headers.set('Server-Timing', `app;dur=${(performance.now() - startedAt).toFixed(1)}`);
  });

  app.get('/health', async () => {
    const { isWell, parts, why = {} } = await health();
    const status = isWell ? 200 : 503;
    return Response.json(
      { status: isWell ? 'up' : 'down', parts, ...(Object.keys(why).length > 0 && { why }) },
      { status, headers: { 'Cache-Control': 'no-store' } },
    );
  });

  app.use('/j/:token', async ({ req }, next) => (isToken(req.param('token')) ? next() : sentence(req.raw, 404)));
  app.get('/j/:token', ({ req }) => lobby(req.raw));
  app.post(
    '/j/:token',
    bodyLimit({ maxSize: MOST_FORM_BYTES, onError: ({ req }) => sentence(req.raw, 413) }),
    ({ req }) => enter(req.param('token'), req.raw, joinLink),
  );

  if (calendars) calendarRoutes(app, calendars);
  if (stopMail) mailRoutes(app, stopMail);
  if (checkStatement) statementRoutes(app, checkStatement);
  if (takeWebhook) app.route('/webhooks', webhookRoutes(takeWebhook, log));

  app.all('/health', ({ req }) => sentence(req.raw, 405, 'GET, HEAD'));
  app.all('/j/:token', ({ req }) => sentence(req.raw, 405, 'GET, HEAD, POST'));
  app.notFound(({ req }) => sentence(req.raw, 404));
  app.onError((error, { req }) => {
    if (req.raw.signal.aborted) return new Response(null, { status: 499 }); // whoever asked has hung up
    const id = newFaultId();
    log.error(
      { error, id, path: new URL(req.url).pathname.replace(/^(\/(j|calendar|mail|statement)\/).*/, '$1…') },
      'a page failed',
    );
    const language = askedLanguage(req.raw);
    const { failed, failedText } = language.words.pages;
    return page({ status: 500, language, title: failed, text: failedText(id) });
  });
  return app;
}

function sentence(request: Request, status: 404 | 405 | 413, allow?: string): Response {
  const language = askedLanguage(request);
  const said = language.words.pages;
  const [title, text] = {
    404: [said.notFound, said.notFoundText] as const,
    405: [said.notAllowed, said.notAllowedText] as const,
    413: [said.tooLarge, said.tooLargeText] as const,
  }[status];
  const response = page({ status, language, title, text });
  if (allow) response.headers.set('Allow', allow);
  return response;
}
