import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler } from '../../conversation/handler.ts';
import { parseDays } from '../../conversation/when/day-range.ts';
import { newId } from '../../core/id.ts';
import { CREDIT_NOTE_MOST } from '../../core/limits.ts';
import type { Actor, Person } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { peopleOptions, personMeant } from '../shared/person-meant.ts';
import { readerOf } from '../shared/reader.ts';
import { ofPerson } from './credits.ts';

const NUMBER_LONGEST = 4;
const DAY_MOST = 100;

/** Gives somebody sessions. */
export const grantCredits = handler({
  task: 'look after credits',
  input: z.object({
    person: Words,
    sessions: Words,
    until: Words,
    note: Words,
    key: z.string().min(1).max(40).optional(),
  }),
  suggest: {
    person: (by, typed, _, deps: Deps) => peopleOptions(by, typed, deps),
  },
  form: async (by, input, deps: Deps) => {
    const { credits: words } = readerOf(by).words;
    const id = input['person'];
    const [people, chosen] = await Promise.all([
      peopleOptions(by, '', deps),
      id === undefined ? undefined : deps.store.person(id),
    ]);
    const text = (name: string, label: string, most: number, more: Partial<FormField> = {}): FormField =>
      ({
        ...{ kind: 'text', name, label, most, isLong: false, isOptional: true, ...more },
        ...(input[name] && { value: input[name] }),
      }) as FormField;
    return {
      title: words.grantTitle,
      submit: words.grantSubmit,
      carry: { key: input['key'] ?? newId() },
      fields: [
        {
          ...{ kind: 'search', name: 'person', label: words.person, isOptional: false, options: people },
          ...(chosen && { value: chosen.id, chosen: { value: chosen.id, label: chosen.name } }),
        },
        text('sessions', words.sessions, NUMBER_LONGEST, { isOptional: false }),
        text('until', words.untilLabel, DAY_MOST, { hint: words.untilHint } as Partial<FormField>),
        text('note', words.note, CREDIT_NOTE_MOST),
      ],
    };
  },
  run: async (by, { person: typed, sessions, until, note, key }, deps: Deps) => {
    const person = await personMeant(by, typed, deps);
    const validUntil = until === '' ? undefined : endOf(until, by, person, deps);
    await deps.credits.grant(by, { person: person.id, sessions: Number(sessions), validUntil, note, key });
    const card = await ofPerson(by, person.id, 1, deps);
    return { kind: 'private', message: card };
  },
});

/** The end of the day that was typed, on the learner's own calendar. */
function endOf(typed: string, by: Actor, { zone }: Person, deps: Deps): Date {
  const { zone: mine, language } = readerOf(by);
  const days = parseDays(typed, { now: deps.clock(), zone: mine ?? deps.defaultZone, language });
  if (!days) throw new Refusal('not-a-day', { typed }, 'until');
  const after = Temporal.PlainDate.from(days.until).add({ days: 1 });
  return new Date(after.toZonedDateTime(zone ?? mine ?? deps.defaultZone).epochMilliseconds);
}

/** Takes back what is left of a package. */
export const withdrawCredits = handler({
  task: 'look after credits',
  input: z.object({ credits: z.string() }),
  run: async (by, { credits }, deps: Deps) => {
    const { person } = await deps.credits.withdraw(by, credits);
    return { kind: 'replace', message: await ofPerson(by, person, 1, deps) };
  },
});

const YesOrNo = z.enum(['yes', 'no']);

/** Whether the organization uses credits, and what a late way out costs. */
export const creditRules = handler({
  task: 'decide what holds for all',
  input: z.object({ uses: YesOrNo.catch('no'), late: YesOrNo.catch('yes') }),
  form: async (by, input, deps: Deps) => {
    const { credits: words, rules } = readerOf(by).words;
    const now = await deps.store.rules(by.person.organization);
    const radio = (name: string, label: string, is: boolean): FormField => ({
      ...{ kind: 'radio', name, label, isOptional: false },
      value: input[name] ?? (is ? 'yes' : 'no'),
      options: YesOrNo.options.map((value) => ({ value, label: rules.asks[value] })),
    });
    return {
      title: words.rulesTitle,
      submit: rules.submit,
      carry: {},
      fields: [radio('uses', words.usesLabel, now.usesCredits), radio('late', words.lateLabel, now.lateCostsCredit)],
    };
  },
  run: async (by, { uses, late }, deps: Deps) => {
    await deps.rules.change(by, { usesCredits: uses === 'yes', lateCostsCredit: late === 'yes' });
    return { kind: 'private', message: { text: readerOf(by).words.rules.saved } };
  },
});
