import { describe, expect, test } from 'vitest';
import { databaseKinds } from '../database.ts';
import { killEverywhere } from './kill.ts';
import { booking, cancelling, confirming, rating, reminding } from './scenarios.ts';
import type { PairOfChats } from './stage.ts';

const PAIRS: readonly PairOfChats[] = [
  ['slack', 'discord'],
  ['discord', 'slack'],
];
const SCENARIOS = [booking, confirming, cancelling, reminding, rating];

// Between two moments that tell nobody anything the world outside is the same, so this is every state that it can be
// left in; the next file dies in all the others too.
describe.each(PAIRS)('learner in %s, tutor in %s', (...pair) => {
  test.each(SCENARIOS)('whatever $name had come to when the bot was killed, it is made good', async (scenario) => {
    const database = databaseKinds.at(-1) ?? 'embedded';
    const moments = await killEverywhere({ scenario, pair, database, counted: 'telling', away: 'each' });
    expect(moments.length).toBeGreaterThan(5);
  });
});
