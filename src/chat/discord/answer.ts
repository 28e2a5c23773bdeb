import {
  type AttachmentPayload,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { MessageGone } from '../../conversation/chat.ts';
import type { Reply } from '../../conversation/handler.ts';
import type { Message } from '../../conversation/message.ts';
import type { Reception } from '../../conversation/reception.ts';
import type { Actor } from '../../core/people/person.ts';
import { inOneLine } from '../in-one-line.ts';
import { apiCode, GONE, hasCode, MISSING_ACCESS } from './errors.ts';
import type { Mode } from './ids.ts';
import { keepLong } from './keep.ts';
import { type Reader, type Rendered, render } from './render.ts';
import type { Sending } from './send.ts';

/** What a person does that can be answered with messages. */
export type Acting =
  | ChatInputCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

type Manner = Pick<Reader, 'mode' | 'kept'>;

/** How one interaction is answered. Discord waits three seconds for the first word. */
export interface Answer {
  /** "Wait": Discord takes this as the first word. */
  acknowledge(): Promise<void>;
  /** Says something that nobody else sees. `by`: for whom input is kept that fits into no button. */
  tell(message: Message, by?: Actor, as?: Manner): Promise<void>;
  give(reply: Reply, by: Actor): Promise<void>;
}

const PRIVATE = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;

/** `mode`: what the pressed id says; under `answer`, the pressed message is a question of ours that is settled by this. */
export function answerTo(
  acting: Acting,
  mode: Mode,
  { reception, sending }: { readonly reception: Reception; readonly sending: Sending },
): Answer {
  const pressed = 'message' in acting ? acting.message : null;
  const takesItsPlace = pressed === null || mode === 'answer';

  const acknowledge = async () => {
    if (acting.deferred || acting.replied) return;
    if (!acting.isChatInputCommand() && pressed) await acting.deferUpdate();
    else await acting.deferReply({ flags: MessageFlags.Ephemeral });
  };

  const rendered = async (message: Message, by: Actor | undefined, reader: Omit<Reader, 'locale'>) => {
    const kept = by && { kept: await keepLong(message, by, reception) };
    return options(render(message, { locale: acting.locale, ...kept, ...reader }));
  };

  const tell = async (message: Message, by?: Actor, as: Manner = {}) => {
    const content = await rendered(message, by, as);
    if (!acting.deferred && !acting.replied) return void (await acting.reply({ ...content, flags: PRIVATE }));
    if (takesItsPlace && (await edited(() => acting.editReply({ ...content, flags: MessageFlags.IsComponentsV2 }))))
      return;
    await acting.followUp({ ...content, flags: PRIVATE });
  };

  const dismiss = async () => {
    await acknowledge();
    await edited(() => acting.deleteReply());
  };

  /** The card whose button led to the question that this answers, where there is such a card. */
  const changeCard = async (message: Message): Promise<boolean> => {
    const asked = pressed?.interactionMetadata;
    const card =
      asked?.interactedMessageId ??
      asked?.triggeringInteractionMetadata?.interactedMessageId ??
      pressed?.reference?.messageId;
    if (!card || !acting.channelId) return false;
    const place = { channel: acting.channelId, messageId: card };
    try {
      await sending.edit(place, message, acting.locale);
    } catch (error) {
      // It was seen by this person alone, or is where the bot itself cannot write.
      if (error instanceof MessageGone || apiCode(error) === MISSING_ACCESS) return false;
      throw error;
    }
    await reception.shown('discord', place, message);
    await dismiss();
    return true;
  };

  const replace = async (reply: Reply, by: Actor) => {
    if (!pressed) return tell(inOneLine(reply), by);
    if (mode === 'answer' && (await changeCard(reply.message))) return;
    const isLasting = !pressed.flags.has(MessageFlags.Ephemeral);
    const message = isLasting ? reply.message : inOneLine(reply);
    const marker = pressed.components[0]?.id;
    const content = await rendered(message, by, marker === undefined ? {} : { marker });
    if (!(await edited(() => acting.editReply({ ...content, flags: MessageFlags.IsComponentsV2 }))))
      return tell(message, by);
    if (isLasting) await reception.shown('discord', { channel: pressed.channelId, messageId: pressed.id }, message);
  };

  return {
    acknowledge,
    tell,
    give: async (reply, by) => {
      await acknowledge();
      switch (reply.kind) {
        case 'private':
          return tell(reply.message, by);
        case 'replace':
          return replace(reply, by);
      }
    },
  };
}

/** False when the message is not there any more. */
async function edited(edit: () => Promise<unknown>): Promise<boolean> {
  try {
    await edit();
    return true;
  } catch (error) {
    if (hasCode(error, GONE)) return false;
    throw error;
  }
}

function options({ components, files }: Rendered) {
  const attached = files.map(
    ({ name, data, alt }): AttachmentPayload => ({
      name,
      attachment: Buffer.from(data),
      ...(alt ? { description: alt } : {}),
    }),
  );
  // `attachments`: those of before that stay.
  return { components, files: attached, attachments: [], allowedMentions: { parse: [] } };
}
