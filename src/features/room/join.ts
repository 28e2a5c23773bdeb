import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { CHECKLIST, joinCard } from '../cards/join-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
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

/** Ends a session before the clock does. Of the private card nothing stays to be pressed; other cards are brought up to date by jobs. */
export const end = handler({
  input: z.object({ session: SessionId, on: z.literal('join-card').optional() }),
  run: async (by, { session: id, on }, deps: Deps) => {
    await deps.sessions.end(by, id);
    return { kind: on ? 'replace' : 'private', message: { text: readerOf(by).words.join.ended } };
  },
});
