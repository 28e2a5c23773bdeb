import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { moment, say } from '../../conversation/say.ts';
import { inShort, news } from '../cards/news.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { nameOf, readerOf, type SessionView, type View, viewOf } from '../shared/reader.ts';

/** Another tutor takes it over who agrees: how many would be asked is said first. */
export const handOver = handler({
  input: z.object({ session: SessionId, sure: z.literal('yes').optional() }),
  run: async (by, { session: id, sure }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const { handOver: words, buttons } = reader.words;
    if (sure) {
      const session = await deps.sessions.handOver(by, id);
      return { kind: 'replace', message: { text: words.done(session.candidates.length) } };
    }
    const session = await mine(by, id, deps, 'hand-over');
    const others = await deps.sessions.whoElse(by, session);
    const what = inShort(await viewOf(session, reader, deps));
    const target = { handler: 'hand-over', input: { session: id, sure: 'yes' } };
    return {
      kind: 'private',
      message: {
        text: words.sure(others.length, what),
        actions: [{ kind: 'button', label: buttons.handOverSure, style: 'danger', target }],
      },
    };
  },
});

/** To whoever was asked: an admin has given it to somebody else, or answered for them. */
export const takenOver = notice({
  kind: 'taken-over',
  data: z.object({
    what: z.enum(['given', 'declined', 'cancelled']),
    subject: z.string(),
    at: z.number(),
    by: z.string(),
    admin: z.string(),
    count: z.number().optional(),
  }),
  render: ({ reader: { words, zone } }: View, { data: { what, subject, at, admin, count = 1 } }) => ({
    text: words.handOver.takenOver[what](
      words.asAdmin(admin || words.formerMember),
      count === 1
        ? say`${subject}, ${moment(new Date(at), zone)}`
        : words.handOver.several(count, subject, moment(new Date(at), zone)),
    ),
  }),
});

/** To the learners: their tutor cannot, or an admin says so, and others are asked. */
export const handedOver = notice({
  kind: 'handed-over',
  data: z.object({ name: z.string(), by: z.string().optional(), admin: z.string().optional() }),
  render: async (view: SessionView, { data: { name, admin }, isShown, card }) => {
    const { session, reader } = view;
    if (!isShown && session.state !== 'requested') return undefined;
    const what = say`${session.subject}, ${moment(session.startsAt, reader.zone)}`;
    const { handOver: words, asAdmin, formerMember } = reader.words;
    const was = name || formerMember;
    const line = () => {
      if (admin === undefined) return words.news(was, what);
      const who = asAdmin(admin || formerMember);
      return session.tutor === undefined
        ? words.newsBy(who, was, what)
        : words.newsTo(who, nameOf(view, session.tutor), what);
    };
    return news(view, line(), await card());
  },
});
