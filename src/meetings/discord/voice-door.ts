import type { Clock } from '../../core/clock.ts';
import { stayId, staysIn } from '../../core/meeting/inside.ts';
import type { Store, SystemTransaction } from '../../core/store.ts';
import type { MeetingEvent } from '../webhook.ts';
import { DISCORD } from './room-book.ts';

/** Who is in a voice channel now, and what Discord calls them. */
export interface InVoice {
  readonly channel: string;
  readonly people: readonly { readonly userId: string; readonly name: string }[];
}

/** What the gateway tells of voice channels: kept as a platform's webhooks are. */
export interface VoiceDoor {
  /** Said as often as one likes, by each process that hears it: only what is new is kept. */
  seen(now: InVoice): Promise<void>;
  /** Somebody deleted it, or we did. */
  deleted(channel: string): Promise<void>;
}

export function createVoiceDoor(store: Store, clock: Clock): VoiceDoor {
  async function keep(
    tx: SystemTransaction,
    channel: string,
    event: MeetingEvent,
    participant?: { readonly id: string; readonly name: string; readonly person: string | undefined },
  ): Promise<void> {
    const at = clock();
    const key = [DISCORD, channel, event, participant?.id ?? '', at.getTime()].join(':');
    const told = {
      event,
      meetingId: channel,
      at: at.toISOString(),
      ...(participant && { participant: compact(participant) }),
    };
    const id = await tx.addWebhook(DISCORD, key, told, at);
    if (id !== undefined) await tx.enqueue({ name: 'handle-webhook', data: { event: id } });
  }

  /** Of channels that are no session's nothing is kept. */
  const aboutOurs = (channel: string, work: (tx: SystemTransaction, people: readonly string[]) => Promise<void>) =>
    store.transaction(async (tx) => {
      const session = await tx.sessionByMeeting(DISCORD, channel);
      // Locked, so that two processes that hear the same do not both keep it.
      const locked = session && (await tx.lockSession(session.id));
      if (locked)
        await work(
          tx,
          locked.participants.map(({ person }) => person),
        );
    });

  return {
    seen: ({ channel, people }) =>
      aboutOurs(channel, async (tx, participants) => {
        const stays = staysIn(await tx.meetingNews(DISCORD, channel));
        const contacts = [...(await tx.contacts(participants)).values()];
        const coming = (userId: string, count: number) => {
          const ours = contacts.find(({ accounts }) =>
            accounts.some((one) => one.chat === DISCORD && one.userId === userId),
          );
          const name = people.find((one) => one.userId === userId)?.name ?? '';
          return { id: stayId(userId, count), name: ours?.person.name ?? (name || '?'), person: ours?.person.id };
        };
        const entered = people.filter(({ userId }) => stays.get(userId)?.isInside !== true);
        const left = [...stays].filter(([id, { isInside }]) => isInside && !people.some(({ userId }) => userId === id));
        for (const { userId } of entered)
          await keep(tx, channel, 'joined', coming(userId, (stays.get(userId)?.count ?? 0) + 1));
        for (const [userId, { count }] of left) await keep(tx, channel, 'left', coming(userId, count));
        if (left.length > 0 && people.length === 0) await keep(tx, channel, 'ended');
      }),
    deleted: (channel) => aboutOurs(channel, (tx) => keep(tx, channel, 'deleted')),
  };
}

function compact<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
