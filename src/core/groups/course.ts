import { tellCalendarsOfMany } from '../calendar/tell.ts';
import { canPay } from '../credits/refuse.ts';
import { sessionSubject } from '../owing/subject.ts';
import { Refusal } from '../refusal.ts';
import { othersIn, refreshMany, tellOfMany } from '../series/steps.ts';
import { cancelsLate, LEFT_LATE } from '../session/late-cancel.ts';
import { participant, type Session } from '../session/session.ts';
import { change, holdFor, reread } from '../session/steps.ts';
import type { Transaction } from '../store.ts';
import { isWaitingFor, placesLeft } from './group.ts';
import { everybodyOf, givePlaceUp, owingSeriesCards, seat } from './places.ts';

/** A course is a group session that repeats: whoever signs up has a place in all of it, in the transaction that has locked it. */

/** Those that are to come, and that anybody can still join or leave. */
function ahead(all: readonly Session[], now: Date): readonly Session[] {
  return all.filter(({ state, startsAt }) => state === 'confirmed' && startsAt > now);
}

/** Takes a place in all that are to come, or the next one on the waitlist of all of them. */
export async function enrolInAll(tx: Transaction, me: string, all: readonly Session[], now: Date): Promise<void> {
  const open = ahead(all, now);
  const isIn = open.every((one) => placesLeft(one) > 0 || participant(one, me) !== undefined);
  const mine = open.filter((one) => participant(one, me) === undefined && !(isWaitingFor(one, me) && !isIn));
  if (isIn) {
    const taken = await seatInAll(tx, mine, me, now);
    if (taken.length > 0) throw new Refusal('series-taken', { starts: taken.map(({ startsAt }) => startsAt) });
    await tx.owe(owingSeriesCards(mine, [me], now), now);
    await tellCalendarsOfMany(tx, mine, [me], 'on', now);
  } else for (const { id } of mine) await tx.wait(id, me, now);
  await note(tx, mine, me, isIn ? 'enrol' : 'wait', now);
}

/** Gives up the places in all that are to come, or stops waiting; whoever waits longest and is free then moves up. */
export async function leaveAll(tx: Transaction, me: string, all: readonly Session[], now: Date): Promise<void> {
  const mine = ahead(all, now).filter((one) => participant(one, me)?.role === 'learner' || isWaitingFor(one, me));
  await tellCalendarsOfMany(
    tx,
    mine.filter((one) => participant(one, me)),
    [me],
    'left',
    now,
  );
  for (const one of mine)
    if (participant(one, me)) await givePlaceUp(tx, one, me);
    else await tx.stopWaiting(one.id, me);
  const rules = mine[0] && (await tx.rules(mine[0].organization));
  const isLate = (one: Session) => rules !== undefined && cancelsLate(one, me, rules, now);
  await note(tx, mine, me, 'leave', now, isLate);
  await moveUpInAll(tx, all, now);
}

async function moveUpInAll(tx: Transaction, all: readonly Session[], now: Date): Promise<void> {
  const open: Session[] = [];
  for (const { id } of ahead(all, now)) open.push(await reread(tx, id));
  const [first] = open;
  const left = Math.min(...open.map(placesLeft));
  let given = 0;
  for (const person of first?.waiting ?? []) {
    if (given >= left) return;
    if (!(await canPay(tx, person, open))) continue;
    if ((await seatInAll(tx, open, person, now)).length > 0) continue;
    given++;
    await tx.owe(owingSeriesCards(open, [person], now), now);
    await tellCalendarsOfMany(tx, open, [person], 'on', now);
    const series = first?.series?.id;
    if (series !== undefined) await tellOfMany(tx, series, [person], { what: 'place' }, open, now);
    await note(tx, open, person, 'move-up', now);
  }
}

/** A place in each of them, or in none. @returns those at whose time they are somewhere else */
async function seatInAll(
  tx: Transaction,
  all: readonly Session[],
  person: string,
  at: Date,
): Promise<readonly Session[]> {
  const held = await Promise.all(all.map((one) => holdFor(tx, person, one)));
  const taken = all.filter((_, index) => held[index] === false);
  for (const one of all) {
    if (taken.length > 0) await tx.release({ id: one.id, person });
    else await seat(tx, one, person, at);
  }
  return taken;
}

async function note(
  tx: Transaction,
  some: readonly Session[],
  by: string,
  event: string,
  at: Date,
  isLate: (one: Session) => boolean = () => false,
): Promise<void> {
  for (const one of some) {
    const about = sessionSubject(one.id);
    const data = isLate(one) && { data: LEFT_LATE };
    await tx.audit({ about, by, event, from: one.state, to: one.state, at, ...data });
  }
  await refreshMany(tx, some);
}

/**
 * Too few signed up for it: all that are to come are called off, and everybody hears of it once. Whether it may be is asked
 * of the one that has the minimum, which speaks for all: by themselves the others can never be called off. What is not
 * confirmed any more, or has begun, stays as it is.
 */
export async function callOffAll(tx: Transaction, all: readonly Session[], by: string, now: Date): Promise<void> {
  const open = ahead(all, now);
  const closed: Session[] = [];
  for (const one of open) closed.push(await change(tx, one, by, 'call-off', { state: 'cancelled', closedBy: by }, now));
  await refreshMany(tx, closed);
  await tellCalendarsOfMany(tx, closed, othersIn(closed, ''), 'off', now);
  const series = open[0]?.series?.id;
  if (series !== undefined) await tellOfMany(tx, series, open.flatMap(everybodyOf), { what: 'too-few' }, open, now);
}
