import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { APP, type Json } from './settings.ts';
import { type Meeting, type Person, type State, utc } from './state.ts';
import { joinUrl } from './wire.ts';

/** https://developers.zoom.us/docs/api/webhooks/ */
const ANSWER_WITHIN_MS = 3000;
const LOOK_EVERY_MS = 1000;

type EventName =
  | 'meeting.started'
  | 'meeting.ended'
  | 'meeting.participant_joined'
  | 'meeting.participant_left'
  | 'meeting.deleted'
  | 'recording.completed';

/** A delivery that failed and will be made again. */
const Waiting = z.object({ body: z.string(), tries: z.number(), dueAt: z.number() });

/** Zoom's side of an event subscription. */
export interface Webhooks {
  /** In the order of the calls. */
  send(event: EventName, meeting: Meeting, person?: Person): void;
  /** Once everything so far was delivered, or has failed for the first time. */
  settled(): Promise<void>;
  /** Sends a body as it is, and gives the status of the answer; undefined when none came. */
  sendRaw(body: string, changes?: { signature?: string; timestamp?: string }): Promise<number | undefined>;
  /** The question for the address, as when it is entered and every 72 hours. */
  validate(): Promise<boolean>;
  /** Bodies sent so far. */
  readonly sent: readonly string[];
  dump(): unknown;
  clear(): void;
  close(): void;
}

export function createWebhooks(
  state: State,
  { url, retryMinutes, saved }: { url: () => string | undefined; retryMinutes: readonly number[]; saved: unknown },
): Webhooks {
  const sent: string[] = [];
  let waiting = z.array(Waiting).safeParse(saved).data ?? [];
  let last: Promise<unknown> = Promise.resolve();
  const now = () => state.stage.now().getTime();

  const post = async (body: string, changes: { signature?: string; timestamp?: string } = {}) => {
    const address = url();
    if (!address) return undefined;
    const timestamp = changes.timestamp ?? String(Math.floor(now() / 1000));
    try {
      return await fetch(address, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Zoom Marketplace/1.0a',
          'x-zm-request-timestamp': timestamp,
          'x-zm-signature': changes.signature ?? signature(timestamp, body),
        },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
    } catch {
      return undefined;
    }
  };

  const deliver = async (body: string, tries: number): Promise<void> => {
    const triedAt = now();
    const response = await post(body);
    await response?.body?.cancel();
    const minutes = retryMinutes[tries];
    if (response?.ok || minutes === undefined || !url()) return;
    if (minutes === 0) return deliver(body, tries + 1);
    waiting.push({ body, tries: tries + 1, dueAt: triedAt + minutes * 60_000 });
  };
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work);
  };

  const timer = setInterval(() => {
    const due = waiting.filter(({ dueAt }) => dueAt <= now());
    waiting = waiting.filter(({ dueAt }) => dueAt > now());
    for (const { body, tries } of due) inTurn(() => deliver(body, tries));
  }, LOOK_EVERY_MS);
  timer.unref();

  return {
    sent,
    send(event, meeting, person) {
      const body = JSON.stringify({
        event,
        event_ts: now(),
        payload: { account_id: APP.accountId, object: objectOf(state, event, meeting, person) },
      });
      sent.push(body);
      inTurn(() => deliver(body, 0));
    },
    settled: async () => {
      await last;
    },
    sendRaw: async (body, changes) => {
      const response = await post(body, changes);
      await response?.body?.cancel();
      return response?.status;
    },
    async validate() {
      const plainToken = crypto.randomUUID().replaceAll('-', '');
      const body = JSON.stringify({ event: 'endpoint.url_validation', event_ts: now(), payload: { plainToken } });
      const response = await post(body);
      const answer = z.object({ plainToken: z.string(), encryptedToken: z.string() });
      const { data } = answer.safeParse(await response?.json().catch(() => undefined));
      return response?.status === 200 && data?.plainToken === plainToken && data.encryptedToken === hmac(plainToken);
    },
    dump: () => waiting,
    clear() {
      waiting = [];
      sent.length = 0;
    },
    close: () => clearInterval(timer),
  };
}

const hmac = (text: string) => createHmac('sha256', APP.webhookSecret).update(text).digest('hex');

/** https://developers.zoom.us/docs/api/webhooks/#verify-webhook-events */
const signature = (timestamp: string, body: string) => `v0=${hmac(`v0:${timestamp}:${body}`)}`;

/** https://developers.zoom.us/docs/api/meetings/events/ */
function objectOf(state: State, event: EventName, meeting: Meeting, person: Person | undefined): Json {
  const object = {
    // Text here, a number in the API and in the events of recordings.
    id: String(meeting.id),
    uuid: meeting.uuid,
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    start_time: meeting.startedAt ?? meeting.startTime,
    duration: meeting.duration,
    timezone: meeting.timezone,
  };
  if (event === 'recording.completed') {
    const share_url = joinUrl(state, meeting).replace(/\/j\/.*$/, `/rec/${meeting.id}`);
    const password = meeting.password;
    return {
      ...object,
      id: meeting.id,
      host_email: state.hostOf(meeting).email,
      share_url,
      password,
      recording_count: 1,
    };
  }
  if (event === 'meeting.ended') return { ...object, end_time: utc(state.stage.now()) };
  if (!person) return object;
  return {
    ...object,
    participant: {
      user_id: person.userId,
      user_name: person.name,
      id: '',
      participant_uuid: person.userId,
      email: person.email,
      join_time: person.joinedAt,
      ...(person.leftAt && { leave_time: person.leftAt, leave_reason: 'left the meeting. Reason : left the meeting.' }),
    },
  };
}
