import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Log } from '../../src/core/log.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World, type WorldOptions } from '../world/world.ts';

// The waits grow to minutes: here they are over sooner.
vi.mock('node:timers/promises', async (original) => {
  const real = await original<typeof import('node:timers/promises')>();
  return {
    ...real,
    setTimeout: (ms: number, ...rest: [unknown?, object?]) => real.setTimeout(Math.min(ms, 50), ...rest),
  };
});

let world: World;
let lines: { readonly level: keyof Log; readonly message: string }[];
beforeEach(() => {
  lines = [];
});
afterEach(() => world.stop());

async function begin(options: WorldOptions = {}): Promise<void> {
  const write = (level: keyof Log) => (_data: object, message: string) => void lines.push({ level, message });
  world = await createWorld({ ...options, log: { info: write('info'), warn: write('warn'), error: write('error') } });
}

const health = async () => {
  const answer = await world.app.http.fetch(new Request('http://here/health'));
  return { ...(await answer.json()), status: answer.status };
};
const errorsAbout = (what: string) => lines.filter(({ level, message }) => level === 'error' && message.includes(what));

describe('Slack', () => {
  test.each(['token_revoked', 'invalid_auth', 'account_inactive', 'not_authed'])(
    'a bot token of which Slack says %s is said once, told in Discord, and what is owed arrives once it is good again',
    async (why) => {
      await begin({ slackOver: why === 'token_revoked' ? 'socket' : 'http' });
      const { lena, theo, priya, slack } = world;
      await books(lena, theo.name);
      await theo.waitsFor('asks you for a session');
      await world.settled();
      slack.refuseToken('bot', why);
      await theo.presses('Confirm').catch(() => undefined);
      await expect.poll(async () => (await health()).status).toBe(503);
      for (let minute = 0; minute < 3; minute++) await world.app.tick();
      await priya.waitsFor('I’m cut off from Slack');
      expect(priya.sees('SLACK_BOT_TOKEN')).toBe(true);
      expect(await health()).toMatchObject({
        parts: { slack: 'down', discord: 'up' },
        why: { slack: /SLACK_BOT_TOKEN/ },
      });
      expect(errorsAbout('SLACK_BOT_TOKEN')).toHaveLength(1);
      slack.refuseToken('bot', null);
      await lena.waitsFor('Where: Jitsi');
      await world.app.tick();
      await priya.waitsFor('Slack works again');
      expect((await health()).status).toBe(200);
    },
  );

  test.each([
    ['taken out of the workspace', 'socket'],
    ['taken out of the workspace', 'http'],
    ['left without its token', 'http'],
  ] as const)(
    'an app that is %s is told so by Slack over %s: before anybody needs it, admins in Discord read what to do',
    async (what, slackOver) => {
      await begin({ slackOver });
      const { lena, priya, slack } = world;
      const isOut = what === 'taken out of the workspace';
      await (isOut ? slack.uninstalls() : slack.revokesToken());
      await expect.poll(health).toMatchObject({
        status: 503,
        parts: { slack: 'down', discord: 'up' },
        why: { slack: /SLACK_BOT_TOKEN/ },
      });
      for (let minute = 0; minute < 3; minute++) await world.app.tick();
      await priya.waitsFor('I’m cut off from Slack');
      expect(priya.sees('the app was uninstalled, or the token revoked. Install the app again')).toBe(true);
      expect(errorsAbout('Install the app again')).toHaveLength(1);
      if (isOut) await slack.uninstalls(false);
      else slack.refuseToken('bot', null);
      await expect.poll(async () => (await health()).status).toBe(200);
      await world.app.tick();
      await priya.waitsFor('Slack works again');
      await lena.types('/sessions');
      await lena.waitsFor('Nothing is planned');
    },
  );

  test('tokens of others that are revoked, and word that comes when all is well again, alarm nobody', async () => {
    await begin();
    const { lena, priya, slack } = world;
    await slack.revokesToken('oauth');
    expect((await health()).status).toBe(200);
    await slack.revokesToken();
    slack.refuseToken('bot', null);
    await expect.poll(async () => (await health()).status).toBe(200);
    await lena.types('/sessions');
    await lena.waitsFor('Nothing is planned');
    await world.app.tick();
    expect(priya.sees('cut off')).toBe(false);
    expect(errorsAbout('SLACK_BOT_TOKEN')).toEqual([]);
  });

  test('an app token that is revoked closes the socket; once it is good again, it opens without a restart', async () => {
    await begin();
    const { lena, priya, slack } = world;
    slack.refuseToken('app', 'token_revoked');
    await expect.poll(async () => (await health()).why?.slack).toContain('SLACK_APP_TOKEN');
    await world.app.tick();
    await priya.waitsFor('SLACK_APP_TOKEN');
    expect(errorsAbout('SLACK_APP_TOKEN')).toHaveLength(1);
    slack.refuseToken('app', null);
    await expect.poll(async () => (await health()).status).toBe(200);
    await lena.types('/sessions');
    await lena.waitsFor('Nothing is planned');
  });

  test('a moderation channel that is gone is told in the other chat, and what admins should read waits for it', async () => {
    await begin();
    const { lena, theo, grace, priya, slack } = world;
    const channel = slack.channels.find(({ name }) => name === 'tutoring-admins')?.id ?? '';
    slack.hidesChannel(channel);
    await books(lena, theo.name);
    await theo.waitsFor('asks you for a session');
    await world.settled();
    await world.moveTo('2026-12-01T09:30:00Z');
    await priya.waitsFor('No answer yet from');
    await world.app.tick();
    await priya.waitsFor('SLACK_MODERATION_CHANNEL');
    expect(await health()).toMatchObject({ status: 200, why: { slack: /SLACK_MODERATION_CHANNEL/ } });
    expect(errorsAbout('SLACK_MODERATION_CHANNEL')).toHaveLength(1);
    slack.hidesChannel(channel, false);
    await grace.waitsFor('No answer yet from');
    await expect.poll(async () => (await health()).why).toBeUndefined();
  });
});

