import type { AutocompleteInteraction, Client, Message as DiscordMessage, Interaction } from 'discord.js';
import type { RawInput } from '../../conversation/handler.ts';
import { usual, wordsFor } from '../../conversation/languages/index.ts';
import type { Message } from '../../conversation/message.ts';
import { type Reception, TYPED } from '../../conversation/reception.ts';
import { clean } from '../../core/clean.ts';
import type { Clock } from '../../core/clock.ts';
import { cut } from '../../core/cut.ts';
import { newFaultId } from '../../core/id.ts';
import type { Log } from '../../core/log.ts';
import type { Actor } from '../../core/people/person.ts';
import type { FetchFile } from '../fetch-file.ts';
import { createMentionLimit } from '../mention-limit.ts';
import { within } from '../within.ts';
import { type Acting, type Answer, answerTo } from './answer.ts';
import { type Asked, type GivenFile, isForHelp, readAsked, readTyped } from './asked.ts';
import { createDialogs } from './dialogs.ts';
import { DM_CLOSED, hasCode, isOver } from './errors.ts';
import { directId } from './ids.ts';
import { CHOICE_TEXT, CHOICES } from './limits.ts';
import type { Members } from './members.ts';
import { notForThisServer, unknownButton } from './own-words.ts';
import type { People } from './people.ts';
import type { Sending } from './send.ts';
import { sentFiles } from './sent-files.ts';
import { FILE_KB_MOST, textOf } from './text-of.ts';

const SUGGEST_WITHIN_MS = 2_500; // Discord shows nothing after 3 s

/** What comes from Discord. */
export interface Receive {
  interaction(interaction: Interaction): Promise<void>;
  message(message: DiscordMessage): Promise<void>;
}

