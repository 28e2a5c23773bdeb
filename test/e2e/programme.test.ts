import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

const DAY = 86_400_000;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('an admin pairs people for a term; who stops meeting is asked with a button that books, then the admins are told', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await learner.types('/sessions');
    await pair.settled();
    await admin.types('/tutoring programme');
    await admin.waitsFor('There’s no programme yet');
    await admin.presses('Open a programme');
    await admin.waitsFor('dialog: Open a programme');
    await admin.fills({
      name: 'Autumn <!channel>',
      subject: 'Algebra',
      every: '7',
      from: '2026-11-20',
      until: '28 Feb',
    });
    await admin.waitsFor(/Algebra · every week/);
    await admin.presses('Pair people');
    await admin.waitsFor('dialog: Pair people');
    await admin.fills({ pairs: `${learner.name}, ${tutor.name}\nNobody At All; ${tutor.name}\n"${admin.name}"` });
    await admin.waitsFor('Paired: 1. Proposed: 1.');
    expect(admin.sees('Nobody At All')).toBe(true);
    expect(admin.sees('proposed: they don’t know of it yet')).toBe(true);
    await learner.waitsFor(`You’re paired with ${tutor.name} for Algebra`);
    await tutor.waitsFor(`You’re paired with ${learner.name} for Algebra`);
    await admin.presses('Not these two');
    await admin.waitsFor('This pair is over');

    await pair.moveTo(pair.now().getTime() + 10 * DAY);
    await learner.waitsFor(`You haven’t met ${tutor.name} for a while`);
    await tutor.waitsFor(`You haven’t met ${learner.name} for a while`);
    expect(learner.buttonsOf(`You haven’t met ${tutor.name}`)).toEqual(['Book a session']);
    expect(tutor.buttonsOf(`You haven’t met ${learner.name}`)).toEqual(['Meet now']);
    await pair.moveTo(pair.now().getTime() + 8 * DAY);
    await admin.waitsFor(`${learner.name} and ${tutor.name} have stopped meeting`);
    await books(learner, tutor.name, '2026-12-20 17:00');
    await pair.settled();
    await pair.moveTo(pair.now().getTime() + 1.5 * DAY);
    await admin.waitsFor('They meet again');
    admin.reloads();
    await admin.types('/tutoring programme', { name: 'Autumn <!channel>' });
    await admin.waitsFor(`${learner.name} with ${tutor.name}`);
    await admin.presses('Change');
    await admin.waitsFor('dialog: Change the programme');
    await admin.fills({ every: '14', until: '31 Jan 2027' });
    await admin.waitsFor(/Algebra · every two weeks/);
    await admin.presses('End the programme');
    await admin.waitsFor('with all of its pairs?');
    await admin.presses('Yes, end it');
    await learner.waitsFor('aren’t a pair any more');
    await pair.settled();
    expect(pair.faults).toEqual([]);
  });
});
