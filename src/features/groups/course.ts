import type { Action, Field, Text } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { keepRepeat, readRepeat } from '../../conversation/when/repeat.ts';
import type { GroupPlan } from '../../core/groups/open.ts';
import type { CourseDates, CoursePlan } from '../../core/groups/open-course.ts';
import { Refusal } from '../../core/refusal.ts';
import { EVERY, endOf, wallTime } from '../../core/series/rule.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';
import { everyWords, ruleWords } from '../shared/rule-words.ts';

/** A quarter of a year of weeks. */
const LISTED = 13;
/** How long a course is usually. */
const TIMES = { week: [4, 8, 10, 12], 'two-weeks': [4, 6], month: [3, 6] } as const;
const ONCE = 'once';

/** The group session that was asked for, again and again; undefined where it is one. */
export function courseOf(plan: GroupPlan, repeat: string | undefined, zone: string, reader: Reader, deps: Deps) {
  if (repeat === undefined || repeat === ONCE) return undefined;
  const said = readRepeat(repeat, { now: deps.clock(), zone, language: reader.language });
  if (!said?.lasting) throw new Refusal('not-a-repeat', { typed: repeat }, 'when');
  const first = Temporal.PlainDateTime.from(wallTime(plan.startsAt, zone)).toPlainDate();
  const course: CoursePlan = { ...plan, zone, repeat: { every: said.every, end: endOf(said.lasting, first) } };
  return course;
}

/** All of its dates, and which of them are left out because their tutor cannot. */
export function courseFields({ rule, all }: CourseDates, { words, zone, ...reader }: Reader): readonly Field[] {
  const { series } = words;
  const line = ({ nr, startsAt, obstacle }: CourseDates['all'][number]): Text =>
    say`${nr}. ${moment(startsAt, zone)}${obstacle ? say` · ⚠ ${series.obstacles[obstacle]}` : ''}`;
  const isOut = all.some(({ obstacle }) => obstacle);
  const shown = [...all.filter(({ obstacle }) => obstacle), ...all.filter(({ obstacle }) => !obstacle)]
    .slice(0, LISTED)
    .toSorted((a, b) => a.nr - b.nr);
  const more = all.length - shown.length;
  const lines = [...shown.map(line), ...(more > 0 ? [series.more(more)] : []), ...(isOut ? [series.leftOut] : [])];
  return [
    { name: series.field, value: say`${ruleWords(rule, { ...reader, words, zone })}. ${series.clock}` },
    { name: series.dates, value: join(lines, '\n') },
  ];
}

/** Once, or how often and for how long: what is usual, and what was said. */
export function repeatMenu(
  draft: string,
  chosen: string | undefined,
  startsAt: Date,
  zone: string,
  reader: Reader,
): Action {
  const { series } = reader.words;
  const first = wallTime(startsAt, zone);
  const usual = EVERY.filter((every) => every !== 'month-end').flatMap((every) =>
    TIMES[every].map((times) => keepRepeat({ every, lasting: { times } })),
  );
  const labelOf = (kept: string): string => {
    const [every, , count] = kept.split(' ');
    const known = EVERY.find((one) => one === every) ?? 'week';
    const day = everyWords({ every: known, first, zone }, reader);
    return `${day}, ${/^\d+$/.test(count ?? '') ? series.times(Number(count)) : (count ?? '')}`;
  };
  const said = chosen === undefined || usual.includes(chosen) || chosen === ONCE ? [] : [chosen];
  return {
    kind: 'choice',
    label: series.field,
    target: { handler: 'change-group', input: { draft, what: 'repeat' } },
    options: [
      { value: ONCE, label: series.once },
      ...[...said, ...usual].map((kept) => ({ value: kept, label: labelOf(kept) })),
    ],
    selected: chosen ?? ONCE,
  };
}
