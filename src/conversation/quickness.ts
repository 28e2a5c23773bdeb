import type { Clock } from '../core/clock.ts';
import type { Acts } from '../core/limits.ts';
import { Refusal } from '../core/refusal.ts';

/** @throws Refusal `too-quick` when this person has done as much as one may in so short a time, in whichever chat. */
export type Quickness = (person: string) => void;

/**
 * Nobody keeps the bot busy alone. Each process counts for itself, in memory: with several of them somebody may do so
 * many times as much, which is still little, and no press costs a write.
 */
export function createQuickness({ most, withinSeconds }: Acts, clock: Clock): Quickness {
  let acts = new Map<string, readonly number[]>();
  let lookedThroughAt = 0;

  return (person) => {
    const now = clock().getTime();
    const since = now - withinSeconds * 1000;
    if (lookedThroughAt < since || lookedThroughAt > now) {
      acts = new Map([...acts].filter(([, times]) => (times.at(-1) ?? 0) > since));
      lookedThroughAt = now;
    }
    const recent = (acts.get(person) ?? []).filter((at) => at > since && at <= now);
    const [first] = recent;
    if (first !== undefined && recent.length >= most)
      throw new Refusal('too-quick', { seconds: Math.max(1, Math.ceil((first - since) / 1000)) });
    acts.set(person, [...recent, now]);
  };
}
