import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('an admin sees how each platform is, and what is wrong with one that fails', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
    const { admin, zoom, rooms } = pair;
    await admin.types('/tutoring status');
    await admin.waitsFor('Meeting platforms');
    expect(admin.sees(/Zoom[\s\S]*Works, as .*licensed/)).toBe(true);
    expect(admin.sees('Attendance: from Zoom')).toBe(true);
    expect(admin.sees('Webhooks: none received yet')).toBe(true);
    expect(admin.sees('this second')).toBe(false);
    expect(admin.sees(/Today: \d+ calls?, 0 failures/)).toBe(true);
    expect(admin.sees(/Jitsi[\s\S]*Works, as localhost/)).toBe(true);
    expect(admin.sees('Attendance: from the buttons and the clock alone')).toBe(true);
    expect(admin.sees(/google-meet[\s\S]*Not set up/)).toBe(true);
    // What else admins look after stands below, by what it is about, whole in each chat.
    expect(admin.reads()).toMatch(
      /Rules[\s\S]*Change the rules[\s\S]*Sessions and reports[\s\S]*All sessions[\s\S]*People and subjects[\s\S]*All tutors[\s\S]*Check again/,
    );
    expect(admin.reads()).not.toMatch(/and \d+ more/);
    await admin.chooses('Moderation channel');
    await admin.waitsFor('what needs an admin comes there');
    zoom.faults.set('expired-credentials');
    zoom.revokeTokens();
    rooms.faults.set('jitsi', 'down');
    // The card turns in place: there is one of it, and it says what is so now.
    await admin.presses('Check again');
    await admin.waitsFor('Doesn’t work. Zoom doesn’t accept the credentials');
    expect(admin.sees(/Jitsi[\s\S]*Doesn’t work\. Jitsi has an outage.*HTTP 503/)).toBe(true);
    zoom.faults.set(undefined);
    rooms.faults.set('jitsi', undefined);
    await admin.presses('Check again');
    await admin.waitsFor(/Zoom[\s\S]*Works, as .*licensed[\s\S]*Jitsi[\s\S]*Works/);
    expect(admin.messages().filter((message) => message.includes('Meeting platforms'))).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });

  test('an admin sees everybody’s sessions and calls one off', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await books(learner, tutor.name);
    await pair.settled();
    await admin.types('/tutoring sessions');
    await admin.waitsFor(`Algebra: ${learner.name} with ${tutor.name}`);
    await admin.presses('Open');
    await pair.settled();
    expect(admin.buttons()).toEqual(expect.arrayContaining(['Move', 'Cancel']));
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await pair.settled();
    await admin.presses('Open');
    await pair.settled();
    expect(admin.buttons()).toEqual(expect.arrayContaining(['New link', 'Move', 'Cancel']));
    await admin.presses('Cancel');
    await admin.waitsFor('dialog: Cancel the session');
    await admin.fills({ reason: 'The school is closed that day' });
    await learner.waitsFor('The school is closed that day');
    await tutor.waitsFor('The school is closed that day');
    await pair.settled();
    // It was a mistake: one press brings it back, and both read why.
    await admin.types('/tutoring sessions', { state: 'cancelled' });
    await admin.waitsFor('cancelled');
    await admin.presses('Open');
    await admin.waitsFor(`${admin.name} (admin): cancelled it · “The school is closed that day”`);
    await admin.presses('Reopen');
    await admin.waitsFor('dialog: Reopen the session');
    await admin.fills({ reason: 'The school is open after all' });
    await pair.settled();
    for (const human of [learner, tutor]) {
      await human.waitsFor(`${admin.name} (admin) reopened it`);
      await human.waitsFor('The school is open after all');
    }
    await admin.waitsFor(`${admin.name} (admin): reopened it · “The school is open after all”`);
    await pair.settled();
    // Its room is made anew, and the card has the link.
    const [again] = await pair.app.store.sessions({ states: ['confirmed'] });
    expect(again?.meeting).toBeDefined();
    await admin.presses('Open');
    await pair.settled();
    await admin.presses('Whole history');
    await admin.waitsFor(`${learner.name}: asked for it`);
    expect(admin.sees('Tutorline: made the room')).toBe(true);
    expect(pair.faults).toEqual([]);
  });

  test('an admin finds sessions by person, state and day', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await books(learner, tutor.name);
    await pair.settled();
    const find = async (options: Readonly<Record<string, string>>) => {
      admin.reloads();
      await admin.types('/tutoring sessions', options);
      await pair.settled();
    };
    const line = `Algebra: ${learner.name} with ${tutor.name}`;
    await find({ person: learner.name });
    expect(admin.sees(line)).toBe(true);
    await find({ person: admin.name });
    expect(admin.sees('There’s none like that')).toBe(true);
    await find({ state: admin.chat === 'slack' ? 'waiting' : 'requested', day: '1-2 Dec' });
    expect(admin.sees(line)).toBe(true);
    await find({ person: tutor.name, day: '4-5 Dec' });
    expect(admin.sees('There’s none like that')).toBe(true);
    await admin.presses('Only some');
    await admin.waitsFor('dialog: Only some sessions');
    await admin.fills({ day: 'someday' });
    await admin.waitsFor('someday');
    await find({ state: 'expired' });
    expect(admin.sees('There’s none like that')).toBe(true);
    await admin.types('/tutoring help');
    await admin.waitsFor(/Find sessions, ahead and past/);
    expect(pair.faults).toEqual([]);
  });

  test('an admin ends a running session from the list, and both are told who did', async () => {
    pair = await meet();
    const { learner, tutor, admin, app } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await pair.settled();
    const [planned] = await app.store.sessions({});
    if (!planned) throw new Error('nothing is planned');
    await pair.moveTo(planned.startsAt);
    await learner.presses('Join');
    await learner.waitsFor('Open the room');
    await tutor.presses('Join');
    await tutor.waitsFor('Open the room');
    await pair.settled();
    await admin.types('/tutoring sessions');
    await admin.waitsFor(`Algebra: ${learner.name} with ${tutor.name}`);
    await admin.presses('Open');
    await pair.settled();
    await admin.presses('End the session');
    await admin.waitsFor('dialog: End the session');
    expect((await app.store.session(planned.id))?.state).toBe('started');
    await admin.fills({ reason: 'The fire alarm rang' });
    await admin.waitsFor('You ended the session');
    await learner.waitsFor('The fire alarm rang');
    await learner.waitsFor(`${admin.name} (admin) ended the session`);
    await tutor.waitsFor(`${admin.name} (admin) ended the session`);
    await pair.settled();
    expect(await app.store.session(planned.id)).toMatchObject({ state: 'ended' });
    // What only the learner sees stands as it was.
    await learner.presses('End the session');
    await learner.waitsFor('This session is over');
    expect(pair.faults).toEqual([]);
  });

  test('it is for admins alone', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    for (const human of [learner, tutor]) {
      const typed = human.types('/tutoring sessions');
      if (human.chat === 'discord') {
        // Discord does not even show it to them.
        await expect(typed).rejects.toThrow('is offered no command');
        continue;
      }
      await typed;
      await human.waitsFor('Only admins can do that');
    }
    expect(pair.faults).toEqual([]);
  });
});
