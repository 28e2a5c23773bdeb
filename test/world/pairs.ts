import { describe } from 'vitest';
import { type DatabaseKind, databaseKinds } from '../database.ts';
import type { Human } from './human.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** A learner and a tutor, each in their chat, and what they need to go their way. */
export interface Pair extends World {
  readonly learner: Human;
  readonly tutor: Human;
  readonly admin: Human;
}

const PAIRS = [
  ['slack', 'slack'],
  ['discord', 'discord'],
  ['slack', 'discord'],
  ['discord', 'slack'],
] as const;

/**
 * Writes a scenario once and runs it for each pair of chats: learner and tutor in Slack, both in Discord, and each in
 * the other. The databases take turns, so that each pair meets each of them somewhere.
 */
export function forEachPair(scenario: (meet: (options?: WorldOptions) => Promise<Pair>) => void): void {
  PAIRS.forEach(([learnerChat, tutorChat], index) => {
    const database: DatabaseKind = databaseKinds[index % databaseKinds.length] ?? 'embedded';
    describe(`learner in ${learnerChat}, tutor in ${tutorChat}`, () => {
      scenario(async (options) => {
        const world = await createWorld({ database, ...options });
        return {
          ...world,
          learner: learnerChat === 'slack' ? world.lena : world.noor,
          tutor: tutorChat === 'slack' ? world.theo : world.jonas,
          admin: tutorChat === 'slack' ? world.grace : world.priya,
        };
      });
    });
  });
}

/** Asks for an hour of algebra, the way each chat asks for it, up to the receipt. `when` is wall-clock time of the learner. */
export async function books(
  learner: Human,
  tutor: string,
  when = '2026-12-01 17:00',
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const receipts = learner.messages().filter((message) => message.includes('hear from me')).length;
  const wish = { tutor, subject: 'Algebra', note: 'Quadratic equations', ...more };
  if (learner.chat === 'slack') {
    await learner.types('/book');
    await learner.waitsFor('dialog: Book a session');
    await learner.fills({ ...wish, when });
  } else {
    await learner.types('/book', { ...wish, when });
    // Discord says no zone: it is asked for once.
    if (learner.dialog()) await learner.fills({ zone: 'Chicago' });
    await learner.waitsFor('Is this right?');
    await learner.presses('Send the request');
  }
  await learner.waitsFor('hear from me', receipts + 1);
}
