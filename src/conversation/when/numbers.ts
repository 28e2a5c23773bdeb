import type { Match, Reading } from './reading.ts';

const TEN = 10;

/** A number in words: "five", "twenty-three", "treinta y uno". */
export function numberAt(reading: Reading, at: number): Match<number> | undefined {
  const word = reading.is(at, 'number');
  if (!word) return undefined;
  const one = isTens(word.value.value) ? onesAt(reading, word.next) : undefined;
  return one ? { value: word.value.value + one.value, next: one.next } : { value: word.value.value, next: word.next };
}

/** Which of several, in words: "third", "twenty-third", "primero". */
export function ordinalAt(reading: Reading, at: number): Match<number> | undefined {
  const word = reading.is(at, 'ordinal');
  if (word) return { value: word.value.value, next: word.next };
  const tens = reading.is(at, 'number');
  if (!tens || !isTens(tens.value.value)) return undefined;
  const ones = reading.is(past(reading, tens.next, '-'), 'ordinal');
  return ones && ones.value.value < TEN ? { value: tens.value.value + ones.value.value, next: ones.next } : undefined;
}

const isTens = (value: number) => value >= 2 * TEN && value % TEN === 0;

/** The "three" of "twenty three", the "y uno" of "treinta y uno". */
function onesAt(reading: Reading, at: number): Match<number> | undefined {
  const from = reading.is(at, 'more')?.next ?? past(reading, at, '-');
  const word = reading.is(from, 'number') ?? undefined;
  if (word)
    return word.value.value > 0 && word.value.value < TEN ? { value: word.value.value, next: word.next } : undefined;
  const article = from > at ? reading.is(from, 'article') : undefined; // "treinta y un"
  return article && { value: 1, next: article.next };
}

const past = (reading: Reading, at: number, mark: string) => (reading.mark(at, mark) ? at + 1 : at);
