import { type APIComponentInContainer, ComponentType } from 'discord.js';
import type { actionRows } from './actions.ts';

/** What is still free in a message. */
export interface Free {
  components: number;
  characters: number;
}

/** The rows that fit, and how many buttons and menus are left out. */
export function fittingRows({ rows, links }: ReturnType<typeof actionRows>, most: number) {
  let used = 0;
  const fitting = rows.filter((row) => {
    used += size([row]);
    return used <= most;
  });
  const missing = rows.slice(fitting.length).reduce((sum, row) => sum + row.components.length, 0);
  return { rows: fitting, links, missing };
}

/** How many components these are, with those inside. */
export function size(components: readonly APIComponentInContainer[]): number {
  return components.reduce((sum, one) => {
    if (one.type === ComponentType.ActionRow) return sum + 1 + one.components.length;
    if (one.type === ComponentType.Section) return sum + 1 + one.components.length + 1;
    return sum + 1;
  }, 0);
}

/** How many characters of text they show. */
export function characters(components: readonly APIComponentInContainer[]): number {
  return components.reduce((sum, one) => {
    if (one.type === ComponentType.TextDisplay) return sum + one.content.length;
    if (one.type === ComponentType.Section)
      return sum + one.components.reduce((all, { content }) => all + content.length, 0);
    return sum;
  }, 0);
}
