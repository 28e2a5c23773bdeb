import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { checkPlatforms } from '../../src/doctor/platforms.ts';
import { type Platform, PlatformFailed } from '../../src/meetings/platform.ts';
import { platformReports } from '../../src/meetings/reports.ts';
import { withoutMemory } from '../../src/meetings/room.ts';
import { discordStage } from '../sandbox/discord-stage.ts';

const ZOOM = {
  ZOOM_ACCOUNT_ID: 'account',
  ZOOM_CLIENT_ID: 'client',
  ZOOM_CLIENT_SECRET: 'not-a-real-secret',
  ZOOM_API_URL: 'http://127.0.0.1:4/v2',
  ZOOM_OAUTH_URL: 'http://127.0.0.1:4/oauth/token',
};

test('the doctor says which platform works, and what to do about one that does not', async () => {
  const jitsiServer = createServer((_request, response) => response.end('a page')).listen(0, '127.0.0.1');
  onTestFinished(() => void jitsiServer.close());
  await once(jitsiServer, 'listening');
  const { port } = jitsiServer.address() as AddressInfo;
  const at = { JITSI_BASE_URL: `http://127.0.0.1:${port}/` };
  const config = readConfig({ SANDBOX: '1', MEETING_PLATFORMS: 'jitsi,zoom', ...ZOOM, ...at });
  const [jitsi, zoom, ...others] = await checkPlatforms(config);
  expect(others).toEqual([]);
  expect(jitsi).toMatchObject({ ok: true, what: 'Jitsi works, as 127.0.0.1.' });
  expect(zoom).toMatchObject({ ok: false, what: expect.stringMatching(/^Zoom does not work: unreachable/) });
  expect(zoom?.fix).toMatch(/status page/);
  expect(JSON.stringify(zoom)).not.toContain('not-a-real-secret');
});

test('the doctor says which permission the bot lacks for rooms in Discord', async () => {
  const { discord, origin, close } = await discordStage();
  onTestFinished(close);
  const { token, serverId, apiPath } = discord.credentials;
  const connected = {
    SLACK_BOT_TOKEN: undefined,
    DISCORD_TOKEN: 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789',
    DISCORD_SERVERS: serverId,
    DISCORD_API_URL: `${origin}${apiPath}`,
    MEETING_PLATFORMS: 'discord',
  };
  const read = readConfig(connected);
  const config = { ...read, discord: read.discord && { ...read.discord, token } };
  expect(await checkPlatforms(config)).toMatchObject([{ ok: true, what: 'Discord works, as Study Hall.' }]);
  discord.letBot('manageChannels', false);
  discord.letBot('connect', false);
  expect(await checkPlatforms(config)).toMatchObject([
    {
      ok: false,
      what: 'Discord does not work: missing-permission (Manage Channels in Study Hall).',
      fix: expect.stringContaining('Manage Channels and Connect'),
    },
  ]);
});

function platform(id: string, check: Platform['check']): Platform {
  const create = () => Promise.reject(new Error('nobody asks for it'));
  return { id, name: id, tutorMustLogIn: false, ...withoutMemory(id, (room) => room), create, check };
}

test('the status waits for nobody longer than it may, and asks all at once', async () => {
  const never = () => new Promise<never>(() => undefined);
  const broken = () => Promise.reject(new PlatformFailed('broken', true, { detail: 'HTTP 500' }));
  const platforms = [platform('zoom', never), platform('google-meet', never), platform('jitsi', broken)];
  const before = performance.now();
  const reports = await platformReports({ platforms }, 50);
  expect(performance.now() - before).toBeLessThan(2000);
  expect(reports.map(({ id, health }) => [id, 'why' in health ? health.why : health.kind])).toEqual([
    ['zoom', 'timed-out'],
    ['google-meet', 'timed-out'],
    ['jitsi', 'broken'],
    ['custom', 'not-set-up'],
    ['discord', 'not-set-up'],
  ]);
});
