import { cleanAll } from '../core/clean.ts';
import type { Clock } from '../core/clock.ts';
import type { Store } from '../core/store.ts';
import type { Registry } from './registry.ts';
import { type Webhook, type WebhookHeaders, WebhookRefused } from './webhook.ts';

/** Which platform sends to which address: 8x8 runs Jitsi's rooms. */
const PLATFORMS: Readonly<Record<string, string>> = { zoom: 'zoom', jaas: 'jitsi' };

/** What a platform is answered. */
interface Answer {
  readonly status: 200 | 204 | 400 | 401 | 404;
  readonly body?: Readonly<Record<string, string>>;
  readonly why?: string;
}

/** Keeps what a platform sends, once, and queues the work in the same transaction. */
export function createWebhookDoor(
  { named }: Pick<Registry, 'named'>,
  store: Store,
  clock: Clock,
): (sender: string, headers: WebhookHeaders, rawBody: Buffer) => Promise<Answer> {
  async function keep(platform: string, { kind: _, key, ...event }: Extract<Webhook, { kind: 'event' }>) {
    await store.transaction(async (tx) => {
      const isOurs = (await tx.sessionByMeeting(platform, event.meetingId)) !== undefined;
      // The account may have meetings that are nobody's business here: who was there is not kept.
      const { participant, recording, ...rest } = event;
      const kept = isOurs ? { ...rest, participant, recording } : rest;
      const id = await tx.addWebhook(platform, key, JSON.parse(JSON.stringify(kept)), clock());
      if (id !== undefined) await tx.enqueue({ name: 'handle-webhook', data: { event: id } });
    });
  }

  return async (sender, headers, rawBody) => {
    const platform = PLATFORMS[sender] ?? sender;
    const parse = Object.hasOwn(PLATFORMS, sender) ? named(platform)?.parseWebhook : undefined;
    if (!parse) return { status: 404 };
    let webhook: Webhook;
    try {
      webhook = cleanAll(parse(headers, rawBody, clock()));
    } catch (error) {
      if (!(error instanceof WebhookRefused)) throw error;
      return { status: error.status, why: error.message };
    }
    if (webhook.kind === 'challenge') return { status: 200, body: webhook.answer };
    if (webhook.kind === 'event') await keep(platform, webhook);
    return { status: 204 };
  };
}
