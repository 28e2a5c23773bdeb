import { afterEach, describe, expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Human } from '../world/human.ts';
import { forEachPair, type Pair } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

/** Starts a session with somebody, the way each chat asks for it. */
async function meets(tutor: Human, person: string): Promise<void> {
  if (tutor.chat === 'discord') return tutor.types('/meet', { person });
  await tutor.types('/meet');
  await tutor.waitsFor('dialog: Meet now');
  await tutor.fills({ person });
}

forEachPair((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a tutor meets somebody now: both get the link, and the door is open', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await learner.types('/sessions');
    await learner.waitsFor('Nothing is planned');
    await meets(tutor, learner.name);
    await tutor.waitsFor(`${learner.name} hears it now`);
    await learner.waitsFor(`Algebra with ${tutor.name}`);
    await learner.waitsFor(/It starts now\. Press “Join”/);
    await learner.waitsFor(/\/j\//);
    await tutor.waitsFor(/\/j\//);
    await pair.settled();
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    expect(session).toMatchObject({ startsAt: pair.now(), subject: 'Algebra', meeting: { platform: 'jitsi' } });
    expect(await app.store.auditOf(sessionSubject(session?.id ?? ''))).toMatchObject([
      { event: 'meet', to: 'confirmed' },
      { event: 'meeting', data: { platform: 'jitsi' } },
    ]);
    await learner.presses('Join');
    await learner.waitsFor('Open the room');
    await tutor.presses('Join');
    await tutor.waitsFor('Open the room');
    await pair.settled();
    expect((await app.store.session(session?.id ?? ''))?.state).toBe('started');
    await meets(tutor, learner.name);
    await tutor.waitsFor('You already have a session at that time');
    expect(await app.store.sessions({})).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });

  test('who is no tutor meets nobody', async () => {
    pair = await meet();
    const { learner, app } = pair;
    await learner.types('/meet');
    await learner.waitsFor('Only tutors and admins can do that');
    expect(learner.dialog()).toBeUndefined();
    expect(await app.store.sessions({})).toEqual([]);
    expect(pair.faults).toEqual([]);
  });
});

describe('whom and where', () => {
  let world: World;
  afterEach(() => world.stop());
  const CUSTOM = {
    env: { MEETING_PLATFORMS: 'jitsi,custom', CUSTOM_MEETING_BASE_URL: 'https://rooms.example.org/tutoring' },
  };

  test('in Slack somebody is mentioned, with the platform behind', async () => {
    world = await createWorld(CUSTOM);
    const { theo, lena } = world;
    await lena.types('/sessions');
    await lena.waitsFor('Nothing is planned');
    await theo.types('/meet', { text: `@lena custom` });
    await lena.waitsFor('Where: rooms.example.org');
    expect(world.faults).toEqual([]);
  });

  test('somebody whom the bot does not know cannot be met', async () => {
    world = await createWorld(CUSTOM);
    const { theo } = world;
    await theo.types('/meet', { text: '@mateo' });
    await theo.waitsFor('I don’t know this person yet');
    expect(world.faults).toEqual([]);
  });

  test('in Discord people and platforms are suggested to tutors, and to nobody else', async () => {
    world = await createWorld(CUSTOM);
    const { jonas, noor, lucia } = world;
    await noor.types('/sessions');
    await noor.waitsFor('Nothing is planned');
    expect(await jonas.completes('/meet', 'person', 'noo')).toEqual([noor.name]);
    expect(await lucia.completes('/meet', 'person', 'noo')).toEqual([]);
    expect(await jonas.completes('/meet', 'platform', 'room')).toEqual(['rooms.example.org']);
    await jonas.types('/meet', { person: noor.userId, platform: 'custom' });
    await noor.waitsFor('Where: rooms.example.org');
    expect(world.faults).toEqual([]);
  });

  test('an admin who does not teach meets a tutor as a learner', async () => {
    world = await createWorld();
    const { grace, theo, app } = world;
    await theo.types('/sessions');
    await meets(grace, theo.name);
    await theo.waitsFor(`Algebra with ${grace.name}`);
    const [session] = await app.store.sessions({});
    expect((await app.store.person(session?.tutor ?? ''))?.name).toBe(theo.name);
    expect(world.faults).toEqual([]);
  });
});
