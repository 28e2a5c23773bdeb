import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { sentenceOf } from '../src/start-problems.ts';

const memoryIn = (command: string) => command.match(/--max-[\w-]+=\d+/g) ?? [];

test('in its container the bot has the memory that `npm start` gives it', async () => {
  const dockerfile = await readFile(new URL('../Dockerfile', import.meta.url), 'utf8');
  const asked = memoryIn(manifest.scripts.start);
  expect(asked).toHaveLength(2);
  expect(memoryIn(/^CMD .*$/m.exec(dockerfile)?.[0] ?? '')).toEqual(asked);
});

test('what keeps it from starting is said in a sentence that says what to do, however deep it lies', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const refused = await new Promise((resolve) => createServer().once('error', resolve).listen(port, '127.0.0.1'));
  expect(sentenceOf(refused)).toBe(`Port ${port} is in use. Set PORT to another number, or stop the other program.`);
  taken.close();
  const noFolder = await readFile('/etc/hosts/data').catch((error: unknown) => error);
  expect(sentenceOf(noFolder)).toContain('/etc/hosts/data lies below something that is a file');
  const alone = new Error('A request error occurred: fetch failed', {
    cause: new TypeError('fetch failed', {
      cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', hostname: 'slack.com' }),
    }),
  });
  expect(sentenceOf(alone)).toBe('slack.com is not found. Check the network and the addresses in the settings.');
  expect(sentenceOf(new Error('A sentence of ours.'))).toBe('A sentence of ours.');
});
