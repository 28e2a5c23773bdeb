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
});
