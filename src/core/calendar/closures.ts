import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { permit } from '../may/tasks.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session/session.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import type { Closure } from './hours.ts';
import { closedOn } from './open-days.ts';
import { dayIn } from './wall-clock.ts';

/** `key`: the event of a calendar file that it comes from; the same again replaces it. */
export type GivenClosure = Omit<Closure, 'id'> & { readonly key?: string | undefined };

export interface ClosuresChanged {
  readonly closures: readonly Closure[];
  /** Sessions that lie on days on which nobody teaches, since this change: they stay. */
  readonly inside: readonly Session[];
}

/** Holidays and terms of an organization. @throws Refusal `only-admins` */
export interface Closures {
  add(by: Actor, given: readonly GivenClosure[]): Promise<ClosuresChanged>;
  remove(by: Actor, id: string): Promise<ClosuresChanged>;
}

const SESSIONS_LOOKED_AT = 500;
export const CLOSURE_NAME_MOST = 80;
/** More holidays than these at once are no school's. */
export const CLOSURES_MOST = 300;

export function createClosures(store: Pick<Store, 'of'>, clock: Clock, zone: string): Closures {
  async function changing(
    by: Actor,
    event: string,
    change: (tx: OrganizationTransaction) => Promise<void>,
  ): Promise<ClosuresChanged> {
    permit(by, 'decide what holds for all');
    const { organization, id } = by.person;
    return store.of(organization).transaction(async (tx) => {
      const before = await tx.closures();
      await change(tx);
      const closures = await tx.closures();
      if (closures.length > CLOSURES_MOST) throw new Refusal('too-many-days', { most: CLOSURES_MOST });
      await tx.audit({ about: { kind: 'person', id }, by: id, event, at: clock() });
      return { closures, inside: await newlyInside(tx, before, closures) };
    });
  }

  async function newlyInside(tx: OrganizationTransaction, before: readonly Closure[], after: readonly Closure[]) {
    const ahead = await tx.sessions({
      states: ['requested', 'confirmed'],
      startsFrom: clock(),
      order: 'soonest',
      limit: SESSIONS_LOOKED_AT,
    });
    const tutors = await tx.people(ahead.flatMap(({ tutor = [] }) => tutor));
    return ahead.filter(({ tutor, startsAt }) => {
      const day = dayIn(startsAt.getTime(), (tutor && tutors.get(tutor)?.zone) ?? zone);
      return closedOn(day, after) !== undefined && closedOn(day, before) === undefined;
    });
  }

  return {
    add: (by, given) =>
      changing(by, 'close', async (tx) => {
        const rows = given.map((one) => ({ ...one, id: newId(), name: one.name.slice(0, CLOSURE_NAME_MOST) }));
        await tx.putClosures(by.person.organization, rows);
      }),
    remove: (by, id) => changing(by, 'reopen', (tx) => tx.removeClosure(by.person.organization, id)),
  };
}
