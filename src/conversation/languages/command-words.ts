/** What a language calls a command and its options. Names are lower case, without spaces: Discord registers them. */
export interface CommandWords {
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** How it is typed where a chat has no named options: `[@tutor] [subject] [when]`. */
  readonly usage: string;
  readonly options: Readonly<Record<string, OptionWords>>;
  /** Of a command that is several: what can follow its name. */
  readonly words?: Readonly<Record<string, CommandWords>>;
}

export interface OptionWords {
  readonly name: string;
  readonly description: string;
  readonly choices?: Readonly<Record<string, string>>;
}

export type CommandName =
  | 'book'
  | 'sessions'
  | 'tutors'
  | 'teach'
  | 'availability'
  | 'free'
  | 'now'
  | 'settings'
  | 'link'
  | 'timezone'
  | 'calendar'
  | 'credits'
  | 'observer'
  | 'meet'
  | 'tutoring'
  | 'help';

export type CommandsInWords = Readonly<Record<CommandName, CommandWords>>;
