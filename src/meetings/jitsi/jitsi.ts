import { lookAt } from '../look-at.ts';
import type { Guest, Platform } from '../platform.ts';
import { newRoom, withoutMemory } from '../room.ts';
import { roomToken } from './token.ts';

/** There the first to enter has to log in: https://jitsi.github.io/handbook/docs/user-guide/user-guide-start-a-jitsi-meeting */
const PUBLIC_HOST = 'meet.jit.si';
export interface JitsiOptions {
  readonly baseUrl: string;
  readonly roomPrefix: string;
  /** For a server of one's own that asks for tokens. */
  readonly app: { readonly id: string; readonly secret: string } | undefined;
}

/** Rooms on a Jitsi server. A room exists while people are in it, so there is nothing to move or delete. */
export function createJitsi({ baseUrl, roomPrefix, app }: JitsiOptions): Platform {
  const { hostname } = new URL(baseUrl);
  const urlOf = (room: string) => `${baseUrl.replace(/\/+$/, '')}/${room}`;
  const room = () => {
    const name = `${roomPrefix}${newRoom()}`;
    return { meetingId: name, url: urlOf(name), passcode: undefined };
  };
  const jitsi: Platform = {
    id: 'jitsi',
    name: 'Jitsi',
    tutorMustLogIn: hostname === PUBLIC_HOST,
    ...withoutMemory(hostname, urlOf),
    room,
    create: async () => room(),
    check: () => lookAt(hostname, urlOf(''), { isHome: true }),
  };
  if (!app) return jitsi;
  const key = new TextEncoder().encode(app.secret);
  return {
    ...jitsi,
    linkFor: async ({ meetingId: room, url }, guest, details) => {
      // https://jitsi.github.io/handbook/docs/devops-guide/token-authentication
      const claims = { iss: app.id, sub: hostname, room, context: { user: userOf(guest) } };
      return `${url}?jwt=${await roomToken({ alg: 'HS256' }, key, claims, details)}`;
    },
  };
}

/** Prosody's token_affiliation reads the affiliation, Jitsi's own modules the flag. */
function userOf({ person, name, isTutor }: Guest) {
  return { id: person, name, moderator: String(isTutor), affiliation: isTutor ? 'owner' : 'member' };
}
