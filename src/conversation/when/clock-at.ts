import { faceAt } from './clock-faces.ts';
import { tailAt } from './clock-tails.ts';
import type { Match, Reading } from './reading.ts';
import type { Part } from './sense.ts';

/** A time of day as it was written, before anybody decides which half of the day it is. */
export interface Clock {
  readonly hour: number;
  /** Added to the hour; negative for "menos cuarto". */
  readonly minute: number;
  readonly half: 'am' | 'pm' | '24h' | 'open' | 'midnight';
  /** Written with its minutes: 9:30. */
  readonly full: boolean;
  /** Said right after the hour: "a las 5 de la tarde". */
  readonly part?: Part;
  /** 3: can be nothing but a time (17:00, 5pm). 2: a number after "at". 1: a number that happens to stand there. */
  readonly strength: 1 | 2 | 3;
  /** 1.12 may be a date after all. */
  readonly dotted?: { readonly left: number; readonly right: number };
}

const HOURS = 24;
const NOON = 12;

/** One time of day. */
export function clockAt(reading: Reading, at: number, placed: boolean, isBetween: boolean): Match<Clock> | undefined {
  const lead = reading.is(at, 'at');
  const named = reading.is(lead?.next ?? at, 'noon', 'midnight');
  if (named) {
    const hour = named.value.is === 'noon' ? NOON : 0;
    const tail = tailAt(reading, named.next, { hour, minute: 0, half: '24h', sure: true }, true, isBetween);
    const { minute } = tail.value; // "meio-dia e meia"
    const half = hour === NOON || minute !== 0 ? '24h' : 'midnight';
    return { value: { hour, minute, half, full: false, strength: 3 }, next: minute === 0 ? named.next : tail.next };
  }
  const face = faceAt(reading, lead?.next ?? at);
  if (!face) return undefined;
  const tail = tailAt(reading, face.next, face.value, lead !== undefined, isBetween);
  const isSure = face.value.sure || tail.value.sure;
  if (!isSure && !lead && !placed) return undefined;
  const { hour, half: faceHalf, dotted } = face.value;
  const half = tail.value.half ?? faceHalf;
  if (hour > HOURS || (hour === HOURS && half !== '24h')) return undefined;
  const clock = {
    hour,
    minute: face.value.minute + tail.value.minute,
    half,
    full: ['clock', 'dotted'].includes(reading.tokens[face.next - 1]?.kind ?? ''),
    strength: isSure ? 3 : lead ? 2 : 1,
    ...(tail.value.part && { part: tail.value.part }),
    ...(dotted && !lead && !tail.value.sure && { dotted }),
  } as const;
  return { value: clock, next: tail.next };
}
