import { afterEach, expect, test } from 'vitest';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

const DAY = 86_400_000;

let world: World;
afterEach(() => world.stop());

/** A session that meets elsewhere, and its meeting at Zoom of which nobody knows: what a lost answer leaves behind. */
async function orphaned() {
  const { lena, theo, app } = world;
  await books(lena, theo.name, '2026-12-04 17:00');
  await theo.waitsFor('asks you for a session');
  await world.settled();
  await theo.presses('Confirm');
  await lena.waitsFor('Where: Zoom');
  await world.settled();
  const [session] = await app.store.sessions({ states: ['confirmed'] });
  if (!session?.meeting) throw new Error('there is no meeting');
  const { id, meeting } = session;
  const url = 'https://meet.example.org/elsewhere';
  await app.store.transaction((tx) => tx.setMeeting(id, { ...meeting, platform: 'own', meetingId: url, url }));
}

test('a meeting that its session does not know goes the next night, and one that it knows stays', async () => {
  world = await createWorld({ env: { MEETING_PLATFORMS: 'zoom,jitsi', DEFAULT_TIME_ZONE: 'Europe/Berlin' } });
  await orphaned();
  await books(world.lena, world.ada.name, '2026-12-04 11:00');
  await world.ada.waitsFor('asks you for a session');
  await world.settled();
  await world.ada.presses('Confirm');
  await world.settled();
  expect(world.zoom.meetings()).toHaveLength(2);
  await world.moveTo('2026-12-01T01:55:00Z');
  expect(world.zoom.meetings()).toHaveLength(2);
  await world.moveTo('2026-12-01T02:00:00Z');
  const known = await world.app.store.sessions({ states: ['confirmed'] });
  const [left, ...others] = world.zoom.meetings().map((one) => String(one['id']));
  expect(others).toEqual([]);
  expect(known.map(({ meeting }) => meeting?.meetingId)).toContain(left);
  expect(world.faults).toEqual([]);
});

test('what was made a moment ago is left alone until the night after', async () => {
  world = await createWorld({ env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
  await world.moveTo('2026-12-01T02:59:00Z');
  await orphaned();
  await world.moveTo('2026-12-01T03:00:00Z');
  expect(world.zoom.meetings()).toHaveLength(1);
  // The bot was away that night: it is made up for.
  await world.moveTo('2026-12-02T09:00:00Z');
  expect(world.zoom.meetings()).toEqual([]);
  expect(world.faults).toEqual([]);
});

test('a platform that is down at night harms nothing', async () => {
  world = await createWorld({ env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
  await orphaned();
  world.zoom.faults.set('down');
  await world.moveTo('2026-12-01T03:00:00Z');
  world.zoom.faults.set(undefined);
  expect(world.zoom.meetings()).toHaveLength(1);
  await world.moveTo('2026-12-02T03:00:00Z');
  expect(world.zoom.meetings()).toEqual([]);
  expect(world.faults).toEqual([]);
});

test('what was typed and never sent is forgotten after a week', async () => {
  world = await createWorld();
  const { store } = world.app;
  const { person } = await world.actor(world.lena);
  const draft = (id: string) => ({ id, person: person.id, handler: 'book', input: {} });
  await store.transaction((tx) => tx.saveDraft(draft('old'), new Date(world.now().getTime() - 5 * DAY)));
  await store.transaction((tx) => tx.saveDraft(draft('new'), world.now()));
  await world.moveTo(world.now().getTime() + 3 * DAY);
  expect(await store.draft('old')).toBeUndefined();
  expect(await store.draft('new')).toBeDefined();
});
