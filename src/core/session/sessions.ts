import type { Clock } from '../clock.ts';
import { EXPIRE_AFTER_HOURS, JOIN_BEFORE_MINUTES } from '../limits.ts';
import type { Owed } from '../owing/port.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor, Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Store, Transaction } from '../store.ts';
import { type Confirm, type ConfirmAll, createConfirmAll } from './confirm-all.ts';
import { createMeetNow, type Meet } from './meet-now.ts';
import { createMove } from './move.ts';
import { follow, learners, type Party, participant, partiesOf, type Session } from './session.ts';
import { holdFor, locking, newParticipant, newSession, reread, step } from './steps.ts';
import { type Check, type CheckedWish, createCheck, type Wish } from './wish.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The ways of one session, from the request to the end. Each is one transaction; each refuses with a `Refusal`. */
export interface Sessions {
  /** What `request` would do, without doing it. */
  check: Check;
  request(by: Actor, wish: Wish): Promise<Session>;
  /** `version` is the one that was on the card: nobody agrees to what they have not seen. */
  confirm: Confirm;
  /** All that this learner waits for from this tutor, with one answer. */
  confirmAll: ConfirmAll;
  decline(by: Actor, id: string, version: number, reason: string): Promise<Session>;
  cancel(by: Actor, id: string, reason: string): Promise<Session>;
  /** Somebody enters: through the chat, or through their own link. */
  join(by: Pick<Actor, 'person' | 'isAdmin'>, id: string): Promise<Session>;
  end(by: Actor, id: string): Promise<Session>;
  /** Ticks an item of the checklist, or takes the tick away. */
  tick(by: Actor, id: string, item: string): Promise<Session>;
  /** Reminds the tutor of a request once more. */
  nudge(by: Actor, id: string): Promise<Session>;
  /** A session that starts now, confirmed at once: for tutors, and for admins with anybody. */
  meetNow(by: Actor, meet: Meet): Promise<Session>;
  /** The same session at another time, as long as before. For admins. */
  move(by: Actor, id: string, startsAt: Date): Promise<Session>;
}

