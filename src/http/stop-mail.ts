import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Language } from '../conversation/languages/language.ts';
import { askedLanguage } from './asked-language.ts';
import { isToken } from './join.ts';
import { page } from './page.ts';

/** A page, perhaps with a button that does what it asks. */
interface StopPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly button: string | undefined;
}

export interface StopMail {
  ask(secret: string, language: Language): Promise<StopPage>;
  stop(secret: string, language: Language): Promise<StopPage>;
}

/** What programs post is `List-Unsubscribe=One-Click`; what people press, nothing. */
const MOST_BYTES = 1024;

/**
 * The address that stops mails: https://www.rfc-editor.org/rfc/rfc8058. Programs look at every link in a mail, so
 * looking changes nothing.
 */
export function mailRoutes(app: Hono, { ask, stop }: StopMail): void {
  const shown = async (request: Request, secret: string, answer: StopMail['ask']) => {
    const language = askedLanguage(request);
    const { button, ...rest } = await answer(isToken(secret) ? secret : '', language);
    return page({ ...rest, language, ...(button !== undefined && { goOn: { label: button, byItself: false } }) });
  };
  app.get('/mail/:secret', ({ req }) => shown(req.raw, req.param('secret'), ask));
  app.post(
    '/mail/:secret',
    bodyLimit({ maxSize: MOST_BYTES, onError: () => new Response(null, { status: 413 }) }),
    ({ req }) => shown(req.raw, req.param('secret'), stop),
  );
  app.all('/mail/:secret', () => new Response(null, { status: 405, headers: { Allow: 'GET, HEAD, POST' } }));
}
