import type { Face } from './clock-faces.ts';
import { numberAt } from './numbers.ts';
import type { Match, Reading } from './reading.ts';
import type { Part } from './sense.ts';

const MINUTES = 60;
const MINUTES_SAID_IN = 5; // nobody says "las 5 y 19", unless something shows that it is one time
const NOON = 12;

interface Tail {
  readonly minute: number;
  readonly half?: 'am' | 'pm' | '24h';
  readonly part?: Part;
  readonly sure: boolean;
}

/** What follows the hour: "y media", "h", "o'clock", "pm", "de la tarde", "pm menos cuarto". */
export function tailAt(reading: Reading, at: number, face: Face, isLed: boolean, isBetween: boolean): Match<Tail> {
  const before = face.minute === 0 ? minutesAfterAt(reading, at, isLed, isBetween) : undefined;
  let next = before?.next ?? at;
  const oclock = reading.is(next, 'oclock');
  const hours = oclock ? undefined : hoursMarkAt(reading, next, face);
  next = oclock?.next ?? hours?.next ?? next;
  if (hours) next = reading.is(next, 'oclock')?.next ?? next; // "17h em ponto"
  const half = meridiemAt(reading, next) ?? noonAt(reading, next, face);
  next = half?.next ?? next;
  const part = half ? undefined : reading.is(next, 'part');
  const saidPart = part && !part.value.weak ? part : undefined;
  next = saidPart?.next ?? next;
  const isOpen = face.minute === 0 && !before && !hours?.value.minute;
  const after = isOpen && (half || saidPart) ? minutesSaidAfterAt(reading, next) : undefined;
  next = after?.next ?? next;
  // "a las 5 de la tarde de mañana": what follows is the day
  if (half || saidPart) next = beforeDay(reading, next) ?? next;
  // "17h" is counted to 24; "5h da tarde" is not
  const hoursHalf = hours && !hours.value.isOpen && !saidPart ? ({ half: '24h' } as const) : {};
  return {
    value: {
      minute: before?.value ?? after?.value ?? hours?.value.minute ?? 0,
      ...(half ? { half: half.value } : hoursHalf),
      ...(saidPart && { part: saidPart.value.part }),
      sure: next > at,
    },
    next,
  };
}

/** The "menos cuarto" of "8pm menos cuarto". */
function minutesSaidAfterAt(reading: Reading, at: number): Match<number> | undefined {
  return reading.is(at, 'minutes-after-hour', 'less') ? minutesAfterAt(reading, at, true, false) : undefined;
}

/** Past the "de" of "de mañana", which would be the morning if nothing else had said the half of the day. */
export function beforeDay(reading: Reading, at: number): number | undefined {
  const of = reading.is(at, 'of');
  return of && reading.is(of.next, 'day', 'weekday') ? of.next : undefined;
}

function minutesAfterAt(reading: Reading, at: number, isLed: boolean, isBetween: boolean): Match<number> | undefined {
  const said = reading.is(at, 'minutes-after-hour');
  if (said) return { value: said.value.minutes, next: said.next };
  const sign = reading.is(at, 'more', 'less', 'with');
  if (!sign || (isBetween && sign.value.is !== 'less')) return undefined;
  const from = sign.next;
  const digits = reading.tokens[from];
  const word = numberAt(reading, from);
  const value = digits?.kind === 'number' ? digits.value : word?.value;
  if (value === undefined || !Number.isInteger(value) || value === 0 || value >= MINUTES) return undefined;
  const next = word?.next ?? from + 1;
  const isNamed = meridiemAt(reading, next) !== undefined || reading.is(next, 'part') !== undefined;
  const isOneTime =
    value % MINUTES_SAID_IN === 0
      ? sign.value.is !== 'with' || isNamed
      : (isNamed || (isLed && word !== undefined)) && (isLed || !digitsBefore(reading, at));
  if (!isOneTime) return undefined;
  if (reading.mark(next, '-') || reading.is(next, 'to')) return undefined; // "16 a 18 y 20 a 21"
  return { value: sign.value.is === 'less' ? -value : value, next };
}

const digitsBefore = (reading: Reading, at: number) => reading.tokens[at - 1]?.kind === 'number';

interface HoursMark {
  /** The 30 of "18 h 30". */
  readonly minute: number;
  /** "6 h 30" may be the evening. */
  readonly isOpen: boolean;
}

/** The "h" of "17 h": hours are counted to 24. */
function hoursMarkAt(reading: Reading, at: number, face: Face): Match<HoursMark> | undefined {
  const unit = reading.is(at, 'unit');
  if (unit?.value.unit !== 'hours') return undefined;
  const digits = reading.tokens[at - 1];
  const isMilitary = face.half === '24h' && digits?.kind === 'number' && digits.digits.length === 4; // 1700 hours
  if (!unit.value.clock && !(isMilitary && unit.next === at + 1 && face.hour > NOON)) return undefined;
  const minutes = reading.tokens[unit.next];
  const isMinutes = minutes?.kind === 'number' && minutes.digits.length === 2 && minutes.value < MINUTES;
  if (!isMinutes || face.minute !== 0 || minutes.ordinal)
    return { value: { minute: 0, isOpen: false }, next: unit.next };
  const spelled = reading.is(unit.next + 1, 'unit');
  if (spelled && spelled.value.unit !== 'minutes') return { value: { minute: 0, isOpen: false }, next: unit.next };
  if (!spelled && minutes.value % MINUTES_SAID_IN !== 0)
    return { value: { minute: 0, isOpen: false }, next: unit.next };
  const value = { minute: minutes.value, isOpen: face.half === 'open' };
  return { value, next: spelled?.next ?? unit.next + 1 };
}

/** "12m" and "12 m." are noon. */
function noonAt(reading: Reading, at: number, face: Face): Match<'pm'> | undefined {
  const token = reading.tokens[at];
  if (face.hour !== NOON || token?.kind !== 'word' || token.word !== 'm') return undefined;
  return { value: 'pm', next: reading.mark(at + 1, '.') ? at + 2 : at + 1 };
}

export function meridiemAt(reading: Reading, at: number): Match<'am' | 'pm'> | undefined {
  const token = reading.tokens[at];
  if (token?.kind === 'meridiem') return { value: token.pm ? 'pm' : 'am', next: at + 1 };
  if (token?.kind !== 'word' || !token.glued || (token.word !== 'p' && token.word !== 'a')) return undefined;
  return { value: token.word === 'p' ? 'pm' : 'am', next: at + 1 };
}
