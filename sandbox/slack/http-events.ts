import { createHmac } from 'node:crypto';
import { APP } from './defaults.ts';
import type { Delivery } from './delivery.ts';
import { isObject } from './shape.ts';
import type { State } from './state.ts';
import type { Json } from './types.ts';

/** Slack's side of the HTTP way: signed requests to the app's own address. */
export interface HttpEvents extends Delivery {
  /** Asks the address to prove itself, as Slack does when it is entered: https://docs.slack.dev/reference/events/url_verification */
  verify(): Promise<boolean>;
  /** Posts any body, signed. @returns the status of the answer */
  sendRaw(contentType: string, body: string): Promise<number>;
}

/** @param to asked anew for each request: the app may still be on its way. */
export function createHttpEvents(state: State, to: { readonly url: string }): HttpEvents {
  const post = (type: string, body: string, extra: Record<string, string> = {}) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    return fetch(to.url, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature(timestamp, body),
        ...extra,
      },
      signal: AbortSignal.timeout(state.timings.ackMs),
    });
  };

  return {
    async send(kind, payload, retry) {
      const extra: Record<string, string> = retry
        ? { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason }
        : {};
      try {
        const [type, body] = encoded(kind, payload);
        const response = await post(type, body, extra);
        const text = await response.text();
        return response.ok ? { ok: true, body: read(text) } : { ok: false, error: 'dispatch_failed' };
      } catch (error) {
        const late = error instanceof DOMException && error.name === 'TimeoutError';
        return { ok: false, error: late ? 'operation_timeout' : 'dispatch_failed' };
      }
    },
    sendRaw: async (contentType, body) => (await post(contentType, body)).status,
    async verify() {
      const challenge = crypto.randomUUID();
      const body = JSON.stringify({ token: APP.verificationToken, challenge, type: 'url_verification' });
      const response = await post('application/json', body).catch(() => undefined);
      return (await response?.text())?.includes(challenge) ?? false;
    },
  };
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signature(timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', APP.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

function encoded(kind: string, payload: Json): [string, string] {
  if (kind === 'events_api') return ['application/json', JSON.stringify(payload)];
  const form =
    kind === 'slash_commands'
      ? new URLSearchParams(Object.entries(payload).map(([key, value]) => [key, String(value)]))
      : new URLSearchParams({ payload: JSON.stringify(payload) });
  return ['application/x-www-form-urlencoded', form.toString()];
}

/** An answer is JSON, or plain text to show, or nothing. */
function read(text: string): Json {
  if (!text) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : { text };
  } catch {
    return { text };
  }
}
