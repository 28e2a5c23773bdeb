import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('an admin looks after tutors and people, who read why, and reads what was done', async () => {
    pair = await meet();
    const { learner, tutor, admin, app } = pair;
    await books(learner, tutor.name);
    await pair.settled();
    const their = (await pair.actor(tutor)).person.id;
    const decides = async (button: string, answers: Readonly<Record<string, string>>) => {
      await admin.presses(button);
      await admin.waitsFor('dialog:');
      await admin.fills(answers);
      await pair.settled();
    };
    await admin.types('/tutoring tutors', { tutor: tutor.name });
    await admin.waitsFor('can be asked');
    expect(admin.sees('1 ahead, 0 past')).toBe(true);
    await decides('Pause', { reason: 'Exams until Friday' });
    await tutor.waitsFor(`${admin.name} (admin) has paused your offer`);
    expect(tutor.sees('Reason: Exams until Friday')).toBe(true);
    expect((await app.store.tutor(their))?.isPaused).toBe(true);
    await decides('Limit per week', { most: '3', reason: 'So that there is time to learn' });
    await tutor.waitsFor('3 sessions a week at most');
    const remove = { person: their, what: 'remove', reason: 'They leave' };
    const refused = await app.reception.run(await pair.actor(admin, true), 'care', remove);
    expect(JSON.stringify(refused)).toContain('Hand them over or cancel them first');
    expect(JSON.stringify(await app.reception.run(await pair.actor(learner), 'care', remove))).toContain('Only admins');
    await admin.types('/tutoring tutors');
    await admin.waitsFor('All tutors');
    await admin.waitsFor('paused · at most 3 a week');

    admin.reloads();
    await admin.types('/tutoring people', { person: learner.name });
    await admin.waitsFor('1 ahead, 0 past');
    await decides('Stop their requests', { reason: 'Please come and see me' });
    await learner.waitsFor(`${admin.name} (admin) has stopped your requests`);
    await learner.types('/now', { subject: 'Algebra' });
    await learner.waitsFor('An admin has stopped your requests for now');
    await admin.types('/tutoring people', { person: learner.name });
    await admin.waitsFor('Their requests are stopped.');
    await decides('Allow their requests', { reason: 'All is well' });
    await learner.waitsFor('lets you ask for sessions again');

    await admin.types('/tutoring audit', { person: admin.name });
    await admin.waitsFor(`paused a tutor · “Exams until Friday” (${tutor.name})`);
    expect(admin.sees('asked for it')).toBe(false);
    await admin.types('/tutoring audit', { day: 'today' });
    await admin.waitsFor(`${learner.name}: asked for it (Algebra: ${learner.name}, ${tutor.name})`);
    expect(pair.faults).toEqual([]);
  });
});
