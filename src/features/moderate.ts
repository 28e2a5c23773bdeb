import { z } from 'zod';
import { handler } from '../conversation/handler.ts';
import type { Deps } from './deps.ts';
import { SessionId } from './inputs.ts';
import { readerOf } from './reader.ts';

/** An admin reminds the tutor of a request that waits for an answer. */
export const nudge = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session }, deps: Deps) => {
    await deps.sessions.nudge(by, session);
    return { kind: 'private', message: { text: readerOf(by).words.moderation.nudged } };
  },
});
