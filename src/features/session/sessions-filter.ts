import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler } from '../../conversation/handler.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';
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
    const ids = await deps.store.companions(by.person.id, PEOPLE_MOST);
    const people = await deps.store.people(ids);
    const menu = (name: string, label: string, options: readonly (readonly [string, string])[]): FormField => ({
      kind: 'choice',
      name,
      label,
      isOptional: true,
      options: options.map(([value, label]) => ({ value, label })),
      ...(input[name] === undefined ? {} : { value: input[name] }),
    });
    const known = ids.flatMap((id) => {
      const name = people.get(id)?.name;
      return name === undefined ? [] : [[id, name] as const];
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
        ...(known.length === 0 ? [] : [menu('person', words.personLabel, known)]),
      ],
    };
  },
  run: async (by, filter, deps: Deps) => ({
    kind: 'private',
    message: await sessionList(readerOf(by), filter, 0, deps),
  }),
});
