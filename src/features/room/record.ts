import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { Refusal } from '../../core/refusal.ts';
import { recordingState } from '../cards/session-fields.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { recordsHow } from '../shared/platform-name.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** Somebody agrees to a recording, or does not any more. It is on when everybody agrees. */
export const record = handler({
  input: z.object({ session: SessionId, agrees: z.enum(['yes', 'no']) }),
  run: async (by, { session: id, agrees }, deps: Deps) => {
    const before = await mine(by, id, deps, 'record');
    if (agrees === 'yes' && !recordsHow(before, deps)) throw new Refusal('cannot-record', {});
    const session = await deps.recording(by, id, agrees === 'yes');
    return { kind: 'private', message: { text: recordingState(await viewOf(session, readerOf(by), deps), deps) } };
  },
});
