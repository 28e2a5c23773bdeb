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

  test('an admin sends a table to the bot and imports it after a look; nobody else is offered that', async () => {
    pair = await meet();
    const { learner, tutor, admin, app } = pair;
    await learner.types('/settings');
    await pair.settled();
    const bytes = (text: string, encoding: 'utf8' | 'latin1' = 'utf8') => new Uint8Array(Buffer.from(text, encoding));
    const idOf = (nr: number) =>
      admin.chat === 'discord'
        ? `9990001112223${String(nr).padStart(5, '0')}`
        : `U0FRESH${String(nr).padStart(4, '0')}`;
    // Longer than what a dialog takes.
    const rows = Array.from(
      { length: 60 },
      (_, nr) => `Zoë Example ${String(nr)};${idOf(nr)};Chess;Mon-Fri 16-19;Europe/Berlin`,
    );
    const table = (more: string) => `name;id;subjects;hours;zone\n${rows.join('\n')}\n${more}\n`;
    expect(table('').length).toBeGreaterThan(3000);

    await admin.says('', [{ name: 'people.csv', bytes: bytes(table('Nobody Here;;Latin;;')) }]);
    await admin.waitsFor('Shall I import people.csv');
    await admin.presses('Check it for the import');
    await admin.waitsFor(/Nothing is imported yet[\s\S]*Line 62: .*Nobody Here/);
    const ours = app.store.of((await pair.actor(admin)).person.organization);
    expect(await ours.account(admin.chat, idOf(0))).toBeUndefined();

    // As a program writes it that says nothing of its letters.
    await admin.says('', [{ name: 'people.csv', bytes: bytes(table(`${learner.name};;Latin;;`), 'latin1') }]);
    await admin.waitsFor('Shall I import people.csv');
    await admin.presses('Check it for the import');
    await admin.waitsFor('That can be imported: 61 people, of them 61 tutors and 60 whom I don’t know yet.');
    await admin.presses('Import it');
    await admin.waitsFor('Imported: 61 people.');
    const fresh = await ours.account(admin.chat, idOf(7));
    expect((await ours.person(fresh?.person ?? ''))?.name).toBe('Zoë Example 7');

    await admin.says('', [{ name: 'people.xlsx', bytes: bytes('PK\x03\x04\x14\0') }]);
    await admin.waitsFor('I can’t read “people.xlsx” as a table. Save it as CSV');
    await admin.says('', [{ name: 'huge.csv', bytes: new Uint8Array(1024 * 1024 + 1) }]);
    await admin.waitsFor('“huge.csv” is too large: I take files of up to 1 MB.');

    await learner.says('', [{ name: 'people.csv', bytes: bytes(table('')) }]);
    await learner.waitsFor('so I don’t keep people.csv');
    expect(learner.sees('Shall I import')).toBe(false);

    // What looks like a table to import may be for a session all the same.
    await books(admin, tutor.name);
    await pair.settled();
    await admin.says('', [{ name: 'results.csv', bytes: bytes('x,y\n1,2\n') }]);
    await admin.waitsFor(/Shall I import results\.csv[\s\S]*Which session does this belong to/);
    await admin.presses(`Send to ${tutor.name}`);
    await tutor.waitsFor('With it: results.csv');
    await admin.says('', [{ name: 'log.csv', bytes: bytes('x,y\n'.repeat(300_000)) }]);
    await admin.waitsFor(/Which session does this belong to\? I pass on log\.csv/);
    await admin.presses(`Send to ${tutor.name}`);
    await tutor.waitsFor('With it: log.csv');
    await pair.settled();
    expect(pair.faults).toEqual([]);
  });
});
