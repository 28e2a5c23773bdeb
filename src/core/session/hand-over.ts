import { tellFormerTutors } from '../calendar/tell.ts';
import type { Clock } from '../clock.ts';
import { EXPIRE_AFTER_HOURS } from '../limits.ts';
import { follow } from '../may/may.ts';
import { discard } from '../meeting/rehouse.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationReads, OrganizationTransaction, Store, Transaction } from '../store.ts';
import type { SessionPatch } from './port.ts';
import { asker, learners, lengthMinutes, type Session } from './session.ts';
import { holdFor, locking, newParticipant, reread, step } from './steps.ts';
import { lockAsking } from './still-offered.ts';
import { tellAsked } from './tell-asked.ts';
import { freeThen } from './wish.ts';

const HOUR = 3_600_000;

export interface HandOver {
  /** The tutors who could take it over: of the subject, and free then. @throws Refusal where there is none */
  whoElse(by: Actor, session: Session): Promise<readonly Tutor[]>;
  /**
   * The tutor is out of it, and the other tutors of the subject who are free then are asked: the first to confirm takes
   * it. Learners keep their time, and hear of it.
   */
  handOver(by: Actor, id: string): Promise<Session>;
  /** An admin asks this tutor in place of whoever was asked before, one or several. All of them hear who did it. */
  handTo(by: Actor, id: string, tutor: string): Promise<Session>;
}

export function createHandOver(store: Pick<Store, 'of'>, clock: Clock): HandOver {
  const withSession = locking(store);

  async function others(reads: OrganizationReads, session: Session): Promise<readonly Tutor[]> {
    const { subject, startsAt, endsAt } = session;
    const isInIt = new Set(session.participants.map(({ person }) => person));
    const teachers = await reads.tutors({ subject, isPaused: false });
    const asked = teachers.filter(({ person }) => !isInIt.has(person.id));
    const wish = { subject, startsAt, endsAt, lengthMinutes: lengthMinutes(session) };
    return freeThen(reads, asker(session), asked, wish, clock());
  }

  async function ask(
    tx: OrganizationTransaction,
    session: Session,
    by: Actor,
    act: 'hand-over' | 'hand-to',
    asked: readonly string[],
  ): Promise<Session> {
    const now = clock();
    const anew = await passOn(tx, session, by, act, asked, now);
    const { series } = session;
    const answerBy = new Date(now.getTime() + EXPIRE_AFTER_HOURS * HOUR);
    const patch = { ...anew, ...(series && { series: { ...series, answerBy } }) };
    await step(tx, session, by.person.id, act, patch, now);
    await tellOf(tx, session, by, asked, now);
    await tellFormerTutors(tx, [session], now);
    return reread(tx, session.id);
  }

  return {
    whoElse: async (by, session) => {
      const act = session.tutor === undefined ? 'hand-to' : 'hand-over';
      follow(by, act, session, clock());
      return others(store.of(by.person.organization), session);
    },

    handOver: (by, id) =>
      withSession(by, id, async (tx, session) => {
        follow(by, 'hand-over', session, clock());
        if (session.tutor === undefined) throw new Refusal('changed', {});
        const asked = await others(tx, session);
        return ask(
          tx,
          session,
          by,
          'hand-over',
          asked.map(({ person }) => person.id),
        );
      }),

    handTo: (by, id, tutor) =>
      withSession(by, id, async (tx, session) => {
        follow(by, 'hand-to', session, clock());
        // Whoever else gives them one at this moment is waited for: what they take at most holds for both.
        await lockAsking(tx, tutor, await tx.tutor(tutor));
        const free = await others(tx, session);
        if (!free.some(({ person }) => person.id === tutor)) throw new Refusal('unknown-tutor', { typed: '' }, 'tutor');
        return ask(tx, session, by, 'hand-to', [tutor]);
      }),
  };
}

/**
 * Whoever was asked before is out of it. It is a request anew then, with all the time that one has to be answered.
 * @returns what changes of it
 */
export async function passOn(
  tx: Transaction,
  session: Session,
  by: Actor,
  act: 'hand-over' | 'hand-to',
  asked: readonly string[],
  now: Date,
): Promise<SessionPatch> {
  const { id, tutor: before, meeting } = session;
  const state = follow(by, act, session, now);
  const tutor = act === 'hand-to' ? asked[0] : undefined;
  if (before !== undefined) await tx.removeParticipant(id, before);
  if (before !== undefined) await tx.release({ id, person: before });
  await tx.setCandidates(id, tutor === undefined ? asked : []);
  if (tutor !== undefined && !(await holdFor(tx, tutor, session)))
    throw new Refusal('tutor-busy', { tutor: (await tx.person(tutor))?.name ?? '' }, 'tutor');
  if (tutor !== undefined) await tx.addParticipant(id, newParticipant(tutor, 'tutor'));
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
  const anew = { requestedAt: now, confirmedAt: undefined, confirmedBy: undefined, platformWanted: undefined };
  return { state, tutor, ...anew };
}

/** Those who are asked now, the learners, and whoever was asked before: of what an admin did they read who it was. */
async function tellOf(
  tx: OrganizationTransaction,
  before: Session,
  by: Actor,
  asked: readonly string[],
  now: Date,
): Promise<void> {
  const { id } = before;
  const me = by.person.id;
  const about = sessionSubject(id);
  const dedupeKey = String(before.version + 1);
  const name = before.tutor === undefined ? '' : ((await tx.person(before.tutor))?.name ?? '');
  const doer = { by: me, admin: by.person.name };
  const data = { name, ...(me !== before.tutor && doer) };
  await tx.owe(
    [
      ...asked.map((person) => ({ kind: 'request' as const, to: { person }, about, dedupeKey })),
      ...learners(before)
        .filter(({ person }) => person !== me)
        .map(({ person }) => ({ kind: 'handed-over' as const, to: { person }, about, dedupeKey, data })),
    ],
    now,
  );
  await tellAsked(tx, before, by.person, 'given', now, asked);
}
