import type { FormField } from '../../conversation/form.ts';
import type { Option } from '../../conversation/message.ts';
import { keepRepeat, readRepeat } from '../../conversation/when/repeat.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';
import { ONCE } from './booking.ts';

/** How often is chosen in the dialog; how long, where nobody has said, is asked afterwards. */
const OFFERED = ['week', 'two-weeks', 'month'] as const;

/** Once, or again and again. What was said before stays, as it was said. */
export function repeatField(reader: Reader, typed: string | undefined, deps: Deps): FormField {
  const { series } = reader.words;
  const context = { now: deps.clock(), zone: reader.zone ?? deps.defaultZone, language: reader.language };
  const said = typed === undefined || typed === ONCE ? undefined : readRepeat(typed, context);
  const kept = said && keepRepeat(said);
  const usual: readonly Option[] = [
    { value: ONCE, label: series.once },
    ...OFFERED.map((every) => ({ value: every, label: series.every[every] })),
  ];
  const isUsual = kept === undefined || usual.some(({ value }) => value === kept);
  return {
    kind: 'choice',
    name: 'repeat',
    label: series.field,
    isOptional: true,
    isSpare: true,
    options: isUsual ? usual : [{ value: kept, label: labelOf(said, reader) }, ...usual],
    value: kept ?? ONCE,
  };
}

/** "Every week, 10 times". */
function labelOf(said: ReturnType<typeof readRepeat>, { words: { series } }: Reader): string {
  if (!said) return '';
  const { every, lasting } = said;
  const often = series.every[every];
  if (!lasting) return often;
  if ('times' in lasting) return series.lasts.times(often, lasting.times);
  if ('weeks' in lasting) return series.lasts.weeks(often, lasting.weeks);
  if ('months' in lasting) return series.lasts.months(often, lasting.months);
  return series.lasts.until(often, lasting.until);
}
