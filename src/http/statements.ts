import type { IncomingMessage } from 'node:http';
import type { Context, Hono } from 'hono';
import type { Language } from '../conversation/languages/language.ts';
import { askedLanguage } from './asked-language.ts';
import { page } from './page.ts';
import { createRateLimit } from './rate-limit.ts';

/** What is known of a statement with this code. */
export type CheckStatement = (
  code: string,
  language: Language,
) => Promise<{ readonly status: number; readonly title: string; readonly text: string }>;

/** Who reads codes from paper is slower. */
const CHECKS_PER_SECOND = 0.5;
const CHECKS_AT_ONCE = 20;

/** The address that stands on statements of hours: it says whether the paper is genuine. */
export function statementRoutes(app: Hono, check: CheckStatement): void {
  const checks = createRateLimit(CHECKS_PER_SECOND, CHECKS_AT_ONCE);
  app.get('/statement/:code', async (context: Context) => {
    const language = askedLanguage(context.req.raw);
    const env = context.env as { readonly incoming?: IncomingMessage } | undefined; // none where there is no socket
    if (!checks.take(env?.incoming?.socket.remoteAddress ?? '')) {
      const { check: words } = language.words;
      const response = page({ status: 429, language, title: words.slowly, text: words.tooOften });
      response.headers.set('Retry-After', '60');
      return response;
    }
    return page({ language, ...(await check(context.req.param('code') ?? '', language)) });
  });
  app.all('/statement/:code', () => new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } }));
}
