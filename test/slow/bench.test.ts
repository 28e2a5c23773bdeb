import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Result } from '../../bench/figures.ts';
import type { Row } from '../../bench/parts/part.ts';

const BENCH = fileURLToPath(new URL('../../bench/run.ts', import.meta.url));

test('the benchmark goes the whole way in both chats and says what it saw', async () => {
  const { results } = await bench('--only', 'floor', '--seconds', '1', '--warm-up', '0');
  const [floor] = results;
  const rows = floor?.rows ?? [];
  expect(floor?.programs.map(({ name }) => name)).toEqual(['bare Bolt', 'bare discord.js']);
  expect(rows.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['slack | Confirm | link at the learner', 'discord | Confirm | link at the learner']),
  );
  expect(rows.filter(({ figures }) => figures.failed > 0 || Number.isNaN(figures.median))).toEqual([]);
});

test('the bot goes the same way as the bare ones', async () => {
  const { results } = await bench('--only', 'pglite', '--seconds', '4', '--rate', '8');
  const rows = results[0]?.rows ?? [];
  expect(rows.length).toBeGreaterThan(10);
  expect(results[0]?.impossible).toBe(0);
  expect(rows.filter(({ figures }) => figures.failed > 0 || Number.isNaN(figures.median))).toEqual([]);
});

test('a part of it is measured alone, on an organization with a past', async () => {
  const { results, parts } = await bench('--only', 'lists', '--on', 'pglite', '--sessions', '200');
  expect(results).toEqual([]);
  expect(parts.flatMap(({ rows }) => rows.map(({ what }) => what))).toEqual([
    'pglite · 200 sessions · learner',
    'pglite · 200 sessions · tutor',
  ]);
  expect(parts[0]?.rows.map(({ figures }) => Object.values(figures).every((said) => /^[\d.]+ ms$/.test(said)))).toEqual(
    [true, true],
  );
});

/** What it says about what it was asked to measure; it must not complain. */
async function bench(...how: readonly string[]) {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [BENCH, ...how, '--json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as { results: readonly Result[]; parts: readonly { readonly rows: readonly Row[] }[] };
}
