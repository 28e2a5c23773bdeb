import type { Action, Deed, Target } from '../conversation/message.ts';

/** Stands where a handler's name does in the id of a menu of deeds: each of its options says which one. No handler is called so. */
export const DEEDS = '+';

/**
 * The same actions, with menus that a chat can show. Beside a menu stands as a button what does not fit into it, what
 * would be alone in it, and what is too much for it, the more usual first: nothing is lost.
 */
export function withFittingMenus(
  actions: readonly Action[],
  most: number,
  fits: (target: Target) => boolean,
): readonly Action[] {
  return actions.flatMap((action) => {
    if (action.kind !== 'more') return [action];
    const fitting = action.options.filter(({ target }) => fits(target));
    const listed = fitting.length > 1 ? fitting.slice(-most) : [];
    const buttons = action.options.filter((deed) => !listed.includes(deed)).map(buttonFor);
    return listed.length > 0 ? [...buttons, { ...action, options: listed }] : buttons;
  });
}

function buttonFor({ label, target }: Deed): Action {
  return { kind: 'button', label, style: 'plain', target };
}
