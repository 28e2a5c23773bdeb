import { numberAt } from './numbers.ts';
import type { Match, Reading } from './reading.ts';

const HOURS = 24;
const MINUTES = 60;
const HOUR_AND_MINUTES = /^(\d{1,2})(\d\d)$/;
const MINUTES_SAID_BEFORE_AN_HOUR = [5, 10, 15, 20, 25];
/** From 20 on, digits before "to" are minutes. */
const MOST_BEFORE = 4;
const NOON = 12;
const QUARTER = 15;

/** What a clock shows, in digits or words, without what is said after it. */
export interface Face {
  readonly hour: number;
  readonly minute: number;
  readonly half: '24h' | 'open';
  /** Its form alone says that it is a time. */
  readonly sure: boolean;
  readonly dotted?: { readonly left: number; readonly right: number };
}

const halfOf = (hour: number, hours24 = false): Face['half'] => (hours24 || hour === 0 || hour > 12 ? '24h' : 'open');

/** The digits or words of a time, without what follows them. */
export function faceAt(reading: Reading, at: number): Match<Face> | undefined {
  return minutesFirstAt(reading, at) ?? pairAt(reading, at) ?? digitsAt(reading, at) ?? wordsAt(reading, at);
}

/** "half past five", "half six", "ten to six", "20 to 3", "cuarto para las 5". */
function minutesFirstAt(reading: Reading, at: number): Match<Face> | undefined {
  const said = reading.is(at, 'minutes-before-hour');
  if (said) return aroundHour(reading, said.next, said.value.minutes);
  const count = numberAt(reading, at);
  const token = reading.tokens[at];
  const value = count?.value ?? (token?.kind === 'number' && !token.ordinal ? token.value : undefined);
  if (value === undefined || value >= MINUTES) return undefined;
  const next = count?.next ?? at + 1;
  const side = reading.is(next, 'past', 'before');
  if (side) return aroundHour(reading, side.next, side.value.is === 'past' ? value : -value);
  const to = MINUTES_SAID_BEFORE_AN_HOUR.includes(value) ? reading.is(next, 'to') : undefined;
  const hour = to && aroundHour(reading, to.next, -value);
  if (count || !hour) return hour;
  // In digits it is a stretch of hours, "10 to 12", unless it cannot be one: "20 to 3".
  return value >= HOURS - MOST_BEFORE && hour.value.hour <= NOON && hour.value.half === 'open' ? hour : undefined;
}

function aroundHour(reading: Reading, at: number, minute: number): Match<Face> | undefined {
  const named = aroundNamed(reading, at, minute);
  if (named) return named;
  const hour = hourAt(reading, reading.is(at, 'at')?.next ?? at);
  if (!hour) return undefined;
  const isNoon = hour.value === NOON && reading.tokens[hour.next - 1]?.kind === 'clock'; // "quarter to 12:00"
  return {
    value: { hour: hour.value, minute, half: isNoon ? '24h' : halfOf(hour.value), sure: true },
    next: hour.next,
  };
}

function hourAt(reading: Reading, at: number): Match<number> | undefined {
  const token = reading.tokens[at];
  if (token?.kind === 'number')
    return token.value <= HOURS && Number.isInteger(token.value) ? { value: token.value, next: at + 1 } : undefined;
  if (token?.kind === 'clock' && token.minute === 0) return { value: token.hour, next: at + 1 };
  const word = numberAt(reading, at);
  return word && word.value <= HOURS ? word : undefined;
}

/** The noon of "quarter to noon", the midnight of "half past midnight". */
function aroundNamed(reading: Reading, at: number, minute: number): Match<Face> | undefined {
  const named = reading.is(at, 'noon', 'midnight');
  if (!named) return undefined;
  const isEndOfDay = named.value.is === 'midnight' && minute < 0;
  const hour = named.value.is === 'noon' ? NOON : isEndOfDay ? HOURS : 0;
  return { value: { hour, minute, half: '24h', sure: true }, next: named.next };
}

