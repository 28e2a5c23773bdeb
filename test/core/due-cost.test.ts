import { PGlite, type Transaction } from '@electric-sql/pglite';
import { afterEach, describe, expect, test } from 'vitest';
import { createDue } from '../../src/core/owing/due.ts';
import { createStore } from '../../src/store/index.ts';
import { embedded } from '../../src/store/open-embedded.ts';
import { databaseKinds } from '../database.ts';
import { SILENT } from '../jobs/with-jobs.ts';
import { booked } from '../store/some.ts';
import { createStage, DAY, HOUR, MINUTE, START, type Stage } from './stage.ts';

/** In PostgreSQL's protocol: a prepared statement is run. */
const BIND = 'B'.charCodeAt(0);

const stages: Stage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.drop();
});

async function setStage(...kind: Parameters<typeof createStage>): Promise<Stage> {
  const stage = await createStage(...kind);
  stages.push(stage);
  return stage;
}

/** Confirmed sessions that start then, whose people are free for all of them. */
async function confirmed({ store, lena, theo }: Stage, count: number, startsAt: Date): Promise<void> {
  const endsAt = new Date(startsAt.getTime() + HOUR);
  for (let left = count; left > 0; left--)
    await booked(store, lena.person.id, theo.person.id, { state: 'confirmed', confirmedAt: START, startsAt, endsAt });
}

describe('the minute’s work', () => {
  /** How many statements it takes at that time. */
  async function statementsAt(stage: Stage, at: Date): Promise<number> {
    if (stage.database.kind !== 'embedded') throw new Error('not embedded');
    let count = 0;
    const counting = <Client extends PGlite | Transaction>(client: Client): Client =>
      new Proxy(client, {
        get: (target, key) => {
          if (key === 'query' || key === 'exec') count += 1;
          const value: unknown = Reflect.get(target, key, target);
          if (key === 'execProtocol' && target instanceof PGlite)
            return (...said: Parameters<PGlite['execProtocol']>) => {
              if (said[0][0] === BIND) count += 1;
              return target.execProtocol(...said);
            };
          if (key === 'transaction') {
            count += 2; // to begin and to end
            return (work: (tx: Transaction) => Promise<unknown>) => stagePglite.transaction((tx) => work(counting(tx)));
          }
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    const stagePglite = stage.database.pglite;
    const store = createStore(embedded(counting(stagePglite)), { enqueue: () => undefined, reminderLeads: [60] });
    await createDue({ store, clock: () => at, log: SILENT })();
    return count;
  }

  test('costs one statement while nothing is due, however many sessions there are', async () => {
    const stage = await setStage();
    await confirmed(stage, 3, new Date(START.getTime() + 2 * DAY));
    expect(await statementsAt(stage, START)).toBe(1);
    await confirmed(stage, 30, new Date(START.getTime() + 2 * DAY));
    expect(await statementsAt(stage, START)).toBe(1);
  });

  test('decides on the reminders of many sessions in a few statements', async () => {
    const stage = await setStage();
    const startsAt = new Date(START.getTime() + 2 * DAY);
    const soon = new Date(startsAt.getTime() - 60 * MINUTE);
    await confirmed(stage, 1, startsAt);
    const one = await statementsAt(stage, soon);
    await confirmed(stage, 40, startsAt);
    expect(await statementsAt(stage, soon)).toBeLessThanOrEqual(one + 3);
    expect(await stage.database.prisma.delivery.count({ where: { kind: 'reminder' } })).toBe(2 * 41);
  });
});

test.runIf(databaseKinds.includes('server'))('two processes at once do nothing twice', async () => {
  const stage = await setStage('server');
  const { prisma } = stage.database;
  const startsAt = new Date(START.getTime() + 2 * DAY);
  await confirmed(stage, 150, startsAt);
  await confirmed(stage, 150, new Date(startsAt.getTime() - 76 * MINUTE));
  for (let left = 150; left > 0; left--) await booked(stage.store, stage.lena.person.id, stage.theo.person.id);
  stage.moveTo(new Date(startsAt.getTime() - MINUTE));
  await Promise.all([stage.tick(), stage.another()(), stage.another()()]);
  const audits = await prisma.audit.groupBy({ by: ['event'], _count: true, where: { by: 'clock' } });
  expect(Object.fromEntries(audits.map(({ event, _count }) => [event, _count]))).toEqual({ end: 150, expire: 150 });
  const owed = await prisma.delivery.groupBy({ by: ['kind'], _count: true });
  // So many in a row: the tutor is paused, once.
  const paused = { paused: 1, 'tutor-paused': 2 };
  const expected = { expired: 150, feedback: 300, reminder: 300, ...paused };
  expect(Object.fromEntries(owed.map(({ kind, _count }) => [kind, _count]))).toEqual(expected);
  expect(stage.owedInAll()).toBe(753);
  expect(await prisma.alarm.count({ where: { at: { lte: new Date(startsAt.getTime() - MINUTE) } } })).toBe(0);
});
