import { afterEach, expect, test } from 'vitest';
import { books, forEachPair, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

forEachPair((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a tutor declines, and the learner reads why', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Decline');
    await tutor.waitsFor('dialog: Decline the request');
    await tutor.fills({ reason: 'I am away that week' });
    await learner.waitsFor(`${tutor.name} declined: Algebra`);
    expect(learner.sees('I am away that week')).toBe(true);
    await pair.settled();
    expect(tutor.sees('You declined this request')).toBe(true);
    expect(tutor.buttons()).not.toContain('Confirm');
    expect(learner.buttons()).toContain('Ask somebody else');
    // The time is free again.
    await books(learner, tutor.name, '2026-12-01 17:30');
    expect(pair.faults).toEqual([]);
  });

  test('a tutor chooses where to meet before confirming', async () => {
    pair = await meet({
      env: { MEETING_PLATFORMS: 'jitsi,custom', CUSTOM_MEETING_BASE_URL: 'https://rooms.example.org/tutoring' },
    });
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.chooses('rooms.example.org');
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: rooms.example.org');
    expect(learner.sees('log in')).toBe(false);
    expect(tutor.sees('log in')).toBe(false);
    const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
    expect(session?.meeting?.url).toMatch(/\/sandbox\/rooms\/own\/.{22,}/);
    expect(pair.faults).toEqual([]);
  });

  test('either of them cancels, and the other reads why', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await tutor.waitsFor(/\/j\//);
    await tutor.presses('Cancel');
    await tutor.waitsFor('dialog: Cancel the session');
    await tutor.fills({ reason: 'I am ill, sorry' });
    await learner.waitsFor(`${tutor.name} cancelled: Algebra`);
    expect(learner.sees('I am ill, sorry')).toBe(true);
    await pair.settled();
    expect(learner.buttons()).not.toContain('Join');
    expect(tutor.sees('You cancelled this session')).toBe(true);
    await pair.moveTo('2026-12-01T15:50:00Z');
    expect(learner.sees(/Algebra with [\w ]+ starts/)).toBe(false);
    expect(pair.faults).toEqual([]);
  });

  test('a learner takes a request back before it is answered', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await learner.presses('Cancel');
    await learner.waitsFor('dialog: Cancel the session');
    await learner.fills({});
    await learner.waitsFor('You cancelled this session');
    await pair.settled();
    expect(tutor.sees(`${learner.name} cancelled this session`)).toBe(true);
    expect(tutor.buttons()).not.toContain('Confirm');
    expect(pair.faults).toEqual([]);
  });
});

test('a Confirm that was pressed before the card showed the choice meets where was chosen', async () => {
  const world = await createWorld({ env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
  const { lena, theo, app } = world;
  await books(lena, theo.name);
  await theo.waitsFor('asks you for a session');
  const [asked] = await app.store.sessions({ states: ['requested'] });
  await theo.chooses('Jitsi');
  await world.settled();
  // What the button carried until the card was written anew.
  const by = await world.actor(theo);
  if (!asked) throw new Error('nobody asked');
  await app.reception.run(by, 'confirm', { session: asked.id, version: String(asked.version), platform: 'zoom' });
  await lena.waitsFor('Where: Jitsi');
  expect(world.zoom.meetings()).toEqual([]);
  await world.stop();
});
