import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';

const ID_LONGEST = 60;

/** The id alone, or mentioned as a chat writes it: `<@&…>`, `<!subteam^…>`. */
const GROUP = /^(?:<@&|<!subteam\^)?([A-Z0-9]{7,20})(?:\|[^>]*)?>?$/;

/** Who may ask for sessions from the admin's own community: everybody, or whoever holds a role or is in a user group. */
export const whoAsks = handler({
  input: z.object({ group: Short }),
  form: async (by, input, deps: Deps) => {
    const { whoAsks: words } = readerOf(by).words;
    const { bookerGroup } = await deps.settingUp.ofAdmin(by);
    return {
      title: words.title,
      submit: words.submit,
      carry: {},
      fields: [
        {
          kind: 'text',
          name: 'group',
          label: words.label,
          hint: words.labelHint,
          isLong: false,
          isOptional: true,
          most: ID_LONGEST,
          value: input['group'] ?? bookerGroup ?? '',
        },
      ],
    };
  },
  run: async (by, { group: typed }, deps: Deps): Promise<Reply> => {
    const { whoAsks: words } = readerOf(by).words;
    const group = typed === undefined ? undefined : GROUP.exec(typed)?.[1];
    if (typed !== undefined && group === undefined) throw new Refusal('not-a-group', { typed }, 'group');
    await deps.settingUp.letBook(by, group);
    return { kind: 'private', message: { text: group === undefined ? words.all : words.some } };
  },
});
