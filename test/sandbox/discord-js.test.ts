import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Partials,
  Routes,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import type { Discord, DiscordOptions } from '../../sandbox/discord/index.ts';
import { createClient } from '../../src/chat/discord/client.ts';
import { discordStage } from './discord-stage.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A Discord of its own, and the real discord.js connected to it. */
async function start(options: DiscordOptions = {}, handle: (interaction: Interaction) => unknown = () => {}) {
  const stage = await discordStage({ rateLimits: true, ...options });
  const { discord, origin } = stage;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    // discord.js itself would wait five seconds before it identifies again.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    rest: { api: `${origin}${discord.credentials.apiPath}`, timeout: 500 },
  });
  closing.push(stage.close, () => client.destroy());
  const failures: unknown[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await handle(interaction);
    } catch (error) {
      failures.push(error);
    }
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(discord.credentials.token);
  await ready;
  return { ...stage, client, failures };
}

const book = new SlashCommandBuilder()
  .setName('book')
  .setNameLocalizations({ 'es-ES': 'reservar' })
  .setDescription('Book a session')
  .setDescriptionLocalizations({ 'es-ES': 'Reserva una sesión' })
  .addStringOption((option) =>
    option.setName('subject').setDescription('What you want to learn').setRequired(true).setAutocomplete(true),
  )
  .addUserOption((option) => option.setName('tutor').setDescription('With whom'));

test('a command, suggestions, a dialog, a deferred answer that only its reader sees', async () => {
  const { discord, client, failures, person, until } = await start({}, async (interaction) => {
    if (interaction.isAutocomplete()) {
      const typed = interaction.options.getFocused();
      await interaction.respond([{ name: `${typed}bra`, value: 'algebra' }]);
    } else if (interaction.isChatInputCommand()) {
      const subject = interaction.options.getString('subject', true);
      const tutor = interaction.options.getUser('tutor');
      await interaction.showModal(
        new ModalBuilder()
          .setCustomId(`book:${subject}:${tutor?.id}`)
          .setTitle('Book a session')
          .addLabelComponents(
            new LabelBuilder()
              .setLabel('When')
              .setTextInputComponent(
                new TextInputBuilder().setCustomId('when').setStyle(TextInputStyle.Short).setMaxLength(20),
              ),
            new LabelBuilder()
              .setLabel('Who else')
              .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('guests').setRequired(false)),
          ),
      );
    } else if (interaction.isModalSubmit()) {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      const guests = interaction.fields.getSelectedUsers('guests');
      await interaction.editReply(
        `Asked for ${interaction.fields.getTextInputValue('when')} with ${guests?.first()?.username}`,
      );
    }
  });
  await client.application?.commands.set([book]);
  const lucia = person('lucia');
  const { study } = discord.credentials.channels;

  expect(discord.screen(lucia).commands).toMatchObject([{ name: 'book', localName: 'reservar', inDm: true }]);
  expect(await discord.completes(lucia, 'study', 'reservar', { subject: 'alge' }, 'subject')).toEqual([
    { name: 'algebra', value: 'algebra' },
  ]);
  await discord.runs(lucia, '#study', 'reservar', { subject: 'algebra', tutor: person('jonas') });
  expect(discord.screen(lucia).modal).toMatchObject({ customId: `book:algebra:${person('jonas')}`, channelId: study });
  await expect(discord.submits(lucia, {})).rejects.toThrow('when: This field is required');
  await discord.submits(lucia, { when: 'tomorrow', guests: [person('noor')] });

  const seenBy = (id: string) =>
    discord.screen(id).servers[0]?.channels.find((channel) => channel.id === study)?.messages;
  const answer = await until(() => seenBy(lucia)?.find(({ content }) => content !== ''));
  expect(answer).toMatchObject({
    content: 'Asked for tomorrow with noor',
    ephemeral: true,
    thinking: false,
    edited: false,
  });
  expect(seenBy(person('noor'))).toEqual([]);
  discord.reloads(lucia);
  expect(seenBy(lucia)).toEqual([]);
  expect(failures).toEqual([]);
});

