import { refusalFor } from '../calendar/objection.ts';
import { tellCalendars } from '../calendar/tell.ts';
import type { Clock } from '../clock.ts';
import { everybodyOf } from '../groups/places.ts';
import { OPEN_REQUESTS, type OpenRequests } from '../limits.ts';
import { follow } from '../may/may.ts';
import { permit } from '../may/tasks.ts';
import { announce } from '../meeting/announce.ts';
import type { MeetingPlatforms } from '../meeting/platforms.ts';
import { noteAnswer } from '../moderation/answering.ts';
import type { Owed } from '../owing/port.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor, Doer, Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { meetingDueAt } from '../series/steps.ts';
import type { Store, Transaction } from '../store.ts';
import { type ClearDay, createClearDay } from './clear-day.ts';
import { type Coming, createComing } from './coming.ts';
import { type Confirm, type ConfirmAll, type ConfirmListed, createConfirmAll } from './confirm-all.ts';
import { createHandOver, type HandOver } from './hand-over.ts';
import { cancelsLate } from './late-cancel.ts';
import { createMeetNow, type MeetNow } from './meet-now.ts';
import { createMove, type Move } from './move.ts';
import { remindAsked } from './nudge.ts';
import { createProposals, type Proposals } from './proposals.ts';
import { isAgreed, recordingDueAt } from './recording.ts';
import { createReopen, type Reopen } from './reopen.ts';
import { learners, participant, platformChosen, type Session } from './session.ts';
import { holdFor, locking, newParticipant, newSession, reread, step, tell } from './steps.ts';
import { lockAsking, objectionsNow, refuseOverOwnLimit } from './still-offered.ts';
import { tellAsked } from './tell-asked.ts';
import { type Check, type CheckedWish, createCheck, createWhom, refuseTooMany, type Whom, type Wish } from './wish.ts';

/** The ways of one session, from the request to the end. Each is one transaction; each refuses with a `Refusal`. */
export interface Sessions extends MeetNow, Proposals, Coming, HandOver, ClearDay {
  /** What `request` would do, without doing it. */
  check: Check;
  whom: Whom;
  request(by: Actor, wish: Wish): Promise<Session>;
  /** An admin asks for it for a learner, however much that learner has already. */
  requestFor(by: Actor, learner: Person, wish: Wish): Promise<Session>;
  /** `version` is the one that was on the card: nobody agrees to what they have not seen. */
  confirm: Confirm;
  /** All that this learner waits for from this tutor, with one answer. */
  confirmAll: ConfirmAll;
  /** All that stand on a page of a list of requests. */
  confirmListed: ConfirmListed;
  decline(by: Doer, id: string, version: number, reason: string): Promise<Session>;
  cancel(by: Doer, id: string, reason: string): Promise<Session>;
  /** Somebody enters: through the chat, or through their own link. */
  join(by: Pick<Actor, 'person' | 'isAdmin'>, id: string): Promise<Session>;
  /** `reason`: of an admin who ends it for its people. */
  end(by: Actor, id: string, reason?: string): Promise<Session>;
  /** Ticks an item of the checklist, or takes the tick away. */
  tick(by: Actor, id: string, item: string): Promise<Session>;
  /** Reminds the tutor of a request once more. */
  nudge(by: Actor, id: string): Promise<Session>;
  /** The same session at another time, as long as before. For admins. */
  move: Move;
  /** What is over comes back. For admins. */
  reopen: Reopen;
}

