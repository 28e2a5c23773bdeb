import { afterEach, expect, test } from 'vitest';
import { books, forEachPair, type Pair } from '../world/pairs.ts';

forEachPair((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('/sessions shows what is planned and what was, with what can be done now', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await learner.types('/sessions');
    await learner.waitsFor('Nothing is planned');
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.types('/sessions');
    await tutor.waitsFor('waits for your answer');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await learner.types('/sessions');
    await learner.waitsFor(new RegExp(`Algebra with ${tutor.name}[\\s\\S]*confirmed`));
    await learner.presses('Past sessions');
    await learner.waitsFor('Nothing here yet');
    await learner.presses('Upcoming sessions');
    await learner.waitsFor('Your upcoming sessions');
    expect(pair.faults).toEqual([]);
  });

  test('/tutors shows who teaches what, with ratings and the next open time, and books them', async () => {
    pair = await meet();
    const { learner } = pair;
    await learner.types('/tutors', { subject: 'essay writing' });
    await learner.waitsFor('Jonas Weber');
    expect(learner.sees('Algebra, Essay writing')).toBe(true);
    expect(learner.sees('no ratings yet')).toBe(true);
    expect(learner.sees('Next open time')).toBe(true);
    expect(learner.sees('Theo Park')).toBe(false);
    await learner.presses('Book Jonas Weber');
    await learner.waitsFor('dialog: Book a session');
    expect(learner.dialog()?.['tutor']).toContain('Jonas Weber');
    expect(pair.faults).toEqual([]);
  });

  test('/teach offers oneself, changes it, pauses', async () => {
    pair = await meet();
    const { learner, admin } = pair;
    await learner.types('/teach');
    await learner.waitsFor('dialog: Offer to teach');
    await learner.fills({
      subjects: 'Chess, chess , Go',
      bio: 'Knights first',
      lengths: '30,60',
      hours: 'Mon-Fri 16-19',
      zone: 'Berlin',
    });
    await learner.waitsFor('Chess, Go');
    await admin.types('/tutors', { subject: 'chess' });
    await admin.waitsFor('Knights first');
    expect(admin.sees('Next open time')).toBe(true);
    await learner.types('/teach', { what: 'pause' });
    await learner.waitsFor('You’re paused');
    admin.reloads();
    await admin.types('/tutors', { subject: 'chess' });
    await admin.waitsFor('Nobody teaches chess yet');
    await learner.presses('Take requests again');
    await learner.waitsFor('Learners can ask you again');
    expect(pair.faults).toEqual([]);
  });

  test('hours that cannot be read are refused at their field', async () => {
    pair = await meet();
    const { learner } = pair;
    await learner.types('/teach');
    await learner.waitsFor('dialog: Offer to teach');
    await learner.fills({ subjects: 'Chess', lengths: '60', hours: 'whenever I like', zone: 'Berlin' });
    await learner.waitsFor('Write hours such as Mon-Fri 16-19');
    expect(pair.faults).toEqual([]);
  });

  test('what is typed to the bot gets an answer with the buttons that fit', async () => {
    pair = await meet();
    const { learner } = pair;
    await learner.says('hi, *who* are you? <!channel>');
    await learner.waitsFor('I only understand commands and buttons');
    expect(learner.buttons()).toEqual(expect.arrayContaining(['Book a session', 'My sessions', 'Find a tutor']));
    await learner.presses('Find a tutor');
    await learner.waitsFor('Theo Park');
    expect(pair.faults).toEqual([]);
  });
});
