import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { say } from '../../conversation/say.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf } from '../shared/reader.ts';

/** What was written about a session, whole: cards show only so much of it. */
export const readNote = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    const { note, tutorNotes = '' } = await mine(by, id, deps);
    const { fields } = readerOf(by).words;
    const written = [
      { title: say`${{ kind: 'plain', text: fields.note }}`, text: say`${note}` },
      { title: say`${{ kind: 'plain', text: fields.notes }}`, text: say`${tutorNotes}` },
    ];
    const sections = written.filter((_, index) => [note, tutorNotes][index] !== '');
    return { kind: 'private', message: { sections } };
  },
});
