import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import { chatName } from '../../conversation/languages/chat-name.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { readerOf } from '../shared/reader.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
const NONE = 'none';
/** Stands for the chat in which they were seen last. */
const LAST_SEEN = 'last';

const Hour = z.enum([NONE, ...HOURS]).catch(NONE);

export const quietInput = z.object({ from: Hour, to: Hour, chat: z.string().default(LAST_SEEN) });

/** When only what is urgent comes, and into which chat. */
export const quietHours = handler({
  input: quietInput,
  form: async (by, input, deps: Deps) => {
    const { words } = readerOf(by);
    const { quiet, reachIn } = by.person;
    const chats = await chatsOf(by, deps);
    const menu = (name: string, label: string, value: string, options: readonly (readonly [string, string])[]) =>
      ({
        kind: 'choice',
        name,
        label,
        isOptional: false,
        value: input[name] ?? value,
        options: options.map(([value, label]) => ({ value, label })),
      }) satisfies FormField;
    const hours = HOURS.map((hour) => [hour, hour] as const);
    return {
      title: words.quiet.title,
      submit: words.settings.submit,
      carry: {},
      fields: [
        {
          ...menu('from', words.quiet.from, quiet?.from ?? NONE, [[NONE, words.quiet.never], ...hours]),
          hint: words.quiet.fromHint,
        },
        menu('to', words.quiet.to, quiet?.to ?? '07:00', hours),
        ...(chats.length < 2
          ? []
          : [
              menu('chat', words.quiet.where, reachIn ?? LAST_SEEN, [
                [LAST_SEEN, words.quiet.lastSeen],
                ...chats.map((chat) => [chat, chatName(chat)] as const),
              ]),
            ]),
      ],
    };
  },
  run: (by, input, deps: Deps) => saveQuiet(by, input, deps),
});

export async function saveQuiet(
  by: Actor,
  { from, to, chat }: z.output<typeof quietInput>,
  deps: Deps,
): Promise<Reply> {
  const { words } = readerOf(by);
  if (from !== NONE && (to === NONE || to === from)) throw new Refusal('required', {}, 'to');
  const isKnown = (await chatsOf(by, deps)).includes(chat);
  const quiet = from === NONE ? undefined : { from, to };
  await deps.settings.change(by, { quiet, reachIn: isKnown ? chat : undefined });
  return {
    kind: 'private',
    message: { text: quiet ? words.quiet.saved(quiet.from, quiet.to) : words.quiet.savedNone },
  };
}

/** The chats in which they can be written to. */
async function chatsOf(by: Actor, { store }: Deps): Promise<readonly string[]> {
  return [...new Set((await store.accounts(by.person.id)).map(({ chat }) => chat))].toSorted();
}
