import { afterEach, beforeEach, expect, test } from 'vitest';
import { APPLICATION_ID } from '../../sandbox/discord/place.ts';
import { type DiscordStage, discordStage } from './discord-stage.ts';

const VIEW_AND_CONNECT = (1 << 10) | (1 << 20);
const GUILDS_AND_VOICE = (1 << 0) | (1 << 7);

let stage: DiscordStage;
let server: string;
beforeEach(async () => {
  stage = await discordStage({ channelsMost: 60 });
  server = stage.discord.credentials.serverId;
});
afterEach(() => stage.close());

const hiddenFrom = (id: string) => ({ id, type: 0, deny: VIEW_AND_CONNECT });
const openTo = (id: string) => ({ id, type: 1, allow: VIEW_AND_CONNECT });
const makes = (more: object = {}) =>
  stage.api('POST', `/guilds/${server}/channels`, { name: 'tutoring-abc', type: 2, ...more });
const forNoor = () => ({
  permission_overwrites: [hiddenFrom(server), openTo(APPLICATION_ID), openTo(stage.person('noor'))],
});

test('a voice channel for some is seen and entered by them, and the app is told who came', async () => {
  const bot = await stage.connect({ intents: GUILDS_AND_VOICE });
  const { status, body } = await makes(forNoor());
  expect(status).toBe(201);
  expect(await bot.event('CHANNEL_CREATE')).toMatchObject({ id: body.id, type: 2, guild_id: server });
  const [noor, jonas] = [stage.person('noor'), stage.person('jonas')];
  expect(() => stage.discord.entersVoice(jonas, body.id)).toThrow('cannot enter');
  stage.discord.entersVoice(noor, body.id);
  expect(await bot.event('VOICE_STATE_UPDATE')).toMatchObject({ user_id: noor, channel_id: body.id, guild_id: server });
  expect(stage.discord.inVoice(body.id)).toEqual(['Noor Haddad']);
  const late = await stage.connect({ intents: GUILDS_AND_VOICE });
  expect(await late.event('GUILD_CREATE')).toMatchObject({ voice_states: [{ user_id: noor, channel_id: body.id }] });
  expect((await stage.api('DELETE', `/channels/${body.id}`)).status).toBe(200);
  expect(await bot.event('VOICE_STATE_UPDATE')).toMatchObject({ user_id: noor, channel_id: null });
  expect((await stage.api('GET', `/channels/${body.id}`)).body.code).toBe(10003);
});

test('who did not ask for voice states is not told of them', async () => {
  const bot = await stage.connect({ intents: 1 });
  expect(await bot.event('GUILD_CREATE')).toMatchObject({ voice_states: [] });
  const { body } = await makes(forNoor());
  stage.discord.entersVoice(stage.person('noor'), body.id);
  stage.discord.deletesChannel(body.id);
  await bot.event('CHANNEL_DELETE');
  const none = await Promise.race([bot.event('VOICE_STATE_UPDATE'), Promise.resolve('none')]);
  expect(none).toBe('none');
});

test('a channel is refused for what Discord refuses', async () => {
  expect((await makes({ name: '' })).body.code).toBe(50035);
  expect((await makes({ type: 3 })).body.code).toBe(50035);
  expect((await makes({ parent_id: '1100000000000000999' })).body.code).toBe(50035);
  expect((await makes({ permission_overwrites: [openTo('1100000000000000999')] })).body.code).toBe(10009);
  // Nobody gives what they do not have: Manage Server.
  expect((await makes({ permission_overwrites: [{ id: server, type: 0, allow: 1 << 5 }] })).body.code).toBe(50013);
  const { body: category } = await makes({ type: 4 });
  for (let count = 0; count < 50; count++) expect((await makes({ parent_id: category.id })).status).toBe(201);
  const full = await makes({ parent_id: category.id });
  expect(JSON.stringify(full.body)).toContain('CHANNEL_PARENT_MAX_CHANNELS');
  for (let count = 0; count < 6; count++) await makes();
  expect(await makes()).toMatchObject({ status: 400, body: { code: 30013 } });
  stage.discord.letBot('manageChannels', false);
  expect((await makes()).body.code).toBe(50013);
});

test('a voice channel that the bot cannot connect to is none of its business', async () => {
  const { body } = await makes({ permission_overwrites: [hiddenFrom(server)] });
  for (const method of ['GET', 'DELETE'])
    expect(await stage.api(method, `/channels/${body.id}`)).toMatchObject({ status: 403, body: { code: 50001 } });
});

test('the page of a voice channel shows who is in it, and lets in who may', async () => {
  const { body } = await makes(forNoor());
  const page = `${stage.origin}${stage.discord.credentials.webPath}/channels/${server}/${body.id}`;
  const text = await (await fetch(page)).text();
  expect(text).toContain('Noor Haddad');
  expect(text).not.toContain('Jonas Weber');
  const enters = (username: string) =>
    fetch(`${page}/enter`, { method: 'POST', body: new URLSearchParams({ person: stage.person(username) }) });
  expect((await enters('jonas')).status).toBe(403);
  expect(await (await enters('noor')).text()).toContain('Leave as Noor Haddad');
});
