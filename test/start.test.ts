import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const memoryIn = (command: string) => command.match(/--max-[\w-]+=\d+/g) ?? [];

test('in its container the bot has the memory that `npm start` gives it', async () => {
  const dockerfile = await readFile(new URL('../Dockerfile', import.meta.url), 'utf8');
  const asked = memoryIn(manifest.scripts.start);
  expect(asked).toHaveLength(2);
  expect(memoryIn(/^CMD .*$/m.exec(dockerfile)?.[0] ?? '')).toEqual(asked);
});
