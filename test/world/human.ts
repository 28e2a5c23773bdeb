/** A person in front of their chat: what a test can do is what they can do, and what it can check is what they see. */
export interface Human {
  readonly name: string;
  readonly chat: 'slack' | 'discord';
  readonly userId: string;
  /** Types a command with its options, as the chat takes them. Resolves when the bot has acknowledged. */
  types(command: string, options?: Readonly<Record<string, string>>): Promise<void>;
  /** Types a message to the bot in the DM, with files or without. */
  says(text: string, files?: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void>;
  /**
   * Presses the newest button with this label, or chooses it where it is in a menu of what is rarely done; waits until
   * there is one, as people do. `on`: what the message says whose button is meant.
   */
  presses(label: string | RegExp, on?: string | RegExp): Promise<void>;
  /** Chooses in the newest menu that has this option, once there is one. */
  chooses(option: string | RegExp): Promise<void>;
  /** Whether a menu on the screen has this option now. */
  offers(option: string | RegExp): boolean;
  /** Fills in the dialog, once it is open, by the names of its fields, and sends it. Rejects never for a refusal: that is on the screen. */
  fills(values: Readonly<Record<string, string>>): Promise<void>;
  /** The same without sending it: in Slack what follows a field changes as it is filled in. */
  fillsIn(values: Readonly<Record<string, string>>): Promise<void>;
  /** The labels of the fields of the open dialog, and what is filled in. */
  dialog(): Readonly<Record<string, string>> | undefined;
  /** What can be chosen in a menu of the open dialog. */
  choices(field: string): readonly string[];
  /** Asks for completions of an option or of a field of the open dialog. */
  completes(
    command: string,
    option: string,
    typed: string,
    options?: Readonly<Record<string, string>>,
  ): Promise<readonly string[]>;
  /** Everything on the screen, one line for each message, oldest first. */
  reads(): string;
  /** The messages on the screen, oldest first. */
  messages(): readonly string[];
  /** The labels of all buttons on the screen, and of what such menus offer, newest message first. */
  buttons(): readonly string[];
  /** The labels of the buttons of the newest message that says so. */
  buttonsOf(what: string | RegExp): readonly string[];
  /** Presses the link “Open” of the newest message that says so: the message that it leads to. */
  opens(what: string | RegExp): string | undefined;
  sees(what: string | RegExp): boolean;
  /** Waits until it is on the screen; with `times`, until so many messages have it. */
  waitsFor(what: string | RegExp, times?: number): Promise<void>;
  /** The files on the screen, downloaded, oldest first. */
  files(): Promise<readonly { readonly name: string; readonly text: string; readonly bytes: Uint8Array }[]>;
  /** Ephemerals vanish. */
  reloads(): void;
}

/** Resolves when it holds; rejects with what was waited for in vain. */
export type Until = (what: string, holds: () => boolean) => Promise<void>;

/** Waits for something to be there, and gives it. */
export function awaiting(until: Until) {
  return async <T>(what: string, look: () => T | undefined): Promise<T> => {
    let found: T | undefined;
    await until(what, () => {
      found = look();
      return found !== undefined;
    });
    return found as T;
  };
}

export function matches(text: string, what: string | RegExp): boolean {
  return typeof what === 'string' ? text.includes(what) : what.test(text);
}

/** What was looked for in vain. */
export function named(label: string | RegExp, on: string | RegExp | undefined): string {
  return on === undefined ? `button ${label}` : `button ${label} on what says ${on}`;
}

export function isLabel(label: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? label === wanted : wanted.test(label);
}

/** Every string below the given keys, in the order in which it stands. */
export function textsIn(value: unknown, keys: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, keys));
  if (typeof value !== 'object' || value === null) return [];
  // The pieces of one line stand together.
  if ('type' in value && value.type === 'link')
    return [String('text' in value ? value.text : Reflect.get(value, 'url'))];
  if ('type' in value && value.type === 'rich_text_section') return [textsIn(Object.values(value), keys).join('')];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (keys.includes(key) ? [inner] : []) : textsIn(inner, keys),
  );
}

/** Every object in a tree for which `is` holds. */
export function findAll<T extends object>(value: unknown, is: (one: Record<string, unknown>) => boolean): T[] {
  if (Array.isArray(value)) return value.flatMap((one) => findAll<T>(one, is));
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  const inner = Object.values(record).flatMap((one) => findAll<T>(one, is));
  return is(record) ? [record as T, ...inner] : inner;
}