export function createSessions(
  store: Store,
  clock: Clock,
  openRequests: OpenRequests = OPEN_REQUESTS,
  roomAtOnce: MeetingPlatforms['roomAtOnce'] = () => undefined,
): Sessions {
  const withSession = locking(store);
  const whom = createWhom(store);
  const check = createCheck(store, clock, whom);

  async function request(by: Actor, wish: Wish, admin?: Person): Promise<Session> {
    const checked = await check(by, wish);
    const session = requested(by.person, checked, clock());
    await store.of(by.person.organization).transaction(async (tx) => {
      const tutor = checked.tutor === undefined ? undefined : checked.tutors[0];
      await lockAsking(tx, by.person.id, tutor);
      if (!admin) await refuseTooMany(tx, by, checked, openRequests);
      await tx.addSession(session);
      // What was kept for them while they filled in the dialog.
      await tx.release({ id: by.person.id, why: 'choosing' });
      const [isMine, isTheirs] = await Promise.all([
        holdFor(tx, by.person.id, session),
        session.tutor === undefined || holdFor(tx, session.tutor, session),
      ]);
      if (!isMine) throw new Refusal('you-are-busy', {}, 'when');
      if (!isTheirs) throw new Refusal('tutor-busy', { tutor: checked.tutors[0]?.person.name ?? '' }, 'when');
      const [against] = tutor ? await objectionsNow(tx, by.person.id, tutor, [session], session.requestedAt) : [];
      if (tutor && against) throw refusalFor(tutor, against);
      const about = sessionSubject(session.id);
      await tx.audit({
        about,
        by: (admin ?? by.person).id,
        event: 'request',
        to: 'requested',
        at: session.requestedAt,
      });
      const asked = checked.tutors.map(({ person }): Owed => ({ kind: 'request', to: { person: person.id }, about }));
      const me = { person: by.person.id };
      const data = admin && { by: admin.id, admin: admin.name };
      const told: Owed[] = data ? [{ kind: 'booked-for', to: me, about, data }] : [];
      await tx.owe([{ kind: 'receipt', to: me, about }, ...told, ...asked], session.requestedAt);
      await tx.enqueue({ name: 'refresh', data: { about } });
    });
    return session;
  }

  const confirm: Confirm = (by, id, version, platform, isOneOfMany = false) =>
    withSession(by, id, async (tx, session) => {
      const now = clock();
      const to = follow(by, 'confirm', session, now);
      if (session.version !== version) throw new Refusal('changed', {});
      const tutor = session.tutor ?? by.person.id;
      // Whoever is quick presses the button that was there before their choice: what they chose counts.
      const chosen = tutor === by.person.id ? platformChosen(session, tutor) : undefined;
      const platformWanted = chosen ?? platform;
      if (session.tutor === undefined) {
        // The first to confirm takes it; the constraint on holds keeps out whoever is in another session then.
        if (!(await holdFor(tx, tutor, session))) throw new Refusal('you-are-busy', {});
        await refuseOverOwnLimit(tx, tutor, session, now);
        await tx.addParticipant(id, newParticipant(tutor, 'tutor'));
      }
      const confirmedBy = by.person.id;
      const dueAt = meetingDueAt(session, now);
      const agreed = { state: to, tutor, confirmedAt: now, confirmedBy, platformWanted, meetingDueAt: dueAt };
      const confirmed = await step(tx, session, confirmedBy, 'confirm', agreed, now);
      const meeting = dueAt ? undefined : roomAtOnce(confirmed);
      if (!dueAt && !meeting)
        await tx.enqueue({ name: 'make-meeting', data: { session: id, ...(isOneOfMany && { isOneOfMany }) } });
      // Its room comes later, and its calendars know of it now.
      if (session.series) await tellCalendars(tx, confirmed, now);
      await tell(tx, confirmed, confirmedBy, { kind: 'confirmed', data: { at: session.startsAt.getTime() } }, now);
      if (!meeting) return confirmed;
      await announce(tx, confirmed, meeting, now);
      return { ...confirmed, meeting };
    });

  const sessions: Omit<Sessions, keyof ClearDay> = {
    check: async (by, wish) => {
      const checked = await check(by, wish);
      await refuseTooMany(store.of(by.person.organization), by, checked, openRequests);
      return checked;
    },
    whom,
    request: (by, wish) => request(by, wish),
    requestFor: async (by, learner, wish) => {
      permit(by, 'look after sessions');
      if (learner.organization !== by.person.organization) throw new Refusal('unknown-person', { typed: '' });
      if (learner.id === by.person.id) return request(by, wish);
      try {
        return await request({ ...by, person: learner, isAdmin: false }, wish, by.person);
      } catch (error) {
        const isTheirs = error instanceof Refusal && (error.code === 'you-are-busy' || error.code === 'asked-already');
        throw isTheirs ? new Refusal('person-busy', { name: learner.name }, 'when') : error;
      }
    },

    confirm,
    ...createConfirmAll(store, clock, confirm),

    decline: (by, id, version, reason) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        const to = follow(by, 'decline', session, now);
        if (session.version !== version) throw new Refusal('changed', {});
        const isAsked = session.tutor === undefined && session.candidates.includes(by.person.id);
        if (isAsked && session.candidates.length > 1) {
          await tx.declineCandidate(id, by.person.id);
          // What they suggested is off the table too.
          if (session.proposal?.by === by.person.id) {
            await tx.changeSession(session, { proposal: undefined });
            await tx.release({ id, why: 'proposal' });
          }
          await noteAnswer(tx, session, by.person.id, 'decline', now);
          await tx.audit({
            about: sessionSubject(id),
            by: by.person.id,
            event: 'decline',
            from: session.state,
            to: session.state,
            at: now,
          });
          await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
          return reread(tx, id);
        }
        if (isAsked) await tx.declineCandidate(id, by.person.id);
        const why = { state: to, reason, closedBy: by.person.id };
        const declined = await step(tx, session, by.person.id, 'decline', why, now, whyOf(reason));
        const about = sessionSubject(id);
        await tx.owe(
          learners(session).map(({ person }) => ({
            kind: 'declined',
            to: { person },
            about,
            dedupeKey: String(session.version),
          })),
          now,
        );
        // Who answers for others says so to them.
        if (!isAsked && session.tutor !== by.person.id) await tellAsked(tx, session, by.person, 'declined', now);
        return declined;
      }),

    cancel: (by, id, reason) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        const to = follow(by, 'cancel', session, now);
        const cancelledLate = cancelsLate(session, by.person.id, await tx.rules(session.organization), now);
        const why = { state: to, reason, closedBy: by.person.id, cancelledLate };
        const cancelled = await step(tx, session, by.person.id, 'cancel', why, now, whyOf(reason));
        const about = sessionSubject(id);
        await tx.owe(
          whoMustKnow(session, by.person.id).map((person) => ({
            kind: 'cancelled',
            to: { person },
            about,
            dedupeKey: String(session.version),
          })),
          now,
        );
        if (session.state === 'requested' && !participant(session, by.person.id))
          await tellAsked(tx, session, by.person, 'cancelled', now);
        return cancelled;
      }),

    join: (by, id) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, 'join', session, now);
        const person = by.person.id;
        const me = participant(session, person);
        // An admin who looks in.
        if (!me) return session;
        if (!me.joinedAt) {
          await tx.changeParticipant(id, person, { joinedAt: now });
          await tx.audit({
            about: sessionSubject(id),
            by: person,
            event: 'join',
            from: session.state,
            to: session.state,
            at: now,
          });
        }
        const joined = await reread(tx, id);
        if (!shouldStart(joined, now)) {
          await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
          return joined;
        }
        const to = follow(by, 'start', joined, now);
        return step(tx, joined, person, 'start', { state: to, startedAt: now }, now);
      }),

    end: (by, id, reason = '') =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        const to = follow(by, 'end', session, now);
        return ended(tx, session, by.person.id, to, now, reason === '' ? {} : { reason });
      }),

    tick: (by, id, item) =>
      withSession(by, id, async (tx, session) => {
        follow(by, 'tick', session, clock());
        const ticked = participant(session, by.person.id)?.checklist ?? [];
        const checklist = ticked.includes(item) ? ticked.filter((one) => one !== item) : [...ticked, item];
        await tx.changeParticipant(id, by.person.id, { checklist });
        return reread(tx, id);
      }),

    nudge: (by, id) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, 'nudge', session, now);
        await remindAsked(tx, session, now);
        await tx.audit({
          about: sessionSubject(id),
          by: by.person.id,
          event: 'nudge',
          from: session.state,
          to: session.state,
          at: now,
        });
        return session;
      }),

    ...createMeetNow(store, clock),
    move: createMove(store, clock),
    reopen: createReopen(store, clock),
    ...createProposals(store, clock, openRequests),
    ...createComing(store, clock),
    ...createHandOver(store, clock),
  };
  return { ...sessions, ...createClearDay(store, clock, sessions) };
}

