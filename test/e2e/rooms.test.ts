import { afterEach, describe, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  async function offersRoom(values: Readonly<Record<string, string>>) {
    const { tutor } = pair;
    await tutor.types('/teach', { what: 'resume' });
    await tutor.waitsFor('Learners can ask you again');
    await tutor.types('/teach', { what: 'change' });
    await tutor.waitsFor('dialog: Your offer');
    await tutor.fills({});
    await tutor.waitsFor('This is what learners see');
    await tutor.presses('Rooms and accounts');
    await tutor.waitsFor('dialog: Rooms and accounts');
    await tutor.fills(values);
  }

  test('a tutor meets in a room of their own, wherever else sessions meet', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await offersRoom({ room: 'https://meet.example.org/my-room' });
    await tutor.waitsFor('Own room: https://meet.example.org/my-room');
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await tutor.chooses('My own room');
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: Tutor’s own room');
    await pair.settled();
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    expect(session?.meeting).toMatchObject({ platform: 'custom', url: 'https://meet.example.org/my-room' });
    expect(pair.faults).toEqual([]);
  });

  test('a session that is confirmed can move to the tutor’s own room', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: Jitsi');
    await pair.settled();
    await offersRoom({ room: 'https://meet.example.org/my-room' });
    await tutor.waitsFor('Own room: https://meet.example.org/my-room');
    await tutor.types('/sessions');
    await tutor.waitsFor('Your upcoming sessions');
    await tutor.presses('Open');
    await pair.settled();
    await tutor.chooses('My own room');
    await learner.waitsFor('Where: Tutor’s own room');
    await pair.settled();
    expect(pair.faults).toEqual([]);
  });

  test('a room inside somebody’s network, or with a password in it, is refused', async () => {
    pair = await meet();
    const { tutor } = pair;
    await offersRoom({ room: 'https://theo:secret@meet.example.org/' });
    await tutor.waitsFor('That can’t be used as a room');
    expect(pair.faults).toEqual([]);
  });

  test('a room whose public name stands for an address inside somebody’s network is refused', async () => {
    const lookup = async (host: string) => (host === 'intern.example.org' ? ['93.184.215.14', '192.168.1.5'] : []);
    pair = await meet({ lookup });
    const { tutor } = pair;
    await offersRoom({ room: 'https://intern.example.org/theo' });
    await tutor.waitsFor('That can’t be used as a room');
    expect(pair.faults).toEqual([]);
  });

  test('an address is checked, waits for its code, and is said back', async () => {
    pair = await meet();
    const { learner } = pair;
    await learner.types('/settings');
    await learner.waitsFor('dialog: Settings');
    await learner.fills({ zone: 'Berlin', email: 'lena at home' });
    await learner.waitsFor('“lena at home” isn’t an e-mail address');
    if (learner.chat === 'discord') {
      await learner.presses('Change');
      await learner.waitsFor('dialog: Settings');
    }
    await learner.fills({ email: 'lena@school.example' });
    await learner.waitsFor('I’ve sent a code to lena@school.example');
    expect((await pair.actor(learner)).person.email).toBeUndefined();
    await learner.types('/settings');
    await learner.waitsFor('dialog: Settings');
    expect(learner.dialog()).toMatchObject({ email: 'lena@school.example' });
    await learner.fills({ email: '' });
    await learner.waitsFor('No mail goes anywhere');
    expect(pair.faults).toEqual([]);
  });
});

describe('with rooms of one’s own for everybody', () => {
  test('a tutor’s own room takes the place of a new one, and their account is asked for where there are accounts', async () => {
    const world = await createWorld({
      env: { MEETING_PLATFORMS: 'zoom,custom', CUSTOM_MEETING_BASE_URL: 'https://rooms.example.org' },
    });
    const { theo } = world;
    await theo.types('/teach', { what: 'change' });
    await theo.waitsFor('dialog: Your offer');
    await theo.fills({});
    await theo.waitsFor('This is what learners see');
    await theo.presses('Rooms and accounts');
    await theo.waitsFor('dialog: Rooms and accounts');
    await theo.fills({ room: 'https://meet.example.org/theo', account: 'theo@school' });
    await theo.waitsFor('“theo@school” can’t be an account');
    await theo.fills({ room: 'https://meet.example.org/theo', account: 'theo@school.example' });
    await theo.waitsFor('Account: theo@school.example');
    const now = theo.messages().at(-1);
    expect(now).toContain('My own room');
    expect(now).toMatch(/Only you see this[\s\S]*Own room: /);
    expect(now).not.toContain('rooms.example.org');
    expect(world.faults).toEqual([]);
    await world.stop();
  });
});
