import type { Match, Reading } from './reading.ts';

/** A stretch of time as people say it. Days, weeks and months are of the calendar. */
export interface Amount {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
}

const MINUTES_PER = { minutes: 1, hours: 60 } as const;
const DAYS_PER = { days: 1, weeks: 7 } as const;
const LARGEST = 100_000; // of any unit; keeps dates within what a calendar holds
const HOUR = 60;

/** "in 2 hours", "dentro de tres días", "2 hours from now". */
export function relativeAt(reading: Reading, at: number): Match<Amount> | undefined {
  const prefix = reading.is(at, 'in');
  const amount = amountAt(reading, prefix?.next ?? at, true);
  if (!amount) return undefined;
  const suffix = reading.is(amount.next, 'from-now');
  if (suffix) return { value: amount.value, next: suffix.next };
  return prefix && amount;
}

/** "for 45 minutes", "1h", "hora y media", "90-minute": minutes. */
export function lengthAt(reading: Reading, at: number): Match<number> | undefined {
  const prefix = reading.is(at, 'for', 'of');
  const amount = amountAt(reading, prefix?.next ?? at, prefix?.value.is === 'for');
  if (!amount || amount.value.days || amount.value.months || amount.value.minutes === 0) return undefined;
  return { value: Math.round(amount.value.minutes), next: amount.next };
}

/** `sure`: the words before it say that this is an amount, so "17h" is not five in the afternoon. */
function amountAt(reading: Reading, at: number, sure: boolean): Match<Amount> | undefined {
  let sum: Amount | undefined;
  let next = at;
  for (let part = oneAmountAt(reading, at, sure); part; part = oneAmountAt(reading, joined(reading, next), sure)) {
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
  if (!isMinutes || hours.minutes % HOUR !== 0 || unit?.kind !== 'word' || unit.word !== 'h') return undefined;
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
  const isLength = minutesWord || (token.withH && (sure || token.hour < 5));
  const spelled = sure && reading.is(at + 1, 'unit')?.value.unit === 'hours' ? 1 : 0;
  if (!isLength && !spelled) return undefined;
  return { value: minutes(token.hour * HOUR + token.minute), next: at + 1 + (minutesWord ? 1 : spelled) };
}

function countedAt(reading: Reading, at: number, sure: boolean): Match<Amount> | undefined {
  const count = countAt(reading, at);
  if (!count) return undefined;
  const halfBefore = reading.is(count.next, 'and-a-half');
  const unit = unitAt(reading, halfBefore?.next ?? count.next);
  if (!unit || (!sure && unit.clockFrom <= count.value)) return undefined;
  const extra = reading.is(unit.next, 'and-a-half', 'minutes-after-hour');
  const share = !extra ? 0 : extra.value.is === 'and-a-half' ? 0.5 : Math.max(0, extra.value.minutes / HOUR);
  const takesExtra = unit.unit === 'hours' && share > 0;
  const value = Math.min(count.value, LARGEST) + (halfBefore ? 0.5 : 0) + (takesExtra ? share : 0);
  return { value: inUnits(value, unit.unit), next: takesExtra && extra ? extra.next : unit.next };
}

function countAt(reading: Reading, at: number): Match<number> | undefined {
  const token = reading.tokens[at];
  if (token?.kind === 'number' && !token.ordinal) return { value: token.value, next: at + 1 };
  if (token?.kind === 'date' && token.first === 1 && token.second === 2) return { value: 0.5, next: at + 1 }; // 1/2 hour
  const word = reading.is(at, 'number');
  if (word) return { value: word.value.value, next: word.next };
  const article = reading.is(at, 'article');
  return article && { value: 1, next: article.next };
}

function unitAt(reading: Reading, at: number) {
  const hyphen = reading.mark(at, '-') ? at + 1 : at;
  const token = reading.tokens[hyphen];
  const short = token?.glued && (token.kind === 'word' ? token.word === 'm' : reading.mark(hyphen, "'′"));
  if (short) return { unit: 'minutes' as const, next: hyphen + 1, clockFrom: Number.POSITIVE_INFINITY };
  const sense = reading.is(hyphen, 'unit');
  if (!sense) return undefined;
  const { unit, clock } = sense.value;
  const clockFrom = clock === 'from-5' ? 5 : clock === 'from-13' ? 13 : Number.POSITIVE_INFINITY;
  return { unit, next: sense.next, clockFrom };
}

function inUnits(count: number, unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months'): Amount {
  if (unit === 'months') return { minutes: 0, days: 0, months: Math.min(Math.round(count), LARGEST / 100) };
  if (unit === 'days' || unit === 'weeks') return { minutes: 0, days: Math.round(count * DAYS_PER[unit]), months: 0 };
  return minutes(count * MINUTES_PER[unit]);
}

const minutes = (count: number): Amount => ({ minutes: count, days: 0, months: 0 });

const plus = (a: Amount | undefined, b: Amount): Amount => ({
  minutes: (a?.minutes ?? 0) + b.minutes,
  days: (a?.days ?? 0) + b.days,
  months: (a?.months ?? 0) + b.months,
});
