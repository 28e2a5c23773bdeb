import { isOffered } from '../../core/calendar/availability.ts';
import { waitingWith } from '../../core/session/confirm-all.ts';
import { asker, platformChosen } from '../../core/session/session.ts';
import { type Standing, standing } from '../../core/session/standing.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { choicesOf } from '../shared/platform-name.ts';
import type { SessionView } from '../shared/reader.ts';
import { openAims } from './aims.ts';
import type { RequestContext } from './session-card.ts';

/** How many of the learner's sessions, the latest first, are looked through for ones with this tutor. */
const LOOKED_THROUGH = 200;

/** Nobody has said otherwise. */
const HAD: readonly Standing[] = ['ended', 'took-place'];

/** What the tutor who reads a request should know beyond it. */
export async function requestContext(
  view: SessionView,
  deps: Pick<RenderDeps, 'store' | 'platforms'>,
): Promise<RequestContext> {
  const { session, reader } = view;
  const me = reader.person.id;
  const learner = asker(session);
  const [tutor, aims, known] = await Promise.all([
    deps.store.tutor(me),
    openAims(view, deps),
    learner === undefined
      ? []
      : deps.store.sessions({
          person: learner,
          states: ['requested', 'ended'],
          order: 'latest',
          limit: LOOKED_THROUGH,
        }),
  ]);
  const waiting = waitingWith(session, known);
  const together = known.filter((one) => one.tutor === me && HAD.includes(standing(one, learner ?? me)));
  const [last] = together;
  return {
    aims,
    earlier: last ? { count: together.length, lastAt: last.startsAt } : undefined,
    waiting: { count: waiting.length },
    isOutsideHours: tutor !== undefined && !isOffered(tutor, session.startsAt, session.endsAt),
    platforms: choicesOf(tutor, reader, deps, view.together),
    platform: platformChosen(session, me) ?? tutor?.defaultPlatform,
  };
}
