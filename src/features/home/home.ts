import type { Action, Message, Section } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import { answers, dangerLast, isPossibleForMe, opening } from '../cards/actions.ts';
import { requestContext } from '../cards/request-context.ts';
import { hoursTaught } from '../session/session-list.ts';
import { allOfSeries, sessionSection, UPCOMING } from '../session/session-section.ts';
import type { Deps } from '../shared/deps.ts';
import { type Reader, type SessionView, viewsOf } from '../shared/reader.ts';
import { whatNeedsAdmins } from './admin-part.ts';
import { isToday, teaching } from './teaching-part.ts';

/** Sessions on the dashboard: the rest is one press away. */
const SHOWN = 10;

/**
 * The dashboard: for admins what needs them, for tutors the requests that wait and their day, for everybody what is
 * next, and everything one can do.
 */
export async function home(reader: Reader, deps: Deps): Promise<Message> {
  const { words } = reader;
  const upcoming = {
    person: reader.person.id,
    states: UPCOMING,
    order: 'soonest',
    seriesOnce: true,
    limit: SHOWN,
  } as const;
  const [found, tutor, forAdmins] = await Promise.all([
    deps.store.sessions(upcoming),
    deps.store.tutor(reader.person.id),
    reader.isAdmin ? whatNeedsAdmins(reader, deps) : [],
  ]);
  const views = await viewsOf(found, reader, deps);
  const waiting = views.filter((view) => isPossibleForMe(view, 'decline'));
  const planned = views.filter((view) => !waiting.includes(view));
  const today = tutor ? planned.filter((view) => isToday(view, deps.defaultZone)) : [];
  const later = planned.filter((view) => !today.includes(view));
  const list = (shown: readonly SessionView[]) => shown.map((view) => sessionSection(view, deps));
  return {
    title: words.home.title(reader.person.name),
    text: views.length === 0 ? say`${words.home.intro} ${words.sessions.noneUpcoming}` : words.home.intro,
    actions: starters(reader),
    sections: [
      ...forAdmins,
      ...headed(words.home.requests(waiting.length), await Promise.all(waiting.map((view) => request(view, deps)))),
      ...headed(words.home.today, list(today)),
      ...headed(nextAt(later[0]), list(later)),
      ...(tutor ? [teaching(tutor, reader, await hoursTaught(tutor, reader, deps))] : []),
    ],
  };
}

/** A request as one entry, with the choice of where to meet. */
async function request(view: SessionView, deps: Deps): Promise<Section> {
  // A series is answered as one, or each where all of its dates are.
  if (view.session.series) return { ...sessionSection(view, deps), actions: [...allOfSeries(view), opening(view)] };
  const { platforms, platform } = await requestContext(view, deps);
  const actions = dangerLast([...answers(view, platforms, platform), opening(view)]);
  return { ...sessionSection(view, deps), actions };
}

/** "Next, in 3 hours". */
function nextAt(next: SessionView | undefined) {
  if (!next) return say``;
  const { session, reader } = next;
  return reader.words.home.next(moment(session.startsAt, reader.zone, 'relative'));
}

function headed(title: ReturnType<typeof say>, sections: readonly Section[]): readonly Section[] {
  return sections.length === 0 ? [] : [{ title }, ...sections];
}

/** The buttons from which everything starts. */
export function starters(reader: Reader): readonly Action[] {
  const { buttons } = reader.words;
  const button = (label: string, handler: string, style: 'primary' | 'plain' = 'plain', input = {}): Action => ({
    kind: 'button',
    label,
    style,
    target: { handler, input },
  });
  return [
    button(buttons.book, 'book', 'primary'),
    button(buttons.sessions, 'sessions'),
    button(buttons.tutors, 'tutors'),
    button(buttons.teach, 'teach'),
    button(buttons.settings, 'settings'),
  ];
}
