import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { checkPlatforms } from '../../src/doctor/platforms.ts';
import { type Platform, PlatformFailed } from '../../src/meetings/platform.ts';
import { platformReports } from '../../src/meetings/reports.ts';
import { withoutMemory } from '../../src/meetings/room.ts';

const ZOOM = {
  ZOOM_ACCOUNT_ID: 'account',
  ZOOM_CLIENT_ID: 'client',
  ZOOM_CLIENT_SECRET: 'not-a-real-secret',
  ZOOM_API_URL: 'http://127.0.0.1:4/v2',
  ZOOM_OAUTH_URL: 'http://127.0.0.1:4/oauth/token',
};

test('the doctor says which platform works, and what to do about one that does not', async () => {
  const config = readConfig({ SANDBOX: '1', MEETING_PLATFORMS: 'jitsi,zoom', ...ZOOM });
  const [jitsi, zoom, ...others] = await checkPlatforms(config);
  expect(others).toEqual([]);
  expect(jitsi).toMatchObject({ ok: true, what: 'Jitsi works, as meet.jit.si.' });
  expect(zoom).toMatchObject({ ok: false, what: expect.stringMatching(/^Zoom does not work: unreachable/) });
  expect(zoom?.fix).toMatch(/status page/);
  expect(JSON.stringify(zoom)).not.toContain('not-a-real-secret');
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
  ]);
});
