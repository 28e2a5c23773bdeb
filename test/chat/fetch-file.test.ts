import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDiscords } from '../../src/chat/discord/sent-files.ts';
import { createFetchFile } from '../../src/chat/fetch-file.ts';
import { isSlacks } from '../../src/chat/slack/sent-files.ts';
import { SILENT } from '../jobs/with-jobs.ts';

let server: Server;
let origin: string;
const told: (string | undefined)[] = [];
beforeAll(async () => {
  server = createServer(({ url, headers }, answer) => {
    told.push(headers.authorization);
    if (url === '/elsewhere') answer.writeHead(302, { Location: '/file' }).end();
    else if (url === '/login') answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('Sign in');
    else if (url === '/gone') answer.writeHead(404).end();
    else answer.writeHead(200).end('0123456789');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('a file is fetched from the chat’s own place alone, as far as it is wanted, and nowhere that it leads to', async () => {
  const headers = { Authorization: 'Bearer secret' };
  const fetchFile = createFetchFile({ isTheirs: (url) => url.origin === origin, headers, log: SILENT });
  expect(Buffer.from((await fetchFile(`${origin}/file`, 10)) ?? []).toString()).toBe('0123456789');
  expect(told).toEqual(['Bearer secret']);
  expect(await fetchFile(`${origin}/file`, 9)).toBeUndefined();
  for (const path of ['/elsewhere', '/login', '/gone']) expect(await fetchFile(origin + path, 10)).toBeUndefined();
  const before = told.length;
  expect(await fetchFile(origin.replace('127.0.0.1', 'localhost'), 10)).toBeUndefined();
  expect(await fetchFile('no address', 10)).toBeUndefined();
  expect(told).toHaveLength(before);
});

test('whose addresses are Slack’s and Discord’s; of what stands in for them, its own', () => {
  const slacks = (url: string, api = 'https://slack.com/api/') => isSlacks(api)(new URL(url));
  expect(slacks('https://files.slack.com/files-pri/T1-F1/download/a.png')).toBe(true);
  for (const url of ['http://files.slack.com/a', 'https://files.slack.com.evil.example/a', 'https://evilslack.com/a'])
    expect(slacks(url)).toBe(false);
  expect(slacks('http://127.0.0.1:9/a', 'http://127.0.0.1:9/api/')).toBe(true);
  expect(slacks('https://files.slack.com/a', 'http://127.0.0.1:9/api/')).toBe(false);

  const discords = (url: string, api = 'https://discord.com/api') => isDiscords(api)(new URL(url));
  expect(discords('https://cdn.discordapp.com/attachments/1/2/a.png?ex=1')).toBe(true);
  for (const url of [
    'http://cdn.discordapp.com/a',
    'https://cdn.discordapp.com.evil.example/a',
    'https://discord.com/a',
  ])
    expect(discords(url)).toBe(false);
  expect(discords('http://127.0.0.1:9/a', 'http://127.0.0.1:9/api')).toBe(true);
});
