import { afterEach, describe, expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

/** Starts a session with somebody, the way each chat asks for it. */
async function meets(tutor: Human, person: string): Promise<void> {
  if (tutor.chat === 'discord') return tutor.types('/meet', { person });
  await tutor.types('/meet');
  await tutor.waitsFor('dialog: Meet now');
  await tutor.fills({ person });
}

/** They agree on a session some day: from then on they know each other. */
async function getToKnow({ learner, tutor, settled }: Pair): Promise<void> {
  await books(learner, tutor.name, '2026-12-03 17:00');
  await tutor.waitsFor('asks you for a session');
  await tutor.presses('Confirm');
  await settled();
}

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a tutor meets somebody now: both get the link, and the door is open', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await getToKnow(pair);
    await meets(tutor, learner.name);
    await tutor.waitsFor(`I’ve told ${learner.name}`);
    await learner.waitsFor(/It starts now\. Press “Join”/);
    await learner.waitsFor(/\/j\//);
    await tutor.waitsFor(/\/j\//);
    await pair.settled();
    const [session] = await app.store.sessions({ states: ['confirmed'], order: 'soonest' });
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
    expect(await app.store.sessions({})).toHaveLength(2);
    expect(pair.faults).toEqual([]);
  });

  test('whoever has had no session with the other is asked first: nothing is made, and nobody is told twice, before they join', async () => {
    pair = await meet();
    const { learner, admin, app } = pair;
    await learner.types('/sessions');
    await learner.waitsFor('Nothing is planned');
    await meets(admin, learner.name);
    await admin.waitsFor(`I’ve asked ${learner.name} first`);
    await learner.waitsFor(`${admin.name} would like to meet you now`);
    await meets(admin, learner.name);
    await admin.waitsFor(`You’ve asked ${learner.name} already`);
    await pair.settled();
    expect(await app.store.sessions({})).toEqual([]);
    expect(learner.messages().filter((message) => message.includes('would like to meet'))).toHaveLength(1);

    await learner.presses('Join');
    await learner.waitsFor('You said yes');
    await learner.waitsFor(/It starts now\. Press “Join”/);
    await admin.waitsFor(/It starts now\. Press “Join”/);
    await pair.settled();
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    expect(session).toMatchObject({ startsAt: pair.now(), meeting: { platform: 'jitsi' } });
    expect(learner.messages().filter((message) => message.includes('You said yes'))).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });

  test('who joins a quarter of an hour later reads that it is over', async () => {
    pair = await meet();
    const { learner, admin, app } = pair;
    await learner.types('/sessions');
    await learner.waitsFor('Nothing is planned');
    await meets(admin, learner.name);
    await learner.waitsFor('would like to meet you now');
    await pair.settled();
    await pair.moveTo(pair.now().getTime() + 15 * 60_000);
    await learner.presses('Join');
    await learner.waitsFor('This invitation is over');
    await pair.settled();
    expect(await app.store.sessions({})).toEqual([]);
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

  test('whoever the admins have blocked since is met by nobody any more', async () => {
    pair = await meet();
    const { learner, admin, app } = pair;
    await learner.types('/sessions');
    await learner.waitsFor('Nothing is planned');
    await meets(admin, learner.name);
    await learner.waitsFor('would like to meet you now');
    const { person } = await pair.actor(admin);
    await app.store.transaction((tx) => tx.restrict(person.id, { bannedAt: pair.now() }));
    await learner.presses('Join');
    await learner.waitsFor('This invitation');
    expect(await app.store.sessions({})).toEqual([]);
    expect(pair.faults).toEqual([]);
  });

  test('whom the admins have blocked is met by nobody, and hears nothing of who tried', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await getToKnow(pair);
    const { person } = await pair.actor(learner);
    await app.store.transaction((tx) => tx.restrict(person.id, { bannedAt: pair.now() }));
    await meets(tutor, learner.name);
    await tutor.waitsFor('I don’t know this person');
    await pair.settled();
    expect(learner.sees('would like to meet you now')).toBe(false);
    expect(await app.store.sessions({ states: ['started'] })).toEqual([]);
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
    await lena.waitsFor('On rooms.example.org');
    await lena.presses('Join');
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

  test('a tutor finds those by name who have asked them, and nobody else; who does not teach finds nobody', async () => {
    world = await createWorld(CUSTOM);
    const { jonas, noor, lucia } = world;
    await noor.types('/sessions');
    await noor.waitsFor('Nothing is planned');
    expect(await jonas.completes('/meet', 'person', 'noo')).toEqual([]);
    await jonas.types('/meet', { person: 'Noor' });
    await jonas.waitsFor('I can’t tell who “Noor” is');
    await books(noor, jonas.name);
    expect(await jonas.completes('/meet', 'person', 'noo')).toEqual([noor.name]);
    await jonas.waitsFor('asks you for a session');
    await jonas.presses('Confirm');
    await world.settled();
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
    await theo.waitsFor('Nothing is planned');
    await meets(grace, theo.name);
    await theo.waitsFor('would like to meet you now');
    await theo.presses('Join');
    await theo.waitsFor(`Algebra with ${grace.name}`);
    const [session] = await app.store.sessions({});
    expect((await app.store.person(session?.tutor ?? ''))?.name).toBe(theo.name);
    expect(world.faults).toEqual([]);
  });
});
