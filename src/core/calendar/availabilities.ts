import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import type { Actor, Availability, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session/session.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import { isOffered } from './availability.ts';
import { EXCEPTIONS_MOST, type Exception, type Rules } from './hours.ts';
import { isAway } from './objection.ts';
import { dayIn } from './wall-clock.ts';

/** What stands now, and which sessions that were agreed or asked for lie outside of it since this change: they stay. */
export interface Changed {
  readonly tutor: Tutor;
  readonly outside: readonly Session[];
}

/**
 * When tutors teach. Every change is made to what stands there now: of two presses at once both count.
 * @throws Refusal `not-a-tutor`
 */
export interface Availabilities {
  setHours(by: Actor, weeklyHours: Availability['weeklyHours'], zone?: string): Promise<Changed>;
  /** Days off, or extra hours. */
  addDays(by: Actor, exception: Omit<Exception, 'id'>): Promise<Changed>;
  removeDays(by: Actor, id: string): Promise<Changed>;
  setRules(by: Actor, rules: Partial<Rules>, lengths?: readonly number[]): Promise<Changed>;
}

/** Sessions that are looked at: nobody has more ahead of them. */
const SESSIONS_LOOKED_AT = 500;
/** Days that are over are forgotten after this long. */
const KEPT_DAYS = 7;

export function createAvailabilities(store: Pick<Store, 'of'>, clock: Clock): Availabilities {
  function changing(by: Actor, revise: (now: Tutor) => Partial<Availability>, zone = by.person.zone): Promise<Changed> {
    return store.of(by.person.organization).transaction(async (tx) => {
      const before = await tx.lockTutor(by.person.id);
      if (!before) throw new Refusal('not-a-tutor', {});
      if (zone !== undefined && zone !== by.person.zone) await tx.changePerson(by.person.id, { zone });
      const after = { ...before, ...revise(before), person: { ...before.person, zone } };
      const exceptions = after.exceptions.filter(({ until }) => until >= oldest(clock(), zone));
      if (exceptions.length > EXCEPTIONS_MOST) throw new Refusal('too-many-days', { most: EXCEPTIONS_MOST }, 'from');
      const tutor = { ...after, exceptions };
      await tx.saveAvailability(by.person.id, tutor);
      await tx.wakeWatches(by.person.id, clock());
      await tx.audit({
        about: { kind: 'person', id: by.person.id },
        by: by.person.id,
        event: 'availability',
        at: clock(),
      });
      return { tutor, outside: await newlyOutside(tx, before, tutor) };
    });
  }

  async function newlyOutside(tx: OrganizationTransaction, before: Tutor, after: Tutor): Promise<readonly Session[]> {
    const { id } = after.person;
    const ahead = await tx.sessions({
      person: id,
      states: ['requested', 'confirmed'],
      startsFrom: clock(),
      order: 'soonest',
      limit: SESSIONS_LOOKED_AT,
    });
    return ahead.filter((one) => one.tutor === id && fits(before, one) && !fits(after, one));
  }

  return {
    setHours: (by, weeklyHours, zone) => changing(by, () => ({ weeklyHours }), zone),
    addDays: (by, exception) =>
      changing(by, ({ exceptions }) => ({
        exceptions: [...exceptions, { ...exception, id: newId() }].sort((a, b) => a.from.localeCompare(b.from)),
      })),
    removeDays: (by, id) =>
      changing(by, ({ exceptions }) => ({ exceptions: exceptions.filter((one) => one.id !== id) })),
    setRules: (by, patch, lengths) =>
      changing(by, ({ rules, ...now }) => ({ rules: { ...rules, ...patch }, lengths: lengths ?? now.lengths })),
  };
}

function fits(tutor: Tutor, { startsAt, endsAt }: Session): boolean {
  return isOffered(tutor, startsAt, endsAt) && !isAway(tutor, startsAt, endsAt, tutor.person.zone ?? 'UTC');
}

function oldest(now: Date, zone = 'UTC'): string {
  return dayIn(now.getTime(), zone).subtract({ days: KEPT_DAYS }).toString();
}
