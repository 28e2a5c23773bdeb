import type { Message } from '../../conversation/message.ts';
import { isLearner, isOpen } from '../../core/session/session.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';
import { fullCard } from './full-card.ts';
import { requestContext } from './request-context.ts';
import { requestCard } from './session-card.ts';

/**
 * The one card that each has of a session, in their DMs: the request to answer, then where and when to meet, then what
 * became of it. Undefined for what is over before it was sent to whoever had to answer.
 */
export async function livingCard(view: SessionView, isShown: boolean, deps: RenderDeps): Promise<Message | undefined> {
  const { session, reader } = view;
  const asked = isLearner(session, reader.person.id);
  if (!isShown && !isOpen(session) && !asked) return undefined;
  return session.state === 'requested' && !asked
    ? requestCard(view, await requestContext(view, deps))
    : fullCard(view, deps);
}
