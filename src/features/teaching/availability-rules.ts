import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import { type Rules, START_GRIDS } from '../../core/calendar/hours.ts';
import { HORIZONS_DAYS, LENGTHS_MINUTES } from '../../core/limits.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';
import { changedCard, noticeWords } from './availability-card.ts';
import { offerOf } from './offer-of.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** What can be chosen; `0` stands for none. */
const NOTICES = [0, HOUR, 2 * HOUR, 4 * HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY];
const AHEAD_DAYS = [7, 14, 30, 60, 90, 180, 366];
const BUFFERS = [0, 5, 10, 15, 20, 30, 45, 60];
const A_DAY = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12];
const A_WEEK = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40];

const OneOf = (numbers: readonly number[]) => z.coerce.number().refine((one) => numbers.includes(one));

/** A menu of numbers; what stands now is among them even if it never was offered. */
function menu(
  name: string,
  label: string,
  numbers: readonly number[],
  now: number,
  given: RawInput,
  wording: (count: number) => string,
  hint?: string,
): FormField {
  const all = numbers.includes(now) ? numbers : [...numbers, now].sort((a, b) => a - b);
  const options = all.map((count) => ({ value: String(count), label: wording(count) }));
  return {
    kind: 'choice',
    name,
    label,
    isOptional: false,
    options,
    value: given[name] ?? String(now),
    ...(hint && { hint }),
  };
}

/** What is offered: lengths, starts, and how long before. */
export const availabilityRules = handler({
  input: z.object({
    lengths: Words,
    every: OneOf(START_GRIDS),
    notice: z.coerce
      .number()
      .int()
      .min(0)
      .max(14 * DAY),
    ahead: z.coerce.number().int().min(HORIZONS_DAYS.least).max(HORIZONS_DAYS.most),
    outside: z.enum(['yes', 'no']),
  }),
  form: async (by, input, deps: Deps) => {
    const { rules, lengths } = await offerOf(by, deps);
    const { horizonDays } = await deps.store.rules(by.person.organization);
    const ahead = [...new Set([...AHEAD_DAYS.filter((days) => days < horizonDays), horizonDays])];
    const { words, locale } = readerOf(by);
    const said = words.availability;
    const minutes = (count: number) => lengthWords(count, locale);
    const notice = (count: number) => noticeWords(count, locale, said.days) || said.none;
    const yesNo = [
      { value: 'yes', label: said.outside.yes },
      { value: 'no', label: said.outside.no },
    ];
    return {
      title: said.rulesForm,
      submit: said.submit,
      carry: {},
      fields: [
        {
          kind: 'several',
          name: 'lengths',
          label: said.lengthsLabel,
          isOptional: false,
          options: LENGTHS_MINUTES.map((one) => ({ value: String(one), label: minutes(one) })),
          value: input['lengths'] ?? lengths.join(','),
        },
        menu('every', said.everyLabel, START_GRIDS, rules.everyMinutes, input, minutes),
        menu('notice', said.noticeLabel, NOTICES, rules.noticeMinutes ?? 0, input, notice),
        menu('ahead', said.aheadLabel, ahead, rules.aheadDays, input, said.days),
        {
          kind: 'choice',
          name: 'outside',
          label: said.outsideLabel,
          isOptional: false,
          options: yesNo,
          value: input['outside'] ?? (rules.takesOutside ? 'yes' : 'no'),
        },
      ],
    };
  },
  run: async (by, { lengths: typed, every, notice, ahead, outside }, deps: Deps): Promise<Reply> => {
    const wanted = typed.split(',').map((text) => Number(text.trim()));
    const lengths = LENGTHS_MINUTES.filter((minutes) => wanted.includes(minutes));
    if (lengths.length === 0) throw new Refusal('required', {}, 'lengths');
    const rules: Partial<Rules> = {
      everyMinutes: START_GRIDS.find((one) => one === every) ?? 30,
      noticeMinutes: notice === 0 ? undefined : notice,
      aheadDays: ahead,
      takesOutside: outside === 'yes',
    };
    return changedCard(await deps.availabilities.setRules(by, rules, lengths), readerOf(by), deps);
  },
});

/** How much of it: breaks around each session, and how many there are. */
export const availabilityLimits = handler({
  input: z.object({ before: OneOf(BUFFERS), after: OneOf(BUFFERS), aDay: OneOf(A_DAY), aWeek: OneOf(A_WEEK) }),
  form: async (by, input, deps: Deps) => {
    const { rules } = await offerOf(by, deps);
    const { words, locale } = readerOf(by);
    const said = words.availability;
    const buffer = (count: number) => (count === 0 ? said.none : lengthWords(count, locale));
    const most = (count: number) => (count === 0 ? said.noLimit : String(count));
    return {
      title: said.limitsForm,
      submit: said.submit,
      carry: {},
      fields: [
        menu('before', said.beforeLabel, BUFFERS, rules.beforeMinutes, input, buffer),
        menu('after', said.afterLabel, BUFFERS, rules.afterMinutes, input, buffer, said.bufferHint),
        menu('aDay', said.aDayLabel, A_DAY, rules.mostADay ?? 0, input, most),
        menu('aWeek', said.aWeekLabel, A_WEEK, rules.mostAWeek ?? 0, input, most),
      ],
    };
  },
  run: async (by, { before, after, aDay, aWeek }, deps: Deps): Promise<Reply> => {
    const rules: Partial<Rules> = {
      beforeMinutes: before,
      afterMinutes: after,
      mostADay: aDay === 0 ? undefined : aDay,
      mostAWeek: aWeek === 0 ? undefined : aWeek,
    };
    return changedCard(await deps.availabilities.setRules(by, rules), readerOf(by), deps);
  },
});
