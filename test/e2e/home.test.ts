import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { books } from '../world/pairs.ts';
import { createWorld, START, type World } from '../world/world.ts';

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
  expect(home(theo)).toMatch(/waits for your answer Confirm Open Decline/);
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

test('a tutor’s Home has the requests with a choice of platform, today, the hours, a pause, and Meet now', async () => {
  world = await createWorld({ env: { MEETING_PLATFORMS: 'jitsi,zoom' } });
  const { lena, theo, slack } = world;
  await books(lena, theo.name);
  await world.settled();
  await slack.opensHome(theo.userId);
  await theo.waitsFor('1 request waits for your answer');
  expect(home(theo)).toMatch(/1 request waits for your answer[\s\S]*waits for your answer[\s\S]*Confirm Open Decline/);
  expect(home(theo)).toMatch(
    /Your teaching\s+Your hours: Mon–Fri 09:00–18:00\s+Meet now [\s\S]*Clear my day Change my offer Pause/,
  );
  await theo.chooses('Zoom');
  await world.settled();
  await theo.presses('Confirm');
  await world.settled();
  expect(home(theo)).toMatch(/Next: [\s\S]*Algebra with Lena/);
  expect(home(theo)).not.toContain('request waits');
  const [session] = await world.app.store.sessions({ states: ['confirmed'] });
  expect(session?.meeting?.platform).toBe('zoom');

  await world.moveTo((session?.startsAt.getTime() ?? 0) - 2 * 3_600_000);
  await slack.opensHome(theo.userId);
  await world.settled();
  expect(home(theo)).toMatch(/Today\s+Algebra with Lena/);
  await theo.presses('Pause');
  await slack.opensHome(theo.userId);
  await world.settled();
  expect(home(theo)).toMatch(/You’re paused[\s\S]*Meet now .*Change my offer Take requests again/);
  expect(world.faults).toEqual([]);
});

test('a learner’s Home counts down to the next session and offers nothing that is for tutors or admins', async () => {
  world = await createWorld();
  const { mateo, theo, slack } = world;
  await mateo.types('/book', { all: '@theo Algebra 2026-12-02 10:00' });
  await mateo.waitsFor(/dialog: /);
  await mateo.fills({});
  await world.settled();
  await theo.presses('Confirm');
  await world.settled();
  await slack.opensHome(mateo.userId);
  await world.settled();
  expect(home(mateo)).toMatch(/Lo próximo: dentro de 2 días/);
  expect(home(mateo)).not.toMatch(/Tus clases|administración/);
  expect(world.faults).toEqual([]);
});

test('an admin’s Home says what needs them', async () => {
  world = await createWorld({ env: { MEETING_PLATFORMS: 'jitsi,zoom' } });
  const { lena, theo, grace, slack, zoom } = world;
  await slack.opensHome(grace.userId);
  await grace.waitsFor('Nothing needs you now.');
  zoom.faults.set('down');
  await books(lena, theo.name);
  await world.settled();
  await theo.chooses('Zoom');
  // The choice makes the card anew: until then Confirm means what was chosen before.
  await world.settled();
  await theo.presses('Confirm');
  await world.settled();
  await books(lena, theo.name, '2026-12-04 17:00');
  await world.moveTo(START.getTime() + 25 * 3_600_000);
  await slack.opensHome(grace.userId);
  await world.settled();
  expect(home(grace)).toMatch(
    /For admins\s+1 request has had no answer for long\.\s+Zoom doesn’t work\. All sessions Status/,
  );
  await grace.presses('All sessions');
  await grace.waitsFor('Everybody’s upcoming sessions');
});
