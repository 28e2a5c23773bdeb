import { expect, test } from 'vitest';
import { databaseKinds } from '../database.ts';
import { killEverywhere } from './kill.ts';
import { confirming } from './scenarios.ts';

test.each(databaseKinds)(
  'on %s, a confirmation outlives death before and after each word to the outside',
  async (database) => {
    const moments = await killEverywhere({
      scenario: confirming,
      pair: ['discord', 'slack'],
      database,
      // A process with a database of its own takes seconds to open it.
      counted: database === 'server' ? 'every' : 'telling',
      away: 'in turn',
    });
    expect(moments.length).toBeGreaterThan(15);
  },
);
