import type { Clock } from '../clock.ts';
import { isGroup } from '../groups/group.ts';
import { PROPOSAL_HOURS, SERIES_HORIZON_DAYS } from '../limits.ts';
import { follow, may, maySee } from '../may/may.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { seenKey } from '../session/confirm-all.ts';
import { isOpen, participant, type Session } from '../session/session.ts';
import type { Store, Transaction } from '../store.ts';
import { type Moved, movedTimes, moveTogether, refuseTimes, type Which } from './change.ts';
import { inScope, type MoveProposed, type Series } from './series.ts';
import { lockingSeries, othersIn, refreshMany, tellOfMany } from './steps.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The rest of a series at another time: one side suggests it, and the other says yes or no to all of it. Both are held for all of it meanwhile. */
export interface ProposeMove {
  proposeMove(by: Actor, which: Which, startsAt: Date): Promise<readonly Session[]>;
  takeMove(by: Actor, id: string): Promise<readonly Session[]>;
  /** No to it; or it is taken back by whoever suggested it. */
  dropMove(by: Actor, id: string): Promise<void>;
  /** What nobody has answered in time is none any more: all stays as it was, and both sides know. */
  lapseMoves(): Promise<void>;
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
export function standingProposal(
  { proposal, proposalUntil }: Pick<Series, 'proposal' | 'proposalUntil'>,
  now: Date,
): MoveProposed | undefined {
  return proposal && proposalUntil && now < proposalUntil ? proposal : undefined;
}

/** A day later, or before the first of all its times, those of before and those that would be. */
function answeredBy(times: readonly Moved[], now: Date): Date {
  const starts = times.flatMap(({ startsAt, before }) => [startsAt.getTime(), before.startsAt.getTime()]);
  return new Date(Math.min(now.getTime() + PROPOSAL_HOURS * HOUR, ...starts));
}

const NONE = { proposal: undefined, proposalUntil: undefined } as const;

export function createProposeMove(store: Pick<Store, 'of' | 'transaction'>, clock: Clock): ProposeMove {
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
        await release(tx, all);
        await holdTimes(tx, times, all);
        const me = by.person.id;
        const proposal = { by: me, session: one.id, scope, seen, at: now.getTime(), to: startsAt.getTime() };
        await tx.changeSeries(id, { proposal, proposalUntil: answeredBy(times, now) });
        await refreshMany(tx, times);
        const news = { what: 'asked-to-move', by: me, was: one.startsAt.getTime() } as const;
        await tellOfMany(tx, id, othersIn(times, me), news, times, now);
        return times;
      });
    },

    takeMove: (by, id) =>
      withSeries(by, id, async (tx, all, series) => {
        refuseStranger(by, all);
        const now = clock();
        const proposal = standingProposal(series, now);
        const one = all.find((other) => other.id === proposal?.session);
        if (!one || !proposal) throw new Refusal('times-over', {});
        if (!participant(one, by.person.id) || proposal.by === by.person.id) throw new Refusal('not-yours', {});
        const times = moved(by, proposal, one, all, new Date(proposal.to), series.zone);
        await tx.changeSeries(id, NONE);
        await release(tx, all);
        return moveTogether(tx, series, one, times, by.person.id, now);
      }),

    dropMove: (by, id) =>
      withSeries(by, id, async (tx, all, series) => {
        refuseStranger(by, all);
        const { proposal } = series;
        const one = all.find((other) => other.id === proposal?.session);
        if (!one || !proposal) throw new Refusal('times-over', {});
        if (!participant(one, by.person.id)) throw new Refusal('not-yours', {});
        await tx.changeSeries(id, NONE);
        await release(tx, all);
        await refreshMany(tx, [one]);
        if (proposal.by === by.person.id) return;
        const news = { what: 'stays', by: by.person.id } as const;
        await tellOfMany(tx, id, [proposal.by], news, [one], clock());
      }),

    lapseMoves: async () => {
      const now = clock();
      for (const id of await store.transaction((tx) => tx.movesDue(now)))
        await store.transaction(async (tx) => {
          const locked = await tx.lockSeries(id);
          const { proposal, proposalUntil } = locked?.series ?? NONE;
          if (!locked || !proposal || !proposalUntil || proposalUntil > now) return;
          await tx.changeSeries(id, NONE);
          await release(tx, locked.sessions);
          const one = locked.sessions.find((other) => other.id === proposal.session);
          if (!one) return;
          await refreshMany(tx, [one]);
          const news = { what: 'move-lapsed', by: proposal.by } as const;
          await tellOfMany(tx, id, othersIn([one], ''), news, [one], now);
        });
    },
  };
}

/** Whoever may see none of them is not told that there are any. */
function refuseStranger(by: Actor, sessions: readonly Session[]): void {
  if (!sessions.some((one) => maySee(by, one))) throw new Refusal('no-such-session', {});
}

/** The times that were suggested are everybody's again; what one of them has suggested for itself alone stays. */
async function release(tx: Transaction, sessions: readonly Session[]): Promise<void> {
  for (const { id, proposal } of sessions) if (!proposal) await tx.release({ id, why: 'proposal' });
}

/** What was suggested for the rest is none any more, because it is for others to agree now. */
export async function withdrawMove(
  tx: Transaction,
  { id, proposal }: Pick<Series, 'id' | 'proposal'>,
  sessions: readonly Session[],
): Promise<void> {
  if (!proposal) return;
  await tx.changeSeries(id, NONE);
  await release(tx, sessions);
}

/** Where one of the same series is now, its people are held already. */
async function holdTimes(tx: Transaction, times: readonly Moved[], all: readonly Session[]): Promise<void> {
  for (const { id, startsAt, endsAt, participants } of times) {
    if (all.some((one) => one.id !== id && isOpen(one) && one.startsAt < endsAt && one.endsAt > startsAt)) continue;
    for (const { person } of participants)
      if (!(await tx.hold(person, { why: 'proposal', id }, startsAt, endsAt)))
        throw new Refusal('series-taken', { starts: [startsAt] }, 'when');
  }
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
