import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Result } from '../bench/figures.ts';

const BENCH = fileURLToPath(new URL('../bench/run.ts', import.meta.url));

test('the benchmark goes the whole way in both chats and says what it saw', async () => {
  const few = ['--seconds', '1', '--warm-up', '0', '--only', 'floor', '--json'];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [BENCH, ...few]);
  expect(stderr).toBe('');
  const { results } = JSON.parse(stdout) as { results: readonly Result[] };
  const [floor] = results;
  const rows = floor?.rows ?? [];
  expect(floor?.programs.map(({ name }) => name)).toEqual(['bare Bolt', 'bare discord.js']);
  expect(rows.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['slack | Confirm | link DM at the learner', 'discord | Confirm | link DM at the learner']),
  );
  expect(rows.filter(({ figures }) => figures.failed > 0 || Number.isNaN(figures.median))).toEqual([]);
});
