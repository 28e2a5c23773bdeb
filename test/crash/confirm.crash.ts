import { expect, test } from 'vitest';
import { databaseKinds } from '../database.ts';
import { killEverywhere } from './kill.ts';
import { confirming } from './scenarios.ts';

// The shortest of the enumerations: one way, one pair, one time away for each moment.
test('whatever Confirm had come to when the bot was killed, everybody hears of it once', {
  timeout: 600_000,
}, async () => {
  const moments = await killEverywhere({
    scenario: confirming,
    pair: ['slack', 'discord'],
    database: databaseKinds.at(-1) ?? 'embedded',
    counted: 'telling',
    away: 'in turn',
  });
  // Each moment is told by another run, and what goes to the two chats may come in either order.
  const [acknowledged = -1, committed = -1, sent = -1] = [/\/interactions\//, /COMMIT/, /postMessage|\/messages/].map(
    (what) => moments.findIndex((moment) => what.test(moment)),
  );
  expect(moments.length).toBeGreaterThan(15);
  expect(acknowledged).toBeLessThan(committed);
  expect(committed).toBeLessThan(sent);
});
