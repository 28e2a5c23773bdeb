import { limits } from './limits.ts';
import { lists } from './lists.ts';
import type { Part } from './part.ts';
import { reminders } from './reminders.ts';
import { slots } from './slots.ts';
import { statements } from './statements.ts';
import { throughput } from './throughput.ts';
import { tick } from './tick.ts';

/** What is measured beside the ways through the chats, by the name that `--only` takes. */
export const PARTS = { statements, tick, lists, slots, throughput, reminders, limits } satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;

/** Those that are done within a minute. */
export const QUICK_PARTS: readonly PartName[] = ['statements', 'tick', 'lists', 'slots', 'throughput'];
