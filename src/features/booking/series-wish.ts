import { readRepeat } from '../../conversation/when/repeat.ts';
import { Refusal } from '../../core/refusal.ts';
import type { RepeatedWish } from '../../core/series/plan.ts';
import { endOf } from '../../core/series/rule.ts';
import type { Wish } from '../../core/session/wish.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';
import type { Booking } from './booking.ts';

/** What was said of repeating, as it is kept; how long it goes on may be missing. @throws Refusal `not-a-repeat` */
export function repeatSaid(typed: string, { language, zone }: Reader, { clock, defaultZone }: Deps) {
  const said = readRepeat(typed, { now: clock(), zone: zone ?? defaultZone, language });
  if (!said) throw new Refusal('not-a-repeat', { typed }, 'repeat');
  return said;
}

/** The whole of what a learner asks for; undefined while nobody has said how long it goes on. */
export function seriesWish(booking: Booking, wish: Wish, reader: Reader, deps: Deps): RepeatedWish | undefined {
  const said = repeatSaid(booking.repeat ?? '', reader, deps);
  if (!said.lasting) return undefined;
  const zone = booking.on ?? reader.zone ?? deps.defaultZone;
  const first = wish.startsAt.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate();
  return {
    ...wish,
    zone,
    repeat: { every: said.every, end: endOf(said.lasting, first) },
    skips: skipsOf(booking),
    moves: movesOf(booking),
    continues: booking.continues,
  };
}

export function skipsOf({ skip = '' }: Pick<Booking, 'skip'>): readonly number[] {
  return skip.split(',').map(Number).filter(Number.isInteger).filter(Boolean);
}

export function movesOf({ moved = '' }: Pick<Booking, 'moved'>): ReadonlyMap<number, Date> {
  const pairs = moved.split(',').map((one) => one.split('='));
  return new Map(
    pairs.flatMap(([nr, at = '']) => {
      const date = new Date(at);
      return Number.isNaN(date.getTime()) ? [] : [[Number(nr), date] as const];
    }),
  );
}

/** The same booking with one of them skipped, moved, or taken back. */
export function changed(booking: Booking, nrs: readonly number[], to: 'skip' | 'keep' | Date): Booking {
  const skips = skipsOf(booking).filter((one) => !nrs.includes(one));
  const moves = [...movesOf(booking)].filter(([nr]) => !nrs.includes(nr));
  if (to === 'skip') skips.push(...nrs);
  else if (to !== 'keep') moves.push(...nrs.map((nr) => [nr, to] as [number, Date]));
  return {
    ...booking,
    skip: skips.join(','),
    moved: moves.map(([nr, at]) => `${nr}=${at.toISOString()}`).join(','),
  };
}
