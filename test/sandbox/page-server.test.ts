import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index.ts';
import { createGoogleMeet } from '../../src/meetings/google/google-meet.ts';
import { details } from '../meetings/contract.ts';

const LENA = 'U0LENA0001';
const manifest = { features: { slash_commands: [] }, settings: {} };
let sandbox: Sandbox;
afterEach(() => sandbox.close());

async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  sandbox = await startSandbox({ port: 0, manifest, ...options });
  return sandbox;
}

const act = (given: object, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.origin}/sandbox/act`, { method: 'POST', body: JSON.stringify(given), headers });
const hello = { chat: 'slack', by: LENA, deed: 'types', with: { conversation: 'C0GENERAL1', text: 'hello' } };

/** `fetch` sets the host itself; this asks as a browser that was sent here by another name. */
function status(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${sandbox.origin}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('what is not the sandbox’s own goes to the bot, as soon as there is one', async () => {
  await start();
  expect((await fetch(`${sandbox.origin}/health`)).status).toBe(503);
  const none = async () => undefined;
  sandbox.connect({ fetch: (asked) => new Response(new URL(asked.url).pathname), tick: none, startOver: none });
  expect(await (await fetch(`${sandbox.origin}/j/token`)).text()).toBe('/j/token');
  expect((await fetch(`${sandbox.origin}/sandbox/page/../index.ts`)).status).not.toBe(500);
  expect(await (await fetch(`${sandbox.origin}/sandbox/page/%2e%2e/index.ts`)).text()).not.toContain('startSandbox');
});

test('the page lets in nothing from elsewhere, and is served without types', async () => {
  await start();
  const page = await fetch(sandbox.origin);
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self' 'sha256-/);
  expect(await page.text()).not.toMatch(/(src|href)="(?!\/sandbox\/page\/)/);
  const script = await fetch(`${sandbox.origin}/sandbox/page/app.ts`);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await script.text()).not.toContain('import type');
});

test('no other website can act here, and no other name leads here', async () => {
  await start();
  const { host } = new URL(sandbox.origin);
  expect((await act(hello)).status).toBe(200);
  expect((await act(hello, { origin: sandbox.origin })).status).toBe(200);
  expect((await act(hello, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await act(hello, { origin: 'null' })).status).toBe(403);
  expect(await status('/sandbox/act', { host: 'evil.example' }, 'POST')).toBe(403);
  expect(await status('/', { host: `evil.example:${host.split(':')[1]}` })).toBe(403);
  expect(await status('/sandbox/events', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await status('/sandbox/slack/api/auth.test', { origin: 'https://evil.example' }, 'POST')).toBe(403);
  expect(await status('/sandbox/discord/api/v10/gateway', { host: 'evil.example' })).toBe(403);
  const socket = new WebSocket(`${sandbox.origin.replace('http', 'ws')}/sandbox/discord/gateway`, {
    origin: 'https://evil.example',
  });
  const refused = await new Promise((resolve) => socket.on('error', resolve));
  expect(String(refused)).toContain('403');
});

test('a chat that says no is answered in its own words; nonsense in one sentence', async () => {
  await start();
  const answer = async (given: object) => (await act(given)).json();
  expect(await answer({ ...hello, with: { conversation: 'C0GENERAL1', text: '/nothing' } })).toEqual({
    error: '`/nothing` is not a valid command.',
  });
  expect(await answer({ chat: 'slack', by: LENA, deed: 'uninstalls' })).toEqual({
    error: 'Nobody can do "uninstalls" in slack.',
  });
  expect(await answer({ chat: 'slack', by: LENA, deed: 'constructor' })).toEqual({
    error: 'Nobody can do "constructor" in slack.',
  });
  expect(await answer({ ...hello, with: {} })).toEqual({
    error: 'The page sent something that the sandbox does not understand.',
  });
});

test('the clock only moves on, and each move ticks the bot', async () => {
  await start();
  const ticks: Date[] = [];
  const none = async () => undefined;
  const tick = async () => void ticks.push(sandbox.clock());
  sandbox.connect({ fetch: () => new Response(), tick, startOver: none });
  const inAnHour = new Date(Date.now() + 3_600_000);
  await Promise.all([sandbox.moveClock(inAnHour), sandbox.moveClock(new Date(inAnHour.getTime() + 60_000))]);
  expect(ticks.map((at) => Math.round((at.getTime() - inAnHour.getTime()) / 60_000))).toEqual([0, 1]);
  await expect(sandbox.moveClock(new Date())).rejects.toThrow('The clock only moves on.');
  await sandbox.startOver();
  expect(Math.abs(sandbox.clock().getTime() - Date.now())).toBeLessThan(1000);
});

test('what was written survives a restart; starting over clears both chats and the bot', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const stateFile = join(folder, 'inside', 'chats.json');
  const texts = () =>
    sandbox.slack.screen(LENA).conversations.flatMap(({ messages }) => messages.map(({ text }) => text));
  await start({ stateFile });
  await act(hello);
  await sandbox.discord.types(sandbox.discord.people[0]?.id ?? '', 'study', 'hi');
  await sandbox.close();

  await start({ stateFile });
  expect(texts()).toEqual(['hello']);
  const cleared: string[] = [];
  const none = async () => undefined;
  sandbox.connect({ fetch: () => new Response(), tick: none, startOver: async () => void cleared.push('the bot') });
  await sandbox.startOver();
  expect([...texts(), ...cleared]).toEqual(['the bot']);
  expect(JSON.stringify(sandbox.discord.dump())).not.toContain('"hi"');
  await sandbox.close();

  await start({ stateFile });
  expect(texts()).toEqual([]);
  await sandbox.close();
  await writeFile(stateFile, 'not JSON');
  await expect(startSandbox({ port: 0, manifest, stateFile })).rejects.toThrow('Move that file away to start afresh.');
  await rm(folder, { recursive: true });
  await start();
});

test('the page makes the meeting platforms fail, and starting over mends them', async () => {
  await start();
  const set = (faults: object) =>
    fetch(`${sandbox.origin}/sandbox/faults`, { method: 'POST', body: JSON.stringify(faults) });
  const now = async () => {
    const { faults } = await (await fetch(`${sandbox.origin}/sandbox/state`)).json();
    return [faults.zoom.now, faults.google.now];
  };
  expect(await now()).toEqual([null, null]);
  await set({ zoom: 'down', google: 'no-meet-licence' });
  expect(await now()).toEqual(['down', 'no-meet-licence']);
  await set({ zoom: null });
  expect(await now()).toEqual([null, 'no-meet-licence']);
  expect((await set({ zoom: 'on fire' })).status).toBe(422);
  await sandbox.startOver();
  expect(await now()).toEqual([null, null]);
});

test('an event of Google’s calendar is put off or deleted as a person would there', async () => {
  const { google, origin } = await start();
  const { clientId, clientSecret, refreshToken, apiPath, tokenPath, meetApiPath } = google.credentials;
  const meet = createGoogleMeet({
    credentials: { kind: 'refresh-token', clientId, clientSecret, refreshToken },
    calendarId: 'primary',
    apiUrl: `${origin}${apiPath}`,
    oauthUrl: `${origin}${tokenPath}`,
    meetApiUrl: `${origin}${meetApiPath}`,
    now: () => new Date(),
  });
  const { meetingId } = await meet.create(details);
  const edit = (event: string, to: string) =>
    fetch(`${origin}/sandbox/calendar`, { method: 'POST', body: JSON.stringify({ event, to }) });
  expect((await edit('none', 'later')).status).toBe(422);
  expect((await edit(meetingId, 'later')).status).toBe(200);
  expect((await meet.get(meetingId))?.startsAt).toEqual(new Date(details.startsAt.getTime() + 3_600_000));
  const shown = async () => (await (await fetch(`${origin}/sandbox/state`)).json()).mail.events;
  expect(await shown()).toMatchObject([{ id: meetingId }]);
  expect((await edit(meetingId, 'deleted')).status).toBe(200);
  expect(await meet.get(meetingId)).toBeUndefined();
  expect(await shown()).toEqual([]);
});
