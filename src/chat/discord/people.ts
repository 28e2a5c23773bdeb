import type { AutocompleteInteraction, Message } from 'discord.js';
import type { Reception } from '../../conversation/reception.ts';
import type { Communities } from '../../core/community/communities.ts';
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
  communities,
}: {
  readonly reception: Reception;
  readonly members: Members;
  readonly communities: Pick<Communities, 'inChat'>;
}): People {
  return {
    async recognise(from) {
      const user = 'author' in from ? from.author : from.user;
      const standing = 'locale' in from && from.inGuild() ? await members.acting(from) : await members.inDm(user.id);
      if (!standing) {
        for (const { space } of await communities.inChat('discord'))
          await reception.left({ chat: 'discord', space, userId: user.id });
        return undefined;
      }
      const { server, name, isAdmin, roles } = standing;
      const locale = 'locale' in from ? { locale: from.locale } : {};
      const dm = from.guildId === null && from.channelId ? { dmChannel: from.channelId } : {};
      const sighting = { chat: 'discord', space: server, userId: user.id, name };
      const isIn = (role: string) => roles.includes(role);
      const by = await reception.recognise({ ...sighting, ...locale, ...dm }, isAdmin, isIn);
      return by && { ...by, channel: from.guildId === null ? undefined : (from.channelId ?? undefined) };
    },
  };
}
