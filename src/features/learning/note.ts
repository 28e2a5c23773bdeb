import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { TUTOR_NOTES_MOST } from '../../core/limits.ts';
import { participant } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf } from '../shared/reader.ts';

/** What somebody notes down after a session, whatever became of it: the other side reads it too. */
export const note = handler({
  input: z.object({ session: SessionId, text: Words }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'note');
    const { learning: words } = readerOf(by).words;
    const me = participant(session, by.person.id);
    const before = me?.role === 'tutor' ? session.tutorNotes : me?.note;
    const value = input['text'] ?? before;
    return {
      title: words.noteTitle,
      submit: words.noteSubmit,
      carry: { session: session.id },
      fields: [
        {
          kind: 'text',
          name: 'text',
          label: words.note,
          hint: words.noteHint,
          isLong: true,
          isOptional: true,
          most: TUTOR_NOTES_MOST,
          ...(value === undefined || value === '' ? {} : { value }),
        },
      ],
    };
  },
  run: async (by, { session, text }, deps: Deps): Promise<Reply> => {
    await deps.learning.note(by, session, text);
    return { kind: 'private', message: { text: readerOf(by).words.learning.noted } };
  },
});
