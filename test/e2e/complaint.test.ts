import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('somebody is reported and blocked: the admins of all communities decide once, and neither finds the other', {
    timeout: 60_000,
  }, async () => {
    pair = await meet();
    const { learner, tutor, grace, priya } = pair;
    await books(learner, tutor.name, '2026-12-02 17:00');
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await learner.presses('Report or block…');
    await learner.waitsFor('A report goes to the admins');
    await learner.presses('Report to the admins');
    await learner.waitsFor('dialog: Report');
    await learner.fills({ reason: 'He was rude to @everyone' });
    await learner.waitsFor('The admins have it now');
    await grace.waitsFor(`Somebody reported ${tutor.name}`);
    await priya.waitsFor(`Somebody reported ${tutor.name}`);
    expect(grace.sees(learner.name)).toBe(false);
    await grace.presses('Who reported it?');
    await grace.waitsFor(`It was reported by ${learner.name}`);
    await grace.presses('Warn');
    await priya.waitsFor(`${grace.name} has warned them`);
    await pair.settled();
    expect(priya.buttonsOf(`Somebody reported ${tutor.name}`)).toEqual(['Who reported it?']);
    await tutor.waitsFor('A word from the admins');
    expect(tutor.sees('rude')).toBe(false);

    await learner.presses('Block');
    await learner.waitsFor(`Block ${tutor.name}?`);
    await learner.presses('Yes, block');
    await learner.waitsFor('is blocked');
    await pair.settled();
    expect(tutor.buttons()).not.toContain('Confirm');
    await learner.types('/tutors');
    await learner.waitsFor('Next open time');
    expect(learner.messages().at(-1)).not.toContain(tutor.name);
    await grace.types('/tutoring blocks');
    await grace.waitsFor(/ keep apart: neither finds or books the other/);
    await learner.types('/settings', { what: 'blocked' });
    await learner.waitsFor('Neither of you finds or books');
    await learner.presses('Unblock');
    await learner.waitsFor('You have blocked nobody');
    expect(pair.faults).toEqual([]);
  });

  test('whoever the admins have blocked can do nothing any more, until they are let in', {
    timeout: 60_000,
  }, async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await books(learner, tutor.name, '2026-12-02 17:00');
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await tutor.presses('Report or block…');
    await tutor.waitsFor('A report goes to the admins');
    await tutor.presses('Report to the admins');
    await tutor.waitsFor('dialog: Report');
    await tutor.fills({ reason: 'Insults' });
    await admin.waitsFor(`Somebody reported ${learner.name}`);
    await admin.presses('Block from Tutorline');
    await admin.waitsFor('has blocked them');
    await pair.settled();
    expect(tutor.buttons()).not.toContain('Confirm');
    await learner.types('/sessions');
    await learner.waitsFor('have blocked you');
    await learner.types('/now', { subject: 'Algebra' });
    await learner.waitsFor('have blocked you', 2);
    await admin.types('/tutoring blocks');
    await admin.waitsFor(`${learner.name} is blocked from Tutorline.`);
    await admin.presses('Let them back in');
    await learner.waitsFor('have lifted what kept you');
    admin.reloads();
    await admin.types('/tutoring blocks');
    await admin.waitsFor('Nobody is kept out, and nobody keeps apart from anybody.');
    await learner.types('/sessions');
    await learner.waitsFor('Nothing is planned');
    expect(pair.faults).toEqual([]);
  });
});
