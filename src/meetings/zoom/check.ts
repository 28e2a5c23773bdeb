import { type Account, PlatformFailed } from '../platform.ts';
import type { ZoomApi } from './api.ts';
import { User } from './meeting.ts';

/**
 * What the app cannot do without. Each has its granular name and the one that apps of before 2024 have.
 * https://developers.zoom.us/docs/integrations/oauth-scopes-granular/
 */
const NEEDED = [
  ['meeting:write:meeting:admin', 'meeting:write:admin'],
  ['meeting:update:meeting:admin', 'meeting:write:admin'],
  ['meeting:delete:meeting:admin', 'meeting:write:admin'],
  ['meeting:read:meeting:admin', 'meeting:read:admin'],
] as const;

const READ_USERS = ['user:read:user:admin', 'user:read:admin'] as const;

const WHO_CAME = ['meeting:read:list_past_participants:admin', 'meeting:read:admin'] as const;

/** What only makes it better. */
const USEFUL = [
  [['meeting:read:list_meetings:admin', 'meeting:read:admin'], 'finds meetings again whose answer was lost'],
  [WHO_CAME, 'says who came'],
  [READ_USERS, 'checks the hosts of ZOOM_HOSTS'],
] as const;

/** https://developers.zoom.us/docs/api/users/: 1 basic, 2 licensed, 4 unassigned without Meetings, 99 none */
const BASIC = 1;
const LICENSED = 2;

/**
 * Asks for a token, looks at what it may do, and at every host.
 * @throws PlatformFailed
 */
export async function checkAccount(api: ZoomApi, hosts: readonly string[]): Promise<Account> {
  const scopes = await api.scopes();
  const has = (names: readonly string[]) => names.some((name) => scopes.has(name));
  const missing = NEEDED.filter((names) => !has(names)).map(([name]) => name);
  if (missing.length > 0) throw new PlatformFailed('missing-permission', false, { detail: missing.join(', ') });

  const notes = USEFUL.filter(([names]) => !has(names)).map(([[name], what]) => `${name} is missing: it ${what}.`);
  const seesWhoCame = has(WHO_CAME);
  if (!has(READ_USERS)) return { name: hosts[0] ?? 'Zoom', notes, seesWhoCame };

  const owner = await userCalled(api, 'me');
  const users = hosts.length > 0 ? await Promise.all(hosts.map((host) => userCalled(api, host))) : [owner];
  for (const { name, type } of users) {
    if (type === BASIC) notes.push(`${name} is on the basic plan: Zoom ends its meetings after 40 minutes.`);
    else if (type !== LICENSED) notes.push(`${name} has no licence for meetings.`);
  }
  const plan = users.every(({ type }) => type === LICENSED) ? 'licensed' : 'basic';
  return { name: owner.name, plan, notes, seesWhoCame };
}

async function userCalled(api: ZoomApi, host: string): Promise<{ name: string; type: number }> {
  try {
    const { email, id, type } = await api.call({ method: 'GET', path: `/users/${encodeURIComponent(host)}` }, User);
    return { name: email ?? id, type };
  } catch (error) {
    if (error instanceof PlatformFailed && (error.why === 'no-such-host' || error.why === 'gone')) {
      throw new PlatformFailed('no-such-host', false, { detail: host, cause: error });
    }
    throw error;
  }
}
