import type { Action, Message } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { sessionSection, UPCOMING } from '../session/sessions.ts';
import type { Deps } from '../shared/deps.ts';
import { type Reader, viewsOf } from '../shared/reader.ts';

/** Sessions on the dashboard: the rest is one press away. */
const SHOWN = 10;

/** The dashboard: what is next, what waits, and everything one can do. */
export async function home(reader: Reader, deps: Deps): Promise<Message> {
  const { words } = reader;
  const next = await deps.store.sessions({
    person: reader.person.id,
    states: UPCOMING,
    order: 'soonest',
    limit: SHOWN,
  });
  const views = await viewsOf(next, reader, deps);
  return {
    title: words.home.title(reader.person.name),
    text: views.length === 0 ? say`${words.home.intro} ${words.sessions.noneUpcoming}` : words.home.intro,
    actions: starters(reader),
    sections: views.map((view) => sessionSection(view, deps)),
  };
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