test('a direct message with buttons and a select, pressed and updated', async () => {
  const { discord, client, failures, person, until } = await start({}, async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: 'Confirmed', components: [] });
    if (interaction.isStringSelectMenu()) {
      await interaction.deferUpdate();
      await interaction.editReply(`On ${interaction.values[0]}`);
    }
  });
  const jonas = person('jonas');
  const user = await client.users.fetch(jonas);
  const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('confirm').setLabel('Confirm').setStyle(ButtonStyle.Success),
  );
  const platforms = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder().setCustomId('platform').addOptions({ label: 'Jitsi', value: 'jitsi' }),
  );
  const sent = await user.send({ content: `Hello <@${jonas}>`, components: [buttons, platforms] });

  const message = () => discord.screen(jonas).dm.messages[0];
  expect(discord.screen(jonas).dm).toMatchObject({ unread: 1, messages: [{ id: sent.id, pingsMe: false }] });
  await discord.chooses(jonas, { channel: 'dm', message: sent.id, customId: 'platform', values: ['jitsi'] });
  await until(() => message()?.content === 'On jitsi');
  await discord.presses(jonas, { channel: 'dm', message: sent.id, customId: 'confirm' });
  expect(message()).toMatchObject({ content: 'Confirmed', components: [], edited: true });
  discord.reads(jonas, 'dm');
  expect(discord.screen(jonas).dm.unread).toBe(0);
  await sent.delete();
  expect(message()).toBeUndefined();
  expect(failures).toEqual([]);
});

test('what a person types to the bot arrives; what is typed in a server does not', async () => {
  const { discord, client, person, until } = await start();
  const heard: string[] = [];
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot) return;
    heard.push(message.content);
    await message.reply('I book sessions');
  });
  await discord.types(person('noor'), 'study', 'hello all');
  await discord.types(person('noor'), 'dm', 'hello');
  const reply = await until(() => discord.screen(person('noor')).dm.messages[1]);
  expect(reply).toMatchObject({ content: 'I book sessions', author: { bot: true } });
  expect(heard).toEqual(['hello']);
});

test('an app that was cut off resumes and hears what it missed', async () => {
  const { discord, client, person } = await start({}, (interaction) => {
    if (interaction.isChatInputCommand()) return interaction.reply('Here');
  });
  await client.application?.commands.set([book]);
  const resumed = new Promise<void>((resolve) => client.once(Events.ShardResume, () => resolve()));
  discord.disconnect({ resumable: true });
  const ran = discord.runs(person('noor'), 'study', 'book', { subject: 'algebra' });
  await resumed;
  await ran;
  expect(discord.isConnected()).toBe(true);

  const again = new Promise<void>((resolve) => client.once(Events.ShardReady, () => resolve()));
  discord.invalidateSession();
  await again;
  await discord.runs(person('noor'), 'study', 'book', { subject: 'algebra' });
});

test('a silent app fails in the words that Discord shows', async () => {
  const { discord, client, person } = await start({ deadlineMs: 30 });
  await client.application?.commands.set([book]);
  await expect(discord.runs(person('noor'), 'dm', 'book', { subject: 'x' })).rejects.toThrow(
    'The application did not respond',
  );
  await expect(discord.completes(person('noor'), 'dm', 'book', {}, 'subject')).rejects.toThrow(
    'Loading options failed',
  );
});

test('a repeated send whose first answer was lost writes one message', async () => {
  const { discord, client, person, traffic } = await start();
  const dm = await client.users.createDM(person('noor'));
  discord.fail('POST /channels/*/messages', { lostAnswer: true });
  await dm.send({ content: 'Once', nonce: 'session-1', enforceNonce: true });
  expect(traffic.filter(({ path }) => path.endsWith('/messages'))).toHaveLength(2);
  expect(discord.screen(person('noor')).dm.messages).toHaveLength(1);
});

