import { json } from 'node:stream/consumers';
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

/** What the bare bot is told: how to connect, and the tutors' ids by name. */
export interface BareInput {
  readonly token: string;
  readonly server: string;
  readonly apiUrl: string;
  readonly tutors: Readonly<Record<string, string>>;
}

// The least that a discord.js bot can do to look like Tutorline: no database, no checks, everything in the buttons.

const { token, server, apiUrl, tutors } = (await json(process.stdin)) as BareInput;
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
  rest: { api: apiUrl },
});

const FIELDS = ['tutor', 'subject', 'when'];
const dialog = new ModalBuilder()
  .setCustomId('book')
  .setTitle('Book a session')
  .addLabelComponents(
    FIELDS.map((name) =>
      new LabelBuilder()
        .setLabel(name)
        .setTextInputComponent(new TextInputBuilder().setCustomId(name).setStyle(TextInputStyle.Short)),
    ),
  );
const withButton = (label: string, customId: string) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setLabel(label).setCustomId(customId).setStyle(ButtonStyle.Primary),
  );
const dm = async (userId: string, message: { content: string; components?: ActionRowBuilder<ButtonBuilder>[] }) =>
  (await client.users.createDM(userId)).send(message);

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) {
    const name = interaction.options.getFocused();
    await interaction.respond([{ name, value: tutors[name] ?? '' }]);
    return;
  }
  if (interaction.isChatInputCommand()) {
    const tutor = interaction.options.getString('tutor');
    if (tutor === null) return void (await interaction.showModal(dialog));
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({
      content: 'Is this right?',
      components: [withButton('Send the request', `send ${tutor}`)],
    });
    return;
  }
  if (!interaction.isButton()) return;
  const [what, other = ''] = interaction.customId.split(' ');
  await interaction.deferUpdate();
  if (what === 'send') {
    await interaction.editReply({ content: 'Your request is out', components: [] });
    await dm(other, { content: 'A request', components: [withButton('Confirm', `confirm ${interaction.user.id}`)] });
    return;
  }
  await interaction.editReply({ content: 'You confirmed', components: [] });
  const content = 'Meet here: https://meet.example/j/room';
  await Promise.all([interaction.user.id, other].map((userId) => dm(userId, { content })));
});

const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
await client.login(token);
await ready;
const options = FIELDS.map((name) => ({
  name,
  description: name,
  type: ApplicationCommandOptionType.String as const,
  autocomplete: name === 'tutor',
}));
await client.application?.commands.set([{ name: 'book', description: 'Book a session', options }], server);
process.on('SIGTERM', () => process.exit(0));
process.stdout.write('ready\n');
