import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { header, type MeetingEvent, type Webhook, type WebhookHeaders, WebhookRefused } from '../webhook.ts';

/** Older ones may be somebody's recording. */
const WINDOW_SECONDS = 5 * 60;

/** https://developer.8x8.com/jaas/docs/jaas-prefs-recording */
const KEPT_MS = 24 * 60 * 60 * 1000;

const EVENTS: Readonly<Record<string, MeetingEvent>> = {
  ROOM_CREATED: 'started',
  ROOM_DESTROYED: 'ended',
  PARTICIPANT_JOINED: 'joined',
  PARTICIPANT_LEFT: 'left',
  RECORDING_UPLOADED: 'recording-completed',
  TRANSCRIPTION_UPLOADED: 'recording-completed',
};

const Text = z.union([z.string(), z.number()]).transform(String);

/** https://developer.8x8.com/jaas/docs/webhooks-payload */
const Event = z.object({
  idempotencyKey: z.string().min(1),
  eventType: z.string(),
  /** Each time a room is opened. */
  sessionId: z.string().optional(),
  /** Milliseconds. */
  timestamp: z.number(),
  /** `AppID/room` */
  fqn: z.string(),
  data: z
    .object({
      /** As our token names them. */
      id: Text.optional(),
      participantJid: z.string().optional(),
      isBreakout: z.union([z.boolean(), z.string()]).optional(),
      name: z.string().optional(),
      email: z.string().optional(),
      preAuthenticatedLink: z.url({ protocol: /^https$/ }).optional(),
    })
    .optional()
    .catch(undefined),
});

/**
 * What 8x8 sent to `/webhooks/jaas`, if it is from 8x8.
 * @throws WebhookRefused
 */
export function parseJaasWebhook(secret: string, headers: WebhookHeaders, rawBody: Buffer, now: Date): Webhook {
  verify(secret, headers, rawBody, now);
  const { data, error } = Event.safeParse(parsed(rawBody));
  if (!data) throw new WebhookRefused(400, error.issues.map(({ path }) => path.join('.')).join(', '));
  const event = EVENTS[data.eventType];
  const who = data.data;
  if (!event || String(who?.isBreakout) === 'true') return { kind: 'ignored' };
  const id = who?.participantJid ?? who?.id;
  const url = who?.preAuthenticatedLink;
  if (event === 'recording-completed' && url === undefined) throw new WebhookRefused(400, 'nothing was uploaded');
  return {
    kind: 'event',
    key: `jaas:${data.idempotencyKey}`,
    event,
    meetingId: data.fqn.slice(data.fqn.lastIndexOf('/') + 1).toLowerCase(),
    ...(data.sessionId !== undefined && { occasion: data.sessionId }),
    at: new Date(data.timestamp),
    ...((event === 'joined' || event === 'left') &&
      id !== undefined && {
        participant: { id, name: who?.name ?? '', email: who?.email || undefined, person: who?.id },
      }),
    ...(event === 'recording-completed' &&
      url !== undefined && {
        recording: {
          what: data.eventType === 'TRANSCRIPTION_UPLOADED' ? 'transcript' : 'recording',
          url,
          until: new Date(data.timestamp + KEPT_MS),
        },
      }),
  };
}

/**
 * `t=<time>,v1=<base64>`, over the time, a dot and the body; other schemes than v1 do not count:
 * https://developer.8x8.com/jaas/docs/webhooks-signature
 */
function verify(secret: string, headers: WebhookHeaders, rawBody: Buffer, now: Date): void {
  const given = header(headers, 'x-jaas-signature');
  if (given === undefined) throw new WebhookRefused(401, 'no signature');
  const parts = given.split(',').map((part) => part.trim());
  const valuesOf = (name: string) =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  const [timestamp = ''] = valuesOf('t');
  // The documentation shows seconds, 8x8's own example reads milliseconds.
  const seconds = Number(timestamp) / (timestamp.length > 11 ? 1000 : 1);
  const ageSeconds = now.getTime() / 1000 - seconds;
  if (!/^\d+$/.test(timestamp) || !(Math.abs(ageSeconds) <= WINDOW_SECONDS)) throw new WebhookRefused(401, 'stale');
  const right = Buffer.from(createHmac('sha256', secret).update(`${timestamp}.`).update(rawBody).digest('base64'));
  const isSame = (signature: string) => {
    const one = Buffer.from(signature);
    return one.length === right.length && timingSafeEqual(one, right);
  };
  if (!valuesOf('v1').some(isSame)) throw new WebhookRefused(401, 'wrong signature');
}

function parsed(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    throw new WebhookRefused(400, 'no JSON');
  }
}
