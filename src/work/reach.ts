import type { Channel, Chat } from '../conversation/chat.ts';
import type { Matter } from '../core/owing/matter.ts';
import type { Delivery } from '../core/owing/port.ts';
import type { Account } from '../core/people/person.ts';
import { type Reader, reader } from '../features/shared/reader.ts';

/** Where a message goes: to an account's DMs, or to a channel. */
export interface Reached {
  readonly chat: Chat;
  readonly to: Account | Channel;
  readonly reader: Reader;
}

/** Where a delivery goes now; `closed`: nowhere while the person takes no DMs; undefined: nobody is there. */
export type Reach = (delivery: Delivery, matter: Matter) => Reached | 'closed' | undefined;

export function createReach(chats: ReadonlyMap<string, Chat>, defaultZone: string): Reach {
  return ({ to, chat: chatId, messageId }, { contacts, communities }) => {
    if ('community' in to) {
      const community = communities.get(to.community);
      const chat = community && chats.get(community.chat);
      const channel = to.channel ?? community?.moderationChannel;
      if (!chat || channel === undefined || community.removedAt) return undefined;
      const { organization, space, language } = community;
      const everybody = { id: '', organization, name: '', zone: defaultZone };
      const nobody = { ...everybody, email: undefined, reminderLeads: undefined };
      return {
        chat,
        to: { space, channel, isModeration: to.channel === undefined },
        reader: reader(nobody, language, true),
      };
    }
    if ('mail' in to) return undefined;
    const contact = contacts.get(to.person);
    if (!contact) return undefined;
    // A card that is shown stays where it is; a new one goes to the chat that they chose, or where they were seen last.
    const { reachIn } = contact.person;
    const here = contact.accounts
      .filter((account) => chats.has(account.chat) && (messageId === undefined || account.chat === chatId))
      .toSorted((a, b) => Number(b.chat === reachIn) - Number(a.chat === reachIn));
    // A card that is shown can be changed even while new DMs are refused.
    const account = here.find((one) => !one.dmClosed) ?? (messageId === undefined ? undefined : here[0]);
    const chat = account && chats.get(account.chat);
    if (!account || !chat) return here.length > 0 ? 'closed' : undefined;
    return { chat, to: account, reader: reader(contact.person, account.locale) };
  };
}
