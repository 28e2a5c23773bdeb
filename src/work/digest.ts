import type { Chat } from '../conversation/chat.ts';
import type { Community } from '../core/community/community.ts';
import { hasAdminsToTell } from '../core/community/moderation.ts';
import type { WaitingCard } from '../core/community/port.ts';
import { waitingSince } from '../core/community/setting-up.ts';
import { digestOf } from '../core/moderation/digest.ts';
import type { Owed } from '../core/owing/port.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** A morning that was missed for so long is over. */
const LATE_MS = 6 * 3_600_000;

/** Each morning, in each moderation channel: what waits, what was, and what will be. `at`: wall-clock time; undefined: never. */
export function createDigests(
  { store, clock, defaultZone }: Pick<SystemDeps, 'store' | 'clock' | 'defaultZone'>,
  chats: ReadonlyMap<string, Pick<Chat, 'linkTo'>>,
  at: string | undefined,
): () => Promise<void> {
  // The database decides; this only saves asking it each minute.
  let doneFor = '';

  async function digestFor(community: Community, day: Temporal.PlainDate, now: Date): Promise<readonly Owed[]> {
    const { id, chat, space, organization } = community;
    const waiting = await store.waitingForAdmins(id, waitingSince(now));
    const urlOf = ({ place }: WaitingCard) => place && chats.get(chat)?.linkTo(place, space);
    const data = await digestOf(store.of(organization), waiting, urlOf, day, defaultZone);
    const about = { kind: 'community', id } as const;
    return data ? [{ kind: 'digest', to: { community: id }, about, dedupeKey: data.day, data }] : [];
  }

  return async () => {
    if (at === undefined) return;
    const now = clock();
    const day = now.toTemporalInstant().toZonedDateTimeISO(defaultZone).toPlainDate();
    const due = day.toZonedDateTime({ timeZone: defaultZone, plainTime: at }).epochMilliseconds;
    if (now.getTime() < due || day.toString() === doneFor) return;
    const isInTime = now.getTime() < due + LATE_MS;
    const told = isInTime ? (await store.communities()).filter(hasAdminsToTell) : [];
    const owed = await Promise.all(told.map((community) => digestFor(community, day, now)));
    await store.transaction(async (tx) => {
      if (await tx.takeOn('digest', day.toString())) await tx.owe(owed.flat(), now);
    });
    doneFor = day.toString();
  };
}
