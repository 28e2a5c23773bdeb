import type { Action } from '../../conversation/message.ts';
import type { Tutor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { choicesOf, usualFirst, usualOf } from '../shared/platform-name.ts';
import { nameOf, type SessionView } from '../shared/reader.ts';
import { offer } from './actions.ts';

/** What admins do for others. */

type Carried = Readonly<Record<string, string>>;

/**
 * Yes and no for a tutor who does not answer: a button for each platform, the tutor's usual one first. What a tutor has
 * chosen on their own card stands there first, too.
 */
export function adminAnswers(
  view: SessionView,
  offered: Tutor | undefined,
  deps: Pick<Deps, 'platforms'>,
  carried: Carried = {},
): readonly Action[] {
  const { session, reader } = view;
  const { buttons } = reader.words;
  const choices = choicesOf(offered, reader, deps, view.together);
  const usual = usualOf(choices, session.platformWanted ?? offered?.defaultPlatform);
  const [first, ...others] = usualFirst(choices, usual);
  const seen: Carried = { ...carried, version: String(session.version) };
  const tutor = nameOf(view, session.tutor);
  const label = (name: string) => (others.length === 0 ? buttons.confirmFor(tutor) : buttons.confirmOn(name));
  return [
    ...(first ? offer(view, 'confirm', label(first.name), 'plain', { ...seen, platform: first.id }) : []),
    ...others.flatMap(({ id, name }) => offer(view, 'confirm', label(name), 'plain', { ...seen, platform: id })),
    ...offer(view, 'decline', buttons.decline, 'danger', seen),
  ];
}

/** What is true where two do not agree. */
export function decisions(view: SessionView, carried: Carried = {}): readonly Action[] {
  const { decide } = view.reader.words.dispute;
  return [
    ...offer(view, 'decide', decide['took-place'], 'primary', { ...carried, outcome: 'took-place' }),
    ...offer(view, 'decide', decide['learner-missing'], 'plain', { ...carried, outcome: 'learner-missing' }),
    ...offer(view, 'decide', decide['tutor-missing'], 'plain', { ...carried, outcome: 'tutor-missing' }),
  ];
}
