import { describe } from 'vitest';
import { databaseKinds } from '../database.ts';
import type { Human } from './human.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** A learner and a tutor, each in their chat, and what they need to go their way. */
export interface Pair extends World {
  readonly learner: Human;
  readonly tutor: Human;
  readonly admin: Human;
}

const SAME_CHAT = [
  ['slack', 'slack'],
  ['discord', 'discord'],
] as const;
const ACROSS = [
  ['slack', 'discord'],
  ['discord', 'slack'],
] as const;

type Scenario = (meet: (options?: WorldOptions) => Promise<Pair>) => void;

/**
 * Writes a scenario once and runs it for each pair of chats: both in Slack, both in Discord, and each in the other. The
 * databases take turns.
 */
export function forEachPair(scenario: Scenario): void {
  [...SAME_CHAT, ...ACROSS].forEach((chats, index) => {
    runFor(chats, scenario, { database: databaseKinds[index % databaseKinds.length] ?? 'embedded' });
  });
}

/** The same for those alone who are in different chats, on one database: each chat has each part, in a third of the time. */
export function acrossChats(scenario: Scenario): void {
  for (const chats of ACROSS) runFor(chats, scenario);
}

type Chats = readonly [learner: Human['chat'], tutor: Human['chat']];

function runFor([learnerChat, tutorChat]: Chats, scenario: Scenario, settings: WorldOptions = {}): void {
  describe(`learner in ${learnerChat}, tutor in ${tutorChat}`, () => {
    scenario(async (options) => {
      const world = await createWorld({ ...settings, ...options });
      return {
        ...world,
        learner: learnerChat === 'slack' ? world.lena : world.noor,
        tutor: tutorChat === 'slack' ? world.theo : world.jonas,
        admin: tutorChat === 'slack' ? world.grace : world.priya,
      };
    });
  });
}

const RECEIPT = /hear from me/;
const RECEIPT_OR_PREVIEW = /hear from me|Nothing is sent until/;

/** Asks for an hour of algebra, the way each chat asks for it, up to the receipt. `when` is wall-clock time of the learner. */
export async function books(
  learner: Human,
  tutor: string,
  when = '2026-12-01 17:00',
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const seen = (what: RegExp) => learner.messages().filter((message) => what.test(message)).length;
  const receipts = seen(RECEIPT);
  const answers = seen(RECEIPT_OR_PREVIEW);
  const wish = { tutor, subject: 'Algebra', note: 'Quadratic equations', ...more };
  if (learner.chat === 'slack') {
    await learner.types('/book');
    await learner.waitsFor('dialog: Book a session');
    await learner.fills({ ...wish, when });
    // Outside the tutor's hours it is read back first.
    await learner.waitsFor(RECEIPT_OR_PREVIEW, answers + 1);
    if (seen(RECEIPT) === receipts) await learner.presses('Send the request');
  } else {
    await learner.types('/book', { ...wish, when });
    // Discord says no zone: it is asked for once.
    if (learner.dialog()) await learner.fills({ zone: 'Chicago' });
    await learner.waitsFor('Is this right?');
    await learner.presses('Send the request');
  }
  await learner.waitsFor('hear from me', receipts + 1);
}
