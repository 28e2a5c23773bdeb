import { afterEach, expect, test } from 'vitest';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

/** Three tries of a job ask three times each. */
const MORE_THAN_THE_TRIES = 10;
/** Nine tries of a job that nobody waits for. */
const MORE_THAN_ALL_TRIES = 31;
const ZOOM_SAYS = { code: 429, message: 'You have reached the maximum per-second rate limit for this API.' };

let worlds: World[] = [];
afterEach(async () => {
  await Promise.all(worlds.map((world) => world.stop()));
  worlds = [];
});

/** Theo has said yes, and the vendors do with it what they do. */
async function confirmed(platform: string, prepare: (world: World) => void): Promise<World> {
  const world = await createWorld({ env: { MEETING_PLATFORMS: `${platform},jitsi` } });
  worlds.push(world);
  const { lena, theo, settled } = world;
  await books(lena, theo.name);
  await settled();
  prepare(world);
  await theo.presses('Confirm');
  await settled();
  return world;
}

const slowsDown = ({ zoom }: World, what: RegExp, seconds: string, times: number) =>
  zoom.faults.order(what, { status: 429, body: ZOOM_SAYS, headers: { 'retry-after': seconds } }, times);
const meetingOf = async ({ app }: World) =>
  (await app.store.sessions({ states: ['confirmed'], order: 'soonest' }))[0]?.meeting;
const callsTo = ({ traffic }: World, service: string) => traffic.filter((one) => one.service === service).length;

async function expectNoTrouble({ lena, theo, grace, priya, faults, app }: World, name: string) {
  for (const human of [lena, theo]) {
    await human.waitsFor(new RegExp(`Where:? ${name}`));
    expect(human.sees('wasn’t available')).toBe(false);
  }
  for (const admin of [grace, priya]) expect(admin.sees(/doesn’t work|gave up/)).toBe(false);
  expect(await app.store.troubles()).toEqual([]);
  expect(faults).toEqual([]);
}

test('who is asked to come back in a second comes back, more often than a failure is tried: people meet where they wanted', async () => {
  const [onZoom, onGoogle] = await Promise.all([
    confirmed('zoom', (world) => slowsDown(world, /^(GET|POST) \/users/, '1', MORE_THAN_THE_TRIES)),
    confirmed('google-meet', ({ google }) =>
      google.fail('POST calendar', { refusal: 'tooManyRequests', retryAfter: 1 }, MORE_THAN_THE_TRIES),
    ),
  ]);
  for (const world of [onZoom, onGoogle]) await expect.poll(() => meetingOf(world), { interval: 200 }).toBeDefined();
  await expectNoTrouble(onZoom, 'Zoom');
  expect(onZoom.zoom.meetings()).toHaveLength(1);
  expect(callsTo(onZoom, 'zoom')).toBeGreaterThan(MORE_THAN_THE_TRIES);
  await expectNoTrouble(onGoogle, 'Google Meet');
  expect(onGoogle.google.events()).toHaveLength(1);
  expect(callsTo(onGoogle, 'google')).toBeGreaterThan(MORE_THAN_THE_TRIES);
});

test('a meeting is moved and removed as soon as Zoom takes it, however often it has to be asked', async () => {
  const world = await confirmed('zoom', () => undefined);
  const { lena, grace, zoom, settled } = world;
  const opens = async () => {
    await grace.types('/tutoring sessions');
    await grace.waitsFor('Everybody’s upcoming sessions');
    await grace.presses('Open');
    await settled();
  };
  const [made] = zoom.meetings();
  await opens();
  await grace.presses('Move');
  await grace.waitsFor('dialog: Move the session');
  slowsDown(world, /^PATCH /, '0.05', MORE_THAN_THE_TRIES);
  await grace.fills({ when: '2026-12-04 10:30' });
  await expect.poll(() => zoom.meetings()[0]?.['start_time']).not.toBe(made?.['start_time']);
  await settled();
  expect(zoom.meetings().map(({ id }) => id)).toEqual([made?.['id']]);
  await expectNoTrouble(world, 'Zoom');

  await opens();
  await grace.presses('Cancel');
  await grace.waitsFor('dialog: Cancel the session');
  slowsDown(world, /^DELETE /, '0.05', MORE_THAN_ALL_TRIES);
  await grace.fills({ reason: 'The school is closed' });
  await lena.waitsFor('cancelled: Algebra');
  await expect.poll(() => zoom.meetings()).toEqual([]);
  await settled();
  expect(grace.sees('gave up')).toBe(false);
  expect(world.faults).toEqual([]);
});

test('who is asked to come back in a minute meets elsewhere at once', async () => {
  const world = await confirmed('zoom', (one) => slowsDown(one, /^(GET|POST) \/users/, '60', 1));
  const { lena, theo } = world;
  for (const human of [lena, theo]) await human.waitsFor('Zoom wasn’t available, so we use Jitsi');
  expect(await meetingOf(world)).toMatchObject({ platform: 'jitsi', fallback: { from: 'zoom', why: 'rate-limited' } });
});
