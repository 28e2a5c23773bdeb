import { afterEach, expect, test } from 'vitest';
import { seenKey, waitingWith } from '../../src/core/session/confirm-all.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

const HOUR = 3_600_000;
/** One more than usual may wait for one tutor. */
const THREE_EACH = { OPEN_REQUESTS: '5,3' };

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('one answer to many requests; what the platform has no room for today is made before it is needed', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi', ...THREE_EACH } });
    const { learner, tutor, zoom, app } = pair;
    // The first begins tomorrow, the others in days.
    for (const when of ['2026-12-01 17:00', '2026-12-07 17:00', '2026-12-14 17:00']) {
      await books(learner, tutor.name, when);
      await pair.settled();
    }
    const sessions = () => app.store.sessions({ states: ['confirmed'], order: 'soonest' });
    const places = async () => (await sessions()).map(({ meeting }) => meeting?.platform);

    zoom.faults.set('daily-limit');
    await tutor.presses('Confirm all 3');
    await tutor.waitsFor(`3 requests from ${learner.name}`);
    await tutor.presses('Yes, confirm all 3');
    await tutor.waitsFor('You confirmed all 3');
    await pair.settled();
    expect(await places()).toEqual(['jitsi', undefined, undefined]);
    expect(learner.sees('Zoom wasn’t available, so we use Jitsi')).toBe(true);
    expect(learner.messages().filter((one) => one.includes('Jitsi'))).toHaveLength(1);
    expect(tutor.buttons()).not.toContain('Confirm');
    expect(tutor.buttons()).not.toContain('Confirm all 3');

    // Still nothing left an hour later; the next day there is.
    await pair.moveTo(pair.now().getTime() + HOUR);
    expect(await places()).toEqual(['jitsi', undefined, undefined]);
    zoom.faults.set(undefined);
    await pair.moveTo('2026-12-01T00:01:00Z');
    expect(await places()).toEqual(['jitsi', 'zoom', 'zoom']);
    expect(zoom.meetings()).toHaveLength(2);
    expect(learner.messages().filter((one) => one.includes('Where: Zoom'))).toHaveLength(2);
    expect(pair.faults).toEqual([]);
  });
});

test('one that has no link a day before meets wherever it can', async () => {
  const world = await createWorld({ env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
  const { noor: learner, theo: tutor, zoom, app } = world;
  for (const when of ['2026-12-03 17:00', '2026-12-04 17:00']) {
    await books(learner, tutor.name, when);
    await world.settled();
  }
  zoom.faults.set('daily-limit');
  await tutor.presses('Confirm all 2');
  await tutor.waitsFor(`2 requests from ${learner.name}`);
  await tutor.presses('Yes, confirm all 2');
  await world.settled();
  const [first] = await app.store.sessions({ states: ['confirmed'], order: 'soonest' });
  expect(first?.meeting).toBeUndefined();
  await world.moveTo((first?.startsAt.getTime() ?? 0) - 23 * HOUR);
  await learner.waitsFor('Zoom wasn’t available, so we use Jitsi');
  expect(world.faults).toEqual([]);
  await world.stop();
});

test('what is confirmed is listed first, with what lies outside the tutor’s hours, and nothing else is confirmed', async () => {
  const world = await createWorld({ env: THREE_EACH });
  const { lena: learner, jonas: tutor, app } = world;
  // Jonas has no hours on a Sunday.
  for (const when of ['2026-12-03 17:00', '2026-12-06 17:00']) {
    await books(learner, tutor.name, when);
    await world.settled();
  }
  await tutor.presses('Confirm all 2');
  await tutor.waitsFor('2 requests from Lena Vogel');
  expect(tutor.messages().at(-1)).toMatch(/Algebra: [^⚠\n]*\n?.*Algebra: .*⚠ This is outside your weekly hours/s);
  expect(await app.store.sessions({ states: ['confirmed'] })).toEqual([]);
  // Another request comes while the list is read: it is not on it.
  await books(learner, tutor.name, '2026-12-04 17:00');
  await world.settled();
  await tutor.presses('Yes, confirm all 2');
  await world.settled();
  expect(await app.store.sessions({ states: ['confirmed'] })).toEqual([]);
  await tutor.presses('Confirm all 3');
  await tutor.waitsFor('3 requests from Lena Vogel');
  await tutor.presses('Yes, confirm all 3');
  await tutor.waitsFor('You confirmed all 3');
  expect(world.faults).toEqual([]);
  await world.stop();
});

test('nor is one that took the place of another, or that was moved', async () => {
  const world = await createWorld();
  const { lena, theo, grace, app } = world;
  for (const when of ['2026-12-03 17:00', '2026-12-04 17:00']) {
    await books(lena, theo.name, when);
    await world.settled();
  }
  const [first] = await app.store.sessions({ states: ['requested'], order: 'soonest' });
  const by = await world.actor(theo);
  const admin = await world.actor(grace, true);
  if (!first) throw new Error('nothing was asked');
  const waiting = async () => waitingWith(first, await app.store.sessions({ states: ['requested'], order: 'soonest' }));
  const seen = seenKey(await waiting());
  const press = () => app.reception.run(by, 'confirm-all', { session: first.id, listed: seen, platform: 'jitsi' });
  const confirmed = () => app.store.sessions({ states: ['confirmed'] });

  // As many as there were, but another one.
  const [, second] = await waiting();
  const learner = await world.actor(lena);
  if (!second) throw new Error('nothing was asked');
  await app.reception.run(learner, 'cancel', { session: second.id, reason: 'Another day' });
  await world.settled();
  await books(lena, theo.name, '2026-12-05 17:00');
  await world.settled();
  expect(await waiting()).toHaveLength(2);
  await press();
  expect(await confirmed()).toEqual([]);

  // The same ones, of which an admin has moved one.
  const both = seenKey(await waiting());
  await app.reception.run(admin, 'move-to', { session: first.id, when: '2026-12-10T16:00:00Z' });
  await world.settled();
  await app.reception.run(by, 'confirm-all', { session: first.id, listed: both, platform: 'jitsi' });
  expect(await confirmed()).toEqual([]);
  expect((await app.store.session(first.id))?.startsAt.toISOString()).toBe('2026-12-10T16:00:00.000Z');
  await world.stop();
});
