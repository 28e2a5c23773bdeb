import type { WaitingCard } from '../community/port.ts';
import { learners, type Outcome, type Session } from '../session/session.ts';
import type { OrganizationReads } from '../store.ts';

/** What an organization reads in the morning. */
export interface Digest {
  /** ISO: this morning's. */
  readonly day: string;
  /** What waits for an admin, of each kind how much, and where the oldest of it is. */
  readonly waiting: readonly {
    readonly kind: WaitingKind;
    readonly count: number;
    readonly url?: string | undefined;
  }[];
  readonly yesterday: Readonly<Record<Fate, number>>;
  /** The first sessions of today, and how many there are. */
  readonly today: readonly string[];
  readonly count: number;
}

export type WaitingKind = WaitingCard['card']['kind'];

/** What became of a session of yesterday. `open`: nobody has said yet. */
export type Fate = 'tookPlace' | 'missed' | 'open' | 'calledOff';

/** Sessions of one day that are counted one by one. */
const COUNTED_MOST = 1000;
/** Those of today that are named. */
const NAMED_MOST = 10;

/** @returns undefined where there is nothing to say */
export async function digestOf(
  ours: Pick<OrganizationReads, 'sessions'>,
  waiting: readonly WaitingCard[],
  urlOf: (card: WaitingCard) => string | undefined,
  day: Temporal.PlainDate,
  zone: string,
): Promise<Digest | undefined> {
  const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(zone).epochMilliseconds);
  const [before, begin, end] = [day.subtract({ days: 1 }), day, day.add({ days: 1 })].map(midnight) as [
    Date,
    Date,
    Date,
  ];
  const [past, ahead] = await Promise.all([
    ours.sessions({
      states: ['confirmed', 'started', 'ended', 'cancelled'],
      startsFrom: before,
      startsBefore: begin,
      limit: COUNTED_MOST,
    }),
    ours.sessions({
      states: ['confirmed', 'started'],
      startsFrom: begin,
      startsBefore: end,
      order: 'soonest',
      limit: COUNTED_MOST,
    }),
  ]);
  if (waiting.length + past.length + ahead.length === 0) return undefined;
  const yesterday = { tookPlace: 0, missed: 0, open: 0, calledOff: 0 };
  for (const session of past) yesterday[fateOf(session)] += 1;
  return {
    day: day.toString(),
    waiting: byKind(waiting).map(({ kind, cards }) => {
      const url = cards.map(urlOf).find((one) => one !== undefined);
      return { kind, count: cards.length, ...(url !== undefined && { url }) };
    }),
    yesterday,
    today: ahead.slice(0, NAMED_MOST).map(({ id }) => id),
    count: ahead.length,
  };
}

/** What waits, of each kind all of it. */
export function byKind(
  waiting: readonly WaitingCard[],
): readonly { readonly kind: WaitingKind; readonly count: number; readonly cards: readonly WaitingCard[] }[] {
  const kinds = Map.groupBy(waiting, ({ card }) => card.kind);
  return [...kinds].map(([kind, cards]) => ({ kind, count: cards.length, cards }));
}

function fateOf(session: Session): Fate {
  if (session.state === 'cancelled') return 'calledOff';
  const outcomes = learners(session).map(({ outcome }) => outcome);
  if (outcomes.includes('took-place')) return 'tookPlace';
  const wasMissed = (outcome: Outcome | undefined) => outcome === 'learner-missing' || outcome === 'tutor-missing';
  return outcomes.length > 0 && outcomes.every(wasMissed) ? 'missed' : 'open';
}
