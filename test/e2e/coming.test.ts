import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('learners are asked the day before, silence tells the tutor, and who runs late says so with one press', async () => {
    pair = await meet({ env: { DEFAULT_TIME_ZONE: 'Europe/Stockholm' } });
    const { learner, tutor, admin, app } = pair;
    await admin.types('/tutoring status');
    await admin.waitsFor('Nobody is asked the day before.');
    await admin.presses('Change the rules');
    await admin.waitsFor('dialog: Rules');
    await admin.fills({ coming: 'yes' });
    await admin.waitsFor('Saved. It counts from now on');
    await books(learner, tutor.name, '2026-12-03 17:00');
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: ');
    await pair.settled();
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    const start = session?.startsAt.getTime() ?? 0;
    await pair.moveTo(start - 24 * HOUR);
    await learner.waitsFor('Are you still coming?');
    await pair.moveTo(start - 8 * HOUR);
    await tutor.waitsFor('hasn’t said whether they’re still coming');
    expect(tutor.sees('no answer yet')).toBe(false);
    await learner.presses('I can’t');
    await learner.waitsFor('nothing is cancelled until you say so');
    await learner.presses('Yes, I’m coming');
    await learner.waitsFor('Thank you!');
    await tutor.waitsFor(/is coming: Algebra/);
    await pair.settled();
    expect(tutor.sees('Still coming?: ')).toBe(true);

    await pair.moveTo(start - 10 * MINUTE);
    await learner.waitsFor('10 min late');
    await learner.presses('10 min late');
    await tutor.waitsFor('is running about 10 minutes late');
    await learner.waitsFor('I’ve told the others');
    await pair.settled();
    expect(tutor.sees('Late: ')).toBe(true);
    await tutor.presses('5 min late');
    await learner.waitsFor('is running about 5 minutes late');
    // So late it can still be called off, which is said before, and counted.
    await learner.presses('Cancel');
    await learner.waitsFor('dialog: Cancel the session');
    expect(learner.sees('This is late')).toBe(true);
    await learner.fills({ reason: 'The train stands still' });
    await tutor.waitsFor('That was late.');
    await admin.types('/tutoring status');
    await admin.waitsFor(`Cancelled late in the last 90 days: ${learner.name} (1).`);
    expect(pair.faults).toEqual([]);
  });
});
