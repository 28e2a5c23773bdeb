import type { Field } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { isGroup } from '../../core/groups/group.ts';
import { asker, isLearner } from '../../core/session/session.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { isTutorOf, nameOf, type SessionView } from '../shared/reader.ts';

/** Which session it is: "3 of 5" of a package, else "Your 3rd with Theo". */
export async function creditField(view: SessionView, { store }: Pick<RenderDeps, 'store'>): Promise<readonly Field[]> {
  const { session, reader } = view;
  const me = reader.person.id;
  const learner = isLearner(session, me) ? me : isGroup(session) ? undefined : asker(session);
  if (learner === undefined || session.tutor === undefined) return [];
  const place = await store.creditPlace({ id: session.id }, learner);
  if (!place) return [];
  const { credits: words, series } = reader.words;
  const { nth, of } = place;
  if (of !== undefined) return [{ name: words.field, value: say`${{ kind: 'plain', text: series.nth(nth, of) }}` }];
  if (learner === me) return [{ name: words.field, value: words.withTutor(nth, nameOf(view, session.tutor)) }];
  return isTutorOf(view) ? [{ name: words.field, value: words.withLearner(nth, nameOf(view, learner)) }] : [];
}
