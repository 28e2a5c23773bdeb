import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { fullCard } from '../cards/full-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** An admin says what is true of a session on which its people do not agree. The card in the moderation channel follows by itself. */
export const decide = handler({
  task: 'look after sessions',
  input: z.object({
    session: SessionId,
    outcome: z.enum(['took-place', 'learner-missing', 'tutor-missing']),
    on: z.literal('opened').optional(),
  }),
  run: async (by, { session: id, outcome, on }, deps: Deps) => {
    const session = await deps.feedback.decide(by, id, outcome);
    const reader = readerOf(by);
    if (on) return { kind: 'replace', message: await fullCard(await viewOf(session, reader, deps), deps) };
    return { kind: 'private', message: { text: reader.words.dispute.done } };
  },
});
