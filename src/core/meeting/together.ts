import type { Account } from '../people/person.ts';

/** Where somebody is: enough of an account to know whom they can meet. */
export type Presence = Pick<Account, 'chat' | 'space' | 'userId'>;

/** The spaces of a chat in which all of these people have an account. */
export function togetherIn(chat: string, people: readonly (readonly Presence[])[]): readonly string[] {
  const spaces = people.map((accounts) => accounts.filter((one) => one.chat === chat).map(({ space }) => space));
  const [first = [], ...others] = spaces;
  return first.filter((space) => others.every((one) => one.includes(space)));
}
