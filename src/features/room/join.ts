import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { isGroup } from '../../core/groups/group.ts';
import { REASON_MOST } from '../../core/limits.ts';
import { Refusal } from '../../core/refusal.ts';
import { CHECKLIST, joinCard } from '../cards/join-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { actsForOthers, mine } from '../shared/mine.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** Enters a session: records it, and gives the private card with the way in. */
export const join = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    const session = await deps.sessions.join(by, id);
    return { kind: 'private', message: await joinCard(await viewOf(session, readerOf(by), deps), deps) };
  },
});

/** Ticks an item of the checklist. */
export const tick = handler({
  input: z.object({ session: SessionId, item: z.enum(CHECKLIST) }),
  run: async (by, { session: id, item }, deps: Deps) => {
    const session = await deps.sessions.tick(by, id, item);
    return { kind: 'replace', message: await joinCard(await viewOf(session, readerOf(by), deps), deps) };
  },
});

/**
 * Ends a session before the clock does, for everybody: asked once, done when that is answered. Other cards are brought
 * up to date by jobs.
 */
export const end = handler({
  input: z.object({ session: SessionId, sure: z.literal('yes').optional(), reason: Words }),
  // An admin who was not in it says why.
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'end');
    if (!actsForOthers(by, session)) return undefined;
    const { join: words, buttons } = readerOf(by).words;
    return {
      title: buttons.end,
      submit: buttons.endForAll,
      carry: { session: session.id, sure: 'yes' },
      fields: [
        {
          kind: 'text',
          name: 'reason',
          label: words.endReason,
          isLong: true,
          isOptional: false,
          most: REASON_MOST,
          ...(input['reason'] === undefined ? {} : { value: input['reason'] }),
        },
      ],
    };
  },
  run: async (by, { session: id, sure, reason }, deps: Deps) => {
    const { join: words, buttons } = readerOf(by).words;
    if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
    if (sure) {
      await deps.sessions.end(by, id, reason);
      return { kind: 'replace', message: { text: words.ended } };
    }
    const session = await mine(by, id, deps, 'end');
    const asked = isGroup(session) ? readerOf(by).words.group.endAsked : words.endAsked;
    const yes = { handler: 'end', input: { session: id, sure: 'yes' } };
    return {
      kind: 'private',
      message: {
        text: asked(session.subject),
        actions: [{ kind: 'button', label: buttons.endForAll, style: 'danger', target: yes }],
      },
    };
  },
});
