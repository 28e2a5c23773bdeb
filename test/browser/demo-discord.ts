import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  CheckboxGroupBuilder,
  ContainerBuilder,
  EmbedBuilder,
  LabelBuilder,
  ModalBuilder,
  RadioGroupBuilder,
  SectionBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

/** So far ahead that it is never today. */
const LATER = 3_373_543_200; // 25 November 2076, 15:20 UTC

export const commands = [
  { name: 'show', description: 'Shows everything', descriptionLocalizations: { 'es-ES': 'Muestra todo' } },
  { name: 'form', description: 'Opens a form with every input' },
  {
    name: 'book',
    description: 'Ask for a session',
    options: [
      {
        type: ApplicationCommandOptionType.String as const,
        name: 'subject',
        description: 'What to learn',
        required: true,
        autocomplete: true as const,
      },
      {
        type: ApplicationCommandOptionType.Integer as const,
        name: 'length',
        description: 'How long',
        choices: [
          { name: '30 minutes', value: 30 },
          { name: '1 hour', value: 60 },
        ],
      },
      { type: ApplicationCommandOptionType.User as const, name: 'with', description: 'Who comes along' },
      { type: ApplicationCommandOptionType.String as const, name: 'note', description: 'What to achieve' },
    ],
  },
];

export const embed = new EmbedBuilder()
  .setTitle('An embed')
  .setDescription('# Big\n-# small print\n- one\n- two\n> quoted\n`code` and ||a secret||')
  .setColor(0x2aa597)
  .addFields({ name: 'Where', value: 'Jitsi', inline: true }, { name: 'When', value: `<t:${LATER}:t>`, inline: true })
  .setFooter({ text: 'Sandbox' });

const text = (content: string) => new TextDisplayBuilder().setContent(content);

export function gallery(userId: string) {
  return [
    new ContainerBuilder()
      .setAccentColor(0x4c53d6)
      .addTextDisplayComponents(
        text(
          `## Algebra with Lena\n**bold**, *italic*, __under__, ~~gone~~, [a link](https://example.org/), <@${userId}>, \\*plain\\*`,
        ),
        text(`Starts <t:${LATER}:F>, that is <t:${LATER}:R>.`),
      )
      .addSeparatorComponents(new SeparatorBuilder())
      .addSectionComponents(
        new SectionBuilder()
          .addTextDisplayComponents(text('**Theo Park**\nAlgebra, Physics'))
          .setButtonAccessory(
            new ButtonBuilder().setCustomId('theo').setLabel('Book Theo').setStyle(ButtonStyle.Secondary),
          ),
      )
      .addActionRowComponents(
        new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
          new StringSelectMenuBuilder()
            .setCustomId('platform')
            .setPlaceholder('Where to meet')
            .addOptions({ label: 'Jitsi', value: 'jitsi' }, { label: 'Zoom', value: 'zoom' }),
        ),
      )
      .addActionRowComponents(
        new ActionRowBuilder<ButtonBuilder>().addComponents(
          new ButtonBuilder().setCustomId('confirm').setLabel('Confirm').setStyle(ButtonStyle.Success),
          new ButtonBuilder().setCustomId('decline').setLabel('Decline').setStyle(ButtonStyle.Danger),
          new ButtonBuilder().setCustomId('ask').setLabel('Ask').setStyle(ButtonStyle.Primary).setEmoji('✏️'),
          new ButtonBuilder().setCustomId('off').setLabel('Too late').setStyle(ButtonStyle.Secondary).setDisabled(true),
          new ButtonBuilder().setURL('https://example.org/room').setLabel('Open the room').setStyle(ButtonStyle.Link),
        ),
      ),
  ];
}

const choices = (...names: string[]) => names.map((label) => ({ label, value: label.toLowerCase() }));

export const form = new ModalBuilder()
  .setCustomId('form')
  .setTitle('How was it?')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Subject')
      .setDescription('What you learned')
      .setTextInputComponent(new TextInputBuilder().setCustomId('subject').setStyle(TextInputStyle.Short)),
    new LabelBuilder()
      .setLabel('Rating')
      .setRadioGroupComponent(new RadioGroupBuilder().setCustomId('rating').addOptions(...choices('Good', 'Bad'))),
    new LabelBuilder().setLabel('We did').setCheckboxGroupComponent(
      new CheckboxGroupBuilder()
        .setCustomId('did')
        .setRequired(false)
        .addOptions(...choices('Theory', 'Exercises')),
    ),
    new LabelBuilder().setLabel('Length').setStringSelectMenuComponent(
      new StringSelectMenuBuilder()
        .setCustomId('length')
        .setRequired(false)
        .addOptions(...choices('Short', 'Long')),
    ),
    new LabelBuilder()
      .setLabel('Comment')
      .setTextInputComponent(
        new TextInputBuilder().setCustomId('comment').setStyle(TextInputStyle.Paragraph).setRequired(false),
      ),
  );
