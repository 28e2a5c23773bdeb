import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
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
    // Only some of them: of one state, with one person.
    await learner.presses('Only some');
    await learner.waitsFor('dialog: Only some sessions');
    const person = learner.choices('person')[0] ?? '';
    expect(person).toBe(tutor.name);
    await learner.fills({ which: 'week', person, state: 'requested' });
    await learner.waitsFor(`Your next seven days · waiting for an answer · with ${tutor.name}`);
    await learner.waitsFor('There’s none like that.');
    // A tutor's day, what waits, and what was taught.
    await tutor.types('/sessions', { which: 'week' });
    await tutor.waitsFor('No request waits for your answer.');
    expect(tutor.sees('Taught:')).toBe(false);
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
      zone: 'Berlin',
    });
    await learner.waitsFor('Chess, Go');
    // Hours are said in their own place, to which the answer leads.
    await learner.waitsFor('press “Availability” to say when you teach');
    await learner.presses('Availability');
    await learner.waitsFor('your times are by arrangement');
    await learner.presses('Weekly hours');
    await learner.waitsFor('dialog: Weekly hours');
    await learner.fills({ hours: 'Mon-Fri 16-19' });
    await learner.waitsFor('Mon–Fri 16:00–19:00');
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
    await pair.tutor.types('/availability');
    await pair.tutor.waitsFor('Your availability');
    await pair.tutor.presses('Weekly hours');
    await pair.tutor.waitsFor('dialog: Weekly hours');
    await pair.tutor.fills({ hours: 'whenever I like' });
    await pair.tutor.waitsFor('Write hours such as Mon-Fri 16-19');
    expect(pair.faults).toEqual([]);
  });

  test('what is typed to the bot gets an answer with the buttons that fit', async () => {
    pair = await meet();
    const { learner } = pair;
    await learner.says('hi, *who* are you? <!channel>');
    await learner.waitsFor('What I can do');
    expect(learner.buttons()).toEqual(expect.arrayContaining(['Book a session', 'My sessions', 'Find a tutor']));
    await learner.presses('Find a tutor');
    await learner.waitsFor('Theo Park');
    expect(pair.faults).toEqual([]);
  });
});
