import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { REASON_MOST } from '../../core/limits.ts';
import { Refusal } from '../../core/refusal.ts';
import { isOpen } from '../../core/session/session.ts';
import { fullCard } from '../cards/full-card.ts';
import { inShort, news, wayIn, whySaid } from '../cards/news.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Version, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { doerNamed, readerOf, type SessionView, viewOf } from '../shared/reader.ts';

/** An admin brings back what is over. */
export const reopen = handler({
  task: 'look after sessions',
  input: z.object({ session: SessionId, version: Version, reason: Words }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'reopen');
    const { reopen: words, buttons } = readerOf(by).words;
    return {
      title: words.title,
      submit: buttons.reopen,
      carry: { session: session.id, version: input['version'] ?? '' },
      fields: [
        {
          kind: 'text',
          name: 'reason',
          label: words.reason,
          placeholder: words.placeholder,
          isLong: true,
          isOptional: false,
          most: REASON_MOST,
          ...(input['reason'] === undefined ? {} : { value: input['reason'] }),
        },
      ],
    };
  },
  run: async (by, { session: id, version, reason }, deps: Deps) => {
    if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
    await mine(by, id, deps, 'reopen');
    if (reason === '') throw new Refusal('required', {}, 'reason');
    const session = await deps.sessions.reopen(by, id, version, reason);
    const view = await viewOf(session, readerOf(by), deps);
    return { kind: 'replace', message: await fullCard(view, deps) };
  },
});

/** To everybody but who did it: what was over is not. */
export const reopened = notice({
  kind: 'reopened',
  data: z.object({ by: z.string(), name: z.string(), at: z.number(), reason: z.string().optional() }),
  render: async (view: SessionView, { data: { by, name, at, reason = '' }, isShown, card }) => {
    const { session, reader } = view;
    if (!isShown && !isOpen(session)) return undefined;
    const line = reader.words.reopen.news(doerNamed(view, by, name), inShort(view, new Date(at), by));
    return news(view, [...line, ...whySaid(reason, view)], await card(), wayIn(view));
  },
});
