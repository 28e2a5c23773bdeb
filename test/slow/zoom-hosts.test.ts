import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

/** Confirmed for the same hour, whatever it is called where the learner is. */
async function meets(learner: Human, tutor: Human, when: string) {
  const known = new Set((await confirmed()).map(({ id }) => id));
  await books(learner, tutor.name, when);
  await world.settled();
  await tutor.presses('Confirm');
  await world.settled();
  const fresh = (await confirmed()).find(({ id }) => !known.has(id));
  if (!fresh?.meeting) throw new Error('there is no meeting');
  return { ...fresh, meeting: fresh.meeting };
}
const confirmed = () => world.app.store.sessions({ states: ['confirmed'] });

test('two hosts run two meetings at a time; the third session meets elsewhere, until a host is free again', async () => {
  world = await createWorld({ env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
  const { lena, noor, theo, ada, jonas, grace, zoom, app } = world;
  const [first, second, third] = [
    await meets(lena, theo, '2026-12-01 17:00'),
    await meets(grace, ada, '2026-12-01 17:00'),
    await meets(noor, jonas, '2026-12-01 10:00'),
  ];
  expect(new Set([first, second, third].map(({ startsAt }) => startsAt.getTime())).size).toBe(1);
  const hosts = zoom.users.map(({ email }) => email);
  expect([first.meeting.host, second.meeting.host].toSorted()).toEqual(hosts.toSorted());
  expect(zoom.meetings().map((one) => one['host_email'])).toEqual([first.meeting.host, second.meeting.host]);
  expect(third.meeting).toMatchObject({ platform: 'jitsi', fallback: { from: 'zoom', why: 'no-host-free' } });
  for (const human of [noor, jonas]) expect(human.sees('Zoom wasn’t available, so we use Jitsi')).toBe(true);

  // Zoom is well: admins hear that its hosts are few, and nothing of a recovery.
  await world.moveTo(world.now().getTime() + 60_000);
  expect(grace.sees('Zoom had no free host')).toBe(true);
  expect(grace.sees('Add more to ZOOM_HOSTS')).toBe(true);
  expect(grace.sees(/Zoom (doesn’t work|works again)/)).toBe(false);

  // At another time there is room.
  const later = await meets(noor, jonas, '2026-12-01 11:30');
  expect(later.meeting).toMatchObject({ platform: 'zoom', fallback: undefined });

  // A session that is called off gives its host back.
  await lena.presses('Cancel');
  await lena.waitsFor('dialog: Cancel the session');
  await lena.fills({ reason: 'I am ill' });
  await theo.waitsFor('cancelled: Algebra');
  await world.settled();
  expect(await app.store.hostHeldBy(first.id)).toBeUndefined();
  const again = await meets(lena, theo, '2026-12-01 17:00');
  expect(again.meeting).toMatchObject({ platform: 'zoom', host: first.meeting.host, fallback: undefined });
  expect(zoom.meetings()).toHaveLength(3);

  // The one that met elsewhere keeps its room, and no host.
  expect((await app.store.session(third.id))?.meeting).toEqual(third.meeting);
  expect(await app.store.hostHeldBy(third.id)).toBeUndefined();
  expect(world.faults).toEqual([]);
});

test('a session that is moved to a time when no host is free meets elsewhere, and says why', async () => {
  const one = (hosts: readonly string[]) => hosts.slice(0, 1);
  world = await createWorld({
    env: { MEETING_PLATFORMS: 'zoom,jitsi', DEFAULT_TIME_ZONE: 'Europe/Stockholm' },
    config: (config) => ({ ...config, zoom: config.zoom && { ...config.zoom, hosts: one(config.zoom.hosts) } }),
  });
  const { lena, noor, theo, jonas, priya, zoom, app } = world;
  const early = await meets(noor, jonas, '2026-12-01 08:00');
  const late = await meets(lena, theo, '2026-12-01 17:00');
  expect([early, late].map(({ meeting }) => meeting.platform)).toEqual(['zoom', 'zoom']);
  await priya.types('/tutoring sessions');
  await priya.waitsFor('Everybody’s upcoming sessions');
  // Buttons are found from the first session on: the earlier one.
  await priya.presses('Open');
  await world.settled();
  await priya.presses('Move');
  await priya.waitsFor('dialog: Move the session');
  await priya.fills({ when: '2026-12-01 17:30' });
  await priya.waitsFor('Is this the new time?');
  await priya.presses(/^Move: /);
  await world.settled();
  const moved = await app.store.session(early.id);
  expect(moved).toMatchObject({
    startsAt: new Date('2026-12-01T16:30:00Z'),
    meeting: { platform: 'jitsi', fallback: { from: 'zoom', why: 'no-host-free' } },
  });
  for (const human of [noor, jonas]) expect(human.sees('Zoom wasn’t available, so we use Jitsi')).toBe(true);
  expect(zoom.meetings().map(({ id }) => String(id))).toEqual([late.meeting.meetingId]);
  expect((await app.store.session(late.id))?.meeting).toEqual(late.meeting);
  expect(priya.sees('Zoom had no free host')).toBe(true);
  expect(priya.sees('Zoom doesn’t work')).toBe(false);
  expect(world.faults).toEqual([]);
});
