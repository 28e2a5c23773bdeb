import { z } from 'zod';
import { handler, type RawInput, type Typed } from '../../conversation/handler.ts';
import type { Action, Message } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import type { Actor } from '../../core/people/person.ts';
import { creditsCard } from '../cards/credits-card.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { peopleOptions, personMeant, UNKNOWN } from '../shared/person-meant.ts';
import { readerOf } from '../shared/reader.ts';

/** People on one page. */
const PAGE = 6;

/** Who has how many sessions left, and of one person all about it. */
export const tutoringCredits = handler({
  task: 'look after credits',
  input: z.object({ person: Short, page: z.coerce.number().int().min(1).max(1000).catch(1), turn: Short }),
  suggest: {
    person: (by, typed, _, deps: Deps) => peopleOptions(by, typed, deps),
  },
  read: async (_by, { text, mentions }: Typed): Promise<RawInput> => {
    const person = mentions.length > 0 ? (mentions[0] ?? UNKNOWN) : text.trim();
    return person === '' ? {} : { person };
  },
  run: async (by, { person, page, turn }, deps: Deps) => ({
    kind: turn === undefined ? 'private' : 'replace',
    message: person === undefined ? await everybody(by, page, deps) : await ofPerson(by, person, page, deps),
  }),
});

/** What one person has, as an admin sees it. */
export async function ofPerson(by: Actor, typed: string, page: number, deps: Deps): Promise<Message> {
  const { buttons } = readerOf(by).words;
  const person = await personMeant(by, typed, deps);
  const card = await creditsCard(person, page, 'tutoring-credits', readerOf(by), deps);
  return {
    ...card,
    actions: [
      button(buttons.grantCredits, 'grant-credits', { person: person.id }, 'primary'),
      button(buttons.allCredits, 'tutoring-credits', { turn: 'page' }),
    ],
  };
}

async function everybody(by: Actor, page: number, deps: Deps): Promise<Message> {
  const { credits: words, buttons } = readerOf(by).words;
  const [{ usesCredits, lateCostsCredit }, holders] = await Promise.all([
    deps.store.rules(by.person.organization),
    deps.store.creditHolders(deps.clock(), PAGE + 1, (page - 1) * PAGE),
  ]);
  const rule = usesCredits
    ? join([words.usedNow, lateCostsCredit ? words.lateCostsNow : words.lateIsFreeNow], ' ')
    : words.notUsedNow;
  return {
    title: say`${words.adminTitle}`,
    text: holders.length === 0 ? join([rule, words.nobodyHas], ' ') : rule,
    sections: holders.slice(0, PAGE).map(({ person, left }) => ({
      text: words.holder(person.name, left),
      actions: [button(buttons.open, 'tutoring-credits', { person: person.id })],
    })),
    actions: [
      button(buttons.grantCredits, 'grant-credits', {}, 'primary'),
      button(buttons.changeRules, 'credit-rules', {}),
      ...(page > 1 ? [button(buttons.back, 'tutoring-credits', { page: String(page - 1), turn: 'page' })] : []),
      ...(holders.length > PAGE
        ? [button(buttons.more, 'tutoring-credits', { page: String(page + 1), turn: 'page' })]
        : []),
    ],
  };
}

function button(
  label: string,
  handler: string,
  input: Readonly<Record<string, string>>,
  style: 'plain' | 'primary' = 'plain',
): Action {
  return { kind: 'button', label, style, target: { handler, input } };
}
