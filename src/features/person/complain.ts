import { z } from 'zod';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { cut } from '../../core/cut.ts';
import { REASON_MOST } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf, type View } from '../shared/reader.ts';

/** Tells the admins about somebody, who does not learn who it was. */
export const complainAbout = handler({
  input: z.object({ person: z.string().min(1).max(40), session: SessionId.optional(), reason: Words }),
  form: async (by, input, deps: Deps) => {
    const { complaint: words } = readerOf(by).words;
    const about = await aboutWhom(by, input, deps);
    const { person = '', session, reason } = about;
    if (session !== undefined) await mine(by, session, deps, 'complaint');
    return {
      title: words.title,
      submit: words.submit,
      carry: { person, ...(session !== undefined && { session }) },
      fields: [
        {
          kind: 'text',
          name: 'reason',
          label: words.reason,
          hint: words.reasonHint,
          isLong: true,
          isOptional: false,
          most: REASON_MOST,
          ...(reason === undefined ? {} : { value: reason }),
        },
      ],
    };
  },
  run: async (by, { person, session, reason }, deps: Deps): Promise<Reply> => {
    await deps.complaints.make(by, { person, session, reason });
    return { kind: 'private', message: { text: readerOf(by).words.complaint.sent } };
  },
});

/** Of a message its writer, with what they wrote for the admins to read: whoever complains of it can take that out. */
async function aboutWhom(by: Actor, { message, ...input }: RawInput, deps: Deps): Promise<RawInput> {
  const written = message === undefined ? undefined : await deps.store.relayed(message, by.person.id);
  if (!written) return input;
  return {
    reason: `“${cut(written.text || written.files.join(', '), QUOTED_MOST)}”`,
    ...input,
    // Whoever may know of its session may read it, and nobody for another session of theirs.
    person: written.from,
    session: written.session,
  };
}
const QUOTED_MOST = REASON_MOST / 2;

/** To whom a complaint was about: what the admins have decided. */
export const moderated = notice({
  kind: 'moderated',
  data: z.object({ what: z.enum(['warned', 'paused', 'readmitted']), until: z.number().optional() }),
  render: ({ reader }: View, { data: { what, until = 0 } }) => {
    const { moderated: words } = reader.words;
    if (what === 'paused') return { text: words.paused(moment(new Date(until), reader.zone)) };
    return { text: words.said[what] };
  },
});
