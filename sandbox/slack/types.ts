/** Any JSON object, as it travels. */
export type Json = Readonly<Record<string, unknown>>;

export interface SlackPerson {
  readonly id: string;
  /** The @name. */
  readonly name: string;
  readonly realName: string;
  /** IANA zone, such as `Europe/Berlin`. */
  readonly tz: string;
  /** Such as `en-US` or `es-ES`, as `users.info` gives it with `include_locale`. */
  readonly locale: string;
  readonly isAdmin?: boolean;
}

export interface SlackChannel {
  readonly id: string;
  /** Without the `#`. */
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  /** User ids; leave out for everybody. */
  readonly members?: readonly string[];
  /** Whether the app was invited. */
  readonly hasApp?: boolean;
}

export interface SlackCommand {
  /** With the slash: `/book`. */
  readonly command: string;
  readonly description: string;
  readonly usageHint?: string;
  /** Whether `@lena` reaches the app as `<@U…|lena>`. */
  readonly shouldEscape?: boolean;
}

/** A message as it is kept. Ephemeral ones are kept too, but only until their reader reloads. */
export interface Message {
  readonly ts: string;
  /** The person, the app's bot user, or `USLACKBOT`. */
  readonly user: string;
  text: string;
  blocks?: readonly Json[];
  attachments?: readonly Json[];
  /** When the app or the person changed it. */
  edited?: string;
  /** Shown by it: https://docs.slack.dev/reference/objects/file-object */
  readonly files?: readonly SharedFile[];
  readonly ephemeralFor?: string;
  readonly threadTs?: string;
  metadata?: Json;
  unfurlLinks?: boolean;
  unfurlMedia?: boolean;
}

export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly size: number;
  readonly url_private_download: string;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'channel' | 'private' | 'im';
  readonly name: string;
  isArchived: boolean;
  readonly members: Set<string>;
  hasApp: boolean;
  /** The person on the other side of a DM with the app. */
  readonly with?: string;
  /** Whether the app or the person has opened this DM. */
  isOpen: boolean;
  messages: Message[];
  /** Unread messages by user id. */
  readonly unread: Map<string, number>;
}

/** One input's value as Slack reports it: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export type InputValue = Json & { readonly type: string };
/** block id → action id → value. */
export type FormValues = Record<string, Record<string, InputValue>>;

/** A modal or an App Home, with what its reader has filled in so far. */
export interface View {
  readonly id: string;
  readonly user: string;
  /** What the app sent, with ids where it left them out. */
  content: Json;
  hash: string;
  values: FormValues;
  /** Messages below inputs, by block id. */
  errors: Record<string, string>;
  readonly rootId: string;
  readonly previousId: string | null;
}

/** What a person enters: text, an option's value, a date, a time, unix seconds, several values, or nothing. */
export type Answer = string | number | readonly string[] | null;
