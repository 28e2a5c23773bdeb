import { createHmac } from 'node:crypto';
import type { Details, Guest, Platform } from '../platform.ts';
import { newRoom, withoutMemory } from '../room.ts';

/** There the first to enter has to log in: https://jitsi.github.io/handbook/docs/user-guide/user-guide-start-a-jitsi-meeting */
const PUBLIC_HOST = 'meet.jit.si';
/** How long a personal token is good before the start and after the end. */
const TOKEN_EARLY_MINUTES = 20;
const TOKEN_LATE_MINUTES = 60;

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
  const jitsi: Platform = {
    id: 'jitsi',
    name: 'Jitsi',
    tutorMustLogIn: hostname === PUBLIC_HOST,
    ...withoutMemory(hostname, urlOf),
    async create() {
      const room = `${roomPrefix}${newRoom()}`;
      return { meetingId: room, url: urlOf(room), passcode: undefined };
    },
  };
  if (!app) return jitsi;
  return {
    ...jitsi,
    linkFor: ({ meetingId, url }, guest, details) =>
      `${url}?jwt=${signed(claims(app.id, hostname, meetingId, guest, details), app.secret)}`,
  };
}

/** https://jitsi.github.io/handbook/docs/devops-guide/token-authentication: one room, a short window, one person. */
function claims(appId: string, hostname: string, room: string, guest: Guest, { startsAt, endsAt }: Details): object {
  const seconds = (at: Date, shiftMinutes: number) => Math.floor(at.getTime() / 1000) + shiftMinutes * 60;
  return {
    aud: 'jitsi',
    iss: appId,
    sub: hostname,
    room,
    nbf: seconds(startsAt, -TOKEN_EARLY_MINUTES),
    exp: seconds(endsAt, TOKEN_LATE_MINUTES),
    // Prosody's token_affiliation reads the affiliation, Jitsi's own modules the flag.
    context: {
      user: {
        id: guest.person,
        name: guest.name,
        moderator: String(guest.isTutor),
        affiliation: guest.isTutor ? 'owner' : 'member',
      },
    },
  };
}

function signed(payload: object, secret: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
