import type { Action } from '../../conversation/message.ts';
import type { Reader } from './reader.ts';

/** The way there from the page of somebody who teaches; in a menu, where nobody presses it by mistake. */
export function complaining({ words }: Reader, person: string): Action {
  const target = { handler: 'complaint', input: { person } };
  return { kind: 'more', label: words.buttons.rarely, options: [{ label: words.buttons.complaint, target }] };
}
