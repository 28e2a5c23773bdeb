import type { FormField } from '../../conversation/form.ts';
import { handler, type RawInput } from '../../conversation/handler.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { peopleOptions, personMeant, UNKNOWN } from '../shared/person-meant.ts';
import { readerOf } from '../shared/reader.ts';
import { makeStatement, periodInput } from '../teaching/statement.ts';
import { daysTyped, periodFields } from '../teaching/statement-period.ts';

/** What any tutor has taught, as a file. */
export const tutoringStatement = handler({
  task: 'look after people',
  input: periodInput.extend({ person: Words }),
  suggest: { person: (by, typed, _: RawInput, deps: Deps) => peopleOptions(by, typed, deps) },
  read: async (by, { text, mentions }, deps: Deps) => {
    const words = text.split(/\s+/).filter(Boolean);
    const cut = words.findIndex(
      (_, index) => daysTyped(words.slice(index).join(' '), readerOf(by), deps) !== undefined,
    );
    const [names, days] = cut === -1 ? [words, []] : [words.slice(0, cut), words.slice(cut)];
    const person = mentions.length > 0 ? (mentions[0] ?? UNKNOWN) : names.join(' ');
    return { ...(person !== '' && { person }), ...(days.length > 0 && { period: days.join(' ') }) };
  },
  form: async (by, input, deps: Deps, ask) => {
    const hasTime = input['month'] !== undefined || input['period'] !== undefined;
    if (ask === 'missing' && hasTime && input['person'] !== undefined) return undefined;
    const reader = readerOf(by);
    const { title, submit } = reader.words.statement;
    return {
      title,
      submit,
      carry: {},
      fields: [await tutorField(by, input, deps), ...periodFields(reader, input, deps)],
    };
  },
  run: async (by, { person, ...period }, deps: Deps) => {
    return makeStatement(by, (await personMeant(by, person, deps)).id, period, deps);
  },
});

async function tutorField(by: Actor, input: RawInput, deps: Deps): Promise<FormField> {
  const [options, chosen] = await Promise.all([
    peopleOptions(by, '', deps),
    input['person'] === undefined ? undefined : deps.store.person(input['person']),
  ]);
  return {
    kind: 'search',
    name: 'person',
    label: readerOf(by).words.statement.tutor,
    isOptional: false,
    options,
    ...(input['person'] === undefined ? {} : { value: input['person'] }),
    ...(chosen && { chosen: { value: chosen.id, label: chosen.name } }),
  };
}
