import { nothing, notice } from '../../conversation/notice.ts';
import { unansweredCard } from '../cards/moderation-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { choicesOf, usualOf } from '../shared/platform-name.ts';
import type { SessionView } from '../shared/reader.ts';

/** To the admins: a request that nobody has answered. */
export const unanswered = notice({
  kind: 'unanswered',
  data: nothing,
  render: async (view: SessionView, { isShown }, deps: RenderDeps) => {
    if (!isShown && view.session.state !== 'requested') return undefined;
    return unansweredCard(view, await platformFor(view, deps));
  },
});

/** Where a tutor would meet who does not say it: where they chose, where they usually do, or on the first platform. */
async function platformFor({ session, reader, together }: SessionView, deps: RenderDeps): Promise<string> {
  const tutor = session.tutor === undefined ? undefined : await deps.store.tutor(session.tutor);
  const chosen = session.platformWanted ?? tutor?.defaultPlatform;
  return usualOf(choicesOf(tutor, reader, deps, together), chosen) ?? '';
}
