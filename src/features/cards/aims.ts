import type { Action, Field } from '../../conversation/message.ts';
import { join, link, say } from '../../conversation/say.ts';
import { twoOf } from '../../core/learning/learning.ts';
import type { Aim } from '../../core/learning/port.ts';
import { participant } from '../../core/session/session.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { Reader, SessionView } from '../shared/reader.ts';
import { isPossibleForMe } from './actions.ts';

/** What its two people aim at and are to do next, as long as it is open: for them alone. */
export async function openAims(view: SessionView, deps: Pick<RenderDeps, 'store'>): Promise<readonly Aim[]> {
  const two = twoOf(view.session);
  if (!two || !isPossibleForMe(view, 'aims')) return [];
  return deps.store.openAims(two);
}

/** The same in two fields of a card. */
export function aimFields(aims: readonly Aim[], { words }: Pick<Reader, 'words'>): readonly Field[] {
  const field = (kind: Aim['kind'], name: string): readonly Field[] => {
    const lines = aims.filter((one) => one.kind === kind).map(({ text }) => say`• ${text}`);
    return lines.length === 0 ? [] : [{ name, value: join(lines, '\n') }];
  };
  return [...field('goal', words.learning.goals), ...field('step', words.learning.steps)];
}

/** Ticks one off, or takes its tick away. */
export function ticking({ id, doneAt }: Aim, { words }: Pick<Reader, 'words'>): Action {
  const label = doneAt ? words.buttons.untick : words.buttons.tick;
  return { kind: 'button', label, style: 'plain', target: { handler: 'aim-tick', input: { aim: id } } };
}

/** The way to the whiteboard, where there is one. */
export function boardField(view: SessionView, deps: Pick<RenderDeps, 'boardOf'>): readonly Field[] {
  const { session, reader } = view;
  const url = participant(session, reader.person.id) ? deps.boardOf(session) : undefined;
  return url === undefined ? [] : [{ name: reader.words.fields.whiteboard, value: [link(url, url)] }];
}
