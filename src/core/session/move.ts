import type { Clock } from '../clock.ts';
import { HORIZON_DAYS } from '../limits.ts';
import { follow } from '../may.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import type { Session } from './session.ts';
import { holdFor, locking, reread, step } from './steps.ts';

const DAY = 86_400_000;

/** Moves a session to another time: its people's time is held anew, its meeting follows, everybody is told. */
export function createMove(store: Store, clock: Clock): (by: Actor, id: string, startsAt: Date) => Promise<Session> {
  const withSession = locking(store);
  return (by, id, startsAt) =>
    withSession(by, id, async (tx, session) => {
      const now = clock();
      const state = follow(by, 'move', session, now);
      if (startsAt <= now) throw new Refusal('past', {}, 'when');
      if (startsAt.getTime() > now.getTime() + HORIZON_DAYS * DAY)
        throw new Refusal('too-far', { days: HORIZON_DAYS }, 'when');
      if (startsAt.getTime() === session.startsAt.getTime()) return session;
      const endsAt = new Date(startsAt.getTime() + session.endsAt.getTime() - session.startsAt.getTime());
      const people = session.participants.map((one) => one.person);
      await tx.release({ id });
      for (const person of people) {
        if (await holdFor(tx, person, { ...session, startsAt, endsAt })) continue;
        throw new Refusal('person-busy', { name: (await tx.person(person))?.name ?? '' }, 'when');
      }
      // Who was early is not there at the new time.
      for (const { person, joinedAt } of session.participants)
        if (joinedAt) await tx.changeParticipant(id, person, { joinedAt: undefined, leftAt: undefined });
      // Agreed anew: reminders whose time lay before this are none.
      const confirmedAt = session.confirmedAt && now;
      const [from, to] = [session.startsAt.getTime(), startsAt.getTime()];
      await step(tx, session, by.person.id, 'move', { startsAt, endsAt, confirmedAt }, now, {
        startsAt: from,
        movedTo: to,
      });
      const moved = { kind: 'moved', about: sessionSubject(id), dedupeKey: String(session.version + 1) } as const;
      await tx.owe(
        [...people, ...session.candidates].map((person) => ({ ...moved, to: { person }, data: { from } })),
        now,
      );
      if (state === 'confirmed') await tx.enqueue({ name: 'update-meeting', data: { session: id } });
      return reread(tx, id);
    });
}
