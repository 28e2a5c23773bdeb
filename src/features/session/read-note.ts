import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { say } from '../../conversation/say.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Short } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { From, pageOf } from '../shared/pages.ts';
import { readerOf } from '../shared/reader.ts';

/** What was written about a session, whole: cards show only so much of it. */
export const readNote = handler({
  input: z.object({ session: SessionId, from: From, turn: Short }),
  run: async (by, { session: id, from, turn }, deps: Deps) => {
    const { note, tutorNotes = '' } = await mine(by, id, deps);
    const reader = readerOf(by);
    const { fields } = reader.words;
    const written = [
      { title: say`${{ kind: 'plain', text: fields.note }}`, text: say`${note}` },
      { title: say`${{ kind: 'plain', text: fields.notes }}`, text: say`${tutorNotes}` },
    ];
    const sections = written.filter((_, index) => [note, tutorNotes][index] !== '');
    const { shown, turns } = pageOf(sections.slice(from), reader, {
      from,
      size: sections.length,
      hasMore: false,
      turn: (label, begin) => {
        const target = { handler: 'read-note', input: { session: id, from: String(begin), turn: 'page' } };
        return { kind: 'button', label, style: 'plain', target };
      },
    });
    return { kind: turn === undefined ? 'private' : 'replace', message: { sections: shown, actions: turns } };
  },
});
