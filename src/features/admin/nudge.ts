import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';

/** An admin reminds the tutor of a request that waits for an answer. */
export const nudge = handler({
  task: 'look after sessions',
  input: z.object({ session: SessionId }),
  run: async (by, { session }, deps: Deps) => {
    await deps.sessions.nudge(by, session);
    return { kind: 'private', message: { text: readerOf(by).words.moderation.nudged } };
  },
});
