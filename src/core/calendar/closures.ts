import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { permit } from '../may/tasks.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { SessionQuery } from '../session/port.ts';
import type { Session } from '../session/session.ts';
import { daysIn } from '../session/stretch.ts';
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

const SESSIONS_AT_ONCE = 500;
/** So far apart are days of the same date, on the clocks that are furthest apart. */
const APART_MS = 26 * 3_600_000;
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
      const today = dayIn(clock().getTime(), zone).toString();
      if (closures.filter(({ until }) => until >= today).length > CLOSURES_MOST)
        throw new Refusal('too-many-days', { most: CLOSURES_MOST });
      await tx.audit({ about: { kind: 'person', id }, by: id, event, at: clock() });
      return { closures, inside: await newlyInside(tx, before, closures) };
    });
  }

  async function newlyInside(tx: OrganizationTransaction, before: readonly Closure[], after: readonly Closure[]) {
    const inside: Session[] = [];
    const query = { states: ['requested', 'confirmed'], order: 'soonest', limit: SESSIONS_AT_ONCE } as const;
    const when = affected(before, after);
    for (let offset = 0; when; offset += SESSIONS_AT_ONCE) {
      const ahead = await tx.sessions({ ...query, ...when, offset });
      const tutors = await tx.people(ahead.flatMap(({ tutor = [] }) => tutor));
      const isInside = ({ tutor, startsAt }: Session) => {
        const day = dayIn(startsAt.getTime(), (tutor && tutors.get(tutor)?.zone) ?? zone);
        return closedOn(day, after) !== undefined && closedOn(day, before) === undefined;
      };
      inside.push(...ahead.filter(isInside));
      if (ahead.length < SESSIONS_AT_ONCE) break;
    }
    return inside;
  }

  /** Between which instants something may be closed now that was not: a term closes all that lies outside of it. */
  function affected(
    before: readonly Closure[],
    after: readonly Closure[],
  ): Pick<SessionQuery, 'startsFrom' | 'startsBefore'> | undefined {
    const without = (some: readonly Closure[], others: readonly Closure[]) =>
      some.filter((one) => !others.some((other) => isDeepStrictEqual(one, other)));
    const changed = [...without(before, after), ...without(after, before)];
    if (changed.some(({ kind }) => kind === 'term')) return { startsFrom: clock() };
    if (changed.length === 0) return undefined;
    const [from = '', until = ''] = [
      changed.map((one) => one.from).toSorted()[0],
      changed
        .map((one) => one.until)
        .toSorted()
        .at(-1),
    ];
    const { from: begin, to } = daysIn({ from, until }, zone);
    // Its tutors' days begin earlier, and end later.
    const startsFrom = new Date(Math.max(clock().getTime(), begin.getTime() - APART_MS));
    return { startsFrom, startsBefore: new Date(to.getTime() + APART_MS) };
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
