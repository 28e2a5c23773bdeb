import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { readerOf } from '../shared/reader.ts';

/** Says what would go and what would be called off, and asks for the first time. */
export async function askToDelete(by: Actor, deps: Deps): Promise<Reply> {
  const { words } = readerOf(by);
  const states = ['requested', 'confirmed'] as const;
  const upcoming = await deps.store.sessions({ person: by.person.id, states, startsFrom: deps.clock() });
  return asking(by, words.rights.deleteWhat(upcoming.length), words.buttons.deleteMe, 'once');
}

/** Everything about somebody goes, after they have said so twice. */
export const deleteMe = handler({
  input: z.object({ sure: z.enum(['once', 'twice']) }),
  run: async (by, { sure }, deps: Deps): Promise<Reply> => {
    const { words } = readerOf(by);
    if (sure === 'once') {
      const { message } = asking(by, words.rights.deleteSure, words.buttons.deleteMeSure, 'twice');
      return { kind: 'replace', message };
    }
    await deps.rights.forget(by);
    return { kind: 'replace', message: { text: words.rights.deleted } };
  },
});

function asking(by: Actor, text: Text, label: string, sure: 'once' | 'twice') {
  const { rights } = readerOf(by).words;
  const target = { handler: 'delete-me', input: { sure } };
  return {
    kind: 'private',
    message: { title: say`${rights.deleteTitle}`, text, actions: [{ kind: 'button', label, style: 'danger', target }] },
  } as const;
}
