import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import { type DayRange, parseDays, parseHours } from '../../conversation/when/day-range.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { changedCard } from './availability-card.ts';
import { offerOf } from './offer-of.ts';

const TEXT_MOST = 100;

/** Days off, a vacation, and extra hours. */
export const availabilityDays = handler({
  input: z.object({ kind: z.enum(['off', 'extra']).catch('off'), from: Words, until: Words, hours: Words }),
  form: async (by, input, deps: Deps) => {
    await offerOf(by, deps);
    const words = readerOf(by).words.availability;
    const text = (name: string, label: string, isOptional: boolean, placeholder: string, hint?: string): FormField => ({
      kind: 'text',
      name,
      label,
      placeholder,
      most: TEXT_MOST,
      isLong: false,
      isOptional,
      ...(hint !== undefined && { hint }),
      ...(input[name] && { value: input[name] }),
    });
    const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
    return {
      title: words.dayTitle,
      submit: words.submit,
      carry: {},
      fields: [
        {
          kind: 'choice',
          name: 'kind',
          label: words.kind,
          isOptional: false,
          options: kinds,
          value: input['kind'] ?? 'off',
        },
        text('from', words.from, false, words.dayPlaceholder),
        text('until', words.until, true, words.dayPlaceholder, words.untilHint),
        text('hours', words.dayHours, true, words.dayHoursPlaceholder, words.dayHoursHint),
      ],
    };
  },
  run: async (by, { kind, from, until, hours }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const days = daysIn(from, until, reader, deps);
    const windows = hours === '' ? [] : parseHours(hours, reader.language);
    if (!windows || (kind === 'extra' && windows.length === 0))
      throw new Refusal('not-hours', { typed: hours }, 'hours');
    return changedCard(await deps.availabilities.addDays(by, { kind, ...days, windows }), reader, deps);
  },
});

/** "24 Dec" and "2 Jan" of two fields, or both in the first. @throws Refusal at the field that could not be read. */
function daysIn(first: string, last: string, reader: Reader, deps: Deps): DayRange {
  const context = { now: deps.clock(), zone: reader.zone ?? deps.defaultZone, language: reader.language };
  const from = parseDays(first, context);
  if (!from) throw new Refusal('not-a-day', { typed: first }, 'from');
  if (last === '') return from;
  const until = parseDays(last, { ...context, now: new Date(`${from.from}T12:00:00Z`) });
  if (!until) throw new Refusal('not-a-day', { typed: last }, 'until');
  if (until.until < from.from) throw new Refusal('days-backwards', {}, 'until');
  return { from: from.from, until: until.until };
}

export const availabilityRemove = handler({
  input: z.object({ choice: z.string() }),
  run: async (by, { choice }, deps: Deps): Promise<Reply> => {
    const { message } = await changedCard(await deps.availabilities.removeDays(by, choice), readerOf(by), deps);
    return { kind: 'replace', message };
  },
});
