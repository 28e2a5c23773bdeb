import type { Clock } from '../clock.ts';
import { isGroup } from '../groups/group.ts';
import type { Groups } from '../groups/groups.ts';
import { Refusal } from '../refusal.ts';
import { changeable, wayOut } from '../series/change.ts';
import type { SeriesWays } from '../series/create-series.ts';
import { inScope } from '../series/series.ts';
import { seenKey } from '../session/confirm-all.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Store } from '../store.ts';
import { firstOfItsSeries } from './departures.ts';
import type { Doer } from './person.ts';

/**
 * Takes somebody out of all that is to come, one after the other: a request of theirs is withdrawn and one to them
 * declined, what was agreed is cancelled, and a group goes on without them unless they teach it. With `from` only what
 * the two have asked each other is, whoever of them was asked. Safe to repeat.
 */
export type CallOff = (who: {
  readonly person: string;
  readonly organization: string;
  readonly from?: string;
}) => Promise<void>;

interface Ways {
  readonly sessions: Pick<Sessions, 'cancel' | 'decline'>;
  readonly series: Pick<SeriesWays, 'cancel'>;
  readonly groups: Pick<Groups, 'leave'>;
}

export function createCallOff(store: Pick<Store, 'of'>, { sessions, series, groups }: Ways, clock: Clock): CallOff {
  async function outOf(by: Doer, session: Session): Promise<void> {
    const { id, version } = session;
    if (isGroup(session) && session.tutor !== by.person.id) return void (await groups.leave(by, id));
    if (session.series) return outOfSeries(by, session, session.series.id);
    if (wayOut(by, session, clock()) === 'decline') await sessions.decline(by, id, version, '');
    else await sessions.cancel(by, id, '');
  }

  async function outOfSeries(by: Doer, session: Session, id: string): Promise<void> {
    const all = await store.of(by.person.organization).sessionsOfSeries(id);
    const some = inScope('all', session, changeable(by, 'cancel', all, clock()));
    if (some.length > 0) await series.cancel(by, { session, scope: 'all', seen: seenKey(some) }, '');
  }

  return async ({ person: id, organization, from }) => {
    const nobody = { name: '', zone: undefined, email: undefined, reminderLeads: undefined };
    const as = (id: string): Doer => ({ person: { id, organization, ...nobody }, isAdmin: false });
    const states = from === undefined ? (['requested', 'confirmed'] as const) : (['requested'] as const);
    const ours = store.of(organization);
    const found = await ours.sessions({ person: id, states, startsFrom: clock(), order: 'soonest' });
    const theirs = from === undefined ? found : found.filter((one) => isBetween(one, id, from));
    for (const session of theirs.filter(firstOfItsSeries))
      try {
        // Of several who were asked only that one is asked no more.
        await outOf(as(from !== undefined && session.candidates.includes(from) ? from : id), session);
      } catch (error) {
        // It moved on by itself; what changed meanwhile is tried again.
        if (!(error instanceof Refusal) || error.code === 'changed') throw error;
      }
  };
}

/** Whether one of them has asked the other. */
function isBetween({ participants, candidates }: Session, one: string, other: string): boolean {
  const concerned = [...participants.map(({ person }) => person), ...candidates];
  return concerned.includes(one) && concerned.includes(other);
}
