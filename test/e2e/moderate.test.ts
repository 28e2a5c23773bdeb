import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { START } from '../world/world.ts';

const HOUR = 3_600_000;

/** Who can be chosen: looked for by typing where the chat can, else in a menu. */
async function tutorsFor(admin: Human): Promise<readonly string[]> {
  return admin.chat === 'slack' ? admin.completes('', 'tutor', '') : admin.choices('tutor');
}

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());
  const unanswered = () => pair.admin.messages().filter((message) => message.includes('No answer yet from')).length;

  test('a request unanswered for twelve hours is brought to the tutor’s mind, after a day it comes to the admins, who nudge once more', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await books(learner, tutor.name, '2026-12-03 17:00');
    await pair.moveTo(START.getTime() + 12 * HOUR);
    await tutor.waitsFor(`${learner.name} is still waiting for your answer`);
    await pair.moveTo(START.getTime() + 23 * HOUR);
    expect(unanswered()).toBe(0);
    await pair.moveTo(START.getTime() + 24 * HOUR);
    await pair.moveTo(START.getTime() + 25 * HOUR);
    expect(unanswered()).toBe(1);
    await admin.presses('Nudge the tutor');
    await tutor.waitsFor(`${learner.name} is still waiting for your answer`, 2);
    await admin.presses('Nudge the tutor');
    await pair.settled();
    expect(tutor.messages().filter((message) => message.includes('is still waiting'))).toHaveLength(2);
    await tutor.presses('Confirm');
    await pair.settled();
    expect(admin.sees('Nothing left to do here')).toBe(true);
    expect(admin.buttons()).not.toContain('Nudge the tutor');
    expect(pair.faults).toEqual([]);
  });

  test('the admins of every community read of it, each in its language, and every card is kept true', async () => {
    pair = await meet();
    const { learner, tutor, grace, priya, app } = pair;
    const server = (await app.store.communities()).find((one) => one.chat === 'discord');
    if (!server) throw new Error('there is no server');
    await app.store.transaction((tx) => tx.putCommunity({ ...server, language: 'es' }));
    await books(learner, tutor.name, '2026-12-03 17:00');
    await pair.moveTo(START.getTime() + 24 * HOUR);
    expect(grace.sees('No answer yet from')).toBe(true);
    expect(priya.sees('Todavía sin respuesta de')).toBe(true);
    await tutor.presses('Confirm');
    await pair.settled();
    expect(grace.sees('Nothing left to do here')).toBe(true);
    expect(priya.sees('Aquí ya no hay nada que hacer')).toBe(true);
    expect(pair.faults).toEqual([]);
  });

  test('an admin confirms for the tutor', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await books(learner, tutor.name, '2026-12-03 17:00');
    await pair.moveTo(START.getTime() + 24 * HOUR);
    await admin.presses(`Confirm for ${tutor.name}`);
    await learner.waitsFor(/\/j\//);
    await tutor.waitsFor(/\/j\//);
    await pair.settled();
    expect(tutor.buttons()).not.toContain('Confirm');
    expect(pair.faults).toEqual([]);
  });

  test('an admin confirms for the tutor, where the tutor usually meets', async () => {
    pair = await meet({
      env: { MEETING_PLATFORMS: 'jitsi,custom', CUSTOM_MEETING_BASE_URL: 'https://rooms.example.org/tutoring' },
    });
    const { learner, tutor, admin } = pair;
    await tutor.types('/teach', { what: 'change' });
    await tutor.waitsFor('dialog: Your offer');
    await tutor.fills({});
    await tutor.waitsFor('This is what learners see');
    await tutor.chooses('rooms.example.org');
    await books(learner, tutor.name, '2026-12-03 17:00');
    await pair.moveTo(START.getTime() + 24 * HOUR);
    await admin.presses('Confirm on rooms.example.org');
    await learner.waitsFor('Where: rooms.example.org');
    expect(learner.sees(`${admin.name} (admin) confirmed for ${tutor.name}`)).toBe(true);
    expect(pair.faults).toEqual([]);
  });

  test('an admin hands a request to another tutor, and of one to any tutor chooses who has it: everybody reads who did', async () => {
    pair = await meet();
    const { learner, tutor, admin, grace, priya, ada, theo, jonas } = pair;
    const other = tutor.chat === 'slack' ? jonas : theo;
    // The afternoon of Europe, when all of them teach.
    const hour = learner.chat === 'slack' ? '17:00' : '10:00';
    await books(learner, tutor.name, `2026-12-03 ${hour}`);
    await pair.moveTo(START.getTime() + 24 * HOUR);
    await admin.presses('Hand it to…');
    await admin.waitsFor('dialog: Which tutor?');
    const free = await tutorsFor(admin);
    expect(free.join()).not.toContain(tutor.name);
    if (admin.chat === 'slack')
      expect(await admin.completes('', 'tutor', other.name.slice(0, 3))).toEqual([expect.stringContaining(other.name)]);
    await admin.fills({ tutor: free.find((one) => one.startsWith(other.name)) ?? '', platform: 'ask' });
    await learner.waitsFor(`${admin.name} (admin) has asked ${other.name} to teach Algebra`);
    await tutor.waitsFor(`${admin.name} (admin) has given Algebra`);
    await pair.settled();
    expect(tutor.buttons()).not.toContain('Confirm');
    await other.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    for (const one of [grace, priya]) await one.waitsFor('Nothing left to do here');

    await books(learner, 'Any tutor', `2026-12-04 ${hour}`);
    await ada.waitsFor('is looking for a tutor');
    await pair.moveTo(START.getTime() + 48 * HOUR);
    await admin.presses('Choose the tutor');
    await admin.waitsFor('dialog: Which tutor?');
    const able = await tutorsFor(admin);
    await admin.fills({ tutor: able.find((one) => one.startsWith(tutor.name)) ?? '', platform: 'jitsi' });
    await learner.waitsFor(`${admin.name} (admin) confirmed for ${tutor.name}`);
    await tutor.waitsFor(`${admin.name} (admin) confirmed for you`);
    await ada.waitsFor(`${admin.name} (admin) has given Algebra`);

    await books(learner, 'Any tutor', `2026-12-08 ${hour}`);
    await ada.waitsFor('is looking for a tutor');
    await pair.moveTo(START.getTime() + 72 * HOUR);
    await admin.presses('Decline');
    await admin.waitsFor('dialog: ');
    await admin.fills({ reason: 'The room is closed' });
    await learner.waitsFor(`${admin.name} (admin) declined: Algebra`);
    expect(learner.sees('The room is closed')).toBe(true);
    for (const one of [tutor, ada]) await one.waitsFor(`${admin.name} (admin) has declined Algebra`);
    expect(pair.faults).toEqual([]);
  });

  test('of a series that nobody answers an admin confirms all, where they choose', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'jitsi,zoom' } });
    const { learner, tutor, admin, grace, priya } = pair;
    // Slack says where she is.
    if (learner.chat === 'discord') await learner.types('/timezone', { zone: 'Berlin' });
    await pair.settled();
    await learner.says(`algebra with ${tutor.name} every friday at 17:00 for three weeks`);
    await learner.waitsFor('Are these right?');
    await learner.presses('Send the request');
    await tutor.waitsFor('asks you for 3 sessions');
    await pair.moveTo(START.getTime() + 12 * HOUR);
    await tutor.waitsFor('is still waiting');
    await pair.moveTo(START.getTime() + 24 * HOUR);
    for (const one of [grace, priya]) await one.waitsFor(`${tutor.name} hasn’t answered`);
    await admin.presses('Confirm on Zoom');
    await learner.waitsFor(`${admin.name} (admin)`);
    await tutor.waitsFor(`${admin.name} (admin)`);
    await pair.settled();
    for (const one of [grace, priya]) expect(one.sees('Nothing left to do here')).toBe(true);
    expect(pair.faults).toEqual([]);
  });

  test('a request that nobody answers expires, and the learner is told', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name, '2026-12-03 17:00');
    await pair.moveTo(START.getTime() + 48 * HOUR);
    await learner.waitsFor(`Nobody answered in time: Algebra with ${tutor.name}`);
    expect(tutor.buttons()).not.toContain('Confirm');
    expect(pair.faults).toEqual([]);
  });

  test('messages that cannot be sent for good come to the admins on one card that counts them, and nothing else is held up', async () => {
    pair = await meet();
    const { learner, tutor, admin, slack, discord, faults } = pair;
    await tutor.types('/sessions');
    await tutor.waitsFor('Nothing is planned');
    // Not a state of the person, and no limit: a fault that lasts.
    if (tutor.chat === 'slack') slack.blockDms(tutor.userId, 'restricted_action');
    else
      discord.fail(
        `POST /channels/${discord.screen(tutor.userId).dm.id}/messages`,
        { status: 500, message: 'Oops' },
        100,
      );
    await books(learner, tutor.name);
    await admin.waitsFor('sending a message');
    await pair.settled();
    expect(admin.sees(/I gave up on sending a message/i)).toBe(true);
    expect(learner.sees('hear from me')).toBe(true);

    await books(learner, tutor.name, '2026-12-02 17:00');
    await admin.waitsFor('I gave up on 2 things');
    expect(admin.sees('sending a message (2)')).toBe(true);
    expect(admin.messages().filter((message) => message.includes('I gave up on'))).toHaveLength(1);
    await pair.settled();
    expect(faults.filter((fault) => 'message' in fault && fault.message === 'a job failed for good')).toHaveLength(2);
  });
});