/** "6 15 pm", "at 4 30": hour and minutes apart, where something says that they are a time. */
function pairAt(reading: Reading, at: number): Match<Face> | undefined {
  const [hour, minute] = [reading.tokens[at], reading.tokens[at + 1]];
  if (hour?.kind !== 'number' || minute?.kind !== 'number' || hour.ordinal || minute.ordinal || minute.glued)
    return undefined;
  if (hour.digits.length > 2 || minute.digits.length !== 2 || hour.value >= HOURS || minute.value >= MINUTES)
    return undefined;
  if (!Number.isInteger(hour.value) || isPartOfOther(reading, at) || isPartOfOther(reading, at + 1)) return undefined;
  const isNamed = reading.is(at + 2, 'part') !== undefined || isMeridiem(reading, at + 2);
  const isLed = reading.is(at - 1, 'at') !== undefined || isPast(reading, at - 1);
  if (!isNamed && !(isLed && minute.value % QUARTER === 0 && !reading.is(at + 2, 'unit'))) return undefined;
  const half = halfOf(hour.value, hour.digits.startsWith('0') && !isNamed);
  return { value: { hour: hour.value, minute: minute.value, half, sure: true }, next: at + 2 };
}

/** After a day: "monday 18 30". */
const isPast = (reading: Reading, at: number) =>
  reading.is(at, 'weekday') !== undefined || reading.is(at, 'day') !== undefined;

/** 17:00, 17h30, 5.30, 1730, 5. */
function digitsAt(reading: Reading, at: number): Match<Face> | undefined {
  const token = reading.tokens[at];
  const next = at + 1;
  if (token?.kind === 'clock') {
    const { hour, minute } = token;
    if (hour > HOURS || minute >= MINUTES || (hour === HOURS && minute > 0)) return undefined;
    const spelled = token.withH && reading.tokens[next]?.glued && reading.is(next, 'unit')?.value.unit === 'minutes'; // 17h30min
    return { value: { hour, minute, half: halfOf(hour, token.hours24), sure: true }, next: spelled ? next + 1 : next };
  }
  if (token?.kind === 'dotted') {
    const { left, right } = token;
    if (left > HOURS || right >= MINUTES) return undefined;
    return {
      value: {
        hour: left,
        minute: right,
        half: halfOf(left, token.hours24),
        sure: !token.comma,
        ...(!token.comma && { dotted: { left, right } }),
      },
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

const isTimeBefore = (reading: Reading, at: number) => isMeridiem(reading, at) || reading.tokens[at]?.kind === 'clock';

/** The 3 of "3D", "#3", "3%" or "$3" is no hour. */
function isPartOfOther(reading: Reading, at: number): boolean {
  const [before, token, after] = [reading.tokens[at - 1], reading.tokens[at], reading.tokens[at + 1]];
  const isChoice = before?.kind === 'mark' && before.word === '/' && isTimeBefore(reading, at - 2); // 4pm/5pm
  if (token?.glued && before?.kind === 'mark' && !isChoice && !'@~-,;:(['.includes(before.word)) return true;
  if (!after?.glued) return false;
  if (after.kind === 'mark') return !'.,;:!?)]-+'.includes(after.word);
  if (after.kind !== 'word' || ['p', 'a', 'z'].includes(after.word)) return false;
  if (token?.kind === 'number' && token.value === NOON && after.word === 'm') return false; // "12m" is noon
  return !reading.is(at + 1, 'roughly') && !reading.is(at + 1, 'unit')?.value.clock;
}

/** "five", "five thirty", "four oh five", "cinco y media" without its tail. */
function wordsAt(reading: Reading, at: number): Match<Face> | undefined {
  const hour = numberAt(reading, at);
  if (!hour || hour.value > HOURS) return undefined;
  const zero = reading.is(hour.next, 'leading-zero');
  const minute = numberAt(reading, zero?.next ?? hour.next);
  const isMinute = minute && (zero ? minute.value < 10 : minute.value >= 10) && minute.value < MINUTES;
  const half = halfOf(hour.value);
  if (isMinute) return { value: { hour: hour.value, minute: minute.value, half, sure: true }, next: minute.next };
  return { value: { hour: hour.value, minute: 0, half, sure: false }, next: hour.next };
}
