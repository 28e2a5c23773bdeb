import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/discord/faults.ts';
import { PlatformFailed } from '../../src/meetings/platform.ts';
import { details, platformContract, type Trouble } from './contract.ts';
import { roomsStage } from './discord-stage.ts';

const FAULTS = {
  'credentials-refused': { status: 401, message: '401: Unauthorized' },
  'rate-limited': { status: 429, retryAfter: 0.05 },
  'server-error': { status: 502 },
  'too-slow': { slowMs: 5_000 },
  rubbish: { status: 200, message: 'no channel at all' },
  'answer-lost': { lostAnswer: true },
} as const satisfies Record<Trouble, Fault>;

platformContract('Discord', async () => {
  const stage = await roomsStage();
  const { discord, platform } = stage;
  return {
    platform,
    vendor: {
      breaks: (trouble, times = Number.POSITIVE_INFINITY) => {
        discord.heal();
        if (trouble) discord.fail('*', FAULTS[trouble], times);
      },
      deletes: async (meetingId) => discord.deletesChannel(meetingId),
      meetings: () => discord.voiceChannels().length,
    },
    close: stage.close,
  };
});

let stage: Awaited<ReturnType<typeof roomsStage>>;
beforeEach(async () => {
  stage = await roomsStage({ channelsMost: 70 });
});
afterEach(() => stage.close());

const why = (asked: Promise<unknown>) =>
  asked.then(
    () => 'nothing',
    (error: unknown) => (error instanceof PlatformFailed ? [error.why, error.detail] : error),
  );

test('a room is seen and entered by its people and the admins alone, and its name says nothing of them', async () => {
  const { discord, platform, person } = stage;
  const { meetingId, url } = await platform.create(details);
  expect(url).toBe(`${stage.origin}/sandbox/discord/channels/${discord.credentials.serverId}/${meetingId}`);
  const [channel] = discord.voiceChannels();
  expect(channel?.name).toMatch(/^tutoring-[a-z2-9]{5}$/);
  discord.entersVoice(person('noor'), meetingId);
  discord.entersVoice(person('jonas'), meetingId);
  discord.entersVoice(person('priya'), meetingId);
  expect(() => discord.entersVoice(person('lucia'), meetingId)).toThrow('cannot enter');
  expect(discord.inVoice(meetingId)).toEqual(['Noor Haddad', 'Jonas Weber', 'Priya Nair']);
});

test('rooms are in one category, and in a further one where it is full', async () => {
  const { discord, platform } = stage;
  for (let count = 0; count < 51; count++) await platform.create({ ...details, session: `S${count}` });
  const parents = discord.voiceChannels().map(({ parentId }) => parentId);
  expect(new Set(parents).size).toBe(2);
  expect(parents.filter((one) => one === parents[0])).toHaveLength(50);
});

test('who is not in the server, or has left it, meets elsewhere', async () => {
  const { platform, accounts, discord, person } = stage;
  const slack = [{ chat: 'slack', space: 'T1', userId: 'U1' }];
  const mixed = platform.create({ ...details, accounts: [...accounts('noor'), slack] });
  expect(await why(mixed)).toEqual(['not-in-server', undefined]);
  const elsewhere = [{ chat: 'discord', space: '1100000000000000200', userId: person('jonas') }];
  expect(await why(platform.create({ ...details, accounts: [...accounts('noor'), elsewhere] }))).toEqual([
    'not-in-server',
    undefined,
  ]);
  discord.leaveServer(person('jonas'));
  expect(await why(platform.create(details))).toEqual(['not-in-server', '404/10007 Unknown Member']);
  expect(discord.voiceChannels()).toEqual([]);
});

test('what the bot may not do, or what does not fit, is said by its name', async () => {
  const { platform, discord } = stage;
  discord.letBot('manageChannels', false);
  expect(await why(platform.create(details))).toEqual(['missing-permission', '403/50013 Missing Permissions']);
  expect(await why(platform.check())).toEqual(['missing-permission', 'Manage Channels in Study Hall']);
  discord.letBot('manageChannels', true);
  for (let count = 0; count < 80; count++)
    await platform.create({ ...details, session: `S${count}` }).catch(() => undefined);
  expect(await why(platform.create(details))).toEqual([
    'too-many-rooms',
    '400/30013 Maximum number of server channels reached (500)',
  ]);
  expect(await platform.check()).toEqual({ name: 'Study Hall', seesWhoCame: true });
});

test('somebody else’s channel is never removed', async () => {
  const { platform, discord, api } = stage;
  const { serverId } = discord.credentials;
  const { body } = await api('POST', `/guilds/${serverId}/channels`, { name: 'tutoring-abcde', type: 2 });
  await platform.create(details);
  await platform.remove(body.id);
  expect(discord.voiceChannels().map(({ id }) => id)).toContain(body.id);
});

test('a room whose answer was lost is removed by its name', async () => {
  const { platform, discord } = stage;
  await platform.check();
  discord.fail('POST /guilds/*/channels', { lostAnswer: true }, 1);
  await platform.create(details).catch(() => undefined);
  // The category came first; now the channel's answer is lost.
  discord.fail('POST /guilds/*/channels', { lostAnswer: true }, 1);
  await platform.create(details).catch(() => undefined);
  const [found] = await platform.list(new Date(0), new Date('2027-01-01T00:00:00Z'));
  expect(found?.session).toBe(details.session);
  await platform.remove(found?.meetingId ?? '');
  expect(discord.voiceChannels()).toEqual([]);
});
