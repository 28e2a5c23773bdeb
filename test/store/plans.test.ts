import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchSlots } from '../../src/core/calendar/slots.ts';
import type { OrganizationReads } from '../../src/core/store.ts';
import { createStore } from '../../src/store/index.ts';
import { createStage, DAY, HOUR, START, type Stage } from '../core/stage.ts';
import { databaseKinds } from '../database.ts';

/** So many that to read all of them is never the shortest way to a few. */
const TUTORS = 200;
const SESSIONS = 20_000;
/** Tables that grow with what was ever booked. */
const GROWING = ['session', 'participant', 'hold'];

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(databaseKinds.at(-1));
  const { store, lena, theo, database } = stage;
  const offer = await store.tutor(theo.person.id);
  if (!offer) throw new Error('Theo teaches');
  const weeklyHours = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '20:00' }));
  await store.transaction((tx) => tx.saveOffer(theo.person, { ...offer, weeklyHours }));
  const one = await stage.book(new Date(START.getTime() + 2 * DAY));
  const copied = (table: string, alias: string, changes: string, from: string) =>
    database.sql(
      `INSERT INTO "${table}" SELECT (jsonb_populate_record(${alias}, jsonb_build_object(${changes}))).* FROM ${from}`,
    );
  const tutors = `generate_series(1, ${String(TUTORS)}) AS t`;
  await copied(
    'person',
    'p',
    `'id', 'tutor-' || t, 'name', 'Tutor ' || t`,
    `person p, ${tutors} WHERE p.id = '${theo.person.id}'`,
  );
  await copied(
    'tutor',
    'o',
    `'person_id', 'tutor-' || t`,
    `tutor o, ${tutors} WHERE o.person_id = '${theo.person.id}'`,
  );
  await copied(
    'tutor_subject',
    's',
    `'tutor_id', 'tutor-' || t`,
    `tutor_subject s, ${tutors} WHERE s.tutor_id = '${theo.person.id}' AND t <= 20`,
  );
  const sessions = `generate_series(1, ${String(SESSIONS)}) AS g`;
  // Each tutor has one a day, from long ago to some time ahead.
  const tutor = `'tutor-' || (1 + g % ${String(TUTORS)})`;
  const at = `timestamptz '${START.toISOString()}' + (g / ${String(TUTORS)} - 80) * interval '1 day'`;
  const times = `'starts_at', ${at}, 'ends_at', ${at} + interval '1 hour'`;
  await copied(
    'session',
    's',
    `'id', 's-' || g, 'tutor_id', ${tutor}, ${times}`,
    `session s, ${sessions} WHERE s.id = '${one}'`,
  );
  await copied(
    'participant',
    'p',
    `'session_id', 's-' || g, 'person_id', ${tutor}, 'join_token', 'token-' || g`,
    `participant p, ${sessions} WHERE p.session_id = '${one}' AND p.role = 'tutor'`,
  );
  await copied(
    'hold',
    'h',
    `'id', 'h-' || g, 'session_id', 's-' || g, 'person_id', ${tutor}, ${times}`,
    `hold h, ${sessions} WHERE h.session_id = '${one}' AND h.person_id = '${lena.person.id}'`,
  );
  await database.sql('ANALYZE');
});
afterAll(() => stage.drop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** The growing tables that the statements of this question read from the first row to the last. */
async function readWhole(ask: (store: OrganizationReads) => Promise<unknown>): Promise<readonly string[]> {
  const said: { readonly text: string; readonly values: readonly unknown[] }[] = [];
  const { database, lena } = stage;
  const sql = ((text: string, ...values: readonly unknown[]) => {
    said.push({ text, values });
    return database.sql(text, ...values);
  }) as typeof database.sql;
  const store = createStore({ ...database, sql }, { enqueue: () => undefined, reminderLeads: [60] });
  await ask(store.of(lena.person.organization));
  expect(said.length).toBeGreaterThan(0);
  const whole = await Promise.all(
    said.map(async ({ text, values }) => {
      const [row] = await database.sql<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
        `EXPLAIN (FORMAT JSON) ${text}`,
        ...values,
      );
      const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
      return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan: plan }) => nodes(plan));
    }),
  );
  return whole
    .flat()
    .filter((node) => node['Node Type'] === 'Seq Scan' && GROWING.includes(node['Relation Name'] ?? ''))
    .map((node) => node['Relation Name'] ?? '');
}

test('which times are open, for one tutor and for a subject, is found without reading all that was ever booked', async () => {
  const { lena } = stage;
  const search = { lengthMinutes: 60, now: START, to: new Date(START.getTime() + 14 * DAY), most: 50, zone: 'UTC' };
  for (const subject of [undefined, 'Algebra'])
    expect(
      await readWhole(async (store) => {
        const one = await store.tutor('tutor-7');
        const tutors =
          subject === undefined
            ? [one].filter((some) => some !== undefined)
            : await store.tutors({ subject, isPaused: false });
        const slots = await searchSlots(store, { ...search, tutors, learner: lena.person.id });
        expect(slots.length).toBeGreaterThan(10);
      }),
    ).toEqual([]);
});

test('so is whether somebody is free, what they have and had, and how many each tutor has', async () => {
  const person = 'tutor-7';
  const [from, to] = [new Date(START.getTime() - 30 * DAY), new Date(START.getTime() + 30 * DAY)];
  const states = ['requested', 'confirmed', 'started'] as const;
  const questions: readonly ((store: OrganizationReads) => Promise<unknown>)[] = [
    (store) => store.busy([person], START, new Date(START.getTime() + HOUR)),
    (store) => store.sessions({ person, states, startsFrom: START, order: 'soonest', limit: 6 }),
    (store) => store.sessions({ person, states: ['ended', 'cancelled'], order: 'latest', limit: 6 }),
    (store) => store.sessions({ states, startsFrom: START, order: 'soonest', limit: 6 }),
    (store) => store.sessionCounts([person, 'tutor-8'], from, to),
    (store) => store.openRequests(person),
  ];
  for (const ask of questions) expect(await readWhole(ask), String(ask)).toEqual([]);
});
