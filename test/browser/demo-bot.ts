import { App, LogLevel } from '@slack/bolt';
import { Client, Events, GatewayIntentBits, type Interaction, MessageFlags, Partials } from 'discord.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { commands, form as discordForm, gallery as discordGallery, embed } from './demo-discord.ts';
import { blocks, home, manifest, form as slackForm } from './demo-slack.ts';

export interface Demo {
  readonly sandbox: Sandbox;
  /** What the people pressed and sent, in order. */
  readonly seen: unknown[];
  close(): Promise<void>;
}

/** A sandbox with a bot that says everything that the page must be able to draw, through the real Bolt and discord.js. */
export async function startDemo(
  options: { port?: number; stateFile?: string; nextReminder?: Date } = {},
): Promise<Demo> {
  const { port = 0, stateFile, nextReminder } = options;
  const sandbox = await startSandbox({ port, manifest, rateLimits: false, ...(stateFile && { stateFile }) });
  const seen: unknown[] = [];
  const slack = await slackBot(sandbox, seen);
  const discord = await discordBot(sandbox, seen);
  sandbox.connect({
    fetch: () => new Response('the bot’s own page'),
    tick: async () => {
      const channel = sandbox.slack.people.find(({ name }) => name === 'theo')?.id ?? '';
      await slack.client.chat.postMessage({ channel, text: 'A reminder: it starts soon.' });
    },
    startOver: async () => void seen.splice(0),
    nextMoments: async () => ({ ...(nextReminder && { nextReminder }) }),
  });
  return {
    sandbox,
    seen,
    close: async () => {
      await slack.stop();
      await discord.destroy();
      await sandbox.close();
    },
  };
}

async function slackBot({ origin, slack }: Sandbox, seen: unknown[]): Promise<App> {
  const { botToken: token, appToken, apiPath } = slack.credentials;
  const app = new App({
    token,
    appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: `${origin}${apiPath}` },
    logger: silent,
  });
  app.command('/show', async ({ ack, body, client, respond }) => {
    await ack();
    await client.chat.postMessage({ channel: body.user_id, text: 'Everything', blocks });
    await respond({ text: 'Sent you *everything*.', response_type: 'ephemeral' });
  });
  app.command('/form', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: slackForm });
  });
  app.options('tutor', ({ ack, payload }) => {
    const people = slack.people.filter(({ realName }) => realName.toLowerCase().includes(payload.value.toLowerCase()));
    return ack({
      options: people.map(({ id, realName }) => ({ text: { type: 'plain_text', text: realName }, value: id })),
    });
  });
  app.view('form', async ({ ack, view, body, client }) => {
    const topic = view.state.values['topic']?.['topic']?.value;
    if (topic === 'nothing')
      return ack({ response_action: 'errors', errors: { topic: 'Say what you want to learn.' } });
    seen.push(view.state.values);
    await ack();
    const tutor = view.state.values['tutor']?.['tutor']?.selected_option?.value ?? '';
    await client.chat.postMessage({ channel: tutor, text: `<@${body.user.id}> asks for ${topic}` });
  });
  app.action(/.*/, async ({ ack, action }) => {
    seen.push(action);
    await ack();
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: home });
  });
  await app.start();
  return app;
}

async function discordBot({ origin, discord }: Sandbox, seen: unknown[]): Promise<Client> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    rest: { api: `${origin}${discord.credentials.apiPath}` },
  });
  client.on(
    Events.InteractionCreate,
    (interaction) => void answer(interaction, seen).catch((error) => seen.push(error)),
  );
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(discord.credentials.token);
  await ready;
  await client.application?.commands.set(commands);
  return client;
}

async function answer(interaction: Interaction, seen: unknown[]): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const subjects = ['Algebra', 'History', 'Physics'].filter((name) =>
      name.toLowerCase().includes(typed.toLowerCase()),
    );
    await interaction.respond(subjects.map((name) => ({ name, value: name.toLowerCase() })));
  } else if (interaction.isChatInputCommand()) {
    seen.push(interaction.options.data.map(({ name, value }) => [name, value]));
    if (interaction.commandName === 'form') await interaction.showModal(discordForm);
    else if (interaction.commandName === 'show') {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.user.send({ content: 'See **this**:', embeds: [embed] });
      await interaction.user.send({
        flags: MessageFlags.IsComponentsV2,
        components: discordGallery(interaction.user.id),
      });
      await interaction.editReply('Look at your direct messages.');
    } else
      await interaction.reply({
        content: `Asked for ${interaction.options.getString('subject')}.`,
        flags: MessageFlags.Ephemeral,
      });
  } else if (interaction.isModalSubmit()) {
    seen.push(
      interaction.fields.fields.map((field) => [
        field.customId,
        'values' in field ? field.values : 'value' in field && field.value,
      ]),
    );
    await interaction.reply({ content: 'Thank you.', flags: MessageFlags.Ephemeral });
  } else if (interaction.isMessageComponent()) {
    seen.push([interaction.customId, interaction.isStringSelectMenu() ? interaction.values : undefined]);
    await interaction.deferUpdate();
  }
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
