import { tellCalendars } from '../calendar/tell.ts';
import type { Clock } from '../clock.ts';
import { type OrganizationRules, refuseTooFar } from '../community/rules.ts';
import { OPEN_REQUESTS, type OpenRequests, SERIES_HORIZON_DAYS, TIMES_PROPOSED_MOST } from '../limits.ts';
import { follow } from '../may/may.ts';
import { checkTeaches } from '../moderation/applications.ts';
import { sessionSubject } from '../owing/subject.ts';
import { refuseApart } from '../people/blocks.ts';
import { checkMayAsk } from '../people/may-ask.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { meetingDueAt } from '../series/steps.ts';
import type { OrganizationTransaction, Store, Transaction } from '../store.ts';
import { refuseUnfairMove } from './fair-share.ts';
import { isLearner, isOpen, type Proposal, type Session } from './session.ts';
import { holdFor, locking, newParticipant, step } from './steps.ts';

/** Other times for a session, which one side suggests and the other answers. */
export interface Proposals {
  /** Holds up to three other times for both, in the place of those that were suggested before, and asks the other side. */
  propose(by: Actor, id: string, times: readonly Date[]): Promise<Session>;
  /** Takes one of them: the session is confirmed then. `platform`: where, if nobody had said. */
  takeTime(by: Actor, id: string, at: Date, platform: string | undefined): Promise<Session>;
  /** None of them; all stays as it is. */
  refuseTimes(by: Actor, id: string): Promise<Session>;
  /** Whoever suggested them thinks better of it. */
  withdrawTimes(by: Actor, id: string): Promise<Session>;
}

export function createProposals(
  store: Pick<Store, 'of'>,
  clock: Clock,
  openRequests: OpenRequests = OPEN_REQUESTS,
): Proposals {
  const withSession = locking(store);

  /** They are none any more, and nothing else has changed. */
  async function drop(
    tx: Transaction,
    session: Session,
    by: Actor,
    act: 'refuse-times' | 'withdraw-times',
  ): Promise<Session> {
    const now = clock();
    const state = follow(by, act, session, now);
    const asBefore = await step(tx, session, by.person.id, act, { state, proposal: undefined }, now);
    await tx.release({ id: session.id, why: 'proposal' });
    return asBefore;
  }

  return {
    propose: (by, id, chosen) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        const state = follow(by, 'propose', session, now);
        await refuseBeginning(tx, by, session, now);
        const times = checked(session, chosen, await tx.rules(session.organization), now);
        await refuseTooMany(tx, by, session, openRequests);
        const me = by.person.id;
        const proposal: Proposal = { by: me, at: now, times };
        const said = { times: times.map((time) => time.toISOString()).join(' ') };
        const proposed = await step(tx, session, me, 'propose', { state, proposal }, now, said);
        await tx.release({ id, why: 'proposal' });
        await holdTimes(tx, proposed, me, times);
        const about = sessionSubject(id);
        const data = { by: me, at: now.getTime(), times: times.map((time) => time.getTime()) };
        await tx.owe(
          others(session, me).map((person) => ({
            kind: 'times-proposed',
            to: { person },
            about,
            data,
            dedupeKey: String(session.version),
          })),
          now,
        );
        return proposed;
      }),

    takeTime: (by, id, at, platform) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        const state = follow(by, 'take-time', session, now);
        const { proposal } = session;
        if (!proposal?.times.some((time) => time.getTime() === at.getTime())) throw new Refusal('times-over', {});
        await refuseBeginning(tx, by, session, now);
        const me = by.person.id;
        const endsAt = endOf(session, at);
        await refuseUnfairMove(tx, [{ ...session, startsAt: at }]);
        await tx.release({ id });
        const tutor = session.tutor ?? proposal.by;
        const people = sides(session);
        const held = await Promise.all(
          people.map((person) => holdFor(tx, person, { ...session, startsAt: at, endsAt })),
        );
        const busy = people[held.indexOf(false)];
        if (busy !== undefined) throw await busyWith(tx, busy, me, at);
        if (session.tutor === undefined) await tx.addParticipant(id, newParticipant(tutor, 'tutor'));
        // Who was early is not there at the new time.
        for (const { person, joinedAt } of session.participants)
          if (joinedAt) await tx.changeParticipant(id, person, { joinedAt: undefined, leftAt: undefined });
        const moved = {
          state,
          startsAt: at,
          endsAt,
          // Agreed anew: reminders whose time lay before this are none.
          confirmedAt: now,
          movedFromAt: session.startsAt,
          movedBy: proposal.by,
          proposal: undefined,
        };
        const isAgreed = session.state === 'confirmed';
        const agreed = {
          tutor,
          confirmedBy: tutor,
          platformWanted: session.choices[tutor] ?? session.platformWanted ?? platform,
          closedBy: undefined,
          reason: undefined,
        };
        const [from, to] = [session.startsAt.getTime(), at.getTime()];
        // What is put off stays so: it is made in time for the new one.
        const isUnmade = !session.meeting && (!isAgreed || (session.series && session.meetingDueAt !== undefined));
        const dueAt = meetingDueAt({ ...session, startsAt: at }, now);
        const patch = {
          ...moved,
          ...(isAgreed ? {} : agreed),
          ...(session.series && isUnmade && { meetingDueAt: dueAt }),
        };
        const taken = await step(tx, session, me, 'take-time', patch, now, { startsAt: from, movedTo: to });
        if (session.series && !isAgreed) await tellCalendars(tx, taken, now);
        const data = { from, to, by: me, isTaken: true };
        const about = sessionSubject(id);
        const dedupeKey = String(session.version + 1);
        await tx.owe(
          others(session, me).map((person) => ({ kind: 'moved', to: { person }, about, data, dedupeKey })),
          now,
        );
        if (isAgreed) await tx.enqueue({ name: 'update-meeting', data: { session: id } });
        if (isUnmade && !dueAt) await tx.enqueue({ name: 'make-meeting', data: { session: id } });
        return taken;
      }),

    refuseTimes: (by, id) =>
      withSession(by, id, async (tx, session) => {
        const asBefore = await drop(tx, session, by, 'refuse-times');
        const about = sessionSubject(id);
        const data = { by: by.person.id };
        const dedupeKey = String(session.version);
        await tx.owe(
          others(session, by.person.id).map((person) => ({
            kind: 'times-refused',
            to: { person },
            about,
            data,
            dedupeKey,
          })),
          clock(),
        );
        return asBefore;
      }),

    withdrawTimes: (by, id) => withSession(by, id, (tx, session) => drop(tx, session, by, 'withdraw-times')),
  };
}

