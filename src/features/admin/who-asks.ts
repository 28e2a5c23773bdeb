import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';

const ID_LONGEST = 60;

/** The id alone, or mentioned as a chat writes it: `<@&…>`, `<!subteam^…>`. */
const GROUP = /^(?:<@&|<!subteam\^)?([A-Z0-9]{7,20})(?:\|[^>]*)?>?$/;

/** Who may ask for sessions from the admin's own community: everybody, or whoever holds a role or is in a user group; and what tutors are given. */
export const whoAsks = handler({
  task: 'decide what holds for all',
  input: z.object({ group: Short, tutors: Short }),
  form: async (by, input, deps: Deps) => {
    const { whoAsks: words } = readerOf(by).words;
    const { bookerGroup, tutorRole } = await deps.settingUp.ofAdmin(by);
    return {
      title: words.title,
      submit: words.submit,
      carry: {},
      fields: [
        field('group', words.label, words.labelHint, input['group'] ?? bookerGroup),
        field('tutors', words.tutors, words.tutorsHint, input['tutors'] ?? tutorRole),
      ],
    };
  },
  run: async (by, { group, tutors }, deps: Deps): Promise<Reply> => {
    const { whoAsks: words } = readerOf(by).words;
    const bookers = idIn(group, 'group');
    await deps.settingUp.decideRoles(by, { bookers, tutors: idIn(tutors, 'tutors') });
    return { kind: 'private', message: { text: bookers === undefined ? words.all : words.some } };
  },
});

function idIn(typed: string | undefined, name: string): string | undefined {
  const id = typed === undefined ? undefined : GROUP.exec(typed)?.[1];
  if (typed !== undefined && id === undefined) throw new Refusal('not-a-group', { typed }, name);
  return id;
}

function field(name: string, label: string, hint: string, value: string | undefined): FormField {
  return { kind: 'text', name, label, hint, isLong: false, isOptional: true, most: ID_LONGEST, value: value ?? '' };
}
