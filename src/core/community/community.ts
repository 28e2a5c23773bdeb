/** One Slack workspace or one Discord server, and what its organization has decided for it. */
export interface Community {
  readonly id: string;
  /** The chat's id in the registry, such as `slack`. */
  readonly chat: string;
  /** The Slack team, or the Discord server. */
  readonly space: string;
  readonly organization: string;
  /** Where its admins see what needs them; undefined: nowhere. */
  readonly moderationChannel: string | undefined;
  /** The role whose holders are admins, where the chat has roles. */
  readonly adminRole: string | undefined;
  /** BCP 47: what its channels are written in. Many read there, so it is nobody's own. */
  readonly language: string;
  /** The role or user group whose people may ask for sessions from there; left out: everybody. */
  readonly bookerGroup?: string | undefined;
  /** The role that whoever is approved as a tutor is given there; left out: none. */
  readonly tutorRole?: string | undefined;
  /** Since when the bot is not there any more; left out: it is. */
  readonly removedAt?: Date | undefined;
}

/** A space that the settings name, as its chat tells it at the start. */
export type NamedSpace = Pick<Community, 'chat' | 'space' | 'moderationChannel' | 'adminRole'>;
