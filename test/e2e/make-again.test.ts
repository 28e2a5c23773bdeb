import { afterEach, expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

const DAY = 24 * 60 * 60_000;

/** A session that is confirmed although no platform works. */
async function homeless(): Promise<{ id: string; startsAt: number }> {
  world = await createWorld({ env: { MEETING_PLATFORMS: 'zoom' } });
  const { lena, theo, zoom } = world;
  zoom.faults.set('down');
  await books(lena, theo.name);
  await theo.waitsFor('asks you for a session');
  await theo.presses('Confirm');
  await world.settled();
  const [session] = await world.app.store.sessions({ states: ['confirmed'] });
  if (!session) throw new Error('not confirmed');
  return { id: session.id, startsAt: session.startsAt.getTime() };
}

test('the audit says of “Try again” that it was pressed, and of a new link only that there is one', async () => {
  const { id } = await homeless();
  const { theo, lena, zoom } = world;
  const events = async () =>
    (await world.app.store.auditOf(sessionSubject(id)))
      .map(({ event }) => event)
      .filter((event) => /again|link/.test(event));
  await theo.presses('Try again');
  await world.settled();
  expect(await events()).toEqual(['make-again']);
  zoom.faults.set(undefined);
  await theo.presses('Try again');
  await lena.waitsFor('Where: Zoom');
  await world.settled();
  expect(await events()).toEqual(['make-again', 'make-again']);
});

test('the clock takes a session without a meeting to its end, and nothing fails', async () => {
  const { startsAt } = await homeless();
  for (const at of [-60, -10, 0, 10, 60, 76, 100]) await world.moveTo(startsAt + at * 60_000);
  for (const days of [1, 2, 4, 8]) await world.moveTo(startsAt + days * DAY);
  const [session] = await world.app.store.sessions({ states: ['ended'] });
  expect(session?.meeting).toBeUndefined();
  const ofTheClock = world.faults.filter((fault) => /tick|due|gave up/.test(JSON.stringify(fault)));
  expect(ofTheClock).toEqual([]);
});
