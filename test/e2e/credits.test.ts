import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('an organization gives its learners sessions: they see what is left, book them, and are told when there are none', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await learner.types('/credits');
    await learner.waitsFor('You need no credits here');
    await admin.types('/tutoring credits');
    await admin.waitsFor('Nobody needs credits');
    await admin.presses('Change the rules');
    await admin.waitsFor('dialog: Rules of credits');
    await admin.fills({ uses: 'yes', late: 'yes' });
    await admin.waitsFor('Saved');
    await admin.types('/tutoring audit', { person: admin.name });
    await admin.waitsFor('changed what holds for credits');

    await learner.types('/credits');
    await learner.waitsFor('There’s no package yet');
    await learner.types('/book', { tutor: tutor.name, subject: 'Algebra', when: '2026-12-01 17:00' });
    if (learner.chat === 'discord') await learner.fills({ zone: 'Chicago' });
    else {
      await learner.waitsFor('dialog: Book a session');
      await learner.fills({ tutor: tutor.name, subject: 'Algebra', when: '2026-12-01 17:00' });
    }
    await learner.waitsFor('none is left for then');
    expect(learner.sees('hear from me')).toBe(false);

    await admin.types('/tutoring credits', { person: learner.name });
    await admin.waitsFor(`Sessions of ${learner.name}`);
    await admin.presses('Give sessions');
    await admin.waitsFor('dialog: Give sessions');
    // Pressed twice, it is given once.
    const given = { sessions: '2', until: '31 Dec 2026', note: 'Autumn <!channel>' };
    await Promise.all([admin.fills(given), admin.fills(given)]);
    await admin.waitsFor('2 of 2 sessions left');
    await learner.waitsFor(`${admin.name} has given you 2 sessions (until`);
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await pair.settled();
    expect(learner.sees('Session: 1 of 2')).toBe(true);
    expect(tutor.sees('Session: 1 of 2')).toBe(true);
    await learner.types('/credits');
    await learner.waitsFor('1 session left to book');
    await learner.waitsFor(/0 reserved by requests and 1 confirmed/);
    expect(learner.sees(/used \(Algebra, /)).toBe(true);
    expect(learner.sees('Autumn <!channel>')).toBe(true);

    await learner.presses('Cancel');
    await learner.waitsFor('dialog: Cancel the session');
    await learner.fills({ reason: 'Ill' });
    await tutor.waitsFor('Ill');
    admin.reloads();
    await admin.types('/tutoring credits');
    await admin.waitsFor(`${learner.name}: 2 sessions left`);
    await admin.presses('Open');
    await admin.waitsFor('given back');
    await admin.presses('Take back what is left');
    await admin.waitsFor('2 sessions taken back');
    learner.reloads();
    await learner.types('/credits');
    await learner.waitsFor('0 sessions left to book');
    expect(pair.faults).toEqual([]);
  });
});
