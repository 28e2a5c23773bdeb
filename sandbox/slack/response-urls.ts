import { z } from 'zod';
import type { Channels } from './channels.ts';
import { checkedContent } from './content.ts';
import { APP } from './defaults.ts';
import * as limits from './limits.ts';
import { isRefusal, refusal } from './refusal.ts';
import { isObject } from './shape.ts';
import type { State } from './state.ts';
import type { Json } from './types.ts';

const MINUTE = 60_000;

/** Where an interaction may be answered: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const Place = z.object({
  token: z.string(),
  user: z.string(),
  conversation: z.string(),
  /** The message that the interaction came from. */
  ts: z.string().optional(),
  at: z.number(),
  uses: z.number(),
});
type Place = z.infer<typeof Place>;

export interface ResponseUrls {
  issue(user: string, conversation: string, ts?: string): string;
  fetch(request: Request): Promise<Response>;
  /** Says in a place what an acknowledgement or a response URL was given. */
  respond(place: { user: string; conversation: string; ts?: string | undefined }, body: Json): void;
  dump(): unknown;
}

export function createResponseUrls(state: State, channels: Channels, prefix: string, saved: unknown): ResponseUrls {
  const restored = z.array(Place).safeParse(saved);
  const places = new Map((restored.data ?? []).map((place) => [place.token, place]));
  const isOld = (place: Place) => state.stage.now().getTime() - place.at > limits.RESPONSE_URL_MINUTES * MINUTE;

  const respond: ResponseUrls['respond'] = ({ user, conversation: id, ts }, body) => {
    const conversation = state.conversation(id);
    if (!conversation) throw refusal('channel_not_found');
    const original = ts === undefined ? undefined : channels.find(conversation, ts);
    if (body.delete_original === true) {
      if (original) channels.remove(conversation, original);
      return;
    }
    const text = typeof body.text === 'string' ? body.text : undefined;
    const content = checkedContent(state, { text, blocks: body.blocks, attachments: body.attachments });
    // An ephemeral message cannot be replaced by one for everybody.
    const becomesPublic = original?.ephemeralFor && body.response_type === 'in_channel';
    if (body.replace_original === true && original && !becomesPublic) {
      return channels.change(conversation, original, { text: '', blocks: [], attachments: [], ...content });
    }
    channels.post(conversation, {
      user: APP.botUser,
      text: content.text ?? '',
      ...(content.blocks && { blocks: content.blocks }),
      ...(content.attachments && { attachments: content.attachments }),
      ...(body.response_type !== 'in_channel' && { ephemeralFor: user }),
    });
  };

  return {
    issue(user, conversation, ts) {
      for (const [token, place] of places) {
        if (!isOld(place)) break;
        places.delete(token);
      }
      const token = crypto.randomUUID().replaceAll('-', '');
      const at = state.stage.now().getTime();
      places.set(token, { token, user, conversation, ...(ts !== undefined && { ts }), at, uses: 0 });
      return `${state.stage.origin()}${prefix}${APP.team}/${token}`;
    },
    async fetch(request) {
      const place = places.get(new URL(request.url).pathname.split('/').at(-1) ?? '');
      const body = await bodyOf(request);
      const contentType = request.headers.get('content-type') ?? '';
      state.stage.record({ service: 'slack', method: 'POST', path: 'response_url', query: {}, body, contentType });
      if (!place || isOld(place)) return answer(404, { ok: false, error: 'expired_url' });
      if (place.uses >= limits.RESPONSE_URL_USES) return answer(404, { ok: false, error: 'used_url' });
      if (!isObject(body)) return answer(400, { ok: false, error: 'invalid_payload' });
      place.uses += 1;
      try {
        respond(place, body);
        return answer(200, { ok: true });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        return answer(400, { ok: false, error: error.code, ...error.extra });
      }
    },
    respond,
    dump: () => [...places.values()],
  };
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  try {
    return JSON.parse(isForm ? (new URLSearchParams(text).get('payload') ?? '') : text);
  } catch {
    return undefined;
  }
}

function answer(status: number, body: Json): Response {
  return Response.json(body, { status });
}
