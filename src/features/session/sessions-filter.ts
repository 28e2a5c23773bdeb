import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type RawInput } from '../../conversation/handler.ts';
import type { Person } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';
import { companionMeant, companionsOf } from './companions.ts';
import { sessionList, WHICH } from './session-list.ts';
import { PAST, UPCOMING } from './session-section.ts';
import { State } from './sessions.ts';

/** People that a menu takes in every chat. */
const PEOPLE_MOST = 24;

/** Only some of one's sessions: of one state, with one person. */
export const sessionsFilter = handler({
  input: z.object({ which: z.enum(WHICH).catch('upcoming'), state: State, person: Short }),
  form: async (by, input, deps: Deps) => {
    const { sessions: words } = readerOf(by).words;
    const latest = await companionsOf(by, PEOPLE_MOST, deps);
    const chosen = latest.some(({ id }) => id === input['person']) ? undefined : await chosenBefore(input, deps);
    const known = [...(chosen ? [chosen] : []), ...latest].slice(0, PEOPLE_MOST);
    const menu = (name: string, label: string, options: readonly (readonly [string, string])[]): FormField => ({
      kind: 'choice',
      name,
      label,
      isOptional: true,
      options: options.map(([value, label]) => ({ value, label })),
      ...(input[name] === undefined ? {} : { value: input[name] }),
    });
    return {
      title: words.filterTitle,
      submit: words.filterSubmit,
      carry: {},
      fields: [
        {
          kind: 'radio',
          name: 'which',
          label: words.whichLabel,
          isOptional: false,
          value: input['which'] ?? 'upcoming',
          options: WHICH.map((value) => ({ value, label: words.which[value] })),
        },
        menu(
          'state',
          words.stateLabel,
          [...UPCOMING, ...PAST].map((state) => [state, words.state[state]] as const),
        ),
        ...(known.length === 0
          ? []
          : [
              menu(
                'person',
                words.personLabel,
                known.map(({ id, name }) => [id, name] as const),
              ),
            ]),
      ],
    };
  },
  run: async (by, { person, ...filter }, deps: Deps) => {
    const one = person === undefined ? undefined : await companionMeant(by, person, deps);
    return { kind: 'private', message: await sessionList(readerOf(by), { ...filter, person: one }, 0, deps) };
  },
});

/** With whom the list was before: they can be none of the latest. */
function chosenBefore({ person }: RawInput, deps: Deps): Promise<Person | undefined> | undefined {
  return person === undefined ? undefined : deps.store.person(person);
}
