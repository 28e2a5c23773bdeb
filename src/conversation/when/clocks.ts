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
  /** "between 5 and 6": both are possible starts. */
  readonly either?: true;
}

const HOURS = 24;
const MINUTES = 60;
const HOUR_AND_MINUTES = /^(\d{1,2})(\d\d)$/;
const MINUTES_SAID_BEFORE_AN_HOUR = [5, 10, 15, 20, 25];

/** A time or a stretch of time at `at`; `placed`: a plain number may be an hour here. */
export function spanAt(reading: Reading, at: number, placed: boolean): Match<Span> | undefined {
  const prefix = reading.is(at, 'from', 'between');
  const first = clockAt(reading, prefix?.next ?? at, placed || prefix !== undefined);
  if (!first) return undefined;
  const isBetween = prefix?.value.is === 'between';
  const joint = isBetween ? reading.is(first.next, 'and') : jointAt(reading, first.next);
  const second = joint && clockAt(reading, joint.next, true);
  if (second) {
    const strength = Math.max(first.value.strength, second.value.strength) as Clock['strength'];
    const span = { clock: { ...first.value, strength }, end: second.value };
    return { value: isBetween ? { ...span, either: true } : span, next: second.next };
  }
  const lonely = first.value.strength === 1 && prefix && !placed;
  return lonely ? undefined : { value: { clock: first.value }, next: first.next };
}

function jointAt(reading: Reading, at: number): { next: number } | undefined {
  return reading.mark(at, '-') ? { next: at + 1 } : reading.is(at, 'to');
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

interface Face {
  readonly hour: number;
  readonly minute: number;
  readonly half: '24h' | 'open';
  /** Its form alone says that it is a time. */
  readonly sure: boolean;
  readonly dotted?: { readonly left: number; readonly right: number };
}

const halfOf = (hour: number, hours24 = false): Face['half'] => (hours24 || hour === 0 || hour > 12 ? '24h' : 'open');

/** The digits or words of a time, without what follows them. */
function faceAt(reading: Reading, at: number): Match<Face> | undefined {
  return minutesFirstAt(reading, at) ?? digitsAt(reading, at) ?? wordsAt(reading, at);
}

/** "half past five", "ten to six", "cuarto para las 5". */
function minutesFirstAt(reading: Reading, at: number): Match<Face> | undefined {
  const said = reading.is(at, 'minutes-before-hour');
  if (said) return aroundHour(reading, said.next, said.value.minutes);
  const count = reading.is(at, 'number');
  const token = reading.tokens[at];
  const value = count?.value.value ?? (token?.kind === 'number' ? token.value : undefined);
  if (value === undefined || value >= MINUTES) return undefined;
  const next = count?.next ?? at + 1;
  const side = reading.is(next, 'past', 'before');
  if (side) return aroundHour(reading, side.next, side.value.is === 'past' ? value : -value);
  const to = count && MINUTES_SAID_BEFORE_AN_HOUR.includes(value) ? reading.is(next, 'to') : undefined;
  return to && aroundHour(reading, to.next, -value);
}

function aroundHour(reading: Reading, at: number, minute: number): Match<Face> | undefined {
  const hour = hourAt(reading, at);
  return hour && { value: { hour: hour.value, minute, half: halfOf(hour.value), sure: true }, next: hour.next };
}

function hourAt(reading: Reading, at: number): Match<number> | undefined {
  const token = reading.tokens[at];
  if (token?.kind === 'number') return token.value <= HOURS ? { value: token.value, next: at + 1 } : undefined;
  const word = reading.is(at, 'number');
  return word && word.value.value <= HOURS ? { value: word.value.value, next: word.next } : undefined;
}

/** 17:00, 17h30, 5.30, 1730, 5. */
function digitsAt(reading: Reading, at: number): Match<Face> | undefined {
  const token = reading.tokens[at];
  const next = at + 1;
  if (token?.kind === 'clock') {
    const { hour, minute } = token;
    if (hour > HOURS || minute >= MINUTES || (hour === HOURS && minute > 0)) return undefined;
    return { value: { hour, minute, half: halfOf(hour, token.hours24), sure: true }, next };
  }
  if (token?.kind === 'dotted') {
    const { left, right } = token;
    if (left > HOURS || right >= MINUTES) return undefined;
    return {
      value: { hour: left, minute: right, half: halfOf(left, token.hours24), sure: true, dotted: { left, right } },
      next,
    };
  }
  if (token?.kind !== 'number' || token.ordinal || !Number.isInteger(token.value) || isPartOfOther(reading, at))
    return undefined;
  const together = HOUR_AND_MINUTES.exec(token.digits);
  if (!together)
    return token.digits.length > 2
      ? undefined
      : {
          value: { hour: token.value, minute: 0, half: halfOf(token.value, token.digits.startsWith('0')), sure: false },
          next,
        };
  const [hour, minute] = [Number(together[1]), Number(together[2])];
  if (hour >= HOURS || minute >= MINUTES) return undefined;
  const half = halfOf(hour, token.digits.length === 4 && !isMeridiem(reading, next));
  return { value: { hour, minute, half, sure: false }, next };
}

const isMeridiem = (reading: Reading, at: number) => reading.tokens[at]?.kind === 'meridiem';

/** The 3 of "3D", "#3", "3%" or "$3" is no hour. */
function isPartOfOther(reading: Reading, at: number): boolean {
  const [before, token, after] = [reading.tokens[at - 1], reading.tokens[at], reading.tokens[at + 1]];
  if (token?.glued && before?.kind === 'mark' && !'@~-,;:(['.includes(before.word)) return true;
  if (!after?.glued) return false;
  if (after.kind === 'mark') return !'.,;:!?)]-+'.includes(after.word);
  return after.kind === 'word' && !['h', 'hs', 'hrs', 'p', 'a', 'z', 'horas', 'ish'].includes(after.word);
}

/** "five", "five thirty", "cinco y media" without its tail. */
function wordsAt(reading: Reading, at: number): Match<Face> | undefined {
  const hour = reading.is(at, 'number');
  if (!hour || hour.value.value > HOURS) return undefined;
  const minute = reading.is(hour.next, 'number');
  const half = halfOf(hour.value.value);
  if (minute && minute.value.value >= 10 && minute.value.value < MINUTES)
    return { value: { hour: hour.value.value, minute: minute.value.value, half, sure: true }, next: minute.next };
  return { value: { hour: hour.value.value, minute: 0, half, sure: false }, next: hour.next };
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
  const token = reading.tokens[at];
  const less = reading.is(at, 'less');
  const isAnd = token?.kind === 'word' && token.word === 'y';
  if (!less && !isAnd) return undefined;
  const from = less?.next ?? at + 1;
  const digits = reading.tokens[from];
  const word = reading.is(from, 'number');
  const value = digits?.kind === 'number' ? digits.value : word?.value.value;
  if (value === undefined || value < 5 || value >= MINUTES) return undefined;
  return { value: less ? -value : value, next: word?.next ?? from + 1 };
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
