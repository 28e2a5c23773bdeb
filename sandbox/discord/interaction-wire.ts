import { FLAG } from './drafts.ts';
import { messageOnWire } from './message-wire.ts';
import type { Messages } from './messages.ts';
import type { Modal } from './modals.ts';
import { botMay, personMay } from './permissions.ts';
import { APPLICATION_ID, type DiscordPerson, SERVER_ID } from './place.ts';
import type { Interaction, Message } from './state.ts';
import { channelOnWire, interactingMember, type Json, userOnWire } from './wire.ts';
import type { Spot, World } from './world.ts';

/** Largest upload of a server without boosts, in bytes. */
const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
export const ASKED = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export const ANSWER = { message: 4, deferredMessage: 5, deferredUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

/** A choice that the app suggests while a person types. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** How the app first answered. */
export type Outcome =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'thinking'; readonly message: Message }
  | { readonly kind: 'update' }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'modal'; readonly modal: OpenModal };

/** A dialog on somebody's screen. */
export interface OpenModal extends Modal {
  readonly spot: Spot;
  /** The message whose button opened it. */
  readonly sourceId?: string | undefined;
}

/** What a person does, before it is told to the app. */
export interface Asked {
  readonly type: Interaction['type'];
  readonly by: DiscordPerson;
  readonly spot: Spot;
  readonly data: unknown;
  readonly source?: Message | undefined;
  readonly commandName?: string | undefined;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function interactionOnWire(world: World, interaction: Interaction, { by, spot, data, source }: Asked): unknown {
  const user = userOnWire(by);
  const inServer =
    spot.kind === 'server'
      ? {
          guild_id: spot.server.id,
          guild: { id: spot.server.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: interactingMember(by, spot.server, spot.channel),
          context: 0,
          authorizing_integration_owners: { '0': spot.server.id },
        }
      : { user, context: 1, authorizing_integration_owners: { '0': SERVER_ID } };
  return {
    id: interaction.id,
    application_id: APPLICATION_ID,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: spot.id,
    channel: interactionChannel(world, spot, by),
    app_permissions: appPermissions(spot),
    locale: by.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    ...inServer,
    ...(source ? { message: messageOnWire(world, source) } : {}),
  };
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
export function callbackResponse(
  world: World,
  messages: Messages,
  interaction: Interaction,
  type: number,
  outcome: Outcome,
): unknown {
  const message = interaction.originalId ? messages.find(interaction.channelId, interaction.originalId) : undefined;
  const wrote = outcome.kind === 'message' || outcome.kind === 'thinking' || type === ANSWER.update;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message && wrote
        ? {
            response_message_id: message.id,
            response_message_loading: (message.flags & FLAG.loading) > 0,
            response_message_ephemeral: (message.flags & FLAG.ephemeral) > 0,
          }
        : {}),
    },
    ...(outcome.kind === 'modal' || outcome.kind === 'choices'
      ? {}
      : { resource: { type, ...(message && wrote ? { message: messageOnWire(world, message) } : {}) } }),
  };
}

/** A channel as it stands in an interaction. */
function interactionChannel(world: World, spot: Spot, person: DiscordPerson): Json {
  const channel = channelOnWire(world, spot);
  return spot.kind === 'dm'
    ? channel
    : { ...channel, permissions: String(personMay(person, spot.server, spot.channel)) };
}

/** What the bot may do where an interaction happens, as the API writes it. */
const appPermissions = (spot: Spot): string => String(botMay(spot.channel));
