import type { Clock } from '../clock.ts';
import { refuseTooFar } from '../community/rules.ts';
import { decidedWhenMoved } from '../groups/group.ts';
import { SERIES_HORIZON_DAYS } from '../limits.ts';
import { follow } from '../may/may.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { meetingDueAt } from '../series/steps.ts';
import type { Store } from '../store.ts';
import { refuseUnfairMove } from './fair-share.ts';
import type { Session } from './session.ts';
import { holdFor, locking, step } from './steps.ts';

/** `reason`: everybody reads it. */
export type Move = (by: Actor, id: string, startsAt: Date, reason?: string) => Promise<Session>;

/** Moves a session to another time: its people's time is held anew, its meeting follows, everybody is told. */
export function createMove(store: Store, clock: Clock): Move {
  const withSession = locking(store);
  return (by, id, startsAt, reason = '') =>
    withSession(by, id, async (tx, session) => {
      const now = clock();
      const state = follow(by, 'move', session, now);
      if (startsAt <= now) throw new Refusal('past', {}, 'when');
      const rules = await tx.rules(session.organization);
      refuseTooFar([startsAt], session.series ? { horizonDays: SERIES_HORIZON_DAYS } : rules, now);
      if (startsAt.getTime() === session.startsAt.getTime()) return session;
      await refuseUnfairMove(tx, [{ ...session, startsAt }]);
      const endsAt = new Date(startsAt.getTime() + session.endsAt.getTime() - session.startsAt.getTime());
      const people = session.participants.map((one) => one.person);
      await tx.release({ id });
      const held = await Promise.all(people.map((person) => holdFor(tx, person, { ...session, startsAt, endsAt })));
      const busy = people[held.indexOf(false)];
      if (busy !== undefined) throw new Refusal('person-busy', { name: (await tx.person(busy))?.name ?? '' }, 'when');
      // Who was early is not there at the new time.
      for (const { person, joinedAt } of session.participants)
        if (joinedAt) await tx.changeParticipant(id, person, { joinedAt: undefined, leftAt: undefined });
      // Agreed anew: reminders whose time lay before this are none.
      const confirmedAt = session.confirmedAt && now;
      const [from, to] = [session.startsAt.getTime(), startsAt.getTime()];
      const minimumUntil = decidedWhenMoved(session, startsAt, now);
      // What is put off stays so: it is made in time for the new one.
      const isPutOff = session.meetingDueAt !== undefined && !session.meeting;
      const dueAt = isPutOff ? meetingDueAt({ ...session, startsAt }, now) : session.meetingDueAt;
      const changed = {
        startsAt,
        endsAt,
        confirmedAt,
        movedFromAt: session.startsAt,
        movedBy: by.person.id,
        ...(minimumUntil && { minimumUntil }),
      };
      const patch = { ...changed, ...(session.series && { meetingDueAt: dueAt }) };
      const moved = await step(tx, session, by.person.id, 'move', patch, now, {
        startsAt: from,
        movedTo: to,
        ...(reason !== '' && { reason }),
      });
      const data = { from, to, by: by.person.id, ...(reason !== '' && { reason }) };
      const news = { kind: 'moved', about: sessionSubject(id), dedupeKey: String(session.version + 1), data } as const;
      const others = [...people, ...session.candidates, ...session.waiting].filter((person) => person !== by.person.id);
      await tx.owe(
        others.map((person) => ({ ...news, to: { person } })),
        now,
      );
      if (state === 'confirmed') await tx.enqueue({ name: 'update-meeting', data: { session: id } });
      if (session.series && isPutOff && !dueAt)
        await tx.enqueue({ name: 'make-meeting', data: { session: id, isOneOfMany: true } });
      return moved;
    });
}
