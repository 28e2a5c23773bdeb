import type { Clock } from '../clock.ts';
import { SERIES_ASKED_DAYS } from '../limits.ts';
import { seriesSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { learners, participant, type Session } from '../session/session.ts';
import type { Store, Transaction } from '../store.ts';
import { lockingSeries, tellOfMany } from './steps.ts';

const DAY = 86_400_000;

/** The tutor would go on: the learner, who asks for what comes next, hears of it, and then need not wait for an answer. */
export type OfferToGoOn = (by: Actor, id: string) => Promise<void>;

export function createOfferToGoOn(store: Pick<Store, 'of'>, clock: Clock): OfferToGoOn {
  const withSeries = lockingSeries(store);
  return (by, id) =>
    withSeries(by, id, async (tx, sessions, series) => {
      const last = sessions.at(-1);
      if (!last || participant(last, by.person.id)?.role !== 'tutor') throw new Refusal('not-yours', {});
      if (series.goesOnIn !== undefined) throw new Refusal('series-goes-on', {});
      if (series.goesOnBy === by.person.id) return;
      await tx.changeSeries(id, { goesOnBy: by.person.id });
      await tx.enqueue({ name: 'refresh', data: { about: seriesSubject(id) } });
      const people = learners(last).map(({ person }) => person);
      await tellOfMany(tx, id, people, { what: 'goes-on', by: by.person.id }, [last], clock());
    });
}

/** When people are asked whether to go on: before the last of a series, unless that was decided on already. */
export function askedToGoOnAt(session: Session): Date | undefined {
  const { series, startsAt, confirmedAt, decidedUntil } = session;
  // A course ends when it ends: whoever opened it opens another one.
  if (!series || series.ordinal !== series.size || !confirmedAt || session.capacity > 1) return undefined;
  const ahead = SERIES_ASKED_DAYS.map((days) => new Date(startsAt.getTime() - days * DAY));
  const at = ahead.find((one) => one > confirmedAt);
  return at && (!decidedUntil || decidedUntil < at) ? at : undefined;
}

/** By the clock: both sides are asked, once. */
export async function askToGoOn(tx: Transaction, session: Session, now: Date): Promise<void> {
  const id = session.series?.id;
  const series = id === undefined ? undefined : await tx.series(id);
  if (!series || series.goesOnIn !== undefined) return;
  const about = seriesSubject(series.id);
  await tx.owe(
    session.participants.map(({ person }) => ({ kind: 'series-ending', to: { person }, about })),
    now,
  );
}
