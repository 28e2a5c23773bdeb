import { createPrivateKey, type KeyObject } from 'node:crypto';
import { type Platform, PlatformFailed } from '../platform.ts';
import { newRoom, withoutMemory } from '../room.ts';
import { parseJaasWebhook } from './jaas-webhook.ts';
import { roomToken } from './token.ts';

const BASE_URL = 'https://8x8.vc';
/** What could be recorded or broadcast: nobody can, unless everybody agreed, and then the host alone. */
const OFF = { livestreaming: 'false', recording: 'false', transcription: 'false', 'outbound-call': 'false' };
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
      // Whether 8x8 knows it shows only when somebody enters.
      return { name: appId, isChecked: false };
    },
    async linkFor({ meetingId: room, url }, { person, name, isTutor }, details) {
      // Made on another server before this one was set up.
      if (url !== urlOf(room)) return url;
      const isOn = String(details.isRecorded === true && isTutor);
      const features = { ...OFF, recording: isOn, transcription: isOn };
      const context = { user: { id: person, name, moderator: String(isTutor) }, features };
      const claims = { iss: 'chat', sub: appId, room, context };
      return `${url}?jwt=${await roomToken({ alg: 'RS256', kid }, keyFrom(privateKey), claims, details)}`;
    },
    // Whoever is not told where it is could not tell anybody.
    ...(webhookSecret !== undefined && {
      records: 'by-hand',
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
