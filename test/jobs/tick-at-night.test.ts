import { expect, test, vi } from 'vitest';
import { createTick } from '../../src/jobs/tick.ts';
import { SILENT } from './with-jobs.ts';

// Before anything looks where this computer is.
vi.hoisted(() => {
  // biome-ignore lint/style/noProcessEnv: as the host is set
  process.env['TZ'] = 'America/New_York';
});

test('it ticks each minute also in the night in which the clocks of the host go back', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-01T05:58:30Z') });
  let runs = 0;
  const tick = createTick({ work: async () => void runs++, log: SILENT });
  tick.start();
  for (let half = 0; half < 20; half++) await vi.advanceTimersByTimeAsync(30_000);
  await tick.stop();
  vi.useRealTimers();
  expect(runs).toBe(10);
});
