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

  test('of a large group the list of what was done names a few, so that a page of it is whole', async () => {
    pair = await meet({ crowd: 6 });
    const { tutor, admin, crowd } = pair;
    await tutor.types('/teach', { what: 'group' });
    await tutor.waitsFor('dialog: Open a group session');
    await tutor.fills({ subject: 'Algebra', when: '2026-12-02 17:00', places: '8' });
    await tutor.waitsFor('Nothing is opened until');
    await tutor.presses('Open it');
    await tutor.waitsFor('It’s open');
    for (const one of crowd) {
      await one.types('/tutors');
      await one.waitsFor(`Group session: Algebra with ${tutor.name}`);
      await one.presses('Sign up');
    }
    await pair.settled();
    await admin.types('/tutoring audit', { day: 'today' });
    await admin.waitsFor(/signed up \(Algebra: [^()]*, 3 more\)/);
    for (const { name } of crowd) expect(admin.sees(`${name}: signed up`)).toBe(true);
    expect(pair.faults).toEqual([]);
  });

  test('an admin who decides of somebody who has stopped teaching reads that, and is not asked to teach', async () => {
    pair = await meet();
    const { tutor, admin, app } = pair;
    const decides = async (button: string) => {
      await admin.presses(button);
      await admin.waitsFor('dialog:');
      await admin.fills({ reason: 'They leave' });
      await pair.settled();
    };
    await admin.types('/tutoring tutors', { tutor: tutor.name });
    await admin.waitsFor('can be asked');
    await decides('No tutor any more');
    expect(await app.store.tutor((await pair.actor(tutor)).person.id)).toBeUndefined();
    // The card is as it was.
    await decides('Pause');
    await admin.waitsFor('They don’t teach here any more, so nothing was done.');
    expect(admin.buttons()).not.toContain('Teach');
    expect(pair.faults).toEqual([]);
  });

  test('an admin names subjects anew, makes two one, and asks for a session for a learner', async () => {
    pair = await meet();
    const { learner, tutor, admin, app } = pair;
    await learner.types('/settings');
    await pair.settled();
    await admin.types('/tutoring subjects');
    await admin.waitsFor(/Algebra: \d tutors?/);
    await admin.chooses('Physics');
    await admin.waitsFor('dialog: Change the subject');
    await admin.fills({ name: 'Physics and engines', aliases: 'Física, Mechanics' });
    await admin.waitsFor(/Physics and engines: 1 tutor · also found as Física, Mechanics, Physics/);
    admin.reloads();
    await learner.types('/tutors', { subject: 'mechanics' });
    await learner.waitsFor('Theo Park');
    await admin.types('/tutoring subjects');
    await admin.waitsFor('Subjects');
    await admin.chooses('Python');
    await admin.waitsFor('dialog: Change the subject');
    await admin.fills({ into: 'Algebra' });
    await admin.waitsFor(/Algebra: \d tutors? · also found as .*Python/);

    const wish = { learner: learner.name, tutor: tutor.name, subject: 'Algebra', when: '2026-12-01 17:00' };
    if (admin.chat === 'discord') await admin.types('/tutoring book', wish);
    else {
      await admin.types('/tutoring book');
      await admin.waitsFor('dialog: Book for a learner');
      await admin.fills(wish);
    }
    await pair.settled();
    if (admin.sees('Nothing is asked until you press it')) await admin.presses(/^Ask for /);
    await admin.waitsFor(`${learner.name} with ${tutor.name}`);
    await learner.waitsFor(`${admin.name} (admin) asked for a session for you`);
    await learner.waitsFor('hear from me');
    await tutor.waitsFor(`${learner.name} asks you for a session`);
    expect(await app.store.sessions({})).toMatchObject([{ state: 'requested' }]);
    // Whoever has something then is told of by name.
    const again = { ...wish, when: (await app.store.sessions({}))[0]?.startsAt.toISOString() ?? '' };
    const refused = await app.reception.run(await pair.actor(admin, true), 'book-for-then', again);
    expect(JSON.stringify(refused)).toContain('already has something at that time');
    expect(pair.faults).toEqual([]);
  });
});
