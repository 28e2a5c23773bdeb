import { EVERY, type Every, type Lasting, nthOf } from '../../core/series/rule.ts';
import { languages } from '../languages/index.ts';
import { fold, plain } from './lexer.ts';
import { parseWhen } from './parse.ts';
import type { Context } from './when.ts';

/** What a text says about repeating. */
export interface RepeatSaid {
  readonly every: Every;
  /** Undefined: nobody has said, so it has to be asked for. */
  readonly lasting: Lasting | undefined;
  /** The text without it, to be read as the time of the first. */
  readonly rest: string;
}

const said = languages.map(({ lexicon }) => lexicon.repeats);
const any = (phrases: readonly string[]) => {
  const all = phrases.flatMap((one) => one.replaceAll(' - ', '-').split('|')).toSorted((a, b) => b.length - a.length);
  return `(?:${all.map((one) => RegExp.escape(one)).join('|')})`;
};
const phrase = (source: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])${source}(?![\p{L}\p{N}])`, 'u');

const WORDS = languages.flatMap(({ lexicon }) => lexicon.words);
const NUMBERS = new Map(
  WORDS.flatMap(([phrases, sense]) =>
    sense.is === 'number' ? phrases.split('|').map((one) => [one, sense.value] as const) : [],
  ),
);
const WEEKDAYS = new Map(
  WORDS.flatMap(([phrases, sense]) =>
    sense.is === 'weekday'
      ? phrases
          .replaceAll(' - ', '-')
          .split('|')
          .map((one) => [one, sense.day] as const)
      : [],
  ),
);
const NUMBER = String.raw`(\d{1,3}|${any([...NUMBERS.keys()])})`;
const WEEKDAY = `(${any([...WEEKDAYS.keys()])})`;
const THE = any(WORDS.flatMap(([phrases, sense]) => (sense.is === 'the' ? [phrases] : [])));
const of = (pick: (one: (typeof said)[number]) => string) => any(said.map(pick));

const TIMES = [
  phrase(String.raw`(?:${of((one) => one.lasting)}\s+)?${NUMBER}\s*(?:${of((one) => one.times)}|x)`),
  phrase(String.raw`x\s?${NUMBER}`),
];
const WEEKS = phrase(String.raw`${of((one) => one.lasting)}\s+${NUMBER}\s+${of((one) => one.weeks)}`);
const MONTHS = phrase(String.raw`${of((one) => one.lasting)}\s+${NUMBER}\s+${of((one) => one.months)}`);
const UNTIL = new RegExp(String.raw`(?<![\p{L}\p{N}])${of((one) => one.until)}\s+(.+)$`, 'u');
const EVERY_OTHER = phrase(String.raw`${of((one) => one.everyOther)}(?=\s+${WEEKDAY})`);
const EACH_DAY = phrase(String.raw`${of((one) => one.each)}\s+${WEEKDAY}`);
const EACH = any(said.map(({ each }) => each));
const NTH = [0, 1, 2, 3, 4].map((index) =>
  phrase(
    String.raw`(?:(?:${EACH}|${THE})\s+)?${any(said.map(({ nth }) => nth[index] ?? ''))}\s+${WEEKDAY}\s+${of((one) => one.ofMonth)}`,
  ),
);
const UNITS = (['two-weeks', 'month', 'week'] as const).map(
  (every) => [every, phrase(any(said.map((one) => one.every[every])))] as const,
);

/** Which of the month is the last one, in the list of those that are first to fourth. */
const LAST = 4;

/**
 * Takes what a text says about repeating out of it: "every other Tuesday at 5 pm for ten weeks". Undefined where it says
 * nothing of the kind. `isField`: it was asked how it repeats, so that "10 times" is enough.
 */
export function parseRepeat(text: string, context: Context, isField = false): RepeatSaid | undefined {
  const body = createBody(text);
  const every = takeEvery(body, context);
  const isWeekly = every === undefined && parseWhen(body.text(), context).weekly === true;
  if (every === undefined && !isWeekly && !isField) return undefined;
  const lasting = takeLasting(body, context);
  // "los martes" are a habit, and may be meant for the next one alone.
  if (every === undefined && lasting === undefined) return undefined;
  return { every: every ?? 'week', lasting, rest: body.text().replace(/^[\s,;]+|[\s,;]+$/g, '') };
}

/** The text, and what it is when it is compared; pieces are taken out of both. */
function createBody(typed: string) {
  let text = plain(typed).trim();
  const folded = () => (fold(text).length === text.length ? fold(text) : text.toLowerCase());
  return {
    text: () => text,
    find: (pattern: RegExp) => pattern.exec(folded()),
    replace: ({ index, 0: found }: RegExpExecArray, by = ' ') => {
      text = `${text.slice(0, index)}${by}${text.slice(index + found.length)}`.replace(/\s{2,}/g, ' ').trim();
    },
  };
}
type Body = ReturnType<typeof createBody>;

function takeEvery(body: Body, context: Context): Every | undefined {
  for (const [index, pattern] of NTH.entries()) {
    const found = body.find(pattern);
    if (!found) continue;
    body.replace(found, ` ${nextNth(WEEKDAYS.get(found[1] ?? '') ?? 1, index, context)} `);
    return index === LAST ? 'month-end' : 'month';
  }
  const other = body.find(EVERY_OTHER);
  if (other) {
    body.replace(other, ' ');
    return 'two-weeks';
  }
  for (const [every, pattern] of UNITS) {
    const found = body.find(pattern);
    if (!found) continue;
    body.replace(found);
    return every;
  }
  return body.find(EACH_DAY) ? 'week' : undefined;
}

/** The next day that is such a one, from tomorrow on. */
function nextNth(weekday: number, index: number, { now, zone }: Context): string {
  let day = now.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate();
  do day = day.add({ days: 1 });
  while (day.dayOfWeek !== weekday || !isNth(day, index));
  return day.toString();
}

function isNth(day: Temporal.PlainDate, index: number): boolean {
  return index === LAST ? day.day + 7 > day.daysInMonth : nthOf(day) === index + 1;
}

function takeLasting(body: Body, context: Context): Lasting | undefined {
  const counted = (pattern: RegExp) => {
    const found = body.find(pattern);
    const word = found?.[1] ?? '';
    const count = NUMBERS.get(word) ?? Number(word);
    if (!found || !Number.isInteger(count)) return undefined;
    body.replace(found);
    return count;
  };
  const weeks = counted(WEEKS);
  if (weeks !== undefined) return { weeks };
  const months = counted(MONTHS);
  if (months !== undefined) return { months };
  for (const pattern of TIMES) {
    const times = counted(pattern);
    if (times !== undefined) return { times };
  }
  const found = body.find(UNTIL);
  const until = found && dayIn(body.text().slice(found.index + found[0].length - (found[1]?.length ?? 0)), context);
  if (!found || !until) return undefined;
  body.replace(found);
  return { until };
}

/** "15 February", and not "7 pm". */
function dayIn(text: string, context: Context): string | undefined {
  const when = parseWhen(text, { ...context, isField: true });
  const isDay = when.kind === 'incomplete' && when.missing === 'time' && !when.within && !when.unclear;
  return isDay && when.days.length === 1 ? when.days[0] : undefined;
}

const KEPT = /^(\S+)(?: (times|weeks|months|until) (\S+))?$/;

/** As a booking keeps it: "week times 10". */
export function keepRepeat({ every, lasting }: Omit<RepeatSaid, 'rest'>): string {
  const [[kind, value] = []] = Object.entries(lasting ?? {});
  return kind === undefined ? every : `${every} ${kind} ${value}`;
}

/** What a booking kept, or what somebody typed where it was asked for. */
export function readRepeat(text: string, context: Context): Omit<RepeatSaid, 'rest'> | undefined {
  const [, word, kind, value = ''] = KEPT.exec(text.trim()) ?? [];
  const every = EVERY.find((one) => one === word);
  if (every && kind === undefined) return { every, lasting: undefined };
  if (every && kind === 'until') return { every, lasting: { until: value } };
  if (every) return { every, lasting: { [kind as string]: Number(value) } as unknown as Lasting };
  const typed = parseRepeat(text, context, true);
  return typed && typed.rest === '' ? typed : undefined;
}
