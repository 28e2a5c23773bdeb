import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('whoever is told to press “Teach” has the button there', async () => {
    pair = await meet();
    const { learner } = pair;
    await learner.types('/availability');
    await learner.waitsFor('You don’t teach here yet');
    await learner.presses('Teach');
    await learner.waitsFor('dialog: Offer to teach');
    expect(pair.faults).toEqual([]);
  });

  test('why a day is cleared arrives whole, in whatever letters', async () => {
    pair = await meet({ env: { DEFAULT_TIME_ZONE: 'Europe/Stockholm' } });
    const { learner, tutor } = pair;
    await books(learner, tutor.name, learner.chat === 'slack' ? '2026-12-03 17:00' : '2026-12-03 10:00');
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: ');
    await pair.settled();
    await tutor.types('/sessions');
    await tutor.waitsFor('Your upcoming sessions');
    await tutor.presses('Clear my day');
    await tutor.waitsFor('dialog: Clear a day');
    await tutor.fills({ day: '2026-12-03', way: 'cancel', reason: `${'Είμαι άρρωστος. '.repeat(28)}Συγγνώμη` });
    await tutor.waitsFor('1 session with 1 person');
    await tutor.presses('Yes, cancel it');
    await learner.waitsFor('Συγγνώμη');
    expect(pair.faults).toEqual([]);
  });

  test('two subjects are made one however many there are, and everything an admin looks after is in one place', async () => {
    pair = await meet({ crowd: 3 });
    const { admin, crowd } = pair;
    for (const [index, one] of crowd.entries()) {
      const subjects = Array.from({ length: 10 }, (_, nr) => `Topic ${String.fromCharCode(65 + index)}${String(nr)}`);
      await one.types('/teach');
      await one.waitsFor('dialog: ');
      await one.fills({ subjects: subjects.join(', '), zone: 'Berlin' });
      await pair.settled();
    }
    await admin.types('/tutoring status');
    await admin.waitsFor('Meeting platforms');
    await admin.presses('Subjects');
    await admin.waitsFor('Change one');
    await admin.chooses('Algebra');
    await admin.waitsFor('dialog: Change the subject');
    await admin.fills({ into: 'Topic C9' });
    await admin.waitsFor('Saved.');
    await admin.presses('More');
    await admin.waitsFor('Topic C9: 5 tutors');
    expect(pair.faults).toEqual([]);
  });

  test('in a group of many everybody can be reported and blocked', async () => {
    pair = await meet({ crowd: 10 });
    const { tutor, crowd } = pair;
    await tutor.types('/teach', { what: 'group' });
    await tutor.waitsFor('dialog: Open a group session');
    await tutor.fills({ subject: 'Algebra', when: '2026-12-03 10:00', places: '2-12' });
    await tutor.waitsFor('Open it');
    await tutor.presses('Open it');
    await pair.settled();
    for (const one of crowd) {
      await one.types('/tutors');
      await one.waitsFor('Sign up');
      await one.presses('Sign up');
      await pair.settled();
    }
    await tutor.presses('Report or block…');
    await pair.settled();
    await tutor.waitsFor('A report goes to the admins');
    const page = () => tutor.messages().at(-1) ?? '';
    let seen = page();
    while (tutor.buttonsOf('A report goes to the admins').includes('More')) {
      const before = page();
      await tutor.presses('More');
      await expect.poll(page).not.toBe(before);
      seen += page();
    }
    expect(crowd.map(({ name }) => name).filter((name) => !seen.includes(name))).toEqual([]);
    expect(pair.faults).toEqual([]);
  });
});
