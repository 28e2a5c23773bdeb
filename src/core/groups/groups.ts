import { tellCalendarsOfMany } from '../calendar/tell.ts';
import type { Clock } from '../clock.ts';
import { refuseTooFar } from '../community/rules.ts';
import { follow } from '../may/may.ts';
import { mayDo } from '../may/tasks.ts';
import { checkTeaches } from '../moderation/applications.ts';
import { seriesSubject, sessionSubject } from '../owing/subject.ts';
import { refuseApart } from '../people/blocks.ts';
import { checkMayAsk } from '../people/may-ask.ts';
import type { Actor, Doer, Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { lockingSeries } from '../series/steps.ts';
import { refuseUnfair } from '../session/fair-share.ts';
import { cancelsLate, LEFT_LATE } from '../session/late-cancel.ts';
import { participant, type Session } from '../session/session.ts';
import { locking, refresh, reread } from '../session/steps.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import { enrolInAll, leaveAll } from './course.ts';
import { isWaitingFor, placesLeft } from './group.ts';
import { busyTutor, checkGroup, createOpened, endOf, type GroupPlan, hereOf } from './open.ts';
import { type Courses, createCourses } from './open-course.ts';
import { givePlaceUp, moveUp, takePlace } from './places.ts';
import { tellTakenOut } from './taken-out.ts';

export interface Groups extends Courses {
  /** What `open` would refuse, without opening it. @returns who teaches it */
  check(by: Actor, plan: GroupPlan): Promise<Person>;
  /** Opens it: it holds its tutor and is confirmed from the start. Tutors for themselves, admins for every tutor. */
  open(by: Actor, plan: GroupPlan): Promise<Session>;
  /** Takes a place, or the next one on the waitlist where there is none. */
  enrol(by: Actor, id: string): Promise<Session>;
  /** Gives the place up, or stops waiting for one; whoever waits longest moves up. Of a course in all of it, or in this one alone. */
  leave(by: Doer, id: string, scope?: 'this' | 'all'): Promise<Session>;
  /** The same by an observer, for a learner whose sessions they see; the learner hears of it. */
  takeOut(by: Actor, id: string, learner: string, scope?: 'this' | 'all'): Promise<Session>;
  /** Announces it in the channel in which they act. @returns false where it is announced already */
  announce(by: Actor, id: string): Promise<boolean>;
}

type Leaving = 'leave' | 'take-out';

export function createGroups(store: Pick<Store, 'of'>, clock: Clock): Groups {
  const withSession = locking(store);
  const withSeries = lockingSeries(store);

  /** A course is joined and left as a whole. */
  async function ofCourse(
    by: Doer,
    id: string,
    act: 'enrol' | Leaving,
    inAll: typeof enrolInAll,
    person = by.person.id,
  ): Promise<Session | undefined> {
    const series = (await store.of(by.person.organization).session(id))?.series;
    if (!series) return undefined;
    return withSeries(by, series.id, async (tx, all) => {
      const session = all.find((one) => one.id === id);
      if (!session) throw new Refusal('no-such-session', {});
      const now = clock();
      follow(by, act, session, now);
      if (act === 'enrol') {
        const me = by.person.id;
        const isNew = (one: Session) => one.state === 'confirmed' && one.startsAt > now && !participant(one, me);
        await tx.lockPerson(me);
        checkMayAsk(by, now);
        await refuseApart(tx, by, session.tutor, new Refusal('no-such-session', {}));
        await refuseUnfair(
          tx,
          by.person,
          all.filter(isNew).map(({ startsAt }) => startsAt),
        );
      }
      if (act === 'take-out') await tellTakenOut(tx, by, session, person, now);
      await inAll(tx, person, all, now);
      return reread(tx, id);
    });
  }

  async function outOf(by: Doer, act: Leaving, person: string, id: string, scope: 'this' | 'all'): Promise<Session> {
    const leftAll = scope === 'all' ? await ofCourse(by, id, act, leaveAll, person) : undefined;
    if (leftAll) return leftAll;
    return withSession(by, id, async (tx, session) => {
      const now = clock();
      follow(by, act, session, now);
      if (act === 'take-out') await tellTakenOut(tx, by, session, person, now);
      const wasIn = participant(session, person) !== undefined;
      const isLate = cancelsLate(session, person, await tx.rules(session.organization), now);
      if (wasIn) await tellCalendarsOfMany(tx, [session], [person], 'left', now);
      if (wasIn) await givePlaceUp(tx, session, person);
      else await tx.stopWaiting(id, person);
      const left = await noted(tx, session, person, wasIn ? 'leave' : 'stop-waiting', now, isLate && LEFT_LATE);
      // Whoever waits for a course waits for all of it.
      if (!wasIn || session.series) return left;
      await moveUp(tx, id, now);
      return reread(tx, id);
    });
  }

  async function check(by: Actor, plan: GroupPlan): Promise<Person> {
    const now = clock();
    const ours = store.of(by.person.organization);
    if (!mayDo(by, 'open a group', plan.tutor)) throw new Refusal('only-admins', {}, 'tutor');
    const tutor = await ours.tutor(plan.tutor);
    if (!tutor)
      throw mayDo(by, 'open a group')
        ? new Refusal('unknown-tutor', { typed: '' }, 'tutor')
        : new Refusal('not-a-tutor', {});
    checkTeaches(tutor);
    if (plan.startsAt <= now) throw new Refusal('past', {}, 'when');
    refuseTooFar([plan.startsAt], await ours.rules(by.person.organization), now);
    checkGroup(plan);
    const busy = await ours.busy([plan.tutor], plan.startsAt, endOf(plan));
    if (busy.length > 0) throw busyTutor(by, tutor.person);
    return tutor.person;
  }

  return {
    check,

    open: async (by, plan) => {
      const tutor = await check(by, plan);
      const now = clock();
      return store.of(by.person.organization).transaction(async (tx) => {
        const session = await createOpened(tx, by, tutor, plan, now);
        await announceHere(tx, by, session, now);
        return session;
      });
    },

    ...createCourses(store, clock, check, announceHere),

    enrol: async (by, id) =>
      (await ofCourse(by, id, 'enrol', enrolInAll)) ??
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, 'enrol', session, now);
        const me = by.person.id;
        const isIn = placesLeft(session) > 0;
        await tx.lockPerson(me);
        checkMayAsk(by, now);
        await refuseApart(tx, by, session.tutor, new Refusal('no-such-session', {}));
        await refuseUnfair(tx, by.person, [session.startsAt]);
        if (isIn && !(await takePlace(tx, session, me, now, false))) throw new Refusal('you-are-busy', {});
        if (!isIn && isWaitingFor(session, me)) return session;
        if (!isIn) await tx.wait(id, me, now);
        return noted(tx, session, me, isIn ? 'enrol' : 'wait', now);
      }),

    leave: (by, id, scope = 'all') => outOf(by, 'leave', by.person.id, id, scope),

    takeOut: (by, id, learner, scope = 'all') => outOf(by, 'take-out', learner, id, scope),

    announce: (by, id) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, 'announce', session, now);
        if (by.channel === undefined) throw new Refusal('no-channel', {});
        return announceHere(tx, by, session, now);
      }),
  };
}

/** Writes who did it, and has every card brought up to date. */
async function noted(
  tx: OrganizationTransaction,
  session: Session,
  by: string,
  event: string,
  at: Date,
  data: typeof LEFT_LATE | false = false,
): Promise<Session> {
  const { id, state } = session;
  const about = sessionSubject(id);
  await tx.audit({ about, by, event, from: state, to: state, at, ...(data && { data }) });
  await refresh(tx, [session]);
  return reread(tx, id);
}

/** In the channel in which somebody acts, where they do so in one; a course as a whole. */
async function announceHere(
  tx: OrganizationTransaction,
  by: Actor,
  { id, series }: Pick<Session, 'id' | 'series'>,
  at: Date,
): Promise<boolean> {
  const here = await hereOf(tx, by);
  if (!here) return false;
  const before = await tx.announcements(series ? seriesSubject(series.id) : sessionSubject(id), here);
  if (before.some(({ isThere }) => isThere)) return false;
  const announced = { to: here, dedupeKey: String(before.length), data: { by: by.person.id } };
  await tx.owe(
    series
      ? [{ kind: 'course', about: seriesSubject(series.id), ...announced }]
      : [{ kind: 'group', about: sessionSubject(id), ...announced }],
    at,
  );
  return true;
}
