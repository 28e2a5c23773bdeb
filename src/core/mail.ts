/** A mail to one person. What stands in it is plain: whoever sends it makes it safe for headers and for HTML. */
export interface Letter {
  /** The same for every try to send it. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** BCP 47 */
  readonly language: string;
  readonly parts: readonly LetterPart[];
  /** In small print. */
  readonly foot: readonly LetterPart[];
  /** Where a POST stops such mails, without any login; undefined: it cannot be done so. */
  readonly unsubscribeUrl: string | undefined;
  /** Mails about the same are one conversation. */
  readonly thread: string | undefined;
  readonly calendar:
    | { readonly name: string; readonly text: string; readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH' }
    | undefined;
}

export type LetterPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** The server takes no mail for this address, or not this mail: to try again would not help. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** Sends mail. */
export interface Mailer {
  /** @throws MailRefused, or what may pass */
  send(letter: Letter): Promise<void>;
  close(): void;
}
