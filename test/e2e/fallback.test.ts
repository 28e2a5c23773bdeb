import { afterEach, describe, expect, test } from 'vitest';
import { books, type Pair } from '../world/pairs.ts';
import { createWorld, type WorldOptions } from '../world/world.ts';

const ZOOM_FIRST = { env: { MEETING_PLATFORMS: 'zoom,jitsi' } };
const GOOGLE_FIRST = { env: { MEETING_PLATFORMS: 'google-meet,jitsi' } };
/** Longer than the wanted platform is tried. */
const SLOW = 60_000;

async function meet(options: WorldOptions): Promise<Pair> {
  const world = await createWorld(options);
  return { ...world, learner: world.lena, tutor: world.theo, admin: world.grace };
}

describe('in Slack', { timeout: SLOW }, () => {
  let pair: Pair;
  afterEach(() => pair.stop());

  async function confirms(when?: string) {
    const { learner, tutor } = pair;
    await books(learner, tutor.name, when);
    await pair.settled();
    await tutor.presses('Confirm');
    await pair.settled();
  }
  const session = async () => (await pair.app.store.sessions({ states: ['confirmed'] }))[0];
  const moderated = (what: string) => pair.admin.messages().filter((message) => message.includes(what)).length;

  test('a session meets on Zoom, and its meeting goes when the session is cancelled', async () => {
    pair = await meet(ZOOM_FIRST);
    const { learner, tutor, zoom } = pair;
    await confirms();
    await learner.waitsFor('Where: Zoom');
    await tutor.waitsFor('Where: Zoom');
    const [meeting] = zoom.meetings();
    expect(zoom.meetings()).toHaveLength(1);
    for (const human of [learner, tutor]) {
      expect(human.sees(String(meeting?.['id']))).toBe(true);
      expect(human.sees(String(meeting?.['password']))).toBe(true);
    }
    await tutor.presses('Cancel');
    await tutor.waitsFor('dialog: Cancel the session');
    await tutor.fills({ reason: 'I am ill' });
    await learner.waitsFor('cancelled your session');
    await pair.settled();
    expect(zoom.meetings()).toEqual([]);
    expect(pair.faults).toEqual([]);
  });

  test('a new link replaces the meeting at Zoom, and another platform takes it away', async () => {
    pair = await meet(ZOOM_FIRST);
    const { learner, tutor, zoom } = pair;
    await confirms();
    await learner.waitsFor('Where: Zoom');
    const old = String(zoom.meetings()[0]?.['id']);
    await tutor.presses('New link');
    await learner.waitsFor('Where: Zoom', 2);
    await pair.settled();
    expect(zoom.meetings()).toHaveLength(1);
    const fresh = String(zoom.meetings()[0]?.['id']);
    expect(fresh).not.toBe(old);
    expect(learner.sees(old)).toBe(false);
    expect(learner.sees(fresh)).toBe(true);
    await tutor.chooses('Jitsi');
    await learner.waitsFor('Where: Jitsi');
    await pair.settled();
    expect(zoom.meetings()).toEqual([]);
    expect(learner.sees(fresh)).toBe(false);
    expect(pair.faults).toEqual([]);
  });

  test('while Zoom is down sessions meet on Jitsi; both read why, and admins hear once that it fails and once that it works', async () => {
    pair = await meet(ZOOM_FIRST);
    const { learner, tutor, zoom } = pair;
    zoom.faults.set('down');
    await confirms();
    await learner.waitsFor('Zoom wasn’t available, so we use Jitsi');
    await tutor.waitsFor('Zoom wasn’t available, so we use Jitsi');
    expect((await session())?.meeting).toMatchObject({ platform: 'jitsi', fallback: { from: 'zoom' } });
    await confirms('2026-12-02 17:00');
    await pair.settled();
    expect(moderated('Zoom doesn’t work')).toBe(1);
    expect(pair.admin.sees('Check its status page')).toBe(true);
    zoom.faults.set(undefined);
    await pair.moveTo(pair.now().getTime() + 60_000);
    expect(moderated('Zoom works again')).toBe(1);
    await pair.moveTo(pair.now().getTime() + 60_000);
    expect(moderated('Zoom works again')).toBe(1);
  });

  test('credentials that have expired are not tried twice: the next platform is used, and admins read what to fix', async () => {
    pair = await meet(GOOGLE_FIRST);
    pair.google.faults.set('expired-credentials');
    await confirms();
    await pair.learner.waitsFor('Google Meet wasn’t available, so we use Jitsi');
    await pair.settled();
    expect(moderated('Google Meet doesn’t work')).toBe(1);
    expect(pair.admin.sees('credentials aren’t accepted')).toBe(true);
    expect(pair.google.events()).toEqual([]);
  });

  test('where no platform works the tutor gives a link, and an unsafe one is refused at its field', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'google-meet' } });
    const { learner, tutor, google } = pair;
    google.faults.set('expired-credentials');
    await confirms();
    await tutor.waitsFor('I need a link from you');
    await tutor.presses('Give a link');
    await tutor.waitsFor('dialog: A link of your own');
    await tutor.fills({ url: 'http://127.0.0.1/room' });
    await pair.settled();
    expect((await session())?.meeting).toBeUndefined();
    if (!tutor.dialog()) await tutor.presses('Edit');
    await tutor.waitsFor('dialog: A link of your own');
    await tutor.fills({ url: 'https://rooms.school.example/theo' });
    await learner.waitsFor('Where: Own link');
    await tutor.waitsFor('Where: Own link');
    expect((await session())?.meeting?.url).toBe('https://rooms.school.example/theo');
  });
});
