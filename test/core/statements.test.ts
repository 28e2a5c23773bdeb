import { afterEach, beforeEach, expect, test } from 'vitest';
import { english } from '../../src/conversation/languages/en/index.ts';
import { codeShown, codeTyped } from '../../src/core/id.ts';
import { createRights } from '../../src/core/people/rights.ts';
import { createStatements } from '../../src/core/statement/statements.ts';
import { paperOf } from '../../src/features/teaching/statement-paper.ts';
import { statementPdf } from '../../src/pictures/statement.ts';
import { pdfText } from '../pdf-text.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.drop());

const MARCH = { from: '2026-03-01', until: '2026-03-31' };

function statements(canBeChecked = true) {
  return createStatements(stage.store, { clock: stage.clock, defaultZone: 'UTC', canBeChecked });
}

/** An hour with Lena that is over, and what both say of it. */
async function over(startsAt: Date, claim: 'took-place' | 'learner-missing' | 'nobody says' = 'took-place') {
  const id = await stage.book(startsAt);
  stage.moveTo(startsAt.getTime() + HOUR);
  await stage.sessions.end(stage.theo, id);
  if (claim === 'nobody says') return;
  for (const by of [stage.theo, stage.lena])
    await stage.feedback.give(by, id, { claim, rating: undefined, comment: undefined, notes: undefined });
}

/** The same, counted by the database. */
const RECOUNT = `SELECT count(*)::int AS "count", sum(extract(epoch FROM ends_at - starts_at) / 60)::int AS "minutes"
  FROM session s WHERE state = 'ended' AND tutor_id = $1 AND starts_at >= $2 AND starts_at < $3
  AND EXISTS (SELECT FROM participant p WHERE p.session_id = s.id AND p.role = 'learner' AND p.outcome = 'took-place')`;

test('what took place in the period is in it, as the database counts it, and stays as it is', async () => {
  const { theo, lena, database, clock } = stage;
  await over(new Date(START.getTime() + HOUR));
  await over(new Date(START.getTime() + DAY), 'learner-missing');
  await over(new Date(START.getTime() + 2 * DAY), 'nobody says');
  await over(new Date('2026-03-31T22:00Z'));
  await over(new Date('2026-04-01T00:00Z'));
  const made = await statements().make(theo, { tutor: theo.person.id, ...MARCH });
  const [from, to] = [new Date('2026-03-01T00:00Z'), new Date('2026-04-01T00:00Z')];
  const [recount] = await database.sql<{ count: number; minutes: number }>(RECOUNT, theo.person.id, from, to);
  expect({ count: made.lines.length, minutes: made.minutes }).toEqual(recount);
  const people = await stage.store.people([lena.person.id]);
  const wording = { words: english.words, locale: 'en-GB', language: english };
  const printed = pdfText(await statementPdf(paperOf(made, people, wording, 'https://school.example')));
  expect(printed.match(/^60$/gm)).toHaveLength(recount?.count ?? 0);
  expect(printed).toContain(`${recount?.count} sessions · ${(recount?.minutes ?? 0) / 60} hours`);
  expect(printed).toContain('1 more session is not in it');
  expect(made).toMatchObject({ tutorName: 'Theo', minutes: 120, unsettled: 1, zone: 'UTC', madeAt: clock() });
  expect(made.lines.map(({ learners }) => learners)).toEqual([[lena.person.id], [lena.person.id]]);
  expect(made.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);

  // Nothing has changed: it is the same one. Then something has, and the first one stays.
  const again = await statements().make(theo, { tutor: theo.person.id, ...MARCH });
  expect(again.id).toBe(made.id);
  await over(new Date('2026-04-02T10:00Z'));
  const april = await statements().make(theo, { tutor: theo.person.id, from: '2026-03-01', until: '2026-12-31' });
  expect(april).toMatchObject({ minutes: 240, untilDay: '2026-04-02' });
  await stage.store.transaction((tx) => tx.changePerson(theo.person.id, { name: 'Theodor' }));
  expect(await stage.store.statement(made.id)).toEqual(made);
  expect((await statements().make(theo, { tutor: theo.person.id, ...MARCH })).id).not.toBe(made.id);
  expect(await stage.owed('statement')).toEqual(['Theo', 'Theo', 'Theo']); // one a minute of the same
});

test('the day is that of the tutor’s clock, the code is typed as people do, and without an address there is none', async () => {
  const { theo, store } = stage;
  await store.transaction((tx) => tx.changePerson(theo.person.id, { zone: 'Pacific/Auckland' }));
  await over(new Date('2026-03-31T12:00Z')); // 1 April there
  const nextDay = stage.theo.person;
  await expect(statements().make(theo, { tutor: nextDay.id, ...MARCH })).rejects.toMatchObject({
    code: 'nothing-held',
  });
  const made = await statements().make(theo, { tutor: nextDay.id, from: '2026-04-01', until: '2026-04-30' });
  const code = made.code ?? '';
  const typed = codeShown(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
  expect((await store.statementByCode(codeTyped(` ${typed} `)))?.id).toBe(made.id);
  const uncoded = await statements(false).make(theo, { tutor: nextDay.id, from: '2026-04-01', until: '2026-04-30' });
  expect(uncoded.code).toBeUndefined();
});

test('it is for the tutor and for admins, for a year at most, and not about nothing', async () => {
  const { theo, lena, ada, grace, meet } = stage;
  const ask = (by = theo, days = MARCH) => statements().make(by, { tutor: theo.person.id, ...days });
  await expect(ask()).rejects.toMatchObject({ code: 'nothing-held' });
  await over(new Date(START.getTime() + HOUR));
  for (const by of [lena, ada]) await expect(ask(by)).rejects.toMatchObject({ code: 'only-admins' });
  expect((await ask(grace)).madeBy).toBe(grace.person.id);
  const long = { from: '2024-03-01', until: '2026-03-31' };
  await expect(ask(theo, long)).rejects.toMatchObject({ code: 'period-too-long' });
  const stranger = await meet('Eve', { isAdmin: true });
  const elsewhere = { ...stranger, person: { ...stranger.person, organization: 'another' } };
  await expect(ask(elsewhere)).rejects.toMatchObject({ code: 'unknown-person' });
});

test('whoever is deleted is in no statement any more, and the sum stays', async () => {
  const { theo, lena, store, clock } = stage;
  await over(new Date(START.getTime() + HOUR));
  const { id, code = '' } = await statements().make(theo, { tutor: theo.person.id, ...MARCH });
  const rights = createRights(store, clock);
  await rights.forget(lena);
  expect(JSON.stringify(await store.statement(id))).not.toContain(lena.person.id);
  await rights.forget(theo);
  expect(await store.statementByCode(code)).toMatchObject({ id, tutorName: '', minutes: 60 });
  expect(JSON.stringify(await store.statement(id))).not.toContain(theo.person.id);
});
