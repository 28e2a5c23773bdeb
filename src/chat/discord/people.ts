import type { AutocompleteInteraction, Message } from 'discord.js';
import type { Reception } from '../../conversation/reception.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Acting } from './answer.ts';
import type { Members } from './members.ts';

/** The people of the servers in which the bot is at home. */
export interface People {
  /** Who acts; undefined for somebody who is in no server of ours, of whom nothing is kept. */
  recognise(from: Acting | AutocompleteInteraction | Message): Promise<Actor | undefined>;
}

export function createPeople({
  reception,
  members,
}: {
  readonly reception: Reception;
  readonly members: Members;
}): People {
  return {
    async recognise(from) {
      const user = 'author' in from ? from.author : from.user;
      const standing = 'locale' in from && from.inGuild() ? await members.acting(from) : await members.inDm(user.id);
      if (!standing) return undefined;
      const { server, name, isAdmin } = standing;
      const locale = 'locale' in from ? { locale: from.locale } : {};
      const dm = from.guildId === null && from.channelId ? { dmChannel: from.channelId } : {};
      const sighting = { chat: 'discord', space: server, userId: user.id, name };
      return reception.recognise({ ...sighting, ...locale, ...dm }, isAdmin);
    },
  };
}
