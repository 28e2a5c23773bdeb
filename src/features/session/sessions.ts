import { z } from 'zod';
import { handler, type RawInput, type Typed } from '../../conversation/handler.ts';
import { languages } from '../../conversation/languages/index.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Refusals } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import { button, given } from '../booking/booking.ts';
import { fullCard } from '../cards/full-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Short } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { From } from '../shared/pages.ts';
import { UNKNOWN } from '../shared/person-meant.ts';
import { readerOf, viewOf } from '../shared/reader.ts';
import { choiceTyped } from '../shared/typed-choice.ts';
import { companionMeant, companionOptions } from './companions.ts';
import { sessionList, WHICH } from './session-list.ts';
import { PAST, UPCOMING } from './session-section.ts';

export const State = z
  .enum([...UPCOMING, ...PAST])
  .optional()
  .catch(undefined);

/** One's sessions, upcoming or past, with what can be done now. */
export const sessions = handler({
  input: z.object({
    which: z.enum(WHICH).catch('upcoming'),
    state: State,
    person: Short,
    from: From,
    turn: Short,
  }),
  suggest: { person: (by, typed, _, deps: Deps) => companionOptions(by, typed, deps) },
  read: async (by, typed) => readWords(by, typed),
  run: async (by, { from, turn, person, ...filter }, deps: Deps) => {
    const one = person === undefined ? undefined : await companionMeant(by, person, deps);
    const message = await sessionList(readerOf(by), { ...filter, person: one }, from, deps);
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
  formOf: 'sessions-filter',
  // Where more than one could be meant: each of them, to press.
  instead: async (_by, { which = 'upcoming' }, refusal, sentence) => {
    const { like = [] } = refusal.code === 'unknown-person' ? (refusal.data as Refusals['unknown-person']) : {};
    if (like.length < 2) return undefined;
    const actions = like.map(({ id, name }) => button(name, 'plain', 'sessions', { which, person: id }));
    return { reply: { kind: 'private', message: { text: sentence, actions } }, short: sentence };
  },
});

/** "past @theo", "with Theo week": in any order. */
function readWords(by: Actor, { text, mentions }: Typed): RawInput {
  const option = readerOf(by).words.commands.sessions.options['which'];
  const words = text.split(/\s+/);
  const which = words.map((word) => choiceTyped(word, option)).find((choice) => choice !== undefined);
  const named = words.filter((word) => choiceTyped(word, option) === undefined && !isWith(word));
  return given({ which, person: mentions.length > 0 ? (mentions[0] ?? UNKNOWN) : named.join(' ') });
}

function isWith(word: string): boolean {
  return languages.some(({ asks }) => asks.with.includes(spellingKey(word)));
}

/** One session, as large as it gets. */
export const open = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    const view = await viewOf(await mine(by, id, deps), readerOf(by), deps);
    return { kind: 'private', message: await fullCard(view, deps) };
  },
});