/** Each once, soonest first. @throws Refusal at the field that is wrong. */
function checked(
  session: Session,
  chosen: readonly Date[],
  rules: Pick<OrganizationRules, 'horizonDays'>,
  now: Date,
): readonly Date[] {
  const times = [...new Set(chosen.map((time) => time.getTime()))];
  if (times.length === 0) throw new Refusal('required', {}, 'when');
  if (times.length > TIMES_PROPOSED_MOST) throw new Refusal('too-many-times', { most: TIMES_PROPOSED_MOST }, 'when');
  for (const time of chosen) {
    if (time <= now) throw new Refusal('past', {}, 'when');
    if (isOpen(session) && time.getTime() === session.startsAt.getTime()) throw new Refusal('same-time', {}, 'when');
  }
  refuseTooFar(chosen, session.series ? { horizonDays: SERIES_HORIZON_DAYS } : rules, now);
  return times.sort((a, b) => a - b).map((time) => new Date(time));
}

/** Another time for what came to nothing is something new: for whoever may ask for that, and of nobody who is apart from them. */
async function refuseBeginning(tx: Transaction, by: Actor, session: Session, now: Date): Promise<void> {
  if (isOpen(session)) return;
  checkMayAsk(by, now);
  if (isLearner(session, by.person.id) && by.person.isSilenced) throw new Refusal('silenced', {});
  const over = new Refusal('times-over', {});
  const whom = others(session, by.person.id);
  for (const other of whom) await refuseApart(tx, by, other, over);
  // Nor of whoever was blocked or teaches no more since.
  const people = await tx.people(whom);
  if (whom.some((one) => people.get(one)?.isBanned)) throw over;
  if (session.tutor === undefined) return;
  const tutor = await tx.tutor(session.tutor);
  if (session.tutor === by.person.id) checkTeaches(tutor);
  else if (tutor?.application.standing !== 'approved') throw over;
}

/** Another time for what came to nothing is a request anew, and counts as one. */
async function refuseTooMany(
  tx: OrganizationTransaction,
  by: Actor,
  session: Session,
  { most, perTutor }: OpenRequests,
): Promise<void> {
  const me = by.person.id;
  if (isOpen(session) || session.proposal?.by === me || !isLearner(session, me)) return;
  await tx.lockPerson(me);
  const open = await tx.openRequests(me);
  if (open.filter((one) => one === session.tutor).length >= perTutor) {
    const tutor = session.tutor === undefined ? undefined : await tx.person(session.tutor);
    throw new Refusal('too-many-with-tutor', { most: perTutor, tutor: tutor?.name ?? '' });
  }
  if (open.length >= most) throw new Refusal('too-many-requests', { most });
}

/** All of them for both. The database says who is in another session then. */
async function holdTimes(tx: Transaction, session: Session, me: string, times: readonly Date[]): Promise<void> {
  for (const at of times)
    for (const person of sides(session)) {
      const isHeld = await tx.hold(person, { why: 'proposal', id: session.id }, at, endOf(session, at));
      if (!isHeld) throw await busyWith(tx, person, me, at, 'when');
    }
}

async function busyWith(tx: Transaction, person: string, me: string, at: Date, field?: string): Promise<Refusal> {
  if (person === me) return new Refusal('you-are-busy', {}, field);
  return new Refusal('time-busy', { name: (await tx.person(person))?.name ?? '', at }, field);
}

function endOf({ startsAt, endsAt }: Session, at: Date): Date {
  return new Date(at.getTime() + endsAt.getTime() - startsAt.getTime());
}

/** Its people, and of several tutors who were asked the one who suggests a time. */
export function sides({ participants, proposal, tutor }: Session): readonly string[] {
  const people = participants.map(({ person }) => person);
  return tutor === undefined && proposal ? [...people, proposal.by] : people;
}

function others(session: Session, me: string): readonly string[] {
  return sides(session).filter((person) => person !== me);
}
