import type { Match, Reading } from './reading.ts';

const HOURS = 24;
const MINUTES = 60;
const HOUR_AND_MINUTES = /^(\d{1,2})(\d\d)$/;
const MINUTES_SAID_BEFORE_AN_HOUR = [5, 10, 15, 20, 25];

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
  if (after.kind !== 'word' || ['p', 'a', 'z'].includes(after.word)) return false;
  return !reading.is(at + 1, 'roughly') && !reading.is(at + 1, 'unit')?.value.clock;
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