describe('Discord', () => {
  test('a token that was reset (4004) is said once, told in Slack, and what is owed arrives once it is good again', async () => {
    await begin();
    const { noor, jonas, grace, discord } = world;
    await books(noor, jonas.name, '2026-12-01 11:00');
    await jonas.waitsFor('asks you for a session');
    await world.settled();
    discord.resetToken();
    await expect.poll(async () => (await health()).status).toBe(503);
    for (let minute = 0; minute < 3; minute++) await world.app.tick();
    await grace.waitsFor('I’m cut off from Discord');
    expect(grace.sees('DISCORD_TOKEN')).toBe(true);
    expect(await health()).toMatchObject({
      parts: { slack: 'up', discord: 'down' },
      why: { discord: /DISCORD_TOKEN/ },
    });
    expect(errorsAbout('DISCORD_TOKEN')).toHaveLength(1);
    discord.resetToken(true);
    await expect.poll(async () => (await health()).status).toBe(200);
    await world.app.tick();
    await grace.waitsFor('Discord works again');
    await jonas.presses('Confirm');
    await noor.waitsFor('Where: Jitsi');
  });

  test('an intent that is refused (4014) is said once, and the bot comes back when it is allowed', async () => {
    await begin();
    const { noor, grace, discord } = world;
    discord.refuseIntents();
    await expect.poll(async () => (await health()).why?.discord).toContain('intent');
    await world.app.tick();
    await grace.waitsFor('Discord refuses an intent');
    expect(errorsAbout('intent')).toHaveLength(1);
    discord.refuseIntents(true);
    await expect.poll(async () => (await health()).status).toBe(200);
    await noor.types('/sessions');
    await noor.waitsFor('Nothing is planned');
  });

  test('a bot that is taken out of its server says so in Slack, and works again when it is invited', async () => {
    await begin();
    const { noor, grace, discord } = world;
    discord.removeBot(discord.credentials.serverId);
    await expect.poll(async () => (await health()).why?.discord).toContain('DISCORD_SERVERS');
    await world.app.tick();
    await grace.waitsFor('DISCORD_SERVERS');
    discord.invite(discord.credentials.serverId);
    await expect.poll(async () => (await health()).status).toBe(200);
    await world.app.tick();
    await grace.waitsFor('Discord works again');
    await noor.types('/sessions');
    await noor.waitsFor('Nothing is planned');
  });

  test('a moderation channel that was deleted is told in Slack, and what admins should read waits for it', async () => {
    await begin();
    const { noor, jonas, grace, priya, discord } = world;
    const channel = discord.credentials.channels.tutoringAdmins;
    discord.hidesChannel(channel);
    await books(noor, jonas.name, '2026-12-01 11:00');
    await world.settled();
    await world.moveTo('2026-12-01T09:30:00Z');
    await grace.waitsFor('No answer yet from');
    await world.app.tick();
    await grace.waitsFor('DISCORD_MODERATION_CHANNEL');
    expect(await health()).toMatchObject({ status: 200, why: { discord: /DISCORD_MODERATION_CHANNEL/ } });
    discord.hidesChannel(channel, false);
    await priya.waitsFor('No answer yet from');
  });
});
