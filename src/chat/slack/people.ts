import { usual } from '../../conversation/languages/index.ts';
import type { Reception } from '../../conversation/reception.ts';
import type { Communities } from '../../core/community/communities.ts';
import type { Log } from '../../core/log.ts';
import type { Actor } from '../../core/people/person.ts';
import { within } from '../within.ts';
import type { Clients } from './client.ts';
import { GroupUsers, UserInfo } from './payloads.ts';

/** Who somebody is, as far as an interaction says it. */
export interface Seen {
  readonly team: string;
  readonly userId: string;
  readonly name?: string | undefined;
  readonly dmChannel?: string | undefined;
  readonly opensHome?: boolean;
}

/** The people of the workspace: Slack is asked for name, language and zone, and the answer is kept for a while. */
export interface People {
  /** Undefined in a workspace in which the bot is not at home: Slack is asked nothing about them. */
  recognise(seen: Seen): Promise<Actor | undefined>;
  /** Somebody who does nothing now; undefined when the bot does not know them. */
  recall(team: string, userId: string): Promise<Actor | undefined>;
  /** The language somebody was last seen with. */
  localeOf(userId: string): string;
}

interface Profile {
  readonly name: string;
  readonly locale: string;
  readonly zone: string | undefined;
}

const FRESH_MS = 10 * 60_000;
const KEPT = 2000;
const GROUP_FRESH_MS = 60_000;
/** What a trigger of 3 s leaves for this question. */
const WAIT_MS = 1200;

export function createPeople(options: {
  readonly clients: Clients;
  readonly reception: Reception;
  readonly communities: Pick<Communities, 'at'>;
  readonly admins: readonly string[];
  readonly log: Log;
  readonly now: () => Date;
}): People {
  const { clients, reception, communities, admins, log, now } = options;
  const profiles = new Map<string, Profile & { readonly at: number }>();
  const groups = new Map<string, { readonly at: number; readonly users: readonly string[] }>();
  const asked = new Map<string, Promise<Profile | undefined>>();

  const ask = async (team: string, userId: string): Promise<Profile | undefined> => {
    try {
      const { user } = UserInfo.parse(await clients.hurried.users.info({ user: userId, include_locale: true }));
      if (user.deleted) return void (await reception.left({ chat: 'slack', space: team, userId }));
      const name = user.real_name || user.profile?.real_name || user.profile?.display_name || user.name || userId;
      const profile = { name, locale: user.locale || usual.locale, zone: user.tz || undefined };
      profiles.delete(userId);
      profiles.set(userId, { ...profile, at: now().getTime() });
      const [oldest] = profiles.keys();
      if (profiles.size > KEPT && oldest !== undefined) profiles.delete(oldest);
      return profile;
    } catch (error) {
      log.warn({ chat: 'slack', userId, error }, 'users.info failed');
      return undefined;
    } finally {
      asked.delete(userId);
    }
  };

  /** Fresh if Slack answers soon, else what was known before. */
  const profileOf = async (team: string, userId: string): Promise<Profile | undefined> => {
    const known = profiles.get(userId);
    if (known && Math.abs(now().getTime() - known.at) < FRESH_MS) return known;
    const asking = asked.get(userId) ?? ask(team, userId);
    asked.set(userId, asking);
    return (await within(WAIT_MS, asking)) ?? known;
  };

  /** Who is in a user group: asked each minute at most; when Slack does not say, those who were in it before. */
  const usersOf = async (usergroup: string): Promise<readonly string[]> => {
    const known = groups.get(usergroup);
    if (known && Math.abs(now().getTime() - known.at) < GROUP_FRESH_MS) return known.users;
    const asking = clients.hurried.usergroups.users.list({ usergroup }).then(
      (answer) => {
        const { users } = GroupUsers.parse(answer);
        groups.set(usergroup, { at: now().getTime(), users });
        return users;
      },
      (error: unknown) => {
        log.warn({ chat: 'slack', usergroup, error }, 'who is in a user group is not known');
        return undefined;
      },
    );
    return (await within(WAIT_MS, asking)) ?? known?.users ?? [];
  };

  return {
    async recognise({ team, userId, name, dmChannel, opensHome }) {
      if (!(await communities.at('slack', team))) return undefined;
      const profile = await profileOf(team, userId);
      return reception.recognise(
        {
          chat: 'slack',
          space: team,
          userId,
          name: profile?.name ?? name ?? userId,
          ...(profile && { locale: profile.locale }),
          ...(profile?.zone && { zone: profile.zone }),
          ...(dmChannel && { dmChannel }),
          ...(opensHome && { opensHome }),
        },
        admins.includes(userId),
        async (group) => (await usersOf(group)).includes(userId),
      );
    },
    recall: (space, userId) => reception.recall({ chat: 'slack', space, userId }, admins.includes(userId)),
    localeOf: (userId) => profiles.get(userId)?.locale ?? usual.locale,
  };
}