/** The tutor and a learner are there, and its time has come. */
export function shouldStart(session: Session, now: Date): boolean {
  const areThere = (['tutor', 'learner'] as const).every((role) =>
    session.participants.some((one) => one.role === role && one.joinedAt !== undefined),
  );
  return session.state === 'confirmed' && now >= session.startsAt && areThere;
}

function requested(learner: Person, wish: CheckedWish, now: Date): Session {
  const { tutor, subject, note, startsAt, endsAt } = wish;
  const candidates = tutor === undefined ? wish.tutors.map((one) => one.person.id) : [];
  const session = newSession(learner, { tutor, candidates, subject, note, startsAt, endsAt }, now);
  return wish.platform === undefined ? session : { ...session, platformWanted: wish.platform };
}

/** What the history of a session keeps of a reason, also when it has none any more. */
function whyOf(reason = '') {
  return reason === '' ? undefined : { reason };
}

/** It is over: the questions go out, and the platform is asked who came. */
export async function ended(
  tx: Transaction,
  session: Session,
  by: string,
  to: Session['state'],
  now: Date,
  more: Partial<Pick<Session, 'startedAt' | 'endedAt' | 'reason'>> = {},
): Promise<Session> {
  const over = await step(
    tx,
    session,
    by,
    'end',
    { state: to, endedAt: now, closedBy: by, ...more },
    now,
    whyOf(more.reason),
  );
  if (session.meeting) await tx.enqueue({ name: 'attendance', data: { session: session.id } });
  if (session.meeting && isAgreed(session))
    await tx.annotateSession(session.id, { recordingDueAt: recordingDueAt(over.endedAt ?? now, now) });
  // A tutor to whom nobody came has nobody to speak of.
  const asked = learners(session).length === 0 ? [] : session.participants;
  const about = sessionSubject(session.id);
  await tx.owe(
    // It may end a second time.
    asked.map(({ person }) => ({ kind: 'feedback', to: { person }, about, dedupeKey: String(session.version) })),
    now,
  );
  return over;
}

/** Whom a cancellation concerns enough for a message of its own: a mere request disappears from the tutor's card alone. */
function whoMustKnow(session: Session, by: string): readonly string[] {
  const concerned = session.state === 'requested' ? learners(session).map((one) => one.person) : everybodyOf(session);
  return concerned.filter((person) => person !== by);
}
