import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

/** What stands above the messages. */
const home = (human: Human) => human.reads().slice(0, -human.messages().join('\n').length || undefined);

test('Slack’s Home shows what is planned, with the buttons that are possible now, and follows', async () => {
  world = await createWorld();
  const { lena, theo, slack } = world;
  await slack.opensHome(theo.userId);
  await theo.waitsFor('Hello, Theo');
  await books(lena, theo.name);
  await slack.opensHome(lena.userId);
  await world.settled();
  expect(home(lena)).toContain('Algebra with Theo Park');
  expect(home(theo)).toMatch(/waits for your answer Confirm Decline Open/);
  await theo.presses('Confirm');
  await world.settled();
  expect(home(lena)).toContain('· confirmed');
  expect(home(theo)).toContain('· confirmed');
  const [session] = await world.app.store.sessions({ states: ['confirmed'] });
  await world.moveTo((session?.startsAt.getTime() ?? 0) - 10 * 60_000);
  await slack.opensHome(lena.userId);
  await world.settled();
  expect(home(lena)).toMatch(/Where: Jitsi[\s\S]*Join/);
  expect(world.faults).toEqual([]);
});
