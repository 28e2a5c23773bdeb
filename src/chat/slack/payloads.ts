import { z } from 'zod';
import { clean } from '../../core/clean.ts';

/** What Slack sends, as far as it is read here. Everything that arrives meets one of these first. */

const Id = z.string().min(1).max(255).transform(clean);
const Team = z.object({ id: Id }).nullish();
const Who = z.object({ id: Id, team_id: Id.nullish(), name: z.string().max(255).optional() });

/** The workspace in which somebody acts. */
export function teamOf({ team, user }: { team?: z.infer<typeof Team>; user: z.infer<typeof Who> }): string {
  return team?.id ?? user.team_id ?? '';
}

/** Nobody types more than this into one field; what comes is cut, not refused. */
const Typed = z.string().transform((text) => clean(text).slice(0, 12_000));
const Url = z.url({ protocol: /^https?$/ }).max(2000);

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
export const CommandPayload = z.object({
  team_id: Id,
  user_id: Id,
  user_name: z.string().max(255).optional(),
  channel_id: Id,
  command: z.string().min(1).max(255),
  text: Typed.default(''),
  response_url: Url,
  trigger_id: Id,
});
export type CommandPayload = z.infer<typeof CommandPayload>;

const Chosen = z.object({ value: z.string().max(255) });

const ViewState = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: Typed.nullish(),
      selected_option: Chosen.nullish(),
      selected_options: z.array(Chosen).nullish(),
      selected_date: z.iso.date().nullish(),
      selected_time: z
        .string()
        .regex(/^\d{2}:\d{2}$/)
        .nullish(),
    }),
  ),
);
export type ViewState = z.infer<typeof ViewState>;

export const FilledView = z.object({
  id: Id,
  type: z.string().default('modal'),
  /** Of the view as it was: a change to another one is refused. */
  hash: z.string().optional(),
  callback_id: Id,
  private_metadata: z.string().max(3000).default(''),
  state: z.object({ values: ViewState }),
  blocks: z.array(z.object({ block_id: Id, type: z.string() })),
});

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const PressPayload = z.object({
  type: z.literal('block_actions'),
  team: Team,
  user: Who,
  trigger_id: Id,
  response_url: Url.optional(),
  container: z.union([
    z.object({ type: z.literal('message'), channel_id: Id, message_ts: Id, is_ephemeral: z.boolean().default(false) }),
    z.object({ type: z.literal('view'), view_id: Id }),
  ]),
  view: z.union([FilledView, z.object({ id: Id, type: z.string() })]).optional(),
  actions: z
    .array(
      z.object({
        type: z.string(),
        action_id: Id,
        value: z.string().max(2000).optional(),
        url: z.string().optional(),
        selected_option: Chosen.nullish(),
      }),
    )
    .min(1),
});
export type PressPayload = z.infer<typeof PressPayload>;

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const SubmissionPayload = z.object({
  type: z.literal('view_submission'),
  team: Team,
  user: Who,
  view: FilledView,
});
export type FilledView = z.infer<typeof FilledView>;
export type SubmissionPayload = z.infer<typeof SubmissionPayload>;

/** https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export const SuggestionPayload = z.object({
  type: z.literal('block_suggestion'),
  team: Team,
  user: Who,
  action_id: Id,
  value: Typed.default(''),
  view: FilledView,
});
export type SuggestionPayload = z.infer<typeof SuggestionPayload>;

/** https://docs.slack.dev/apis/events-api#event-type-structure */
const Envelope = z.object({ team_id: Id, event_id: Id });

/** https://docs.slack.dev/reference/events/app_home_opened */
export const HomeOpened = Envelope.extend({
  event: z.object({ type: z.literal('app_home_opened'), user: Id, tab: z.string().optional(), channel: Id.optional() }),
});
export type HomeOpened = z.infer<typeof HomeOpened>;

/** Of what the bot may not have, Slack tells the id alone. */
const File = z.object({
  name: z
    .string()
    .max(1000)
    .nullish()
    .transform((name) => clean(name ?? '')),
  size: z.number().default(0),
  url_private_download: Url.optional().catch(undefined),
});

/** https://docs.slack.dev/reference/events/message.im; a message with files has text too. */
export const DirectMessage = Envelope.extend({
  event: z.object({
    type: z.literal('message'),
    channel_type: z.literal('im'),
    subtype: z.literal('file_share').optional(),
    bot_id: z.undefined().optional(),
    user: Id,
    channel: Id,
    text: Typed.default(''),
    thread_ts: Id.optional(),
    files: z.array(File).default([]),
  }),
});
export type DirectMessage = z.infer<typeof DirectMessage>;

/** https://docs.slack.dev/reference/events/user_change: also of who is deactivated. */
export const UserChanged = Envelope.extend({
  event: z.object({ type: z.literal('user_change'), user: z.object({ id: Id, deleted: z.boolean().default(false) }) }),
});

/** https://docs.slack.dev/reference/events/tokens_revoked: by whose tokens they were. */
export const TokensRevoked = Envelope.extend({
  event: z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(Id).default([]) }) }),
});

/** https://docs.slack.dev/reference/events/app_mention; other apps can mention the bot too. */
export const Mention = Envelope.extend({
  event: z.object({
    type: z.literal('app_mention'),
    subtype: z.undefined().optional(),
    bot_id: z.undefined().optional(),
    edited: z.undefined().optional(),
    user: Id,
    channel: Id,
    text: Typed.default(''),
    thread_ts: Id.optional(),
  }),
});
export type Mention = z.infer<typeof Mention>;

/** https://docs.slack.dev/reference/methods/users.info */
export const UserInfo = z.object({
  user: z.object({
    id: Id,
    deleted: z.boolean().default(false),
    name: z.string().optional(),
    real_name: z.string().optional(),
    tz: z.string().nullish(),
    locale: z.string().nullish(),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

/** https://docs.slack.dev/reference/methods/auth.test */
export const Identity = z.object({ url: z.url().optional(), team_id: Id, user_id: Id, bot_id: Id.optional() });
export type Identity = z.infer<typeof Identity>;

/** Where an answer belongs: what was pressed, or where a command was typed. Our dialogs carry it in `private_metadata`. */
export const Origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), url: Url }),
  z.object({ kind: z.literal('message'), channel: Id, ts: Id, url: Url.optional() }),
  /** A message that its reader alone sees: it is changed at `url`. */
  z.object({ kind: z.literal('ephemeral'), url: Url }),
  z.object({ kind: z.literal('home') }),
  /** One of our own dialogs that show a message. */
  z.object({ kind: z.literal('sheet'), view: Id }),
]);
export type Origin = z.infer<typeof Origin>;

export const Metadata = z.object({
  carry: z.record(z.string(), z.string()),
  from: Origin.optional(),
  /** The zones of the moments in the dialog, by field. */
  zones: z.record(z.string(), z.string()).optional(),
});
export type Metadata = z.infer<typeof Metadata>;

/** https://docs.slack.dev/reference/methods/usergroups.users.list, which needs the scope `usergroups:read`. */
export const GroupUsers = z.object({ users: z.array(z.string()) });
