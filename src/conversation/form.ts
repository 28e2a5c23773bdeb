import type { Option } from './message.ts';

/** A dialog, whichever chat. What is filled in reaches the handler as strings under the fields' names. */
export interface Form {
  /** Cut to what the chat allows (24 characters in Slack, 45 in Discord): keep it short. */
  readonly title: string;
  readonly submit: string;
  readonly fields: readonly FormField[];
  /** Input that is not asked for but belongs to the answer: ids, and what was typed in fields that this dialog has no place for. */
  readonly carry: Readonly<Record<string, string>>;
}

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional: boolean;
  /** What is filled in already. */
  readonly value?: string;
  /**
   * Other fields follow it: when it changes, the handler's `form` is asked again with all that is filled in. Chats whose
   * dialogs cannot change leave what was there, and the handler says what does not fit together.
   */
  readonly leads?: boolean;
  /** Chats whose dialogs have no room for it leave it out, and what is filled in is carried. */
  readonly isSpare?: boolean;
}

/** The value of a moment for which none of the open times will do. */
export const ANOTHER_TIME = 'another';

export type FormField =
  | (Asked & { readonly kind: 'text'; readonly isLong: boolean; readonly most: number; readonly placeholder?: string })
  /** One of a few. */
  | (Asked & { readonly kind: 'choice'; readonly options: readonly Option[] })
  /** One of a few, all of them in sight: ratings, what happened. */
  | (Asked & { readonly kind: 'radio'; readonly options: readonly Option[] })
  /** Several of a few; the value is their values with commas between. */
  | (Asked & { readonly kind: 'several'; readonly options: readonly Option[] })
  /**
   * One of many, looked for by typing: the handler's `suggest` answers. `options` are the first of them. Chats without
   * such a field show the options while they fit, and a text field when they do not.
   */
  | (Asked & { readonly kind: 'search'; readonly options: readonly Option[]; readonly chosen?: Option })
  /**
   * A moment in `zone`. Chats with pickers answer `2026-12-01T17:00[Europe/Berlin]`; others a text field whose phrase
   * is understood by `parseWhen`. `value` is either of them. `zone` is undefined while the dialog asks for it too.
   * `open`: times that can be had, by their instants. Chats with menus that follow other fields offer them first, with
   * a way to any other time, and want one of them; others show a text field that may be left empty.
   */
  | (Asked & {
      readonly kind: 'when';
      readonly zone: string | undefined;
      readonly placeholder: string;
      readonly open?: readonly Option[];
    });
