import { APPLICATION_ID } from './place.ts';
import type { Message } from './state.ts';
import { authorOnWire, type Json } from './wire.ts';
import type { World } from './world.ts';

/** Where the files beside messages are served from. */
export const attachmentUrl = (world: World, message: Message, attachment: { id: string; filename: string }): string =>
  fileUrl(world, message.channelId, attachment);

export const fileUrl = (world: World, channel: string, { id, filename }: { id: string; filename: string }): string =>
  `${world.stage.origin()}/sandbox/discord/attachments/${channel}/${id}/${encodeURIComponent(filename)}`;

/** https://docs.discord.com/developers/resources/message#message-object */
export function messageOnWire(world: World, message: Message): Json {
  const attachments = message.attachments.map((one) => {
    const url = attachmentUrl(world, message, one);
    return {
      id: one.id,
      filename: one.filename,
      size: one.size,
      content_type: one.contentType,
      url,
      proxy_url: url,
      ...(one.description ? { description: one.description } : {}),
    };
  });
  const answered = message.replyTo ? world.state.messages.get(message.channelId)?.get(message.replyTo) : undefined;
  const spot = world.spot(message.channelId);
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channelId,
    content: message.content,
    author: authorOnWire(world, message.authorId),
    mentions: message.pinged.users.map((id) => authorOnWire(world, id)),
    mention_roles: message.pinged.roles,
    mention_everyone: message.pinged.everyone,
    attachments,
    embeds: message.embeds.map((embed) =>
      withAttachmentUrls(embed, (filename) => attachments.find((one) => one.filename === filename)?.url),
    ),
    components: message.components,
    timestamp: message.writtenAt,
    edited_timestamp: message.editedAt,
    tts: false,
    pinned: false,
    flags: message.flags,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.interaction ? interactionOnWire(world, message.interaction) : {}),
    ...(message.replyTo
      ? {
          message_reference: {
            type: 0,
            message_id: message.replyTo,
            channel_id: message.channelId,
            ...(spot?.server ? { guild_id: spot.server.id } : {}),
          },
          referenced_message: answered ? messageOnWire(world, { ...answered, replyTo: undefined }) : null,
        }
      : {}),
  };
}

function interactionOnWire(world: World, { id, type, userId, name }: NonNullable<Message['interaction']>): Json {
  const user = authorOnWire(world, userId);
  const owners = { '0': userId };
  return {
    application_id: APPLICATION_ID,
    webhook_id: APPLICATION_ID,
    interaction_metadata: { id, type, user, authorizing_integration_owners: owners, ...(name ? { name } : {}) },
    ...(name ? { interaction: { id, type, name, user } } : {}),
  };
}

/** `attachment://name` in an embed stands for a file of the same message. */
function withAttachmentUrls(embed: Json, urlOf: (filename: string) => string | undefined): Json {
  const swap = (key: 'image' | 'thumbnail') => {
    const picture = embed[key] as { url?: string } | undefined;
    const filename = picture?.url?.match(/^attachment:\/\/(.+)$/)?.[1];
    return filename ? { [key]: { ...picture, url: urlOf(filename) ?? picture?.url } } : {};
  };
  return { ...embed, ...swap('image'), ...swap('thumbnail') };
}
