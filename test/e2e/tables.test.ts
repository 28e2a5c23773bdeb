import { parse } from 'csv-parse/sync';
import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('an admin gets the sessions as a file that is safe to open, and nobody else does', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Decline');
    await tutor.waitsFor('dialog:');
    await tutor.fills({ reason: '=HYPERLINK("https://evil.example")' });
    await pair.settled();
    await admin.types('/tutoring export');
    await admin.waitsFor('The file comes as a direct message');
    await admin.waitsFor('1 session, times as they are for you');
    await pair.settled();
    const [file] = (await admin.files()).filter(({ name }) => name.endsWith('.csv'));
    const text = file?.text ?? '';
    const [head = [], row = [], ...more] = parse(text, { bom: true }) as string[][];
    expect(more).toEqual([]);
    const found = Object.fromEntries(head.map((name, index) => [name, row[index]]));
    expect(found).toMatchObject({
      State: 'declined',
      Subject: 'Algebra',
      Tutor: tutor.name,
      Learners: learner.name,
      Reason: `'=HYPERLINK("https://evil.example")`,
    });
    expect(found['Start']).toMatch(/^2026-12-0\d \d\d:00$/);
    await admin.types('/tutoring export', { days: '1-2 Jan 2026' });
    await admin.waitsFor('0 sessions');
    expect(pair.faults).toEqual([]);
  });

  test('an admin imports tutors out of a table: what is wrong is said line by line, then all of it is done at once', async () => {
    pair = await meet();
    const { learner, tutor, admin, app } = pair;
    // They are known once they have done something.
    for (const human of [learner, tutor]) await human.types('/settings');
    await pair.settled();
    const gives = async (table: string) => {
      if (admin.chat === 'discord') return admin.types('/tutoring import', { file: table });
      await admin.types('/tutoring import');
      await admin.waitsFor('dialog: Import a table');
      await admin.fills({ file: table });
    };
    await gives('name,subjects,hours,shoes\nNobody,Latin,,42');
    await admin.waitsFor('Nothing is imported yet');
    expect(admin.sees('Line 1: I don’t know the column shoes.')).toBe(true);
    const fresh = admin.chat === 'discord' ? '999000111222333444' : 'U0FRESH0001';
    const wrong = `name;id;subjects;hours;zone\n${learner.name};;"Latin, Greek";sometimes;Atlantis\nNobody Here;;Latin;;\n${learner.name};;;;`;
    await gives(wrong);
    await admin.waitsFor(/Line 2: .*sometimes/);
    expect(admin.sees(/Line 2: .*Atlantis/)).toBe(true);
    expect(admin.sees(/Line 3: .*Nobody Here/)).toBe(true);
    const { person } = await pair.actor(learner);
    expect(await app.store.tutor(person.id)).toBeUndefined();
    await gives(
      `Nombre;Id;Materias;Hours;Zone\n${learner.name};;"Latin, Greek";Mon-Fri 16-19;Europe/Berlin\nFresh Face;${fresh};Chess;;\n${tutor.name};;;;`,
    );
    await admin.waitsFor('That can be imported: 3 people, of them 2 tutors and 1 whom I don’t know yet.');
    await admin.presses('Import it');
    await admin.waitsFor('Imported: 3 people.');
    await pair.settled();
    expect(await app.store.tutor(person.id)).toMatchObject({
      subjects: ['Greek', 'Latin'],
      weeklyHours: { length: 5 },
    });
    await learner.types('/tutors', { subject: 'Chess' });
    await learner.waitsFor('Fresh Face');
    expect(pair.faults).toEqual([]);
  });
});
