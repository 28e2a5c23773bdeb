import type { Clock } from '../core/clock.ts';
import type { NoticeData } from '../core/owing/kinds.ts';
import type { Delivery } from '../core/owing/port.ts';
import { sessionSubject } from '../core/owing/subject.ts';
import type { Store } from '../core/store.ts';

/** A message for a channel in which the bot may not write: whoever wanted it there is told what to do. */
export type ClosedChannel = (delivery: Delivery, chat: string) => Promise<void>;

export function createClosedChannel(store: Store, clock: Clock): ClosedChannel {
  return ({ id, kind, about, data }, chat) =>
    store.transaction(async (tx) => {
      await tx.changeDelivery(id, { fate: 'failed', error: 'the channel is closed' });
      if (kind !== 'group' && kind !== 'course') return;
      const { by: person } = data as NoticeData<'group'>; // as it was owed
      const session = about.kind === 'session' ? about.id : (await tx.sessionsOfSeries(about.id))[0]?.id;
      if (session === undefined) return;
      const told = { kind: 'not-announced', about: sessionSubject(session), dedupeKey: id, data: { chat } } as const;
      await tx.owe([{ ...told, to: { person } }], clock());
    });
}