export function createSessions(store: Store, clock: Clock): Sessions {
  const withSession = locking(store);
  const check = createCheck(store, clock);

  async function request(by: Actor, wish: Wish): Promise<Session> {
    const checked = await check(by, wish);
    const session = requested(by.person, checked, clock());
    await store.of(by.person.organization).transaction(async (tx) => {
      await tx.addSession(session);
      if (!(await holdFor(tx, by.person.id, session))) throw new Refusal('you-are-busy', {}, 'when');
      if (session.tutor !== undefined && !(await holdFor(tx, session.tutor, session))) {
        throw new Refusal('tutor-busy', { tutor: checked.tutors[0]?.person.name ?? '' }, 'when');
      }
      const about = sessionSubject(session.id);
      await tx.audit({
        about,
        by: by.person.id,
        event: 'request',
        to: 'requested',
        at: session.requestedAt,
      });
      const asked = checked.tutors.map(({ person }): Owed => ({ kind: 'request', to: { person: person.id }, about }));
      await tx.owe([{ kind: 'receipt', to: { person: by.person.id }, about }, ...asked], session.requestedAt);
      await tx.enqueue({ name: 'refresh', data: { about } });
    });
    return session;
  }

  const confirm: Confirm = (by, id, version, platform, isOneOfMany = false) =>
    withSession(id, by.person.organization, async (tx, session) => {
      const parties = partiesOf(session, by.person.id, by.isAdmin);
      const to = follow(session, 'confirm', session.tutor === undefined ? withoutAdmin(parties) : parties);
      const now = clock();
      if (session.startsAt <= now) throw new Refusal('too-late', {});
      if (session.version !== version) throw new Refusal('changed', {});
      // Whoever is quick presses the button that was there before the choice: what was chosen counts.
      const platformWanted = (session.tutor && session.platformWanted) ?? platform;
      const tutor = session.tutor ?? by.person.id;
      if (session.tutor === undefined) {
        // The first to confirm takes it; the constraint on holds keeps out whoever is in another session then.
        if (!(await holdFor(tx, tutor, session))) throw new Refusal('you-are-busy', {});
        await tx.addParticipant(id, newParticipant(tutor, 'tutor'));
      }
      await step(tx, session, by.person.id, 'confirm', { state: to, tutor, confirmedAt: now, platformWanted }, now);
      await tx.enqueue({ name: 'make-meeting', data: { session: id, ...(isOneOfMany && { isOneOfMany }) } });
      return reread(tx, id);
    });

  return {
    check,
    request,

    confirm,
    confirmAll: createConfirmAll(store, confirm),

    decline: (by, id, version, reason) =>
      withSession(id, by.person.organization, async (tx, session) => {
        const parties = partiesOf(session, by.person.id, by.isAdmin);
        const to = follow(session, 'decline', session.tutor === undefined ? withoutAdmin(parties) : parties);
        if (session.version !== version) throw new Refusal('changed', {});
        const now = clock();
        const others = session.candidates.filter((candidate) => candidate !== by.person.id);
        if (session.tutor === undefined && others.length > 0) {
          await tx.declineCandidate(id, by.person.id);
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
        if (session.tutor === undefined) await tx.declineCandidate(id, by.person.id);
        await step(tx, session, by.person.id, 'decline', { state: to, reason, closedBy: by.person.id }, now);
        const about = sessionSubject(id);
        await tx.owe(
          learners(session).map(({ person }) => ({ kind: 'declined', to: { person }, about })),
          now,
        );
        return reread(tx, id);
      }),

    cancel: (by, id, reason) =>
      withSession(id, by.person.organization, async (tx, session) => {
        const to = follow(session, 'cancel', partiesOf(session, by.person.id, by.isAdmin));
        const now = clock();
        await step(tx, session, by.person.id, 'cancel', { state: to, reason, closedBy: by.person.id }, now);
        const about = sessionSubject(id);
        await tx.owe(
          whoMustKnow(session, by.person.id).map((person) => ({ kind: 'cancelled', to: { person }, about })),
          now,
        );
        return reread(tx, id);
      }),

    join: ({ person: { id: person, organization }, isAdmin }, id) =>
      withSession(id, organization, async (tx, session) => {
        const parties = partiesOf(session, person, isAdmin);
        if (!parties.some((party) => party !== 'candidate')) throw new Refusal('not-yours', {});
        const now = clock();
        if (session.state !== 'confirmed' && session.state !== 'started')
          throw new Refusal('moved-on', { state: session.state });
        const opensAt = doorOpensAt(session);
        if (now < opensAt) throw new Refusal('too-early', { opensAt });
        if (now >= session.endsAt) throw new Refusal('too-late', {});
        if (!session.meeting) throw new Refusal('no-meeting-yet', {});
        const me = participant(session, person);
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
        await step(tx, joined, person, 'start', { state: 'started', startedAt: now }, now);
        return reread(tx, id);
      }),

    end: (by, id) =>
      withSession(id, by.person.organization, async (tx, session) => {
        const to = follow(session, 'end', partiesOf(session, by.person.id, by.isAdmin));
        const now = clock();
        if (now < session.startsAt) throw new Refusal('too-early', { opensAt: session.startsAt });
        await ended(tx, session, by.person.id, to, now);
        return reread(tx, id);
      }),

    tick: (by, id, item) =>
      withSession(id, by.person.organization, async (tx, session) => {
        const me = participant(session, by.person.id);
        if (!me) throw new Refusal('not-yours', {});
        const checklist = me.checklist.includes(item)
          ? me.checklist.filter((one) => one !== item)
          : [...me.checklist, item];
        await tx.changeParticipant(id, by.person.id, { checklist });
        return reread(tx, id);
      }),

    nudge: (by, id) =>
      withSession(id, by.person.organization, async (tx, session) => {
        if (!by.isAdmin) throw new Refusal('only-admins', {});
        if (session.state !== 'requested') throw new Refusal('moved-on', { state: session.state });
        const now = clock();
        // One nudge an hour at the most, however often the button is pressed.
        const dedupeKey = String(Math.floor(now.getTime() / HOUR));
        const about = sessionSubject(id);
        const asked = session.tutor === undefined ? session.candidates : [session.tutor];
        await tx.owe(
          asked.map((person) => ({ kind: 'nudge', to: { person }, about, dedupeKey })),
          now,
        );
        await tx.audit({
          about,
          by: by.person.id,
          event: 'nudge',
          from: session.state,
          to: session.state,
          at: now,
        });
        return session;
      }),

    meetNow: createMeetNow(store, clock),
    move: createMove(store, clock),
  };
}

/** By when a request must be answered: then it expires. */
export function answerBy(session: Pick<Session, 'requestedAt' | 'startsAt'>): Date {
  return new Date(Math.min(session.requestedAt.getTime() + EXPIRE_AFTER_HOURS * HOUR, session.startsAt.getTime()));
}

/** From when people may enter. */
export function doorOpensAt(session: Pick<Session, 'startsAt'>): Date {
  return new Date(session.startsAt.getTime() - JOIN_BEFORE_MINUTES * MINUTE);
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
  return newSession(learner, { tutor, candidates, subject, note, startsAt, endsAt }, now);
}

/** It is over: the questions go out, and the platform is asked who came. */
export async function ended(
  tx: Transaction,
  session: Session,
  by: string,
  to: Session['state'],
  now: Date,
  times: Partial<Pick<Session, 'startedAt' | 'endedAt'>> = {},
): Promise<void> {
  await step(tx, session, by, 'end', { state: to, endedAt: now, ...times }, now);
  if (session.meeting) await tx.enqueue({ name: 'attendance', data: { session: session.id } });
  // A tutor to whom nobody came has nobody to speak of.
  const asked = learners(session).length === 0 ? [] : session.participants;
  const about = sessionSubject(session.id);
  await tx.owe(
    asked.map(({ person }) => ({ kind: 'feedback', to: { person }, about })),
    now,
  );
}

/** An admin answers for a tutor, but cannot say for nobody in particular. */
function withoutAdmin(parties: readonly Party[]): readonly Party[] {
  return parties.filter((party) => party !== 'admin');
}

/** Whom a cancellation concerns enough for a message of its own: a mere request disappears from the tutor's card alone. */
function whoMustKnow(session: Session, by: string): readonly string[] {
  const concerned = session.state === 'requested' ? learners(session) : session.participants;
  return concerned.map((one) => one.person).filter((person) => person !== by);
}
