import { expect, test } from 'vitest';
import { createTick } from '../../src/jobs/tick.ts';
import { SILENT } from './with-jobs.ts';

/** Work whose end the test decides on. */
function controlled() {
  const runs: PromiseWithResolvers<void>[] = [];
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    const run = Promise.withResolvers<void>();
    runs.push(run);
    await run.promise.finally(() => running--);
  };
  return { work, runs, most: () => most };
}

test('a run that is asked for while one is under way happens after it, once for all who ask', async () => {
  const { work, runs, most } = controlled();
  const tick = createTick({ work, log: SILENT });
  const first = tick.run();
  await expect.poll(() => runs.length).toBe(1);
  const later = [tick.run(), tick.run()];
  runs[0]?.resolve();
  await first;
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.resolve();
  await Promise.all(later);
  expect(runs).toHaveLength(2);
  expect(most()).toBe(1);
});

test('a tick that fails is logged, and the next one runs', async () => {
  const logged: object[] = [];
  let runs = 0;
  const tick = createTick({
    work: async () => {
      if (++runs === 1) throw new Error('the database is away');
    },
    log: { ...SILENT, error: (data) => void logged.push(data) },
  });
  await tick.run();
  await tick.run();
  expect(runs).toBe(2);
  expect(logged).toMatchObject([{ error: { message: 'the database is away' } }]);
});

test('stopping waits for what runs', async () => {
  const { work, runs } = controlled();
  const tick = createTick({ work, log: SILENT });
  tick.start();
  const run = tick.run();
  await expect.poll(() => runs.length).toBe(1);
  let isStopped = false;
  const stopped = tick.stop().then(() => {
    isStopped = true;
  });
  await new Promise(setImmediate);
  expect(isStopped).toBe(false);
  runs[0]?.resolve();
  await Promise.all([run, stopped]);
});
