import type { Clock } from '../clock.ts';
import { follow } from '../may.ts';
import { discard } from '../meeting/rehouse.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationReads, Store } from '../store.ts';
import { asker, learners, lengthMinutes, type Session } from './session.ts';
import { locking, reread, step } from './steps.ts';
import { freeThen } from './wish.ts';

export interface HandOver {
  /** The tutors who could take it over: of the subject, and free then. @throws Refusal where there is none */
  whoElse(by: Actor, session: Session): Promise<readonly string[]>;
  /**
   * The tutor is out of it, and the other tutors of the subject who are free then are asked: the first to confirm takes
   * it. Learners keep their time, and hear of it.
   */
  handOver(by: Actor, id: string): Promise<Session>;
}

export function createHandOver(store: Pick<Store, 'of'>, clock: Clock): HandOver {
  const withSession = locking(store);

  async function others(reads: OrganizationReads, session: Session): Promise<readonly string[]> {
    const { subject, startsAt, endsAt } = session;
    const isInIt = new Set(session.participants.map(({ person }) => person));
    const teachers = await reads.tutors({ subject, isPaused: false });
    const asked = teachers.filter(({ person }) => !isInIt.has(person.id));
    const wish = { subject, startsAt, endsAt, lengthMinutes: lengthMinutes(session) };
    const free = await freeThen(reads, asker(session), asked, wish, clock());
    return free.map(({ person }) => person.id);
  }

  return {
    whoElse: async (by, session) => {
      follow(by, 'hand-over', session, clock());
      return others(store.of(by.person.organization), session);
    },

    handOver: (by, id) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        const state = follow(by, 'hand-over', session, now);
        const { tutor, meeting } = session;
        if (tutor === undefined) throw new Refusal('changed', {});
        const asked = await others(tx, session);
        const name = (await tx.person(tutor))?.name ?? '';
        await tx.removeParticipant(id, tutor);
        await tx.release({ id, person: tutor });
        await tx.setCandidates(id, asked);
        if (meeting) await discard(tx, meeting);
        if (meeting) await tx.setMeeting(id, undefined);
        await tx.releaseHost(id);
        await tx.annotateSession(id, {
          nudgedAt: undefined,
          escalatedAt: undefined,
          meetingDueAt: undefined,
          meetingSlowAt: undefined,
          meetingAttempt: session.meetingAttempt + 1,
        });
        // It is a request anew, with all the time that one has to be answered.
        const anew = { requestedAt: now, confirmedAt: undefined, confirmedBy: undefined, platformWanted: undefined };
        const me = by.person.id;
        await step(tx, session, me, 'hand-over', { state, tutor: undefined, ...anew }, now);
        const about = sessionSubject(id);
        const dedupeKey = String(session.version + 1);
        await tx.owe(
          [
            ...asked.map((person) => ({ kind: 'request' as const, to: { person }, about, dedupeKey })),
            ...learners(session)
              .filter(({ person }) => person !== me)
              .map(({ person }) => ({
                kind: 'handed-over' as const,
                to: { person },
                about,
                dedupeKey,
                data: { name },
              })),
          ],
          now,
        );
        return reread(tx, id);
      }),
  };
}
