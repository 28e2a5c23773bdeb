import type { Clock } from '../clock.ts';
import { refuseWithoutCredit } from '../credits/refuse.ts';
import { newId } from '../id.ts';
import { EXPIRE_AFTER_HOURS, type OpenRequests, SERIES_LEAST } from '../limits.ts';
import { seriesSubject, sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { refuseUnfair } from '../session/fair-share.ts';
import { lengthMinutes, type Session } from '../session/session.ts';
import { holdFor, newSession } from '../session/steps.ts';
import { lockAsking, objectionsNow } from '../session/still-offered.ts';
import { refuseTooMany } from '../session/wish.ts';
import { sameSubject } from '../spelling.ts';
import type { Store, Transaction } from '../store.ts';
import { confirmIn } from './answer.ts';
import { blocked, kept, type PlanSeries, type SeriesPlan, type SeriesWish } from './plan.ts';
import { occurrences } from './rule.ts';
import { nextStretch, type Series } from './series.ts';

const HOUR = 3_600_000;

/** Asks for all of a series at once: all of its times are held, or nothing is. */
export type RequestSeries = (by: Actor, wish: SeriesWish) => Promise<Series>;

export function createRequestSeries(
  store: Pick<Store, 'of'>,
  clock: Clock,
  plan: PlanSeries,
  openRequests: OpenRequests,
): RequestSeries {
  return async (by, wish) => {
    const planned = await plan(by, wish);
    const taken = blocked(planned).map(({ startsAt }) => startsAt);
    if (taken.length > 0) throw new Refusal('series-taken', { starts: taken }, 'when');
    const now = clock();
    const sessions = sessionsOf(by, planned, now);
    const [first] = sessions;
    if (!first?.series || sessions.length < SERIES_LEAST)
      throw new Refusal('series-too-short', { least: SERIES_LEAST }, 'repeat');
    const series = seriesOf(first.series.id, by, planned, sessions.length, now);
    return store.of(by.person.organization).transaction(async (tx) => {
      await lockAsking(tx, by.person.id, planned.tutor);
      const against = await objectionsNow(tx, by.person.id, planned.tutor, sessions, now);
      const gone = sessions.filter((_, nr) => against[nr]).map(({ startsAt }) => startsAt);
      if (gone.length > 0) throw new Refusal('series-taken', { starts: gone }, 'when');
      const starts = sessions.map(({ startsAt }) => startsAt);
      await refuseWithoutCredit(tx, by.person, starts);
      await refuseTooMany(tx, by, planned.wish, openRequests);
      await refuseUnfair(tx, by.person, starts);
      const before = wish.continues === undefined ? undefined : await goOn(tx, by, wish, wish.continues, series.id);
      await tx.addSeries(series);
      for (const session of sessions) await tx.addSession(session);
      await holdAll(tx, [by.person.id, wish.tutor], sessions);
      const about = seriesSubject(series.id);
      for (const { id } of sessions)
        await tx.audit({ about: sessionSubject(id), by: by.person.id, event: 'request', to: 'requested', at: now });
      await tx.owe(
        [by.person.id, wish.tutor].map((person) => ({ kind: 'series-card' as const, to: { person }, about })),
        now,
      );
      await tx.enqueue({ name: 'refresh', data: { about } });
      // Who said that they would go on has said yes, to the same and to nothing else.
      if (before?.goesOnBy === wish.tutor && sessions.every(before.isNext)) {
        const person = await tx.person(wish.tutor);
        if (person) await confirmIn(tx, { person, isAdmin: false }, sessions, before.platform, now);
      }
      return series;
    });
  };
}

/** Every time of every session for each of these people, or a refusal that names those that somebody has taken. */
export async function holdAll(tx: Transaction, people: readonly string[], sessions: readonly Session[]): Promise<void> {
  const held = await Promise.all(
    sessions.map(async (session) => {
      const each = await Promise.all(people.map((person) => holdFor(tx, person, session)));
      return each.every(Boolean);
    }),
  );
  const taken = sessions.filter((_, index) => held[index] === false);
  if (taken.length > 0) throw new Refusal('series-taken', { starts: taken.map(({ startsAt }) => startsAt) }, 'when');
}

function sessionsOf({ person }: Actor, plan: SeriesPlan, now: Date): readonly Session[] {
  const id = newId();
  const all = kept(plan).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const expires = Math.min(now.getTime() + EXPIRE_AFTER_HOURS * HOUR, all[0]?.startsAt.getTime() ?? 0);
  const { subject, note, platform: platformWanted } = plan.wish;
  const tutor = plan.tutor.person.id;
  return all.map(({ startsAt, endsAt }, index) => ({
    ...newSession(person, { tutor, candidates: [], subject, note, startsAt, endsAt }, now),
    zone: plan.rule.zone,
    platformWanted,
    series: { id, ordinal: index + 1, size: all.length, answerBy: new Date(expires) },
  }));
}

function seriesOf(id: string, { person }: Actor, { rule, all }: SeriesPlan, size: number, now: Date): Series {
  return {
    id,
    organization: person.organization,
    zone: rule.zone,
    first: rule.first,
    every: rule.every,
    times: all.length,
    size,
    createdAt: now,
    createdBy: person.id,
    goesOnBy: undefined,
    goesOnIn: undefined,
    proposal: undefined,
    proposalUntil: undefined,
  };
}

/** The series before goes on in this one, and in no other. @returns who would go on, with what, and where they met. */
async function goOn(tx: Transaction, by: Actor, { subject }: SeriesWish, id: string, next: string) {
  const locked = await tx.lockSeries(id);
  const last = locked?.sessions.at(-1);
  if (!locked || !last?.participants.some(({ person }) => person === by.person.id))
    throw new Refusal('no-such-session', {});
  if (locked.series.goesOnIn !== undefined) throw new Refusal('series-goes-on', {});
  await tx.changeSeries(id, { goesOnIn: next });
  await tx.enqueue({ name: 'refresh', data: { about: seriesSubject(id) } });
  const starts = new Set(occurrences(nextStretch(locked.series)).map((at) => at.getTime()));
  const isSame = sameSubject([last.subject], subject) !== undefined;
  const isNext = (one: Session) =>
    isSame && lengthMinutes(one) === lengthMinutes(last) && starts.has(one.startsAt.getTime());
  return { goesOnBy: locked.series.goesOnBy, platform: last.platformWanted ?? '', isNext };
}
