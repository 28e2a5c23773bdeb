import type { Clock } from '../clock.ts';
import { follow } from '../may/may.ts';
import { discard } from '../meeting/rehouse.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { meetingDueAt } from '../series/steps.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import { asker, lengthMinutes, type Session } from './session.ts';
import { holdFor, locking, reread, step } from './steps.ts';
import { freeThen } from './wish.ts';

/** `version` is the one that was on the card: nobody brings back what they have not seen. */
export type Reopen = (by: Actor, id: string, version: number, reason: string) => Promise<Session>;

/**
 * Brings back what was declined, expired, called off, or ended too early, at its own time: as it was before, if its
 * people still are free then. Everybody concerned hears who did it, and why.
 */
export function createReopen(store: Pick<Store, 'of'>, clock: Clock): Reopen {
  const withSession = locking(store);
  return (by, id, version, reason) =>
    withSession(by, id, async (tx, session) => {
      const now = clock();
      const state = follow(by, 'reopen', session, now);
      if (session.version !== version) throw new Refusal('changed', {});
      await holdAll(tx, session);
      const me = by.person.id;
      const asked = session.tutor === undefined ? await whoIsFree(tx, session, now) : [];
      if (session.tutor === undefined) await tx.setCandidates(id, asked);
      for (const { person, joinedAt } of session.participants)
        if (joinedAt) await tx.changeParticipant(id, person, { joinedAt: undefined, leftAt: undefined });
      const dueAt = state === 'confirmed' ? meetingDueAt(session, now) : undefined;
      if (state === 'confirmed') await forgetRoom(tx, session);
      await tx.annotateSession(id, { escalatedAt: undefined, rateNudgedAt: undefined });
      const none = { reason: undefined, closedBy: undefined, startedAt: undefined, endedAt: undefined };
      // Agreed, or asked, anew: what lay before does not count.
      const since = state === 'confirmed' ? { confirmedAt: now } : { requestedAt: now };
      const patch = { ...none, ...since, state, cancelledLate: false, minimumUntil: undefined, meetingDueAt: dueAt };
      await step(tx, session, me, 'reopen', patch, now, reason === '' ? undefined : { reason });
      if (state === 'confirmed' && !dueAt) await tx.enqueue({ name: 'make-meeting', data: { session: id } });
      const about = sessionSubject(id);
      const dedupeKey = String(session.version + 1);
      const data = { by: me, name: by.person.name, at: session.startsAt.getTime(), reason };
      const people = session.participants.map(({ person }) => person);
      await tx.owe(
        [
          ...asked.map((person) => ({ kind: 'request' as const, to: { person }, about, dedupeKey })),
          ...people
            .filter((person) => person !== me)
            .map((person) => ({ kind: 'reopened' as const, to: { person }, about, dedupeKey, data })),
        ],
        now,
      );
      return reread(tx, id);
    });
}

/** @throws Refusal where one of its people has something else by now. */
async function holdAll(tx: OrganizationTransaction, session: Session): Promise<void> {
  for (const { person } of session.participants) {
    if (await holdFor(tx, person, session)) continue;
    throw new Refusal('person-busy', { name: (await tx.person(person))?.name ?? '' });
  }
}

/** Of the tutors of its subject those who could teach it. @throws Refusal where there is none */
async function whoIsFree(tx: OrganizationTransaction, session: Session, now: Date): Promise<readonly string[]> {
  const { subject, startsAt, endsAt } = session;
  const learner = asker(session);
  const teachers = await tx.tutors({ subject, isPaused: false });
  const others = teachers.filter(({ person }) => person.id !== learner);
  const wish = { subject, startsAt, endsAt, lengthMinutes: lengthMinutes(session) };
  return (await freeThen(tx, learner, others, wish, now)).map(({ person }) => person.id);
}

/** Its room is gone, or somebody has ended it: another one is made. */
async function forgetRoom(tx: OrganizationTransaction, session: Session): Promise<void> {
  const { id, meeting, meetingAttempt, state } = session;
  if (meeting && state === 'ended') await discard(tx, meeting);
  if (meeting) await tx.setMeeting(id, undefined);
  await tx.annotateSession(id, { meetingAttempt: meetingAttempt + 1, meetingSlowAt: undefined });
}
