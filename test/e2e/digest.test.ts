import { afterEach, expect, test } from 'vitest';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

test('each morning both moderation channels read what waits, what was and what will be; where there is nothing, nothing', async () => {
  world = await createWorld({ env: { DIGEST_AT: '08:00', DEFAULT_TIME_ZONE: 'Europe/Berlin' } });
  const { lena, theo, ada, grace, priya } = world;
  const mornings = () => [grace, priya].map((one) => one.messages().filter((text) => /Good morning/.test(text)).length);
  await world.moveTo('2026-11-30T09:01:00Z');
  await world.moveTo('2026-12-01T07:00:00Z');
  expect(mornings()).toEqual([0, 0]);

  await books(lena, theo.name, '2026-12-02 17:00');
  await theo.waitsFor('asks you for a session');
  await world.settled();
  await theo.presses('Confirm');
  await lena.waitsFor(/\/j\//);
  await world.moveTo('2026-12-01T09:00:00Z');
  await books(lena, ada.name, '2026-12-08 17:00');
  await world.moveTo('2026-12-02T06:59:00Z');
  expect(mornings()).toEqual([0, 0]);
  await world.moveTo('2026-12-02T07:00:00Z');
  await world.moveTo('2026-12-02T07:05:00Z');
  expect(mornings()).toEqual([1, 1]);
  for (const one of [grace, priya]) expect(one.sees(/Today: .*Algebra: Lena Vogel with Theo Park/)).toBe(true);

  await world.moveTo('2026-12-02T09:00:00Z');
  await world.moveTo('2026-12-02T17:30:00Z');
  await world.moveTo('2026-12-03T07:00:00Z');
  expect(mornings()).toEqual([2, 2]);
  for (const one of [grace, priya]) {
    expect(one.sees('1 request that nobody answers')).toBe(true);
    expect(one.sees('of 1 nobody has said yet')).toBe(true);
    expect(one.buttonsOf('1 request that nobody answers')).toContain('Requests (1)');
  }
  // A morning that is long over is not made up for.
  await world.moveTo('2026-12-04T15:00:00Z');
  expect(mornings()).toEqual([2, 2]);
  expect(world.faults).toEqual([]);
});
