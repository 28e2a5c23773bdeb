import type { Clock } from '../clock.ts';
import type { Communities } from '../community/communities.ts';
import type { Store } from '../store.ts';
import type { Actor } from './person.ts';
import type { Sighting } from './port.ts';

/** Whether somebody holds that role, or is in that user group, where they act. */
export type IsIn = (group: string) => boolean | Promise<boolean>;

/** Who somebody is, whom a chat sees: a person of the organization to whose community the space belongs. */
export interface Recognition {
  /** Somebody who acts; undefined where there is no community: nothing is kept of them. */
  recognise(sighting: Sighting, isAdmin: boolean, isIn?: IsIn): Promise<Actor | undefined>;
  /** Somebody who does nothing now; undefined for those who never did. */
  recall(who: Pick<Sighting, 'chat' | 'space' | 'userId'>, isAdmin: boolean): Promise<Actor | undefined>;
}

export function createRecognition(options: {
  readonly store: Pick<Store, 'recognise' | 'of'>;
  readonly communities: Pick<Communities, 'at'>;
  readonly clock: Clock;
  /** Called when somebody acts whose DMs were closed: they may be open again. */
  readonly isBack: (person: string) => Promise<void>;
}): Recognition {
  const { store, communities, clock, isBack } = options;
  return {
    recognise: async (sighting, isAdmin, isIn = () => false) => {
      const community = await communities.at(sighting.chat, sighting.space);
      if (!community) return undefined;
      const { person, account } = await store.recognise({ ...sighting, organization: community.organization }, clock());
      if (account.dmClosed) await isBack(person.id);
      const { bookerGroup } = community;
      const mayAsk = isAdmin || bookerGroup === undefined || (await isIn(bookerGroup));
      return { person, account, isAdmin, ...(!mayAsk && { mayAsk }) };
    },
    recall: async ({ chat, space, userId }, isAdmin) => {
      const community = await communities.at(chat, space);
      const ours = community && store.of(community.organization);
      const account = await ours?.account(chat, userId);
      const person = account && (await ours?.person(account.person));
      if (!account || !person) return undefined;
      return { person, account: { ...account, locale: person.language ?? account.locale }, isAdmin };
    },
  };
}
