import { searchSlots } from '../calendar/slots.ts';
import type { Clock } from '../clock.ts';
import { CLEARED_MOST, TIMES_PROPOSED_MOST } from '../limits.ts';
import { may } from '../may/may.ts';
import { permit } from '../may/tasks.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationReads, Store } from '../store.ts';
import { seenKey } from './confirm-all.ts';
import { asker, lengthMinutes, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';

const DAY = 86_400_000;
/** Slots that are looked through for those nearest to each session. */
const SLOTS_MOST = 600;
/** How far around a session another time is looked for. */
const NEAR_DAYS = 21;

/** Whose time is cleared, from which instant until before which. */
export interface Stretch {
  readonly tutor: string;
  readonly from: Date;
  readonly to: Date;
}

/** `move`: the tutor suggests other times, an admin moves; `hand-over`: other tutors are asked; `cancel`: it is called off. */
export type Way = 'move' | 'hand-over' | 'cancel';

export interface ClearDay {
  /** What would have to go, soonest first. @throws Refusal for whoever is neither that tutor nor an admin. */
  planned(by: Actor, stretch: Stretch): Promise<readonly Session[]>;
  /**
   * Does it to each by itself: what cannot be done is left, and the others go on. `seen` is `seenKey` of what was listed:
   * nothing is touched that was not.
   */
  clear(by: Actor, stretch: Stretch, way: Way, seen: string, reason: string): Promise<Cleared>;
}

export interface Cleared {
  readonly done: readonly Session[];
  readonly left: readonly { readonly session: Session; readonly why: Refusal }[];
}

type Deeds = Pick<Sessions, 'propose' | 'move' | 'handOver' | 'cancel' | 'decline'>;

export function createClearDay(store: Pick<Store, 'of'>, clock: Clock, sessions: Deeds): ClearDay {
  const planned: ClearDay['planned'] = async (by, { tutor, from, to }) => {
    permit(by, 'clear days', tutor);
    const found = await store.of(by.person.organization).sessions({
      person: tutor,
      states: ['requested', 'confirmed'],
      startsFrom: new Date(Math.max(from.getTime(), clock().getTime())),
      startsBefore: to,
      order: 'soonest',
    });
    // What they learn themselves, and what they are only asked among others, takes no place in the list.
    return found.filter((one) => one.tutor === tutor).slice(0, CLEARED_MOST);
  };

  function deedFor(by: Actor, stretch: Stretch, way: Way, reason: string): (session: Session) => Promise<Session> {
    switch (way) {
      case 'move':
        return (session) => elsewhere(by, session, stretch);
      case 'hand-over':
        return ({ id }) => sessions.handOver(by, id);
      case 'cancel':
        return (session) =>
          // A request is declined, which sends the learner on to somebody else.
          may(by, 'decline', session, clock()).isAllowed
            ? sessions.decline(by, session.id, session.version, reason)
            : sessions.cancel(by, session.id, reason);
    }
  }

  async function elsewhere(by: Actor, session: Session, stretch: Stretch): Promise<Session> {
    const times = await nearest(store.of(by.person.organization), session, stretch, clock());
    const [first] = times;
    if (!first) throw new Refusal('no-other-time', {});
    // Who teaches it asks; an admin decides.
    const isMine = session.tutor === by.person.id;
    return isMine ? sessions.propose(by, session.id, times) : sessions.move(by, session.id, first);
  }

  return {
    planned,
    clear: async (by, stretch, way, seen, reason) => {
      const all = await planned(by, stretch);
      if (seenKey(all) !== seen) throw new Refusal('changed', {});
      const deed = deedFor(by, stretch, way, reason);
      const done: Session[] = [];
      const left: { session: Session; why: Refusal }[] = [];
      for (const session of all) {
        try {
          done.push(await deed(session));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          left.push({ session, why: error });
        }
      }
      return { done, left };
    },
  };
}

/** The tutor's free times outside of the stretch that lie nearest to when it is, nearest first. */
async function nearest(
  store: OrganizationReads,
  session: Session,
  { tutor: id, from, to }: Stretch,
  now: Date,
): Promise<readonly Date[]> {
  const tutor = await store.tutor(id);
  if (!tutor) return [];
  const zone = tutor.person.zone ?? session.zone ?? 'UTC';
  const start = session.startsAt.getTime();
  const learner = asker(session);
  const isOutside = (at: Date) => at < from || at >= to;
  if (tutor.weeklyHours.length === 0)
    return (await sameHour(store, session, zone, now)).filter(isOutside).slice(0, TIMES_PROPOSED_MOST);
  const slots = await searchSlots(store, {
    tutors: [tutor],
    lengthMinutes: lengthMinutes(session),
    now,
    from: new Date(Math.max(now.getTime(), start - NEAR_DAYS * DAY)),
    to: new Date(start + NEAR_DAYS * DAY),
    most: SLOTS_MOST,
    zone,
    ...(learner === undefined ? {} : { learner }),
  });
  const distance = (at: Date) => Math.abs(at.getTime() - start);
  return slots
    .map(({ startsAt }) => startsAt)
    .filter(isOutside)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, TIMES_PROPOSED_MOST);
}

/** Of a tutor by arrangement: the same hour of the days after and before, nearest first, where all of its people are free. */
async function sameHour(
  store: OrganizationReads,
  { startsAt, endsAt, participants }: Session,
  zone: string,
  now: Date,
): Promise<readonly Date[]> {
  const wall = startsAt.toTemporalInstant().toZonedDateTimeISO(zone);
  const days = Array.from({ length: NEAR_DAYS }, (_, index) => [index + 1, -index - 1]).flat();
  const all = days.map((days) => new Date(wall.add({ days }).epochMilliseconds)).filter((at) => at > now);
  const length = endsAt.getTime() - startsAt.getTime();
  const [from, to] = [Math.min(...all.map(Number)), Math.max(...all.map(Number)) + length];
  const people = participants.map(({ person }) => person);
  const busy = all.length === 0 ? [] : await store.busy(people, new Date(from), new Date(to));
  return all.filter((at) => !busy.some((one) => one.startsAt.getTime() < at.getTime() + length && one.endsAt > at));
}
