import { type Face, faceAt } from './clock-faces.ts';
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

/** A start, and the end if one was written: "16:00-17:30". */
export interface Span {
  readonly clock: Clock;
  readonly end?: Clock;
  /** "between 5 and 6", "5 or 6pm": both are possible starts. */
  readonly either?: true;
  /** "after 5pm": no start, only a limit to it. */
  readonly bound?: true;
}

const HOURS = 24;
const MINUTES = 60;
const MINUTES_SAID_IN = 5; // nobody says "las 5 y 19"

/** A time or a stretch of time at `at`; `placed`: a plain number may be an hour here. */
export function spanAt(reading: Reading, at: number, placed: boolean): Match<Span> | undefined {
  const prefix = reading.is(at, 'from', 'between', 'bound');
  const first = clockAt(reading, prefix?.next ?? at, placed || prefix !== undefined);
  if (!first) return undefined;
  const joint = jointAt(reading, first.next, prefix?.value.is);
  const second = joint && clockAt(reading, joint.next, true);
  if (second) {
    const strength = Math.max(first.value.strength, second.value.strength) as Clock['strength'];
    const span = { clock: { ...first.value, strength }, end: second.value };
    return { value: joint.either ? { ...span, either: true } : span, next: second.next };
  }
  const isStray = first.value.strength === 1 && prefix && !placed;
  if (isStray) return undefined;
  const value = { clock: first.value, ...(prefix?.value.is === 'bound' && { bound: true as const }) };
  return { value, next: first.next };
}

/** What joins two times: a dash or "to" makes a stretch of them, "or" (or "and" after "between") a choice. */
function jointAt(
  reading: Reading,
  at: number,
  prefix: string | undefined,
): { next: number; either?: true } | undefined {
  if (reading.mark(at, '-')) return { next: at + 1 };
  const choice = reading.is(at, prefix === 'between' ? 'and' : 'or');
  if (choice) return { next: choice.next, either: true };
  const isNewTime = prefix !== 'from' && reading.is(at, 'at') !== undefined; // "el martes 1 | a las 17"
  return isNewTime ? undefined : reading.is(at, 'to');
}

/** One time of day. */
function clockAt(reading: Reading, at: number, placed: boolean): Match<Clock> | undefined {
  const lead = reading.is(at, 'at');
  const named = reading.is(lead?.next ?? at, 'noon', 'midnight');
  if (named) {
    const clock =
      named.value.is === 'noon' ? ({ hour: 12, half: '24h' } as const) : ({ hour: 0, half: 'midnight' } as const);
    return { value: { ...clock, minute: 0, full: false, strength: 3 }, next: named.next };
  }
  const face = faceAt(reading, lead?.next ?? at);
  if (!face) return undefined;
  const tail = tailAt(reading, face.next, face.value);
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

interface Tail {
  readonly minute: number;
  readonly half?: 'am' | 'pm' | '24h';
  readonly part?: Part;
  readonly sure: boolean;
}

/** What follows the hour: "y media", "h", "o'clock", "pm", "de la tarde". */
function tailAt(reading: Reading, at: number, face: Face): Match<Tail> {
  const minutes = face.minute === 0 ? minutesAfterAt(reading, at) : undefined;
  let next = minutes?.next ?? at;
  const oclock = reading.is(next, 'oclock');
  const hours = oclock ? undefined : hoursMarkAt(reading, next);
  next = oclock?.next ?? hours?.next ?? next;
  const half = meridiemAt(reading, next);
  next = half?.next ?? next;
  const part = half ? undefined : reading.is(next, 'part');
  const saidPart = part && !part.value.weak ? part : undefined;
  next = saidPart?.next ?? next;
  return {
    value: {
      minute: minutes?.value ?? 0,
      ...(half ? { half: half.value } : hours && { half: '24h' }),
      ...(saidPart && { part: saidPart.value.part }),
      sure: next > at,
    },
    next,
  };
}

function minutesAfterAt(reading: Reading, at: number): Match<number> | undefined {
  const said = reading.is(at, 'minutes-after-hour');
  if (said) return { value: said.value.minutes, next: said.next };
  const sign = reading.is(at, 'more', 'less');
  if (!sign) return undefined;
  const from = sign.next;
  const digits = reading.tokens[from];
  const word = reading.is(from, 'number');
  const value = digits?.kind === 'number' ? digits.value : word?.value.value;
  if (value === undefined || value % MINUTES_SAID_IN !== 0 || value === 0 || value >= MINUTES) return undefined;
  const next = word?.next ?? from + 1;
  if (reading.mark(next, '-') || reading.is(next, 'to')) return undefined; // "16 a 18 y 20 a 21"
  return { value: sign.value.is === 'less' ? -value : value, next };
}

/** The "h" of "17 h": hours are counted to 24. */
function hoursMarkAt(reading: Reading, at: number): Match<true> | undefined {
  const unit = reading.is(at, 'unit');
  return unit?.value.unit === 'hours' && unit.value.clock ? { value: true, next: unit.next } : undefined;
}

function meridiemAt(reading: Reading, at: number): Match<'am' | 'pm'> | undefined {
  const token = reading.tokens[at];
  if (token?.kind === 'meridiem') return { value: token.pm ? 'pm' : 'am', next: at + 1 };
  if (token?.kind !== 'word' || !token.glued || (token.word !== 'p' && token.word !== 'a')) return undefined;
  return { value: token.word === 'p' ? 'pm' : 'am', next: at + 1 };
}
