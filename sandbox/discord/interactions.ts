import { randomBytes } from 'node:crypto';
import { FLAG, readDraft } from './drafts.ts';
import { refuse } from './errors.ts';
import type { Form } from './form.ts';
import type { Gateway } from './gateway.ts';
import {
  ANSWER,
  ASKED,
  type Asked,
  type Choice,
  callbackResponse,
  interactionOnWire,
  type Outcome,
} from './interaction-wire.ts';
import type { Messages, Upload } from './messages.ts';
import { readModal } from './modals.ts';
import { APPLICATION_ID } from './place.ts';
import type { Interaction, Message } from './state.ts';
import type { Spot, World } from './world.ts';

/** How long an app may write with the token of an interaction, by the sandbox's clock. */
const TOKEN_LIFETIME_MS = 15 * 60_000;
/** https://docs.discord.com/developers/interactions/receiving-and-responding#autocomplete */
const AUTOCOMPLETE_CHOICES = 25;
const CHOICE_TEXT = 100;

const WRITABLE_FLAGS = FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.componentsV2;

/** What happens between a person, an interaction and the app. */
export interface Interactions {
  /** Tells the app; resolves with its first answer, or with nothing when it gave none in time. */
  ask(asked: Asked): Promise<Outcome | undefined>;
  /** `POST /interactions/{id}/{token}/callback` */
  answer(id: string, token: string, form: Form, uploads: readonly Upload[], withResponse: boolean): unknown;
  /** `@original` or another message that a token may read and change. */
  messageOf(applicationId: string, token: string, messageId: string): Message;
  editMessage(message: Message, form: Form, uploads: readonly Upload[]): Message;
  /** `POST /webhooks/{application}/{token}` */
  followUp(applicationId: string, token: string, form: Form, uploads: readonly Upload[]): Message;
  close(): void;
}

