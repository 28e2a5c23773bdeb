import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { moment, say } from '../../conversation/say.ts';
import { cancelsLate } from '../../core/session/late-cancel.ts';
import { inShort } from '../cards/news.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { readerOf, type View, viewOf } from '../shared/reader.ts';
import { leaveForm } from './enrol.ts';

/** An observer takes a learner out of a group session, which goes on without them. */
export const takeOut = handler({
  input: z.object({
    session: SessionId,
    learner: z.string().min(1).max(40),
    scope: z.enum(['this', 'all']).catch('all'),
  }),
  form: (by, input, deps: Deps) => leaveForm(by, 'take-out', input['learner'] ?? '', input, deps),
  run: async (by, { session: id, learner, scope }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const before = await deps.store.session(id);
    const session = await deps.groups.takeOut(by, id, learner, scope);
    const what = inShort(await viewOf(session, reader, deps));
    const { group } = reader.words;
    const rules = await deps.store.rules(by.person.organization);
    const isLate = before !== undefined && cancelsLate(before, learner, rules, deps.clock());
    const text = group.youTookOut(what);
    return { kind: 'private', message: { text: isLate ? say`${text} ${group.leftLate}` : text } };
  },
});

/** To the learner: an observer has done it. */
export const takenOut = notice({
  kind: 'taken-out',
  data: z.object({ subject: z.string(), at: z.number(), by: z.string().optional(), name: z.string() }),
  render: ({ reader: { words, zone } }: View, { data: { subject, at, name } }) => ({
    text: words.group.takenOut(
      words.asObserver(name || words.formerMember),
      say`${subject}, ${moment(new Date(at), zone)}`,
    ),
  }),
});
