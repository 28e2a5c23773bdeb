import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { header, type MeetingEvent, type Webhook, type WebhookHeaders, WebhookRefused } from '../webhook.ts';

/** Older ones may be somebody's recording. Zoom signs each of its retries anew. */
const WINDOW_SECONDS = 5 * 60;

const EVENTS: Readonly<Record<string, MeetingEvent>> = {
  'meeting.started': 'started',
  'meeting.ended': 'ended',
  'meeting.participant_joined': 'joined',
  'meeting.participant_left': 'left',
  'meeting.deleted': 'deleted',
  'recording.completed': 'recording-completed',
};

/**
 * https://developers.zoom.us/docs/api/webhooks/#validate-your-webhook-endpoint. The answer is made the same way as a
 * signature, so a token of the form `v0:…` would have us sign whatever an attacker likes: only a plain token is answered.
 */
const Challenge = z.object({ payload: z.object({ plainToken: z.string().regex(/^[\w+/=-]{1,128}$/) }) });

/** Numbers in some events, text in others. */
const Text = z.union([z.string(), z.number()]).transform(String);
const Time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** https://developers.zoom.us/docs/api/meetings/events/ */
const Event = z.object({
  event: z.string(),
  event_ts: z.number(),
  payload: z.object({
    object: z.object({
      id: Text,
      uuid: z.string(),
      start_time: Time.optional().catch(undefined),
      end_time: Time.optional().catch(undefined),
      share_url: z.url({ protocol: /^https?$/ }).optional(),
      password: z.string().optional(),
      participant: z
        .object({
          user_id: Text,
          user_name: z.string().default(''),
          email: z.string().optional(),
          join_time: Time.optional(),
          leave_time: Time.optional(),
        })
        .optional(),
    }),
  }),
});

/**
 * What Zoom sent to `/webhooks/zoom`, if it is from Zoom.
 * @throws WebhookRefused
 */
export function parseZoomWebhook(secret: string, headers: WebhookHeaders, rawBody: Buffer, now: Date): Webhook {
  // Whether Zoom signs its question for the address is not documented: without a signature it is the only one heard.
  const isSigned = headers['x-zm-signature'] !== undefined;
  if (isSigned) verify(secret, headers, rawBody, now);
  const body = parsed(rawBody);
  const { success, data } = z.object({ event: z.string() }).safeParse(body);
  if (data?.event === 'endpoint.url_validation') return challenge(secret, body);
  if (!isSigned) throw new WebhookRefused(401, 'no signature');
  if (!success) throw new WebhookRefused(400, 'no event');
  const event = EVENTS[data.event];
  return event ? eventFrom(event, body) : { kind: 'ignored' };
}

/** https://developers.zoom.us/docs/api/webhooks/#verify-webhook-events */
function verify(secret: string, headers: WebhookHeaders, rawBody: Buffer, now: Date): void {
  const signature = header(headers, 'x-zm-signature') ?? '';
  const timestamp = header(headers, 'x-zm-request-timestamp') ?? '';
  const ageSeconds = now.getTime() / 1000 - Number(timestamp);
  if (!/^\d+$/.test(timestamp) || !(Math.abs(ageSeconds) <= WINDOW_SECONDS)) throw new WebhookRefused(401, 'stale');
  const expected = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody).digest('hex')}`;
  const [given, right] = [Buffer.from(signature), Buffer.from(expected)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new WebhookRefused(401, 'wrong signature');
}

function challenge(secret: string, body: unknown): Webhook {
  const { data } = Challenge.safeParse(body);
  if (!data) throw new WebhookRefused(400, 'a question for the address without a plain token');
  const { plainToken } = data.payload;
  const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex');
  return { kind: 'challenge', answer: { plainToken, encryptedToken } };
}

function eventFrom(event: MeetingEvent, body: unknown): Webhook {
  const { data, error } = Event.safeParse(body);
  if (!data) throw new WebhookRefused(400, error.issues.map(({ path }) => path.join('.')).join(', '));
  const { participant, ...object } = data.payload.object;
  const happened: Partial<Record<MeetingEvent, Date | undefined>> = {
    started: object.start_time,
    ended: object.end_time,
    joined: participant?.join_time,
    left: participant?.leave_time,
  };
  if ((event === 'joined' || event === 'left') && !participant) throw new WebhookRefused(400, 'nobody in it');
  return {
    kind: 'event',
    // There is no id of its own: https://developers.zoom.us/blog/webhook-delays
    key: ['zoom', data.event, data.event_ts, object.uuid, participant?.user_id].filter(Boolean).join(':'),
    event,
    meetingId: object.id,
    occasion: object.uuid,
    at: happened[event] ?? new Date(data.event_ts),
    ...(participant && {
      participant: { id: participant.user_id, name: participant.user_name, email: participant.email || undefined },
    }),
    ...(event === 'recording-completed' &&
      object.share_url && {
        recording: { what: 'recording', url: object.share_url, passcode: object.password || undefined },
      }),
  };
}

function parsed(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    throw new WebhookRefused(400, 'no JSON');
  }
}
