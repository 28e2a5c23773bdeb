import { z } from 'zod';
import type { Log } from '../core/log.ts';
import type { ByWebhook } from '../core/meeting/by-webhook.ts';
import type { WebhookEvent } from '../core/meeting/port.ts';
import type { Session } from '../core/session/session.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** What a platform told us, as it was stored. */
const Told = z.object({
  event: z.enum(['started', 'ended', 'joined', 'left', 'recording-completed', 'deleted']),
  meetingId: z.string(),
  occasion: z.string().optional(),
  at: z.iso.datetime().transform((text) => new Date(text)),
  participant: z
    .object({ id: z.string(), name: z.string(), email: z.string().optional(), person: z.string().optional() })
    .optional(),
  recording: z
    .object({
      what: z.enum(['recording', 'transcript']).default('recording'),
      url: z.string(),
      passcode: z.string().optional(),
      until: z.iso
        .datetime()
        .transform((text) => new Date(text))
        .optional(),
    })
    .optional(),
});
type Told = z.infer<typeof Told>;

/** What it waits for may change meanwhile: the session is moved, or more is heard. */
const LOOKED_AT_EVERY_MS = 5 * 60_000;

export interface Webhooks {
  /** Works off one event. It may come twice, late, in any order, and about meetings that are not ours. */
  handle(event: string): Promise<void>;
  /** Works off those whose time has come. */
  handleWaiting(): Promise<void>;
}

export function createWebhooks(deps: SystemDeps, byWebhook: ByWebhook, log: Log): Webhooks {
  const { store, clock } = deps;

  /** @returns when it has to be looked at again. */
  async function workOff({ platform, event }: WebhookEvent): Promise<Date | undefined> {
    const { data: told } = Told.safeParse(event);
    const session = told && (await store.sessionByMeeting(platform, told.meetingId));
    if (!told || !session) return undefined;
    switch (told.event) {
      case 'started':
      case 'ended':
        return byWebhook.settle(session.id);
      case 'joined':
      case 'left':
        await noteComing(session, { ...told, event: told.event });
        return byWebhook.settle(session.id);
      case 'recording-completed':
        if (told.recording) await byWebhook.recorded(session.id, told.recording);
        return undefined;
      case 'deleted':
        await byWebhook.deleted(session.id, told.meetingId);
        return undefined;
    }
  }

  async function noteComing(session: Session, told: Told & { event: 'joined' | 'left' }): Promise<void> {
    const { participant, event, at } = told;
    if (!participant) return;
    const times = event === 'joined' ? { joinedAt: at, leftAt: undefined } : { joinedAt: undefined, leftAt: at };
    const { name, email } = participant;
    const key = `${told.occasion ?? told.meetingId}:${participant.id}`;
    await store.transaction((tx) => tx.putStay(session.id, { key, name, email, ...times }));
    const person = await whoIs(session, participant);
    if (person !== undefined) await byWebhook.note(session.id, { person, event, at });
  }

  /**
   * By our own token or by address: a name is what somebody typed. The host's account is the tutor's, who alone gets
   * its link.
   */
  async function whoIs(
    session: Session,
    { person, email }: NonNullable<Told['participant']>,
  ): Promise<string | undefined> {
    if (person !== undefined) return person;
    if (email === undefined) return undefined;
    const isSame = (other: string | undefined) => other?.toLowerCase() === email.toLowerCase();
    const people = await store.people(session.participants.map((one) => one.person));
    const known = session.participants.find((one) => isSame(people.get(one.person)?.email));
    if (known) return known.person;
    const tutor = session.tutor === undefined ? undefined : await store.tutor(session.tutor);
    return isSame(session.meeting?.host) || isSame(tutor?.platformAccount) ? session.tutor : undefined;
  }

  async function handle(id: string): Promise<void> {
    const event = await store.webhookEvent(id);
    if (!event || event.isHandled) return;
    const until = await workOff(event);
    const now = clock();
    if (!until) return store.transaction((tx) => tx.markWebhookHandled(id, now));
    const again = Math.min(until.getTime(), now.getTime() + LOOKED_AT_EVERY_MS);
    await store.transaction((tx) => tx.postponeWebhook(id, new Date(again)));
  }

  return {
    handle,
    handleWaiting: async () => {
      for (const id of await store.waitingWebhooks(clock())) {
        await handle(id).catch((error: unknown) =>
          log.error({ error, event: id }, 'news of a meeting could not be used'),
        );
      }
    },
  };
}
