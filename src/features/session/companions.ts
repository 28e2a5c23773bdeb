import { languages } from '../../conversation/languages/index.ts';
import type { Option } from '../../conversation/message.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { meantBy, namesIn, namesLike } from '../../core/people/names.ts';
import type { Actor, Person } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from '../shared/deps.ts';
import { LIKE_MOST, SUGGESTIONS } from '../shared/people.ts';
import { personMeant } from '../shared/person-meant.ts';
import { readerOf } from '../shared/reader.ts';

type Named = Pick<Person, 'id' | 'name'>;

/** Those who are looked through by name; anybody else is found as elsewhere. */
const LOOKED_THROUGH = 500;

/** With whom somebody has sessions, or had, the latest first. */
export async function companionsOf(by: Actor, most: number, deps: Deps): Promise<readonly Named[]> {
  const ids = await deps.store.companions(by.person.id, most);
  const people = await deps.store.people(ids);
  return ids.flatMap((id) => people.get(id) ?? []);
}

/** The same to choose from, by what was typed so far. */
export async function companionOptions(by: Actor, typed: string, deps: Deps): Promise<readonly Option[]> {
  const all = await companionsOf(by, LOOKED_THROUGH, deps);
  const found = typed.trim() === '' ? all : namesLike(all, typed).map(({ one }) => one);
  return found.slice(0, SUGGESTIONS).map(({ id, name }) => ({ value: id, label: name }));
}

/**
 * Who is meant of those with whom one has sessions; else of the tutors, or of whom one finds by name anywhere: with them
 * there are none.
 * @throws Refusal `unknown-person` when it is nobody, or more than one.
 */
export async function companionMeant(by: Actor, typed: string, deps: Deps): Promise<string> {
  const ids = await deps.store.companions(by.person.id, LOOKED_THROUGH);
  // Whoever has left is nobody any more, and still is with whom it was.
  if (ids.includes(typed)) return typed;
  const people = [...(await deps.store.people(ids)).values()];
  const name = typed.replace(/^@/, '');
  const mine = meantBy(people, name);
  const found = mine.length > 0 ? mine : meantBy(await deps.store.tutorNames(), name);
  const [only, ...others] = found;
  if (others.length > 0)
    throw new Refusal('unknown-person', { typed: name, like: found.slice(0, LIKE_MOST) }, 'person');
  return only?.id ?? (await personMeant(by, typed, deps)).id;
}

/** With whom the sessions are that a sentence asks for: an id, or the words that say it; undefined where it says nobody. */
export async function companionIn(by: Actor, text: string, deps: Deps): Promise<string | undefined> {
  const [mine, tutors] = await Promise.all([companionsOf(by, LOOKED_THROUGH, deps), deps.store.tutorNames()]);
  const reader = readerOf(by);
  const context = { now: deps.clock(), zone: reader.zone ?? deps.defaultZone, language: reader.language };
  const isTaken = (word: string) => NOBODY.has(word) || parseWhen(word, context).kind !== 'unknown';
  const others = tutors.filter(({ id }) => id !== by.person.id);
  const ofMine = namesIn(mine, text, isTaken);
  const found = ofMine.length > 0 ? ofMine : namesIn(others, text, isTaken);
  const [only, ...more] = found;
  if (only && more.length === 0) return only.one.id;
  const said = found.flatMap(({ words }) => words);
  return [...new Set(said.length > 0 ? said : saidWith(text, isTaken))].join(' ');
}

/** Words of a question for sessions that are nobody's name. */
const NOBODY: ReadonlySet<string> = new Set(
  languages.flatMap(({ asks }) => [asks.small, asks.with, ...[asks.sessions, asks.past].map(wordsOf)].flat()),
);

function wordsOf(phrases: readonly string[]): readonly string[] {
  return phrases.flatMap((phrase) => phrase.split(' '));
}

/** Who stands behind "with", whoever that is. */
function saidWith(text: string, isTaken: (word: string) => boolean): readonly string[] {
  const words = text.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const at = words.findIndex((word) => languages.some(({ asks }) => asks.with.includes(spellingKey(word))));
  return at === -1 ? [] : words.slice(at + 1).filter((word) => !isTaken(spellingKey(word)));
}
