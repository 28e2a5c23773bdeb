import { type Amount, countAt, inUnits, LARGEST, minutes, plus, unitAt } from './amount-units.ts';
import { unitOf } from './lexicon.ts';
import type { Match, Reading } from './reading.ts';

/** "1 week, 2 days, 3 hours and 10 minutes". */
const MOST_PARTS = 4;
const HOUR = 60;
const FIVE = 5;

/** `sure`: the words before it say that this is an amount, so "17h" is not five in the afternoon. */
export function amountAt(reading: Reading, at: number, sure: boolean): Match<Amount> | undefined {
  let sum: Amount | undefined;
  let next = at;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const part = oneAmountAt(reading, parts === 0 ? at : joined(reading, next), sure);
    if (!part) break;
    sum = plus(sum, part.value);
    next = part.next;
    const tail = bareMinutesAfterHours(reading, next, part.value);
    if (tail) {
      sum = plus(sum, tail.value);
      next = tail.next;
    }
  }
  return sum && { value: sum, next };
}

const joined = (reading: Reading, at: number) => reading.is(at, 'and')?.next ?? (reading.mark(at, ',') ? at + 1 : at);

/** The 30 of "1h 30". */
function bareMinutesAfterHours(reading: Reading, at: number, hours: Amount): Match<Amount> | undefined {
  const token = reading.tokens[at];
  const unit = reading.tokens[at - 1];
  const isMinutes = token?.kind === 'number' && token.digits.length === 2 && token.value < HOUR;
  if (!isMinutes || hours.minutes % HOUR !== 0 || unit?.kind !== 'word') return undefined;
  const isHour = unitOf(unit.word, reading.language) === 'hours' && reading.tokens[at + 1]?.kind !== 'meridiem';
  if (!isHour || (unit.word !== 'h' && token.value % FIVE !== 0)) return undefined;
  return { value: { minutes: token.value, days: 0, months: 0 }, next: at + 1 };
}

function oneAmountAt(reading: Reading, at: number, sure: boolean): Match<Amount> | undefined {
  const whole = reading.is(at, 'amount');
  if (whole) return { value: minutes(whole.value.minutes), next: whole.next };
  return hoursAndMinutesAt(reading, at, sure) ?? countedAt(reading, at, sure);
}

/** "1h30", which is a time only when the hour is too large for a lesson. */
function hoursAndMinutesAt(reading: Reading, at: number, sure: boolean): Match<Amount> | undefined {
  const token = reading.tokens[at];
  if (token?.kind !== 'clock') return undefined;
  const unit = reading.tokens[at + 1];
  const minutesWord = unit?.glued && unit.kind === 'word' && ['m', 'min', 'mins'].includes(unit.word);
  const isLength = token.withH ? sure || token.hour < 5 : minutesWord; // "17h30min" is a time
  const isTimeOf = (reading.is(at + 1, 'time-of')?.next ?? 0) > at + 2; // "17:00 hora de Madrid"
  const spelled = sure && !isTimeOf && reading.is(at + 1, 'unit')?.value.unit === 'hours' ? 1 : 0;
  if (!isLength && !spelled) return undefined;
  return { value: minutes(token.hour * HOUR + token.minute), next: at + 1 + (minutesWord ? 1 : spelled) };
}

export function countedAt(reading: Reading, at: number, sure: boolean): Match<Amount> | undefined {
  const count = countAt(reading, at);
  if (!count || isNoon(reading, at, sure)) return undefined;
  const halfBefore = reading.is(count.next, 'and-a-half');
  const unit = unitAt(reading, halfBefore?.next ?? count.next);
  if (!unit || (!sure && (unit.clockFrom <= count.value || isOfHour(reading, unit.next)))) return undefined;
  const extra = reading.is(unit.next, 'and-a-half', 'minutes-after-hour');
  const share = !extra ? 0 : extra.value.is === 'and-a-half' ? 0.5 : Math.max(0, extra.value.minutes / HOUR);
  const takesExtra = unit.unit === 'hours' && share > 0;
  const value = Math.min(count.value, LARGEST) + (halfBefore ? 0.5 : 0) + (takesExtra ? share : 0);
  return { value: inUnits(value, unit.unit), next: takesExtra && extra ? extra.next : unit.next };
}

/** "2h da tarde" is a time. */
const isOfHour = (reading: Reading, at: number) => reading.is(at, 'part')?.value.ofHour === true;

/** "12m" is noon to most who write it, and no length. */
function isNoon(reading: Reading, at: number, sure: boolean): boolean {
  const [token, unit] = [reading.tokens[at], reading.tokens[at + 1]];
  return !sure && token?.kind === 'number' && token.value === 12 && unit?.kind === 'word' && unit.word === 'm';
}
