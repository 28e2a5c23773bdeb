import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../scripts/messages.ts', import.meta.url));
const PAGE = new URL('../docs/messages.md', import.meta.url);

test('the page of all that the bot says is as the sentences are: `npm run messages` writes it', async () => {
  // In a process of its own: what makes tests faster may write the sentences in another way.
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, '--print'], { maxBuffer: 2 ** 24 });
  expect(stdout === (await readFile(PAGE, 'utf8')), 'docs/messages.md is stale').toBe(true);
});
