import type { Clock } from '../clock.ts';
import { isGroup } from '../groups/group.ts';
import { PROPOSAL_HOURS, SERIES_HORIZON_DAYS } from '../limits.ts';
import { follow, may } from '../may.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { seenKey } from '../session/confirm-all.ts';
import { participant, type Session } from '../session/session.ts';
import type { Store, Transaction } from '../store.ts';
import { type Moved, movedTimes, moveTogether, refuseTimes, type Which } from './change.ts';
import { inScope, type MoveProposed, type Series } from './series.ts';
import { lockingSeries, othersIn, refreshMany, tellOfMany } from './steps.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The rest of a series at another time: one side suggests it, and the other says yes or no to all of it. Nothing is held meanwhile. */
export interface ProposeMove {
  proposeMove(by: Actor, which: Which, startsAt: Date): Promise<readonly Session[]>;
  takeMove(by: Actor, id: string): Promise<readonly Session[]>;
  /** No to it; or it is taken back by whoever suggested it. */
  dropMove(by: Actor, id: string): Promise<void>;
}

/** Those whose time this person has a say in. */
export function movable(
  by: Pick<Actor, 'person' | 'isAdmin'>,
  sessions: readonly Session[],
  now: Date,
): readonly Session[] {
  return sessions.filter((one) => !isGroup(one) && may({ ...by, isAdmin: false }, 'move-rest', one, now).isAllowed);
}

/** Undefined where there is none that can still be taken. */
export function standingProposal({ proposal }: Pick<Series, 'proposal'>, now: Date): MoveProposed | undefined {
  if (!proposal) return undefined;
  const until = Math.min(proposal.at + PROPOSAL_HOURS * HOUR, proposal.to);
  return now.getTime() < until ? proposal : undefined;
}

export function createProposeMove(store: Pick<Store, 'of'>, clock: Clock): ProposeMove {
  const withSeries = lockingSeries(store);

  /** As they would be; as long as they are those whose number was said. */
  function moved(
    by: Pick<Actor, 'person' | 'isAdmin'>,
    { scope, seen }: Pick<Which, 'scope' | 'seen'>,
    one: Session,
    all: readonly Session[],
    to: Date,
    zone: string,
  ): readonly Moved[] {
    const now = clock();
    const some = inScope(scope, one, movable(by, all, now));
    if (seenKey(some) !== seen) throw new Refusal('changed', {});
    const times = movedTimes(one, some, to, zone);
    refuseTimes(times, now);
    return times;
  }

  return {
    proposeMove: async (by, which, startsAt) => {
      const { session, scope, seen } = which;
      if (!session.series) throw new Refusal('no-such-session', {});
      return withSeries(by, session.series.id, async (tx, all, { id, zone }) => {
        const now = clock();
        const one = all.find((other) => other.id === session.id);
        if (!one) throw new Refusal('no-such-session', {});
        follow({ ...by, isAdmin: false }, 'move-rest', one, now);
        const times = moved(by, which, one, all, startsAt, zone);
        await refuseTaken(tx, times, now);
        const me = by.person.id;
        const proposal = { by: me, session: one.id, scope, seen, at: now.getTime(), to: startsAt.getTime() };
        await tx.changeSeries(id, { proposal });
        await refreshMany(tx, times);
        const news = { what: 'asked-to-move', by: me, was: one.startsAt.getTime() } as const;
        await tellOfMany(tx, id, othersIn(times, me), news, times, now);
        return times;
      });
    },

    takeMove: (by, id) =>
      withSeries(by, id, async (tx, all, series) => {
        const now = clock();
        const proposal = standingProposal(series, now);
        const one = all.find((other) => other.id === proposal?.session);
        if (!one || !proposal) throw new Refusal('times-over', {});
        if (!participant(one, by.person.id) || proposal.by === by.person.id) throw new Refusal('not-yours', {});
        const times = moved(by, proposal, one, all, new Date(proposal.to), series.zone);
        await tx.changeSeries(id, { proposal: undefined });
        return moveTogether(tx, series, one, times, by.person.id, now);
      }),

    dropMove: (by, id) =>
      withSeries(by, id, async (tx, all, series) => {
        const { proposal } = series;
        const one = all.find((other) => other.id === proposal?.session);
        if (!one || !proposal) throw new Refusal('times-over', {});
        if (!participant(one, by.person.id)) throw new Refusal('not-yours', {});
        await tx.changeSeries(id, { proposal: undefined });
        await refreshMany(tx, [one]);
        if (proposal.by === by.person.id) return;
        const news = { what: 'stays', by: by.person.id } as const;
        await tellOfMany(tx, id, [proposal.by], news, [one], clock());
      }),
  };
}

/** What somebody has at one of these times already is named before anybody is asked. */
async function refuseTaken(tx: Transaction, times: readonly Moved[], now: Date): Promise<void> {
  const own = new Set(times.map(({ id }) => id));
  const around = await tx.around({
    people: othersIn(times, ''),
    counted: [],
    from: now,
    to: new Date(now.getTime() + SERIES_HORIZON_DAYS * DAY),
    now,
  });
  const others = around.held.filter(({ session, why }) => why === 'session' && !own.has(session ?? ''));
  const taken = times.filter(({ startsAt, endsAt }) =>
    others.some((held) => held.startsAt < endsAt && held.endsAt > startsAt),
  );
  if (taken.length > 0) throw new Refusal('series-taken', { starts: taken.map(({ startsAt }) => startsAt) }, 'when');
}
