import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { PermissionFlagsBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import type { Discord, DiscordOptions } from '../../sandbox/discord/index.ts';
import type { DiscordConfig } from '../../src/config/result.ts';
import { checkDiscord } from '../../src/doctor/discord.ts';
import { lacking } from '../../src/doctor/discord-permissions.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { discordStage } from '../sandbox/discord-stage.ts';

const COMMANDS = ['book', 'sessions'];

interface Spoilt {
  readonly options?: DiscordOptions;
  readonly config?: Partial<DiscordConfig>;
  readonly registered?: readonly string[];
  readonly makesRooms?: boolean;
  readonly spoil?: (discord: Discord) => void;
  /** Put into the answer of `GET` this path. */
  readonly answers?: Readonly<Record<string, object>>;
}

/** A Discord where everything is right but for what is spoilt. */
async function examine(spoilt: Spoilt = {}): Promise<{ findings: readonly Finding[]; faults: readonly string[] }> {
  const { options, config, registered = COMMANDS, makesRooms, spoil, answers = {} } = spoilt;
  const stage = await discordStage(options);
  onTestFinished(() => stage.close());
  const { token, applicationId, serverId, apiPath, adminRoleId, channels } = stage.discord.credentials;
  const commands = registered.map((name) => ({ name, description: name, type: 1 }));
  await stage.api('PUT', `/applications/${applicationId}/commands`, commands);
  spoil?.(stage.discord);

  const server = createServer(
    getRequestListener(
      async (request) => {
        const { pathname } = new URL(request.url);
        const answer = await fetch(`${stage.origin}${pathname}`, {
          headers: { authorization: request.headers.get('authorization') ?? '' },
        });
        const more = answers[pathname.slice(`${apiPath}/v10`.length)];
        const body = (await answer.json()) as object;
        return Response.json(more && !Array.isArray(body) ? { ...body, ...more } : (more ?? body), {
          status: answer.status,
        });
      },
      { overrideGlobalObjects: false },
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());

  const findings = await checkDiscord(
    {
      token,
      applicationId,
      servers: [serverId],
      adminRole: adminRoleId,
      moderationChannel: channels.tutoringAdmins,
      meetingCategory: undefined,
      webUrl: 'https://discord.com',
      apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${apiPath}`,
      ...config,
    },
    COMMANDS,
    makesRooms,
  );
  for (const { ok, what, fix } of findings) {
    expect(`${what} ${fix}`).not.toContain(token);
    if (!ok) expect(fix).toBeTruthy();
  }
  return { findings, faults: findings.filter(({ ok }) => !ok).map(({ what }) => what) };
}

test('when everything is right the doctor says so', async () => {
  const { findings, faults } = await examine();
  expect(faults).toEqual([]);
  expect(findings.filter(({ fix }) => !fix).map(({ what }) => what)).toEqual([
    'Discord: the bot is Tutorline.',
    'Discord: no privileged intent is on, and none is needed.',
    'Discord: the bot may connect.',
    'Discord: the bot is in Study Hall.',
    'Discord: the admins’ role is in Study Hall.',
    'Discord: the bot may write in #tutoring-admins.',
    'Discord: the commands are those of this version.',
  ]);
});

test('a token that Discord does not know', async () => {
  const { faults, findings } = await examine({ config: { token: 'MTEw.abc.def' } });
  expect(faults).toEqual(['Discord does not know DISCORD_TOKEN: it was reset, or the bot was deleted.']);
  expect(findings).toHaveLength(1);
});

test('Discord that is down, busy or not there', async () => {
  const spoil = (fault: { status: number; retryAfter?: number }) => (discord: Discord) =>
    discord.fail('GET /users/@me', fault);
  expect((await examine({ spoil: spoil({ status: 503 }) })).faults).toEqual([expect.stringContaining('503')]);
  const gone = await examine({ config: { apiUrl: 'http://127.0.0.1:4/api' } });
  expect(gone.faults).toEqual(['Discord could not be asked about DISCORD_TOKEN: nothing listens there.']);
});

test('the token of another application', async () => {
  const { faults } = await examine({ config: { applicationId: '1100000000000000999' } });
  expect(faults).toEqual([
    'DISCORD_APPLICATION_ID is not the application of DISCORD_TOKEN, which is 1100000000000000001.',
  ]);
});

test('an application that sends its interactions elsewhere, or that nobody can invite', async () => {
  const answers = {
    '/applications/@me': { interactions_endpoint_url: 'https://old.example', bot_require_code_grant: true },
  };
  expect((await examine({ answers })).faults).toEqual([
    'Discord sends commands and buttons to an Interactions Endpoint URL instead of to the bot.',
    'Nobody can invite the bot: it requires an OAuth2 code grant.',
  ]);
});

test('privileged intents that are on are mentioned', async () => {
  const { findings, faults } = await examine({ answers: { '/applications/@me': { flags: (1 << 15) | (1 << 18) } } });
  expect(faults).toEqual([]);
  expect(findings.map(({ what }) => what)).toContain(
    'Tutorline needs no privileged intent, but on are: Server Members, Message Content.',
  );
});

test('a bot that has used up its connections', async () => {
  const { faults } = await examine({ options: { identifiesPerDay: 0 } });
  expect(faults).toEqual(['The bot has connected too often today, and Discord lets it in no more.']);
});

test('a server without the bot: the address to invite it asks for what it needs and no more', async () => {
  const { faults, findings } = await examine({ config: { servers: ['1100000000000000100', '1100000000000000777'] } });
  expect(faults).toEqual(['The bot is not in the server 1100000000000000777, or there is no such server.']);
  const invite = new URL(/https:\S+/.exec(findings.find(({ ok }) => !ok)?.fix ?? '')?.[0] ?? '');
  expect(Object.fromEntries(invite.searchParams)).toEqual({
    client_id: '1100000000000000001',
    scope: 'bot applications.commands',
    permissions: '52224', // View Channel, Send Messages, Embed Links, Attach Files
    guild_id: '1100000000000000777',
    disable_guild_select: 'true',
  });
});

test('where sessions meet in voice channels, the address to invite the bot asks for what makes them too', async () => {
  const config = { servers: ['1100000000000000100', '1100000000000000777'] };
  const { findings } = await examine({ config, makesRooms: true });
  const fix = findings.find(({ ok }) => !ok)?.fix ?? '';
  // Manage Channels and Connect beside the others.
  expect(new URL(/https:\S+/.exec(fix)?.[0] ?? '').searchParams.get('permissions')).toBe(
    String(52_224 + 16 + 1_048_576),
  );
});

test('a server that exists but has not invited the bot, and one that has but is not configured', async () => {
  const options = { unlistedServer: true };
  const both = await examine({ options });
  expect(both.faults).toEqual([]);
  expect(both.findings.map(({ what }) => what)).toContain(
    'The bot is also in Chess Club (1100000000000000200), which DISCORD_SERVERS does not name.',
  );
});

test('commands that are missing, and that are not ours', async () => {
  const { faults, findings } = await examine({ registered: ['book', 'hello'] });
  expect(faults).toEqual(['Discord does not have the command /sessions.']);
  expect(findings.map(({ what }) => what)).toContain('Discord shows /hello, which this version does not answer.');
});

test('commands of a single server, which people would see twice', async () => {
  const path = '/applications/1100000000000000001/guilds/1100000000000000100/commands';
  const { findings } = await examine({ answers: { [path]: [{ name: 'book' }] } });
  expect(findings.map(({ what }) => what)).toContain(
    'Study Hall has commands of its own, /book: people see them twice.',
  );
});

test('a role of the admins that no server has', async () => {
  const { faults } = await examine({ config: { adminRole: '1100000000000000999' } });
  expect(faults).toEqual(['DISCORD_ADMIN_ROLE names 1100000000000000999, which is a role of none of the servers.']);
});

test('a moderation channel that is not there, not visible, not writable, no text channel, or elsewhere', async () => {
  const unknown = await examine({ config: { moderationChannel: '1100000000000000999' } });
  expect(unknown.faults).toEqual(['DISCORD_MODERATION_CHANNEL names 1100000000000000999, which does not exist.']);

  const channel = '1100000000000000112';
  const hidden = await examine({
    spoil: (discord) =>
      discord.fail(`GET /channels/${channel}`, { status: 403, code: 50001, message: 'Missing Access' }),
  });
  expect(hidden.faults).toEqual(['The bot cannot see Discord’s moderation channel.']);

  const at = `/channels/${channel}`;
  const readOnly = { id: '1100000000000000001', type: 1, allow: '0', deny: String(PermissionFlagsBits.SendMessages) };
  const muted = await examine({ answers: { [at]: { permission_overwrites: [readOnly] } } });
  expect(muted.faults).toEqual(['In Discord’s moderation channel the bot lacks Send Messages.']);

  const voice = await examine({ answers: { [at]: { type: 2 } } });
  expect(voice.faults).toEqual(['Discord’s moderation channel is not a text channel.']);

  const elsewhere = await examine({ answers: { [at]: { guild_id: '1100000000000000200' } } });
  expect(elsewhere.faults).toEqual(['Discord’s moderation channel is in none of the servers of DISCORD_SERVERS.']);

  const none = await examine({ config: { moderationChannel: undefined } });
  expect(none.findings.map(({ what }) => what)).toContain('Discord has no moderation channel.');
});

test('permissions are computed as Discord does', () => {
  const { ViewChannel, SendMessages, EmbedLinks, AttachFiles, Administrator } = PermissionFlagsBits;
  const all = ViewChannel | SendMessages | EmbedLinks | AttachFiles;
  const overwrite = (id: string, type: 0 | 1, allow: bigint, deny: bigint) => ({ id, type, allow, deny });
  const lacks = (everyone: bigint, bot: bigint, ...overwrites: ReturnType<typeof overwrite>[]) =>
    lacking({
      server: {
        id: 'S',
        roles: [
          { id: 'S', name: '@everyone', permissions: everyone },
          { id: 'B', name: 'Tutorline', permissions: bot },
          { id: 'X', name: 'others', permissions: Administrator },
        ],
      },
      member: { id: 'U', roles: ['B'] },
      overwrites,
    });
  expect(lacks(0n, all)).toEqual([]);
  expect(lacks(ViewChannel, SendMessages)).toEqual(['Embed Links', 'Attach Files']);
  expect(lacks(all, 0n, overwrite('S', 0, 0n, ViewChannel))).toEqual(['View Channel']);
  expect(lacks(all, 0n, overwrite('S', 0, 0n, ViewChannel), overwrite('B', 0, ViewChannel, 0n))).toEqual([]);
  expect(lacks(all, 0n, overwrite('B', 0, ViewChannel, 0n), overwrite('U', 1, 0n, ViewChannel))).toEqual([
    'View Channel',
  ]);
  expect(lacks(all, 0n, overwrite('X', 0, 0n, ViewChannel))).toEqual([]);
  expect(lacks(0n, Administrator, overwrite('S', 0, 0n, all))).toEqual([]);
});
