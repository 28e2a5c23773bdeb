import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { type Details, type Guest, type Platform, PlatformFailed } from '../platform.ts';
import { newRoom, withoutMemory } from '../room.ts';
import { parseJaasWebhook } from './jaas-webhook.ts';

const BASE_URL = 'https://8x8.vc';
/** How long a personal token is good before the start and after the end. */
const TOKEN_EARLY_MINUTES = 20;
const TOKEN_LATE_MINUTES = 60;

export interface JaasOptions {
  readonly appId: string;
  /** As 8x8 shows it, with or without the app's id in front. */
  readonly keyId: string;
  /** PEM */
  readonly privateKey: string;
  /** Left out: no webhooks. */
  readonly webhookSecret: string | undefined;
}

/**
 * Rooms on Jitsi as a Service. Nobody enters without a token of their own, which is made when they join:
 * https://developer.8x8.com/jaas/docs/api-keys-jwt
 */
export function createJaas({ appId, keyId, privateKey, webhookSecret }: JaasOptions, roomPrefix: string): Platform {
  const kid = keyId.includes('/') ? keyId : `${appId}/${keyId}`;
  const urlOf = (room: string) => `${BASE_URL}/${appId}/${room}`;
  return {
    id: 'jitsi',
    name: 'Jitsi',
    tutorMustLogIn: false,
    ...withoutMemory(`${BASE_URL}/${appId}`, urlOf),
    async create() {
      // A room that nobody could enter is no room.
      keyFrom(privateKey);
      const room = `${roomPrefix}${newRoom()}`.toLowerCase();
      return { meetingId: room, url: urlOf(room), passcode: undefined };
    },
    async check() {
      keyFrom(privateKey);
      return { name: appId };
    },
    linkFor({ meetingId, url }, guest, details) {
      // Made on another server before this one was set up.
      if (url !== urlOf(meetingId)) return url;
      return `${url}?jwt=${signed({ alg: 'RS256', kid, typ: 'JWT' }, claims(appId, meetingId, guest, details), keyFrom(privateKey))}`;
    },
    ...(webhookSecret !== undefined && {
      parseWebhook: (headers, rawBody, now) => parseJaasWebhook(webhookSecret, headers, rawBody, now),
    }),
  };
}

function keyFrom(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new PlatformFailed('bad-credentials', false, { detail: 'JAAS_PRIVATE_KEY is not a private key', cause });
  }
}

/** One room, a short window, one person. What could be recorded or broadcast is off. */
function claims(appId: string, room: string, guest: Guest, { startsAt, endsAt }: Details): object {
  const seconds = (at: Date, shiftMinutes: number) => Math.floor(at.getTime() / 1000) + shiftMinutes * 60;
  return {
    aud: 'jitsi',
    iss: 'chat',
    sub: appId,
    room,
    nbf: seconds(startsAt, -TOKEN_EARLY_MINUTES),
    exp: seconds(endsAt, TOKEN_LATE_MINUTES),
    context: {
      user: { id: guest.person, name: guest.name, moderator: String(guest.isTutor) },
      features: { livestreaming: 'false', recording: 'false', transcription: 'false', 'outbound-call': 'false' },
    },
  };
}

function signed(header: object, payload: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}
