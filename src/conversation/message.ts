/** What a chat can say, whichever chat: plain data, which each chat renders in its own way. */

/** A piece of text. What came from a person is `typed`, so that the renderer escapes it; times are shown in the reader's own zone. */
export type Span =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'moment'; readonly at: Date; readonly style: MomentStyle; readonly zone: string | undefined }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | Typed;

/** A command, shown as one types it in the reader's chat. `said`: what the reader's language calls it, with the word behind it. */
export interface Typed {
  readonly kind: 'command';
  readonly name: string;
  readonly said: string;
}

/** `full`: day and time; `time`: time alone; `relative`: "in 5 minutes", kept true by the chat where it can. */
export type MomentStyle = 'full' | 'time' | 'relative';

export type Text = readonly Span[];

export type ButtonStyle = 'primary' | 'danger' | 'plain';

/** What a button carries: which handler, and plain ids for its input. Nothing is kept in memory. */
export interface Target {
  readonly handler: string;
  readonly input: Readonly<Record<string, string>>;
}

export type Action =
  | {
      readonly kind: 'button';
      readonly label: string;
      readonly style: ButtonStyle;
      readonly target: Target;
    }
  | { readonly kind: 'link'; readonly label: string; readonly url: string; readonly style: ButtonStyle }
  | {
      /** A menu that acts as soon as something is chosen: the value is added to the input as `choice`. */
      readonly kind: 'choice';
      readonly label: string;
      readonly target: Target;
      readonly options: readonly Option[];
      readonly selected?: string;
    }
  | {
      /** A menu of what is rarely done: choosing does what a button with that target would do. */
      readonly kind: 'more';
      readonly label: string;
      readonly options: readonly Deed[];
    };

/** One thing of a menu that can be done. */
export interface Deed {
  readonly label: string;
  readonly target: Target;
  readonly description?: string;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

export interface Field {
  readonly name: string;
  readonly value: Text;
}

/** A picture made by us, with the words for those who do not see it. */
export interface Image {
  readonly png: Uint8Array;
  readonly name: string;
  readonly alt: string;
}

/** A file that people keep, such as an entry for their calendar. `link`: where it can be had too, for where no files are taken. */
export interface Enclosure {
  readonly name: string;
  readonly type: string;
  /** Its text, or its bytes. */
  readonly content: string | Uint8Array;
  readonly link?: { readonly label: string; readonly url: string };
}

/** One part of a longer message, such as a session in a list, with its own buttons. */
export interface Section {
  readonly title?: Text;
  readonly text?: Text;
  readonly fields?: readonly Field[];
  readonly actions?: readonly Action[];
}

export interface Message extends Section {
  readonly sections?: readonly Section[];
  readonly images?: readonly Image[];
  readonly enclosures?: readonly Enclosure[];
}