/** Turns what comes from Discord into (who, which handler, input), and answers it. */
export function createReceive(deps: {
  readonly client: Client;
  readonly reception: Reception;
  readonly members: Members;
  readonly people: People;
  readonly sending: Sending;
  readonly fetchFile: FetchFile;
  readonly log: Log;
  readonly now: Clock;
}): Receive {
  const { client, reception, members, people, sending, fetchFile, log, now } = deps;

  const { recognise } = people;
  const isTooMany = createMentionLimit(() => now().getTime());

  const inputOf = async (asked: Asked, by: Actor): Promise<RawInput | undefined> => {
    const before = asked.id.kind === 'direct' ? asked.id.input : await reception.kept(by, asked.id.key);
    return before && { ...before, ...asked.input };
  };

  const openDialog = createDialogs({ reception, recognise, inputOf });

  const isElsewhere = async ({ guildId }: { readonly guildId: string | null }) =>
    guildId !== null && !(await members.isHome(guildId));

  const suggest = async (interaction: AutocompleteInteraction): Promise<void> => {
    const { name: field, value: typed } = interaction.options.getFocused(true);
    const find = async () => {
      const by = await recognise(interaction);
      const asked = readTyped(interaction, reception.commands);
      return by && asked ? reception.suggest(by, asked.handler, field, typed, asked.input) : [];
    };
    const found = (await within(SUGGEST_WITHIN_MS, find())) ?? [];
    const choices = found
      .map(({ label, value }) => ({ name: cut(clean(label).trim(), CHOICE_TEXT), value: cut(value, CHOICE_TEXT) }))
      .filter(({ name, value }) => name !== '' && value.trim() !== '');
    await interaction.respond(choices.slice(0, CHOICES));
  };

  /** What a file says is input like any other; it is fetched once Discord has its first word. */
  const actOnFile = async (acting: Acting, asked: Asked, file: GivenFile, answer: Answer): Promise<void> => {
    await answer.acknowledge();
    const by = await recognise(acting);
    if (!by) return answer.tell(notForThisServer(acting.locale));
    const text = await textOf(file, fetchFile);
    if (text === undefined) return answer.tell({ text: wordsFor(acting.locale).chat.fileUnreadable(FILE_KB_MOST) }, by);
    const input = { ...asked.input, [file.option]: text };
    return answer.give(await reception.run(by, asked.id.handler, input), by);
  };

  const act = async (acting: Acting, asked: Asked | undefined, answer: Answer): Promise<void> => {
    const { locale } = acting;
    if (await isElsewhere(acting)) return answer.tell(notForThisServer(locale));
    if (!asked) return answer.tell(unknownButton(locale));
    const { handler } = asked.id;
    if (asked.file) return actOnFile(acting, asked, asked.file, answer);
    if (!acting.isModalSubmit() && !isForHelp(asked) && reception.hasForm(handler))
      return openDialog(acting, asked, answer);

    await answer.acknowledge();
    const by = await recognise(acting);
    if (!by) return answer.tell(notForThisServer(locale));
    const input = await inputOf(asked, by);
    if (!input) return answer.tell(unknownButton(locale), by);
    if (isForHelp(asked)) return answer.tell(reception.help(by, handler), by);
    if (!acting.isModalSubmit()) return answer.give(await reception.run(by, handler, input), by);
    const submitted = await reception.submit(by, handler, input);
    if (submitted.kind === 'reply') return answer.give(submitted.reply, by);
    return answer.tell(submitted.message, by, { mode: 'answer' });
  };

  const converse = async (message: DiscordMessage, say: (answer: Message, locale: string) => Promise<void>) => {
    const by = await recognise(message);
    if (!by) return say(notForThisServer(usual.locale), usual.locale);
    const said = spoken(message, client.user?.id ?? '');
    return say(await reception.typed(by, said, sentFiles(message, fetchFile)), by.account.locale);
  };

  /**
   * In a channel, where others read: a short word, and a button that leads to the answer in private. Only for those who
   * write the bot's name themselves: a reply to it, or to everybody, is no question.
   */
  const mentioned = async (message: DiscordMessage<true>): Promise<void> => {
    const me = client.user?.id ?? '';
    const isAsked = message.content.includes(`<@${me}>`) || message.content.includes(`<@!${me}>`);
    if (!isAsked || (await isElsewhere(message)) || isTooMany(message.author.id, message.channelId)) return;
    const attempt = { nonce: message.id, triedAt: undefined };
    const say = (answer: Message, locale: string) =>
      sending.reply({ channel: message.channelId, messageId: message.id }, answer, { ...attempt, locale });
    await guarded(
      'mention',
      usual.locale,
      async () => {
        const by = await recognise(message);
        if (!by) return;
        const { help } = wordsFor(by.account.locale);
        const input = { text: spoken(message, me) };
        const isShort = directId('press', TYPED, input) !== undefined;
        const target = { handler: TYPED, input: isShort ? input : { draft: await reception.keep(by, TYPED, input) } };
        const button = { kind: 'button', label: help.showAnswer, style: 'primary', target } as const;
        await say({ text: help.mentioned, actions: [button] }, by.account.locale);
      },
      // Where it cannot even say a word, there is nothing to be told.
      async () => undefined,
    );
  };

  /** Whatever breaks is logged under an id, and the person gets one sentence with it. */
  const guarded = async (
    what: string,
    locale: string,
    work: () => Promise<void>,
    tell: (fault: Message) => Promise<unknown>,
  ): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (isOver(error) || hasCode(error, DM_CLOSED))
        return log.info({ what, error }, 'Discord takes no answer any more');
      const id = newFaultId();
      log.error({ id, what, error }, 'a fault while answering Discord');
      await tell({ text: wordsFor(locale).reception.fault(id) }).catch((again: unknown) =>
        log.info({ id, what, error: again }, 'the person could not be told'),
      );
    }
  };

  return {
    interaction: async (interaction) => {
      const { locale } = interaction;
      if (interaction.isAutocomplete()) {
        const nothing = () => interaction.respond([]);
        return guarded(interaction.commandName, locale, () => suggest(interaction), nothing);
      }
      if (
        !interaction.isChatInputCommand() &&
        !interaction.isButton() &&
        !interaction.isStringSelectMenu() &&
        !interaction.isModalSubmit()
      )
        return log.warn({ type: interaction.type }, 'an interaction of a kind that is never offered');
      const asked = readAsked(interaction, reception.commands);
      const answer = answerTo(interaction, asked?.id.mode ?? 'press', { reception, sending });
      await guarded(asked?.id.handler ?? 'unknown', locale, () => act(interaction, asked, answer), answer.tell);
    },

    message: async (message) => {
      if (message.author.bot || message.system || message.webhookId !== null) return;
      if (message.inGuild()) return mentioned(message);
      // The nonce: the gateway may tell of one message twice.
      const attempt = { nonce: message.id, triedAt: undefined };
      const say = async (answer: Message, locale: string) =>
        void (await sending.sendToChannel({ channel: message.channelId }, answer, { ...attempt, locale }));
      const tell = (fault: Message) => say(fault, usual.locale);
      await guarded('typed', usual.locale, () => converse(message, say), tell);
    },
  };
}

/** What was typed, with the names of those who are mentioned in it; the bot itself is nobody's name. */
function spoken({ content, mentions }: DiscordMessage, me: string): string {
  return content
    .replaceAll(/<@!?(\d+)>/g, (_, id: string) => (id === me ? ' ' : ` ${mentions.users.get(id)?.displayName ?? ''} `))
    .replaceAll(/\s+/g, ' ')
    .trim();
}