/** Plays Discord's part in interactions: https://docs.discord.com/developers/interactions/receiving-and-responding */
export function createInteractions(world: World, gateway: Gateway, messages: Messages): Interactions {
  const { state, stage, settings } = world;
  const waiting = new Map<string, (outcome: Outcome | undefined) => void>();

  const isExpired = ({ createdAt }: Interaction) => stage.now().getTime() - createdAt > TOKEN_LIFETIME_MS;

  const forgetExpired = () => {
    for (const [token, interaction] of state.interactions) {
      if (!isExpired(interaction)) return;
      state.interactions.delete(token);
    }
  };

  const finish = (interaction: Interaction, outcome: Outcome) => {
    interaction.state = 'answered';
    waiting.get(interaction.id)?.(outcome);
    waiting.delete(interaction.id);
    stage.changed();
  };

  const spotOf = ({ channelId }: Interaction): Spot => {
    const spot = world.spot(channelId);
    if (!spot) throw refuse('unknownChannel');
    return spot;
  };

  const circumstances = (interaction: Interaction, flags: number) => ({
    authorId: APPLICATION_ID,
    type: interaction.commandName ? 20 : interaction.sourceId ? 19 : 0,
    replyTo: interaction.sourceId,
    onlyFor: flags & FLAG.ephemeral ? interaction.userId : undefined,
    interaction: {
      id: interaction.id,
      type: interaction.type,
      userId: interaction.userId,
      name: interaction.commandName,
    },
  });

  const writeAnswer = (interaction: Interaction, form: Form, uploads: readonly Upload[]) => {
    const data = form.body.at('data');
    const draft = readDraft(data, { allowedFlags: WRITABLE_FLAGS | FLAG.ephemeral });
    form.settle();
    return messages.write(spotOf(interaction), draft, uploads, circumstances(interaction, draft.flags ?? 0));
  };

  const defer = (interaction: Interaction, form: Form) => {
    const flags = form.body.at('data').at('flags');
    // Whether it is ephemeral is settled here; everything else waits for the edit.
    if ((flags.whole({ min: 0 }) ?? 0) & ~FLAG.ephemeral)
      flags.refuse('MESSAGE_FLAGS_INVALID', 'Only the flag EPHEMERAL may be set on a deferred response');
    form.settle();
    const set = FLAG.loading | (Number(flags.value ?? 0) & FLAG.ephemeral);
    return messages.write(
      spotOf(interaction),
      { flags: set, enforceNonce: false },
      [],
      circumstances(interaction, set),
    );
  };

  const readChoices = (form: Form): Choice[] => {
    const choices = form.body
      .at('data')
      .at('choices')
      .items({ required: true, max: AUTOCOMPLETE_CHOICES })
      .map((choice) => {
        const value = choice.at('value');
        return {
          name: choice.at('name').text({ required: true, min: 1, max: CHOICE_TEXT }) ?? '',
          value:
            (typeof value.value === 'number' ? value.decimal() : value.text({ required: true, max: CHOICE_TEXT })) ??
            '',
        };
      });
    form.settle();
    return choices;
  };

  const perform = (interaction: Interaction, form: Form, uploads: readonly Upload[]): Outcome => {
    const type = form.body.at('type').oneOf(allowedAnswers(interaction), { required: true });
    form.settle();
    switch (type) {
      case ANSWER.message: {
        const message = writeAnswer(interaction, form, uploads);
        interaction.originalId = message.id;
        return { kind: 'message', message };
      }
      case ANSWER.deferredMessage: {
        const message = defer(interaction, form);
        interaction.originalId = message.id;
        return { kind: 'thinking', message };
      }
      case ANSWER.update: {
        const source = messages.find(interaction.channelId, interaction.sourceId ?? '');
        if (!source) throw refuse('unknownMessage');
        editMessage(source, { ...form, body: form.body.at('data') }, uploads);
        interaction.originalId = source.id;
        return { kind: 'update' };
      }
      case ANSWER.deferredUpdate:
        interaction.originalId = interaction.sourceId;
        return { kind: 'update' };
      case ANSWER.choices:
        return { kind: 'choices', choices: readChoices(form) };
      default: {
        const modal = readModal(form.body.at('data'));
        form.settle();
        return { kind: 'modal', modal: { ...modal, spot: spotOf(interaction), sourceId: interaction.sourceId } };
      }
    }
  };

  const editMessage = (message: Message, form: Form, uploads: readonly Upload[]) => {
    const v2Before = (message.flags & FLAG.componentsV2) > 0;
    // An answer that was deferred takes its flags only now.
    const allowedFlags = WRITABLE_FLAGS | (message.flags & (FLAG.ephemeral | FLAG.loading));
    const draft = readDraft(form.body, { allowedFlags, v2Before });
    form.settle();
    return messages.edit(message, draft, uploads);
  };

  const interactionOf = (applicationId: string, token: string): Interaction => {
    if (applicationId !== APPLICATION_ID) throw refuse('unknownWebhook');
    const interaction = state.interactions.get(token);
    if (!interaction || isExpired(interaction)) throw refuse('invalidWebhookToken');
    if (interaction.state !== 'answered') throw refuse('unknownWebhook');
    return interaction;
  };

  return {
    ask: (asked) => {
      forgetExpired();
      const id = world.nextId();
      const token = Buffer.from(`interaction:${id}:${randomBytes(30).toString('base64url')}`).toString('base64url');
      const interaction: Interaction = {
        id,
        token,
        type: asked.type,
        userId: asked.by.id,
        channelId: asked.spot.id,
        createdAt: stage.now().getTime(),
        state: 'waiting',
        sourceId: asked.source?.id,
        commandName: asked.commandName,
      };
      state.interactions.set(token, interaction);
      const answered = new Promise<Outcome | undefined>((resolve) => {
        const deadline = setTimeout(() => {
          interaction.state = 'void';
          waiting.delete(id);
          resolve(undefined);
        }, settings.deadlineMs);
        waiting.set(id, (outcome) => {
          clearTimeout(deadline);
          resolve(outcome);
        });
      });
      const wire = interactionOnWire(world, interaction, asked);
      // Interactions come whatever intents the app has.
      gateway.dispatch('INTERACTION_CREATE', () => wire);
      return answered;
    },

    answer: (id, token, form, uploads, withResponse) => {
      const interaction = state.interactions.get(token);
      if (!interaction || interaction.id !== id || interaction.state === 'void') throw refuse('unknownInteraction');
      if (interaction.state === 'answered') throw refuse('alreadyAcknowledged');
      const outcome = perform(interaction, form, uploads);
      finish(interaction, outcome);
      return withResponse
        ? callbackResponse(world, messages, interaction, Number(form.body.at('type').value), outcome)
        : undefined;
    },

    messageOf: (applicationId, token, messageId) => {
      const interaction = interactionOf(applicationId, token);
      const wanted = messageId === '@original' ? (interaction.originalId ?? '') : messageId;
      const message = messages.find(interaction.channelId, wanted);
      const isOwn = wanted === interaction.originalId || message?.interaction?.id === interaction.id;
      if (!message || !isOwn) throw refuse('unknownMessage');
      return message;
    },

    editMessage,

    followUp: (applicationId, token, form, uploads) => {
      const interaction = interactionOf(applicationId, token);
      const original = messages.find(interaction.channelId, interaction.originalId ?? '');
      const draft = readDraft(form.body, { allowedFlags: WRITABLE_FLAGS | FLAG.ephemeral });
      form.settle();
      // Right after a deferred answer this edits it, whatever the flags say.
      // https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message
      if (original && original.flags & FLAG.loading)
        return messages.edit(
          original,
          { ...draft, flags: ((draft.flags ?? 0) & ~FLAG.ephemeral) | (original.flags & FLAG.ephemeral) },
          uploads,
        );
      const { type: _, ...rest } = circumstances(interaction, draft.flags ?? 0);
      return messages.write(spotOf(interaction), draft, uploads, { ...rest, replyTo: interaction.originalId });
    },

    close: () => {
      for (const resolve of waiting.values()) resolve(undefined);
      waiting.clear();
    },
  };
}

/** Which kinds of answer fit what was asked; a dialog cannot be answered with a dialog. */
function allowedAnswers({ type, sourceId }: Interaction): number[] {
  const { message, deferredMessage, deferredUpdate, update, choices, modal } = ANSWER;
  if (type === ASKED.autocomplete) return [choices];
  if (type === ASKED.command) return [message, deferredMessage, modal];
  if (type === ASKED.component) return [message, deferredMessage, deferredUpdate, update, modal];
  return sourceId ? [message, deferredMessage, deferredUpdate, update] : [message, deferredMessage];
}
