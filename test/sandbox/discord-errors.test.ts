import { afterEach, describe, expect, test } from 'vitest';
import type { DiscordOptions } from '../../sandbox/discord/index.ts';
import { type DiscordStage, discordStage, USUAL_INTENTS } from './discord-stage.ts';

const open: DiscordStage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

async function start(options?: DiscordOptions, saved?: unknown) {
  const stage = await discordStage(options, saved);
  open.push(stage);
  const { credentials } = stage.discord;
  const openDm = async (username: string): Promise<string> =>
    (await stage.api('POST', '/users/@me/channels', { recipient_id: stage.person(username) })).body.id;
  return { ...stage, credentials, openDm };
}

describe('who may do what', () => {
  test('a wrong token is unauthorized', async () => {
    const { api } = await start();
    const { status, body } = await api('GET', '/users/@me', undefined, { Authorization: 'Bot wrong' });
    expect([status, body]).toEqual([401, { code: 0, message: '401: Unauthorized' }]);
  });

  test.each([
    ['GET', '/channels/1', 404, 10003],
    ['GET', '/channels/1100000000000000111/messages/1', 404, 10008],
    ['PATCH', '/channels/1100000000000000111/messages/1', 404, 10008],
    ['GET', '/guilds/1', 404, 10004],
    ['GET', '/guilds/1100000000000000200', 403, 50001],
    ['GET', '/guilds/1100000000000000100/members/1', 404, 10013],
    ['GET', '/guilds/1100000000000000100/members', 403, 50001],
    ['GET', '/users/1', 404, 10013],
    ['GET', '/nowhere', 404, 0],
    ['DELETE', '/users/@me', 405, 0],
  ])('%s %s', async (method, path, status, code) => {
    const { api } = await start();
    const answer = await api(method, path, method === 'PATCH' ? {} : undefined);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('channels that the bot may not read or write', async () => {
    const { api, credentials } = await start({
      extraChannels: [
        { name: 'secret', botMay: 'nothing' },
        { name: 'rules', botMay: 'read' },
      ],
    });
    const channels = (await api('GET', `/guilds/${credentials.serverId}/channels`)).body;
    const say = async (name: string) => {
      const { status, body } = await api(
        'POST',
        `/channels/${channels.find((one) => one.name === name)?.id}/messages`,
        { content: 'a' },
      );
      return [status, body.code];
    };
    expect(await say('secret')).toEqual([403, 50001]);
    expect(await say('rules')).toEqual([403, 50013]);
  });

  test('closed direct messages, and people who left', async () => {
    const { api, discord, openDm, person, credentials } = await start();
    const dm = await openDm('noor');
    const say = async () => {
      const { status, body } = await api('POST', `/channels/${dm}/messages`, { content: 'a' });
      return [status, body.code];
    };
    discord.closeDms(person('noor'));
    expect(await say()).toEqual([403, 50007]);
    discord.openDms(person('noor'));
    discord.leaveServer(person('noor'));
    expect(await say()).toEqual([403, 50278]);
    expect((await api('GET', `/guilds/${credentials.serverId}/members/${person('noor')}`)).body.code).toBe(10007);
    expect(discord.invalidRequests()).toBe(2);
    discord.joinServer(person('noor'));
    expect(await say()).toEqual([200, undefined]);
    expect((await api('POST', '/users/@me/channels', { recipient_id: '1' })).body.code).toBe(50033);
  });

  test("other people's messages", async () => {
    const { api, discord, person, credentials } = await start();
    const { study } = credentials.channels;
    const id = await discord.types(person('noor'), 'study', 'mine');
    expect((await api('PATCH', `/channels/${study}/messages/${id}`, { content: 'a' })).body.code).toBe(50005);
    expect((await api('DELETE', `/channels/${study}/messages/${id}`)).body.code).toBe(50013);
    expect((await api('POST', `/channels/${study}/messages`, { content: '' })).body.code).toBe(50006);
  });

  test('a body that is not JSON, a version that is not played', async () => {
    const { api, origin, credentials } = await start();
    expect((await api('POST', `/channels/${credentials.channels.study}/messages`, '{')).body.code).toBe(50109);
    const old = await fetch(`${origin}${credentials.apiPath}/v6/gateway`);
    expect(await old.json()).toMatchObject({ code: 50041 });
  });

  test('members carry roles; admins see what others do not', async () => {
    const { api, discord, person, credentials } = await start();
    const member = await api('GET', `/guilds/${credentials.serverId}/members/${person('priya')}`);
    expect(member.body).toMatchObject({ user: { username: 'priya' }, roles: [credentials.adminRoleId] });
    const channels = (name: string) => discord.screen(person(name)).servers[0]?.channels.map((channel) => channel.name);
    expect(channels('noor')).toEqual(['welcome', 'study']);
    expect(channels('priya')).toEqual(['welcome', 'study', 'tutoring-admins']);
    await api('POST', `/applications/${credentials.applicationId}/commands`, {
      name: 'tutoring',
      description: 'For admins',
      default_member_permissions: '32',
      contexts: [0],
    });
    expect(discord.screen(person('noor')).commands).toEqual([]);
    expect(discord.screen(person('priya')).commands).toMatchObject([{ name: 'tutoring', inDm: false }]);
    await expect(discord.runs(person('noor'), 'study', 'tutoring')).rejects.toThrow('offered no command');
  });
});

describe('messages', () => {
  test('a nonce gives the first message back for five minutes', async () => {
    const { api, openDm, clock } = await start();
    const dm = await openDm('noor');
    const send = async () =>
      (await api('POST', `/channels/${dm}/messages`, { content: 'a', nonce: 'n', enforce_nonce: true })).body.id;
    const first = await send();
    clock.now = new Date(clock.now.getTime() + 4 * 60_000);
    expect(await send()).toBe(first);
    clock.now = new Date(clock.now.getTime() + 2 * 60_000);
    expect(await send()).not.toBe(first);
  });

  test('only allowed mentions alert anybody', async () => {
    const { api, discord, person, credentials } = await start();
    const { study } = credentials.channels;
    const pings = async (allowed_mentions?: object) => {
      const { body } = await api('POST', `/channels/${study}/messages`, {
        content: `<@${person('noor')}> @everyone`,
        allowed_mentions,
      });
      const seen = discord
        .screen(person('noor'))
        .servers[0]?.channels.find(({ id }) => id === study)
        ?.messages.at(-1);
      return [body.mentions.length, body.mention_everyone, seen?.pingsMe];
    };
    expect(await pings()).toEqual([1, false, true]);
    expect(await pings({ parse: [] })).toEqual([0, false, false]);
    expect(await pings({ parse: [], users: [person('noor')] })).toEqual([1, false, true]);
  });

  test('a list comes newest first, at most a hundred', async () => {
    const { api, openDm } = await start();
    const dm = await openDm('noor');
    for (const content of ['a', 'b', 'c']) await api('POST', `/channels/${dm}/messages`, { content });
    expect((await api('GET', `/channels/${dm}/messages?limit=2`)).body.map(({ content }) => content)).toEqual([
      'c',
      'b',
    ]);
    expect((await api('GET', `/channels/${dm}/messages?limit=101`)).body.code).toBe(50035);
  });

  test('ids carry the time, and grow while it stands still', async () => {
    const { api, openDm, clock } = await start();
    const dm = await openDm('noor');
    const ids: bigint[] = [];
    for (const content of ['a', 'b'])
      ids.push(BigInt((await api('POST', `/channels/${dm}/messages`, { content })).body.id));
    expect(Number((ids[0] ?? 0n) >> 22n) + 1_420_070_400_000).toBe(clock.now.getTime());
    expect(ids[1]).toBeGreaterThan(ids[0] ?? 0n);
  });
});

describe('limits in time', () => {
  test('the sixth message within five seconds waits', async () => {
    const { api, openDm } = await start({ rateLimits: true });
    const dm = await openDm('noor');
    for (const remaining of ['4', '3', '2', '1', '0']) {
      const { status, headers } = await api('POST', `/channels/${dm}/messages`, { content: 'a' });
      expect([status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual([
        200,
        '5',
        remaining,
      ]);
    }
    const { status, body, headers } = await api('POST', `/channels/${dm}/messages`, { content: 'a' });
    expect([status, body.global, headers.get('x-ratelimit-scope')]).toEqual([429, false, 'user']);
    expect(body.retry_after).toBeGreaterThan(4);
    expect(body.retry_after).toBeLessThanOrEqual(5);
  });

  test('the 51st request of a second waits', async () => {
    const { api } = await start({ rateLimits: true });
    const answers = await Promise.all(Array.from({ length: 60 }, () => api('GET', '/users/@me')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body).toMatchObject({ global: true });
    expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
  });

  test('too many new direct messages, and too many invalid requests', async () => {
    const { api, openDm, person } = await start({ rateLimits: true, newDmsPerTenMinutes: 1, invalidRequestLimit: 2 });
    await openDm('noor');
    await openDm('noor');
    const second = await api('POST', '/users/@me/channels', { recipient_id: person('lucia') });
    expect([second.status, second.body.code]).toEqual([403, 40003]);
    await api('GET', '/users/@me', undefined, { Authorization: 'Bot wrong' });
    await expect(api('GET', '/users/@me')).rejects.toThrow('JSON');
  });

  test('faults on demand', async () => {
    const { api, discord } = await start();
    discord.fail('GET /users/*', { status: 503 }, 2);
    expect((await api('GET', '/users/@me')).status).toBe(503);
    expect((await api('GET', '/users/@me')).status).toBe(503);
    discord.fail('GET /users/@me', { status: 429, retryAfter: 0.2 });
    expect((await api('GET', '/users/@me')).body).toMatchObject({ retry_after: 0.2 });
    expect((await api('GET', '/users/@me')).status).toBe(200);
  });
});

describe('the gateway', () => {
  test.each([
    ['a wrong token', { token: 'wrong' }, 4004],
    ['an intent that nobody approved', { intents: USUAL_INTENTS | (1 << 15) }, 4014],
    ['an intent that does not exist', { intents: 1 << 30 }, 4013],
  ])('closes on %s', async (_, identify, code) => {
    const { connect } = await start();
    const bot = await connect(identify);
    expect(await bot.closed).toBe(code);
  });

  test('closes on an old version, nonsense, a second identify, and silence', async () => {
    const { connect, credentials } = await start();
    expect(await (await connect('do not identify', '?v=6')).closed).toBe(4012);
    const nonsense = await connect('do not identify');
    nonsense.send(99, null);
    expect(await nonsense.closed).toBe(4001);
    const twice = await connect();
    twice.send(2, { token: credentials.token, intents: 0 });
    expect(await twice.closed).toBe(4005);
    const impatient = await start({ heartbeatMs: 20 });
    expect(await (await impatient.connect()).closed).toBe(4009);
  });

  test('counts identifies', async () => {
    const { connect, api } = await start({ identifiesPerDay: 1 });
    await (await connect()).event('READY');
    expect((await api('GET', '/gateway/bot')).body).toMatchObject({ session_start_limit: { total: 1, remaining: 0 } });
    expect(await (await connect()).closed).toBe(4004);
  });

  test('replays what was missed; forgets a session that said goodbye', async () => {
    const { connect, credentials, discord, person } = await start();
    const first = await connect();
    const { session_id } = await first.event('READY');
    await first.event('GUILD_CREATE');
    first.close(4200);
    await first.closed;
    await discord.types(person('noor'), 'dm', 'are you there?');
    const second = await connect('do not identify');
    second.send(6, { token: credentials.token, session_id, seq: 2 });
    expect(await second.event('MESSAGE_CREATE')).toMatchObject({ content: 'are you there?', channel_type: 1 });
    await second.event('RESUMED');
    second.send(1, 3);
    expect(await second.frame(11)).toBeNull();
    second.close(1000);
    await second.closed;
    const third = await connect('do not identify');
    third.send(6, { token: credentials.token, session_id, seq: 2 });
    expect(await third.frame(9)).toBe(false);
  });

  test('hides what is said in a server without the intent to read it', async () => {
    const { connect, discord, person, credentials } = await start();
    const bot = await connect({ intents: USUAL_INTENTS | (1 << 9) });
    await bot.event('READY');
    await discord.types(person('noor'), 'study', 'secret');
    expect(await bot.event('MESSAGE_CREATE')).toMatchObject({
      content: '',
      guild_id: credentials.serverId,
      member: { roles: discord.people.find(({ id }) => id === person('noor'))?.roles },
    });
    await discord.types(person('noor'), 'study', `<@${credentials.applicationId}> hello`);
    expect(await bot.event('MESSAGE_CREATE')).toMatchObject({ content: `<@${credentials.applicationId}> hello` });
  });

  test('tells who acts, where, with which rights and in which language', async () => {
    const { connect, discord, person, credentials, api } = await start({ deadlineMs: 5 });
    const bot = await connect();
    await api('POST', `/applications/${credentials.applicationId}/commands`, {
      name: 'book',
      description: 'Book',
      options: [{ type: 6, name: 'tutor', description: 'Who', required: true }],
    });
    await expect(discord.runs(person('priya'), 'study', 'book')).rejects.toThrow('This option is required');
    await discord.runs(person('priya'), 'study', 'book', { tutor: person('jonas') }).catch(() => undefined);
    expect(await bot.event('INTERACTION_CREATE')).toMatchObject({
      type: 2,
      application_id: credentials.applicationId,
      guild_id: credentials.serverId,
      locale: 'en-US',
      guild_locale: 'en-US',
      context: 0,
      member: {
        user: { id: person('priya') },
        roles: [credentials.adminRoleId],
        permissions: expect.stringMatching(/^\d+$/),
      },
      channel: { id: credentials.channels.study, type: 0 },
      entitlements: [],
      authorizing_integration_owners: { 0: credentials.serverId },
      data: {
        name: 'book',
        options: [{ name: 'tutor', type: 6, value: person('jonas') }],
        resolved: {
          users: { [person('jonas')]: { username: 'jonas' } },
          members: { [person('jonas')]: { roles: [] } },
        },
      },
    });
    await discord.runs(person('lucia'), 'dm', 'book', { tutor: person('jonas') }).catch(() => undefined);
    const inDm = await bot.event('INTERACTION_CREATE');
    expect(inDm).toMatchObject({ user: { id: person('lucia') }, context: 1, locale: 'es-ES', channel: { type: 1 } });
    expect(inDm).not.toHaveProperty('member');
  });
});

test('what was said, registered and begun survives a restart', async () => {
  const before = await start({ unlistedServer: true });
  const dm = await before.openDm('noor');
  const { body } = await before.api('POST', `/channels/${dm}/messages`, { content: 'kept' });
  await before.api('POST', `/applications/${before.credentials.applicationId}/commands`, {
    name: 'book',
    description: 'Book',
  });
  const saved: unknown = JSON.parse(JSON.stringify(before.discord.dump()));

  const after = await start({}, saved);
  expect(after.discord.screen(after.person('noor'))).toEqual(before.discord.screen(before.person('noor')));
  expect(after.discord.screen(after.person('noor')).servers).toHaveLength(2);
  const next = await after.api('POST', `/channels/${dm}/messages`, { content: 'next' });
  expect(BigInt(next.body.id)).toBeGreaterThan(BigInt(body.id));
});
