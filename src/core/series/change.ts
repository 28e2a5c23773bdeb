import { tellCalendarsOfMany } from '../calendar/tell.ts';
import type { Clock } from '../clock.ts';
import { decidedWhenMoved } from '../groups/group.ts';
import { SERIES_HORIZON_DAYS } from '../limits.ts';
import { follow, may } from '../may/may.ts';
import type { Actor, Doer } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { seenKey } from '../session/confirm-all.ts';
import { refuseUnfairMove } from '../session/fair-share.ts';
import { cancelsLate } from '../session/late-cancel.ts';
import { isOn, learners, type Session } from '../session/session.ts';
import { change } from '../session/steps.ts';
import type { Store, Transaction } from '../store.ts';
import { holdAll } from './request.ts';
import { shifted, wallTime } from './rule.ts';
import { inScope, type Scope, type Series } from './series.ts';
import { lockingSeries, meetingDueAt, othersIn, refreshMany, tellOfMany } from './steps.ts';

const DAY = 86_400_000;

/** Which of a series, beginning with which session; `seen`: `seenKey` of them as they were when their number was said. */
export interface Which {
  readonly session: Session;
  readonly scope: Exclude<Scope, 'this'>;
  readonly seen: string;
}

/** What happens to several of a series at once: all of it, or nothing. */
export interface ChangeSeries {
  cancel(by: Doer, which: Which, reason: string): Promise<readonly Session[]>;
  /** The one goes to that time; the others by as many days, to the same hour of the wall on which the series was agreed. */
  move(by: Actor, which: Which, startsAt: Date): Promise<readonly Session[]>;
}

/** What takes somebody out of it: of a request that waits for them, Decline. */
export function wayOut(by: Doer, session: Session, now: Date) {
  return (['cancel', 'decline'] as const).find((act) => may(by, act, session, now).isAllowed);
}

/** What can be done to several of a series at once. */
export type ActOnMany = 'cancel' | 'move' | 'hand-to';

/** Those that this person could call off, move, or give to another tutor. */
export function changeable(by: Doer, act: ActOnMany, sessions: readonly Session[], now: Date): readonly Session[] {
  return sessions.filter((one) =>
    act === 'cancel' ? wayOut(by, one, now) !== undefined : may(by, act, one, now).isAllowed,
  );
}

/** Those that are meant, as long as they are those whose number was said. @throws Refusal */
export function meant(
  by: Doer,
  act: ActOnMany,
  { session, scope, seen }: Which,
  all: readonly Session[],
  now: Date,
): { readonly one: Session; readonly some: readonly Session[] } {
  const one = all.find(({ id }) => id === session.id);
  if (!one) throw new Refusal('no-such-session', {});
  const some = inScope(scope, one, changeable(by, act, all, now));
  if (some.length === 0) follow(by, act, one, now);
  if (seenKey(some) !== seen) throw new Refusal('changed', {});
  return { one, some };
}

export function createChangeSeries(store: Pick<Store, 'of'>, clock: Clock): ChangeSeries {
  const withSeries = lockingSeries(store);

  return {
    cancel: (by, which, reason) =>
      withSeries(by, seriesOf(which), async (tx, all) => {
        const now = clock();
        const { some } = meant(by, 'cancel', which, all, now);
        const closedBy = by.person.id;
        const rules = await tx.rules(by.person.organization);
        const cancelled: Session[] = [];
        for (const one of some) {
          const act = wayOut(by, one, now) ?? 'cancel';
          const cancelledLate = cancelsLate(one, closedBy, rules, now);
          const why = { state: follow(by, act, one, now), reason, closedBy, cancelledLate };
          cancelled.push(await change(tx, one, closedBy, act, why, now));
        }
        await refreshMany(tx, cancelled);
        const wereOn = cancelled.filter((_, index) => some[index]?.state === 'confirmed');
        await tellCalendarsOfMany(tx, wereOn, othersIn(wereOn, ''), 'off', now);
        const told = some.flatMap((one) =>
          one.state === 'requested'
            ? learners(one).map(({ person }) => person)
            : [...othersIn([one], closedBy), ...one.waiting],
        );
        const others = told.filter((person) => person !== closedBy);
        await tellOfMany(tx, seriesOf(which), others, { what: 'cancelled', by: closedBy, reason }, some, now);
        return cancelled;
      }),

    move: (by, which, startsAt) =>
      withSeries(by, seriesOf(which), async (tx, all, series) => {
        const now = clock();
        const { one, some } = meant(by, 'move', which, all, now);
        const times = movedTimes(one, some, startsAt, series.zone);
        refuseTimes(times, now);
        return moveTogether(tx, series, one, times, by.person.id, now);
      }),
  };
}

