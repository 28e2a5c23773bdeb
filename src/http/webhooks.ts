import type { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Log } from '../core/log.ts';
import { createRateLimit } from './rate-limit.ts';

/** What a platform is answered. */
export interface WebhookAnswer {
  readonly status: 200 | 204 | 400 | 401 | 404;
  readonly body?: Readonly<Record<string, string>>;
  /** Why it was refused, for the log. */
  readonly why?: string;
}

/** Checks what came to `/webhooks/<sender>` and keeps it, to be worked off by a job. */
export type TakeWebhook = (
  sender: string,
  headers: Readonly<Record<string, string>>,
  rawBody: Buffer,
) => Promise<WebhookAnswer>;

const MOST_BYTES = 256 * 1024;
/**
 * Refusals for one address. What a platform has signed is never counted: behind a proxy all have one address, and
 * rubbish must not keep it out. So the signature is checked first, which costs less than an answer.
 */
const PER_SECOND = 1;
const AT_ONCE = 20;
/** Zoom gives up after three seconds, and sends it again later: https://developers.zoom.us/docs/api/webhooks/ */
const ANSWER_WITHIN_MS = 2000;

/** Node's side of a request, where it came through a socket. */
type Bindings = { readonly incoming?: IncomingMessage };

/** `/webhooks/…`, where platforms tell what happens in their meetings. Other programs read the answers: no pages. */
export function webhookRoutes(take: TakeWebhook, log: Log): Hono<{ Bindings: Bindings }> {
  const routes = new Hono<{ Bindings: Bindings }>();
  const limit = createRateLimit(PER_SECOND, AT_ONCE);

  routes.post(
    '/:sender',
    bodyLimit({ maxSize: MOST_BYTES, onError: () => plain(413, { Connection: 'close' }) }),
    async ({ req, env }) => {
      const rawBody = await req.arrayBuffer().catch(() => undefined);
      if (!rawBody) return plain(400); // whoever sent it has hung up
      const sender = req.param('sender');
      try {
        const { status, body, why } = await inTime(take(sender, req.header(), Buffer.from(rawBody)));
        if (status >= 400) {
          if (!limit.take(env?.incoming?.socket.remoteAddress ?? '')) return plain(429, { 'Retry-After': '1' });
          if (why) log.warn({ sender, status, why }, 'a webhook was refused');
        }
        return body ? Response.json(body, { status }) : plain(status);
      } catch (error) {
        // They send it again: nothing is lost.
        log.error({ error, sender }, 'news of a meeting could not be kept');
        return plain(503, { 'Retry-After': '60' });
      }
    },
  );
  routes.all('/:sender', () => plain(405, { Allow: 'POST' }));
  return routes;
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('keeping it took too long')), ANSWER_WITHIN_MS);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function plain(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}
