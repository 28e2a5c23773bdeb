import type { Option } from '../../conversation/message.ts';
import { mayDo } from '../../core/may/tasks.ts';
import type { Actor, Person } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from './deps.ts';
import { LIKE_MOST, SUGGESTIONS } from './people.ts';

/** Stands for somebody who was mentioned and whom the bot does not know. */
export const UNKNOWN = '?';

/** A tutor finds those by name who have asked them; anybody else they have to mention. Admins find everybody. */
function onlyKnownTo(by: Actor): string | undefined {
  return mayDo(by, 'find people by any name') ? undefined : by.person.id;
}

/** People to choose from, as far as whoever asks may find them. */
export async function peopleOptions(by: Actor, typed: string, deps: Deps): Promise<readonly Option[]> {
  const found = await deps.store.peopleNamed(typed.replace(/^@/, ''), SUGGESTIONS + 1, onlyKnownTo(by));
  return found
    .filter(({ id }) => id !== by.person.id)
    .slice(0, SUGGESTIONS)
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** How the chats write somebody's id in plain text. */
const USER_ID = /^(?:<@!?)?([A-Z0-9]{9,21})>?$/;

/**
 * Who is meant by an id of ours, by an id in the chat, or by a name.
 * @throws Refusal `unknown-person` when it is nobody, or more than one.
 */
export async function personMeant(by: Actor, typed: string, deps: Deps): Promise<Person> {
  const found = await peopleFound(by, typed, deps);
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  const like = found.slice(0, LIKE_MOST);
  throw new Refusal('unknown-person', { typed: typed === UNKNOWN ? '' : typed.replace(/^@/, ''), like }, 'person');
}

/** The same; undefined when it is nobody, or more than one. */
export async function personFound(by: Actor, typed: string, deps: Deps): Promise<Person | undefined> {
  const [only, ...others] = await peopleFound(by, typed, deps);
  return others.length === 0 ? only : undefined;
}

/** All who could be meant. */
async function peopleFound(by: Actor, typed: string, deps: Deps): Promise<readonly Person[]> {
  if (typed === '') return [];
  const known = await deps.store.person(typed);
  if (known) return [known];
  const [, userId] = USER_ID.exec(typed) ?? [];
  const account = userId === undefined ? undefined : await deps.store.account(by.account.chat, userId);
  const owner = account && (await deps.store.person(account.person));
  if (owner) return [owner];
  const name = typed.replace(/^@/, '');
  const found = typed === UNKNOWN ? [] : await deps.store.peopleNamed(name, SUGGESTIONS, onlyKnownTo(by));
  const exact = found.filter((one) => spellingKey(one.name) === spellingKey(name));
  return exact.length > 0 ? exact : found;
}