/** @throws Refusal where one of them would be past, or too far ahead. */
export function refuseTimes(times: readonly Moved[], now: Date): void {
  const starts = times.map((to) => to.startsAt);
  if (starts.some((at) => at <= now)) throw new Refusal('past', {}, 'when');
  if (starts.some((at) => at.getTime() > now.getTime() + SERIES_HORIZON_DAYS * DAY))
    throw new Refusal('too-far', { days: SERIES_HORIZON_DAYS }, 'when');
}

/** Moves them, and the rule of what comes after; everybody else in them reads it in one message. */
export async function moveTogether(
  tx: Transaction,
  { id, zone, first }: Series,
  one: Session,
  times: readonly Moved[],
  by: string,
  now: Date,
): Promise<readonly Session[]> {
  const to = times.find((time) => time.id === one.id)?.startsAt ?? one.startsAt;
  const moved = await moveAll(tx, by, times, now);
  await tx.changeSeries(id, { first: movedWall(first, one.startsAt, to, zone) });
  await refreshMany(tx, moved);
  const areOn = moved.filter(isOn);
  await tellCalendarsOfMany(tx, areOn, othersIn(areOn, ''), 'changed', now);
  const news = { what: 'moved', by, was: one.startsAt.getTime() } as const;
  await tellOfMany(tx, id, othersIn(moved, by), news, moved, now);
  return moved;
}

/** Of which series they are. @throws Refusal where it is none */
export function seriesOf({ session }: Which): string {
  if (!session.series) throw new Refusal('no-such-session', {});
  return session.series.id;
}

/** What the rule's clock shows the first time, moved as one of its sessions is. */
function movedWall(first: string, from: Date, to: Date, zone: string): string {
  const [was, is] = [from, to].map((at) => Temporal.PlainDateTime.from(wallTime(at, zone))) as [Wall, Wall];
  const { days } = was.toPlainDate().until(is.toPlainDate());
  const day = Temporal.PlainDateTime.from(first).toPlainDate().add({ days });
  return day.toPlainDateTime(is.toPlainTime()).toString({ smallestUnit: 'minute' });
}
type Wall = Temporal.PlainDateTime;

/** A session, and when it is to be. */
export type Moved = Session & { readonly before: Session };

export function movedTimes(one: Session, some: readonly Session[], to: Date, zone: string): readonly Moved[] {
  const [was, is] = [one.startsAt, to].map((at) => Temporal.PlainDateTime.from(wallTime(at, zone)));
  if (!was || !is) return [];
  const { days } = was.toPlainDate().until(is.toPlainDate());
  const time = is.toPlainTime().toString();
  return some.map((session) => {
    const startsAt = session.id === one.id ? to : shifted(session.startsAt, zone, days, time);
    const endsAt = new Date(startsAt.getTime() + session.endsAt.getTime() - session.startsAt.getTime());
    return { ...session, startsAt, endsAt, before: session };
  });
}

/** All give back their time before any takes its new one: each may be where another was. */
async function moveAll(tx: Transaction, by: string, times: readonly Moved[], now: Date): Promise<readonly Session[]> {
  await refuseUnfairMove(tx, times);
  for (const { id } of times) await tx.release({ id });
  await holdAll(tx, othersIn(times, ''), times);
  const moved: Session[] = [];
  for (const { before, startsAt, endsAt } of times) {
    for (const { person, joinedAt } of before.participants)
      if (joinedAt) await tx.changeParticipant(before.id, person, { joinedAt: undefined, leftAt: undefined });
    const confirmedAt = before.confirmedAt && now;
    const dueAt = before.meeting ? undefined : meetingDueAt({ ...before, startsAt }, now);
    const minimumUntil = decidedWhenMoved(before, startsAt, now);
    const patch = {
      ...{ startsAt, endsAt, confirmedAt, movedFromAt: before.startsAt, movedBy: by, meetingDueAt: dueAt },
      ...(minimumUntil && { minimumUntil }),
    };
    const data = { startsAt: before.startsAt.getTime(), movedTo: startsAt.getTime() };
    moved.push(await change(tx, before, by, 'move', patch, now, data));
    if (before.meeting) await tx.enqueue({ name: 'update-meeting', data: { session: before.id } });
    else if (confirmedAt && !dueAt)
      await tx.enqueue({ name: 'make-meeting', data: { session: before.id, isOneOfMany: true } });
  }
  return moved;
}
