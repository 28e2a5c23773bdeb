import { tellCalendarsOfMany } from '../calendar/tell.ts';
import type { Clock } from '../clock.ts';
import { follow, may } from '../may/may.ts';
import { seriesSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { seenKey } from '../session/confirm-all.ts';
import { remindAskedOfSeries } from '../session/nudge.ts';
import type { Session } from '../session/session.ts';
import { change } from '../session/steps.ts';
import type { Store, Transaction } from '../store.ts';
import { lockingSeries, meetingDueAt, othersIn, refreshMany, tellOfMany } from './steps.ts';

/** The tutor's answer to all of a series that wait for it. `seen`: `seenKey` of those that were on the card. */
export interface AnswerSeries {
  confirm(by: Actor, id: string, seen: string, platform: string): Promise<readonly Session[]>;
  decline(by: Actor, id: string, seen: string, reason: string): Promise<readonly Session[]>;
  /** Where to meet, before Confirm. */
  choosePlatform(by: Actor, id: string, platform: string): Promise<void>;
  /** An admin reminds the tutor. */
  nudge(by: Actor, id: string): Promise<void>;
}

/** Those that wait for an answer. */
export function waiting(sessions: readonly Session[]): readonly Session[] {
  return sessions.filter(({ state }) => state === 'requested');
}

export function createAnswerSeries(store: Pick<Store, 'of'>, clock: Clock): AnswerSeries {
  const withSeries = lockingSeries(store);
  return {
    confirm: (by, id, seen, platform) =>
      withSeries(by, id, async (tx, all) => {
        const now = clock();
        const asked = askedOf(by, 'confirm', all, now);
        if (seenKey(asked) !== seen) throw new Refusal('changed', {});
        return confirmIn(tx, by, asked, platform, now);
      }),

    decline: (by, id, seen, reason) =>
      withSeries(by, id, async (tx, all) => {
        const now = clock();
        const asked = askedOf(by, 'decline', all, now);
        if (seenKey(asked) !== seen) throw new Refusal('changed', {});
        const declined: Session[] = [];
        for (const one of asked) {
          const why = { state: follow(by, 'decline', one, now), reason, closedBy: by.person.id };
          declined.push(await change(tx, one, by.person.id, 'decline', why, now));
        }
        await refreshMany(tx, declined);
        await tellOfMany(
          tx,
          id,
          othersIn(asked, by.person.id),
          { what: 'declined', by: by.person.id, reason },
          asked,
          now,
        );
        return declined;
      }),

    choosePlatform: (by, id, platform) =>
      withSeries(by, id, async (tx, all) => {
        for (const one of askedOf(by, 'choose-platform', all, clock()))
          await tx.annotateSession(one.id, { platformWanted: platform });
        await tx.enqueue({ name: 'refresh', data: { about: seriesSubject(id) } });
      }),

    nudge: (by, id) =>
      withSeries(by, id, async (tx, all) => {
        const now = clock();
        const asked = askedOf(by, 'nudge', all, now);
        await remindAskedOfSeries(tx, id, asked, now);
      }),
  };
}

/** Those that this person may answer. @throws Refusal where there is none. */
function askedOf(
  by: Actor,
  act: 'confirm' | 'decline' | 'choose-platform' | 'nudge',
  all: readonly Session[],
  now: Date,
): readonly Session[] {
  const asked = waiting(all).filter((one) => may(by, act, one, now).isAllowed);
  const [one] = all;
  if (asked.length === 0) {
    if (one) follow(by, act, waiting(all)[0] ?? one, now);
    throw new Refusal('changed', {});
  }
  return asked;
}

/** Confirms all of them: what is near has its meeting made now, the others in time. */
export async function confirmIn(
  tx: Transaction,
  by: Pick<Actor, 'person' | 'isAdmin'>,
  asked: readonly Session[],
  platform: string,
  now: Date,
): Promise<readonly Session[]> {
  const confirmedBy = by.person.id;
  const confirmed: Session[] = [];
  for (const one of asked) {
    const state = follow(by, 'confirm', one, now);
    const platformWanted = one.platformWanted ?? platform;
    const dueAt = meetingDueAt(one, now);
    const agreed = { state, confirmedAt: now, confirmedBy, platformWanted, meetingDueAt: dueAt };
    confirmed.push(await change(tx, one, confirmedBy, 'confirm', agreed, now));
    if (!dueAt) await tx.enqueue({ name: 'make-meeting', data: { session: one.id, isOneOfMany: true } });
  }
  await refreshMany(tx, confirmed);
  await tellCalendarsOfMany(tx, confirmed, othersIn(confirmed, ''), 'on', now);
  const series = asked[0]?.series?.id;
  if (series !== undefined)
    await tellOfMany(tx, series, othersIn(asked, confirmedBy), { what: 'confirmed', by: confirmedBy }, asked, now);
  return confirmed;
}
