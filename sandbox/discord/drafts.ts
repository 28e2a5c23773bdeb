import { type Component, isLink, readComponents } from './components.ts';
import type { Field } from './form.ts';

// https://docs.discord.com/developers/resources/message#create-message
const CONTENT = 2000;
const EMBEDS = 10;
const NONCE = 25;
const FILES = 10;
const MENTIONED = 100;
// https://docs.discord.com/developers/resources/message#embed-object-embed-limits
const EMBED_TOTAL = 6000;
const EMBED_TITLE = 256;
const EMBED_DESCRIPTION = 4096;
const EMBED_FIELDS = 25;
const EMBED_FIELD_NAME = 256;
const EMBED_FIELD_VALUE = 1024;
const EMBED_FOOTER = 2048;
const EMBED_AUTHOR = 256;

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

/** A rich box below a message's text. */
export interface Embed {
  readonly type: 'rich';
  readonly [key: string]: unknown;
}

/** Who may be pinged: https://docs.discord.com/developers/resources/message#allowed-mentions-object */
interface AllowedMentions {
  readonly parse?: readonly string[];
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
}

/** What an app asks to be written; what it did not mention is undefined. */
export interface Draft {
  readonly content?: string | undefined;
  readonly embeds?: readonly Embed[] | undefined;
  readonly components?: readonly Component[] | undefined;
  readonly flags?: number | undefined;
  readonly keptAttachments?: readonly { readonly id: string; readonly description?: string | undefined }[] | undefined;
  readonly nonce?: string | number | undefined;
  readonly enforceNonce: boolean;
  readonly mentions?: AllowedMentions | undefined;
  readonly replyTo?: string | undefined;
  /** False: when the message that it replies to is gone, it is sent all the same. */
  readonly replyMustExist?: boolean;
}

/** Checks what an app wants to write. `v2Before`: the message that is edited already is of the newer kind. */
export function readDraft(body: Field, options: { allowedFlags: number; v2Before?: boolean }): Draft {
  const flags = body.at('flags').whole({ min: 0 });
  if (flags !== undefined && flags & ~options.allowedFlags)
    body.at('flags').refuse('MESSAGE_FLAGS_INVALID', `Only the flags ${options.allowedFlags} may be set here`);
  const v2 = options.v2Before || ((flags ?? 0) & FLAG.componentsV2) > 0;
  const given = (key: string) => body.at(key).value !== undefined;

  const content = given('content') ? (body.at('content').text({ max: CONTENT }) ?? '') : undefined;
  const embeds = given('embeds') ? readEmbeds(body.at('embeds')) : undefined;
  const components = given('components') ? readComponents(body.at('components'), v2) : undefined;
  if (v2) {
    for (const [key, filled] of [
      ['content', content],
      ['embeds', embeds?.length],
      ['poll', body.at('poll').present],
      ['sticker_ids', body.at('sticker_ids').present],
    ] as const)
      if (filled)
        body
          .at(key)
          .refuse(
            'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
            `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
          );
  }
  const nonce = body.at('nonce');
  return {
    content,
    embeds,
    components,
    flags,
    keptAttachments: given('attachments') ? readAttachments(body.at('attachments')) : undefined,
    nonce: typeof nonce.value === 'number' ? nonce.whole() : nonce.text({ max: NONCE }),
    enforceNonce: body.at('enforce_nonce').truth() ?? false,
    mentions: readMentions(body.at('allowed_mentions')),
    replyTo: body.at('message_reference').at('message_id').id(),
    replyMustExist: body.at('message_reference').at('fail_if_not_exists').truth() ?? true,
  };
}

function readAttachments(field: Field): { id: string; description?: string | undefined }[] {
  return field.items({ max: FILES }).map((item) => ({
    id:
      typeof item.at('id').value === 'number'
        ? String(item.at('id').value)
        : (item.at('id').id({ required: true }) ?? ''),
    description: item.at('description').text({ max: 1024 }),
  }));
}

function readMentions(field: Field): AllowedMentions | undefined {
  if (!field.present) return undefined;
  const parse = field
    .at('parse')
    .items()
    .map((one) => one.oneOf(['users', 'roles', 'everyone'], { required: true }) ?? '');
  const ids = (key: 'users' | 'roles') =>
    field
      .at(key)
      .items({ max: MENTIONED })
      .map((one) => one.id({ required: true }) ?? '');
  const users = ids('users');
  const roles = ids('roles');
  for (const [key, listed] of [
    ['users', users],
    ['roles', roles],
  ] as const)
    if (parse.includes(key) && listed.length > 0)
      field
        .at('parse')
        .refuse(
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`,
        );
  return { parse, users, roles };
}

function readEmbeds(field: Field): Embed[] {
  let total = 0;
  const counted = (text: Field, max: number, required = false) => {
    const read = text.text({ max, required });
    total += read === undefined ? 0 : [...read].length;
  };
  const list = field.items({ max: EMBEDS });
  for (const embed of list) {
    counted(embed.at('title'), EMBED_TITLE);
    counted(embed.at('description'), EMBED_DESCRIPTION);
    if (embed.at('footer').present) counted(embed.at('footer').at('text'), EMBED_FOOTER, true);
    if (embed.at('author').present) counted(embed.at('author').at('name'), EMBED_AUTHOR, true);
    for (const one of embed.at('fields').items({ max: EMBED_FIELDS })) {
      counted(one.at('name'), EMBED_FIELD_NAME, true);
      counted(one.at('value'), EMBED_FIELD_VALUE, true);
      one.at('inline').truth();
    }
    embed.at('color').whole({ min: 0, max: 0xffffff });
    const timestamp = embed.at('timestamp').text();
    if (timestamp !== undefined && Number.isNaN(Date.parse(timestamp)))
      embed.at('timestamp').refuse('DATE_TIME_TYPE_PARSE', `Could not parse ${timestamp}. Should be ISO8601.`);
    checkUrl(embed.at('url'), ['http:', 'https:']);
    for (const picture of ['image', 'thumbnail'])
      checkUrl(embed.at(picture).at('url'), ['http:', 'https:', 'attachment:']);
    for (const icon of ['author', 'footer'])
      checkUrl(embed.at(icon).at('icon_url'), ['http:', 'https:', 'attachment:']);
    const filled = ['title', 'description', 'fields', 'image', 'thumbnail', 'author', 'footer', 'timestamp', 'url'];
    if (!filled.some((key) => embed.at(key).present))
      embed.at('description').refuse('BASE_TYPE_REQUIRED', 'This field is required');
  }
  // Discord points at the first embed, whichever went over.
  if (total > EMBED_TOTAL)
    field.at(0).refuse('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${EMBED_TOTAL}`);
  return list.map((embed) => ({ ...(embed.value as object), type: 'rich' }));
}

function checkUrl(field: Field, schemes: readonly string[]): void {
  const url = field.text({ max: 2048 });
  if (url && !isLink(url, schemes)) field.refuse('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
}