test('files come beside a message and can be fetched', async () => {
  const { discord, client, person, traffic } = await start();
  const dm = await client.users.createDM(person('noor'));
  const embed = { title: 'Chart', image: { url: 'attachment://chart.png' } };
  // As the bot itself is set up: another undici in the process must not come between.
  const { rest } = createClient(client.rest.options.api, { followsVoice: false });
  rest.setToken(discord.credentials.token);
  const files = [{ data: Buffer.from('pixels'), name: 'chart.png' }];
  await rest.post(Routes.channelMessages(dm.id), { body: { embeds: [embed] }, files });
  const [message] = discord.screen(person('noor')).dm.messages;
  const url = message?.attachments[0]?.url ?? '';
  expect(message?.embeds[0]?.['image']).toEqual({ url });
  expect(await (await fetch(url)).text()).toBe('pixels');
  expect(traffic.at(-1)).toMatchObject({
    hasFiles: true,
    contentType: 'multipart/form-data',
    body: { embeds: [embed] },
  });
});

test('where there are no limits the bot’s own client keeps to none', async () => {
  const { discord, client } = await start({ rateLimits: false });
  const { rest } = createClient(client.rest.options.api, { followsVoice: false, speed: Number.POSITIVE_INFINITY });
  rest.setToken(discord.credentials.token);
  // Each channel has a queue of its own there: only what is counted for all could hold them up.
  const asked = await Promise.allSettled(Array.from({ length: 200 }, (_, nr) => rest.get(`/channels/${nr}/messages`)));
  const codes = asked.map((one) => one.status === 'rejected' && Reflect.get(Object(one.reason), 'code'));
  expect(new Set(codes)).toEqual(new Set([10003]));
});

test('a bot invited to another server hears of it, and can leave', async () => {
  const { discord, client } = await start();
  const joined = new Promise<string>((resolve) => client.once(Events.GuildCreate, ({ id }) => resolve(id)));
  discord.invite(discord.credentials.unlistedServerId);
  expect(await joined).toBe(discord.credentials.unlistedServerId);
  await client.guilds.cache.get(discord.credentials.unlistedServerId)?.leave();
  await expect(client.rest.get(`/guilds/${discord.credentials.unlistedServerId}`)).rejects.toMatchObject({
    code: 50001,
  });
});

test.each([
  ['Discord asks for it', (discord: Discord) => discord.askToReconnect()],
  ['Discord stops acknowledging heartbeats', (discord: Discord) => discord.missHeartbeatAcks()],
])('an app comes back when %s', async (_, happens) => {
  const { discord, client, person } = await start({ heartbeatMs: 40 }, (interaction) => {
    if (interaction.isChatInputCommand()) return interaction.reply({ content: 'Here', flags: MessageFlags.Ephemeral });
  });
  await client.application?.commands.set([book]);
  const resumed = new Promise<void>((resolve) => client.once(Events.ShardResume, () => resolve()));
  happens(discord);
  await resumed;
  discord.missHeartbeatAcks(false);
  await discord.runs(person('noor'), 'study', 'book', { subject: 'algebra' });
});

test('an ephemeral answer is updated by its own button, also in a direct message', async () => {
  const { discord, client, failures, person } = await start({}, async (interaction) => {
    const go = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Secondary);
    const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(go)];
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'Page 1', components, flags: MessageFlags.Ephemeral });
    if (interaction.isButton()) {
      await interaction.update({ content: 'Page 2', components: [] });
      await interaction.followUp({ content: 'And this', flags: MessageFlags.Ephemeral });
    }
  });
  await client.application?.commands.set([book]);
  const noor = person('noor');
  await discord.runs(noor, 'dm', 'book', { subject: 'algebra' });
  const [first] = discord.screen(noor).dm.messages;
  expect(first).toMatchObject({
    content: 'Page 1',
    ephemeral: true,
    answers: { name: 'Noor Haddad', command: 'book' },
  });
  // Whoever has just typed it reads the answer: it counts as no new message.
  expect(discord.screen(noor).dm.unread).toBe(0);
  await discord.presses(noor, { channel: 'dm', message: first?.id ?? '', customId: 'more' });
  await expect
    .poll(() => discord.screen(noor).dm.messages.map(({ content }) => content))
    .toEqual(['Page 2', 'And this']);
  await expect(discord.presses(noor, { channel: 'dm', message: first?.id ?? '', customId: 'more' })).rejects.toThrow(
    'nothing named more',
  );
  expect(failures).toEqual([]);
});
