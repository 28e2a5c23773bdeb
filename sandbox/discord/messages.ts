import { type Draft, FLAG } from './drafts.ts';
import { invalidForm, refuse } from './errors.ts';
import type { Gateway } from './gateway.ts';
import { INTENT } from './gateway-protocol.ts';
import { messageOnWire } from './message-wire.ts';
import { botMay, PERMISSION } from './permissions.ts';
import { APPLICATION_ID } from './place.ts';
import type { Attachment, Message, Pinged } from './state.ts';
import { memberOnWire } from './wire.ts';
import type { Spot, World } from './world.ts';

/** How long a repeated nonce gives back the first message; Discord says "the past few minutes". */
const NONCE_REMEMBERED_MS = 5 * 60_000;
/** Files are kept as long as the sandbox runs, the last ones only. */
const FILES_KEPT = 200;

/** A file that came with a request. */
export interface Upload {
  /** The number in `files[n]`. */
  readonly index: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What a message is about besides its text. */
interface Circumstances {
  readonly authorId: string;
  readonly type?: number;
  readonly onlyFor?: string | undefined;
  readonly interaction?: Message['interaction'];
  readonly replyTo?: string | undefined;
}

/** The messages of all channels. */
export interface Messages {
  find(channelId: string, messageId: string): Message | undefined;
  list(channelId: string): Message[];
  write(spot: Spot, draft: Draft, uploads: readonly Upload[], circumstances: Circumstances): Message;
  edit(message: Message, draft: Draft, uploads: readonly Upload[]): Message;
  remove(message: Message): void;
  /** The message that an earlier request with the same nonce wrote. */
  repeated(spot: Spot, draft: Draft): Message | undefined;
  file(attachmentId: string): Upload | undefined;
  /** Keeps a file that comes with a command; its id. */
  upload(upload: Omit<Upload, 'index'>): string;
}

/** Keeps messages and tells the bot's sessions about them. */
export function createMessages(world: World, gateway: Gateway): Messages {
  const { state, stage } = world;
  const files = new Map<string, Upload>();
  /** `channel:nonce` → the message that was last written with it. */
  const nonces = new Map<string, Message>();
  const remember = (message: Message) => {
    if (message.nonce !== undefined) nonces.set(`${message.channelId}:${message.nonce}`, message);
  };
  for (const channel of state.messages.values()) for (const message of channel.values()) remember(message);

  const inChannel = (channelId: string) => {
    const known = state.messages.get(channelId) ?? new Map<string, Message>();
    state.messages.set(channelId, known);
    return known;
  };

  const store = (upload: Upload): string => {
    const id = world.nextId();
    files.set(id, upload);
    for (const oldest of files.keys()) if (files.size > FILES_KEPT) files.delete(oldest);
    return id;
  };

  const keep = (uploads: readonly Upload[], draft: Draft): Attachment[] =>
    uploads.map((upload) => {
      const id = store(upload);
      const description = draft.keptAttachments?.find((one) => one.id === upload.index)?.description;
      const { filename, contentType } = upload;
      return { id, filename: filename.replaceAll(' ', '_'), contentType, size: upload.bytes.length, description };
    });

  const announce = (event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', spot: Spot, message: Message) => {
    // What only one person sees is never told to the gateway.
    if (message.onlyFor !== undefined) return;
    if (spot.server && !(state.botServers.has(spot.server.id) && botMay(spot.channel) & PERMISSION.viewChannel)) return;
    const wire = messageOnWire(world, message);
    const needed = spot.kind === 'dm' ? INTENT.directMessages : INTENT.guildMessages;
    gateway.dispatch(event, (intents) => {
      if (!(intents & needed)) return undefined;
      if (spot.kind === 'dm') return { ...wire, channel_type: 1 };
      const author = world.person(message.authorId);
      const shown = !author || (intents & INTENT.messageContent) > 0 || message.pinged.users.includes(APPLICATION_ID);
      return {
        ...wire,
        ...(shown ? {} : { content: '', embeds: [], components: [], attachments: [] }),
        guild_id: spot.server.id,
        channel_type: 0,
        ...(author ? { member: memberOnWire(author, spot.server, false) } : {}),
      };
    });
  };

  return {
    find: (channelId, messageId) => state.messages.get(channelId)?.get(messageId),
    list: (channelId) => [...(state.messages.get(channelId)?.values() ?? [])],
    file: (id) => files.get(id),
    upload: (upload) => store({ ...upload, index: '0' }),

    write: (spot, draft, uploads, { authorId, type = 0, onlyFor, interaction, replyTo }) => {
      const answersNothing = draft.replyTo !== undefined && !inChannel(spot.id).has(draft.replyTo);
      if (answersNothing && draft.replyMustExist)
        throw invalidForm({
          message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
        });
      const message: Message = {
        id: world.nextId(),
        channelId: spot.id,
        authorId,
        type: draft.replyTo && !answersNothing ? 19 : type,
        content: (draft.content ?? '').trim(),
        embeds: draft.embeds ?? [],
        components: draft.components ?? [],
        attachments: keep(uploads, draft),
        flags: draft.flags ?? 0,
        writtenAt: discordTime(stage.now()),
        editedAt: null,
        pinged: pingedBy(world, spot, authorId, draft),
        nonce: draft.nonce,
        replyTo: answersNothing ? replyTo : (draft.replyTo ?? replyTo),
        onlyFor,
        interaction,
      };
      if (isEmpty(message)) throw refuse('emptyMessage');
      checkFiles(message);
      inChannel(spot.id).set(message.id, message);
      world.newest.set(spot.id, message.id);
      remember(message);
      announce('MESSAGE_CREATE', spot, message);
      stage.changed();
      return message;
    },

    edit: (message, draft, uploads) => {
      const spot = world.spot(message.channelId);
      if (!spot) throw refuse('unknownChannel');
      const keptIds = draft.keptAttachments?.map(({ id }) => id);
      const next: Message = {
        ...message,
        content: (draft.content ?? message.content).trim(),
        embeds: draft.embeds ?? message.embeds,
        components: draft.components ?? message.components,
        attachments: [
          ...message.attachments.filter(({ id }) => keptIds?.includes(id) ?? true),
          ...keep(uploads, draft),
        ],
        // What was sent in the newer kind stays so, and a "thinking…" is over.
        flags:
          (message.flags & ~(FLAG.loading | FLAG.suppressEmbeds)) |
          (draft.flags ?? message.flags & FLAG.suppressEmbeds),
        editedAt: message.flags & FLAG.loading ? null : discordTime(stage.now()),
      };
      if (isEmpty(next)) throw refuse('emptyMessage');
      checkFiles(next);
      if (draft.content !== undefined) next.pinged = pingedBy(world, spot, message.authorId, draft);
      Object.assign(message, next);
      announce('MESSAGE_UPDATE', spot, message);
      stage.changed();
      return message;
    },

    remove: (message) => {
      state.messages.get(message.channelId)?.delete(message.id);
      const spot = world.spot(message.channelId);
      if (message.onlyFor === undefined && spot)
        gateway.dispatch('MESSAGE_DELETE', (intents) =>
          intents & (spot.kind === 'dm' ? INTENT.directMessages : INTENT.guildMessages)
            ? { id: message.id, channel_id: message.channelId, ...(spot.server ? { guild_id: spot.server.id } : {}) }
            : undefined,
        );
      stage.changed();
    },

    repeated: (spot, { nonce, enforceNonce }) => {
      if (!enforceNonce || nonce === undefined) return undefined;
      const first = nonces.get(`${spot.id}:${nonce}`);
      const since = stage.now().getTime() - NONCE_REMEMBERED_MS;
      return first && Date.parse(first.writtenAt) >= since ? inChannel(spot.id).get(first.id) : undefined;
    },
  };
}

/** Discord's way of writing an instant. */
const discordTime = (at: Date): string => at.toISOString().replace('Z', '000+00:00');

function isEmpty({ content, embeds, components, attachments, flags }: Message): boolean {
  if (flags & FLAG.loading) return false;
  return content.trim() === '' && embeds.length + components.length + attachments.length === 0;
}

/** A component that shows a file of the message itself needs that file. */
function checkFiles({ components, attachments }: Message): void {
  for (const [, name] of JSON.stringify(components).matchAll(/"attachment:\/\/([^"]+)"/g))
    if (!attachments.some(({ filename }) => filename === name))
      throw invalidForm({
        components: {
          _errors: [
            {
              code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
              message: `Could not find the attachment ${name}`,
            },
          ],
        },
      });
}

/** Who is alerted: what the text mentions, as far as `allowed_mentions` and permissions let it. */
function pingedBy(world: World, spot: Spot, authorId: string, { content = '', components, mentions }: Draft): Pinged {
  const text = content + JSON.stringify(components ?? []);
  const found = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
  const allowed = (kind: 'users' | 'roles', id: string) =>
    mentions === undefined || mentions.parse?.includes(kind) || mentions[kind]?.includes(id) || false;
  const everyone =
    /@(everyone|here)/.test(text) && (mentions === undefined || (mentions.parse?.includes('everyone') ?? false));
  const mayPingAll =
    authorId === APPLICATION_ID && (botMay(spot.channel) & PERMISSION.mentionEveryone) > 0n && spot.kind === 'server';
  const users = found(/<@!?(\d+)>/g).filter(
    (id) => (world.person(id) || id === APPLICATION_ID) && allowed('users', id),
  );
  const roles = found(/<@&(\d+)>/g).filter(
    (id) => spot.server?.roles.some((role) => role.id === id) && allowed('roles', id),
  );
  return { users, roles: mayPingAll ? roles : [], everyone: everyone && mayPingAll };
}
