import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appears, button, type Running, runBot } from './running.ts';

const LENA = 'U0LENA0001';
const MATEO = 'U0MATEO002';
const THEO = 'U0THEO0003';
const LENAS_DM = 'D0LENA0001';
const MATEOS_DM = 'D0MATEO002';
const PATIENCE = { timeout: 180_000 };

let folder = '';
const all: Running[] = [];
const starts = async () => {
  const running = await runBot(join(folder, 'data'));
  all.push(running);
  return running;
};

/** One of the next, on which Theo teaches. */
function wednesday(): string {
  const today = Temporal.Now.plainDateISO('UTC');
  return today.add({ days: 7 + ((3 - today.dayOfWeek + 7) % 7) }).toString();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tutorline-stop-'));
});
afterEach(async () => {
  for (const running of all.splice(0)) {
    running.signal('SIGKILL');
    await running.ended;
  }
  await rm(folder, { recursive: true, force: true });
});

test('told to stop, it finishes what runs, takes nothing new, and is gone within ten seconds', PATIENCE, async () => {
  const first = await starts();
  await first.ready;
  const text = `/book @theo Algebra ${wednesday()} 16:00`;
  await first.act('slack', LENA, 'types', { conversation: LENAS_DM, text });
  const view = await appears(first, LENA, (screen) => (screen as { modals: { id: string }[] }).modals.at(-1)?.id);
  await first.act('slack', LENA, 'submits', { view, filled: {} });
  const confirm = await appears(first, THEO, (screen) => button(screen, 'Confirm'));

  // The press is acknowledged before anything is done.
  await first.act('slack', THEO, 'presses', confirm);
  first.signal('SIGTERM');
  const toldAt = performance.now();
  // It hears of the signal when its turn comes: until then it is at work.
  const late = () =>
    first.act('slack', MATEO, 'types', { conversation: MATEOS_DM, text: '/book' }).then(
      () => 'taken',
      () => 'refused',
    );
  await expect.poll(late, { interval: 10 }).toBe('refused');
  expect(await first.ended).toMatchObject({ code: 0, complaints: '' });
  expect(performance.now() - toldAt).toBeLessThan(10_000);

  const second = await starts();
  await second.ready;
  await appears(second, LENA, (screen) => button(screen, 'Join'));
  await appears(second, THEO, (screen) => button(screen, 'Join'));
  expect(button(await second.slackScreen(THEO), 'Confirm')).toBeUndefined();
});

test('a data folder belongs to one process, until that process is gone, however it went', PATIENCE, async () => {
  const first = await starts();
  await first.ready;
  const second = await starts();
  const { code, complaints } = await second.ended;
  expect(code).toBe(1);
  expect(complaints).toMatch(/^Tutorline did not start\.\n- Another Tutorline is running on the data folder .+\n$/);

  first.signal('SIGKILL');
  expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
  const third = await starts();
  await third.ready;
});
