import PostalMime from 'postal-mime';
import { z } from 'zod';
import type { Stage } from '../stand-in.ts';

const LETTERS_MOST = 200;

const Letter = z.object({
  id: z.string(),
  /** To whom the server was told to give it. */
  to: z.string(),
  from: z.string(),
  toName: z.string(),
  subject: z.string(),
  /** ISO 8601, by the sandbox's clock. */
  arrivedAt: z.string(),
  text: z.string(),
  html: z.string(),
  /** By their names in lower case. */
  headers: z.record(z.string(), z.string()),
  files: z.array(z.object({ name: z.string(), type: z.string(), text: z.string() })),
});

/** A mail as its reader's program shows it. */
export type MailLetter = z.infer<typeof Letter>;

/** Everybody's mailbox. */
export interface Mailbox {
  /** @throws with what is wrong with the mail, in a few words */
  put(to: string, raw: Uint8Array): Promise<void>;
  letters(address?: string): readonly MailLetter[];
  clear(): void;
}

/** https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 */
const LINE_MOST = 998;
/** Without these many servers take a mail for junk. */
const NEEDED = ['from', 'to', 'date', 'message-id', 'subject', 'mime-version'];

export function createMailbox(stage: Stage, saved: unknown): Mailbox {
  let letters = z.array(Letter).safeParse(saved).data ?? [];
  let count = letters.length;
  return {
    put: async (to, raw) => {
      const lines = Buffer.from(raw).toString('latin1').split('\r\n');
      if (lines.some((line) => line.length > LINE_MOST)) throw new Error('a line is too long');
      if (lines.some((line) => /[\r\n]/.test(line))) throw new Error('a bare line end');
      const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
      const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
      const missing = NEEDED.find((name) => !(name in headers));
      if (missing !== undefined) throw new Error(`the header ${missing} is missing`);
      const twice = NEEDED.find((name) => mail.headers.filter(({ key }) => key === name).length > 1);
      if (twice !== undefined) throw new Error(`the header ${twice} is there twice`);
      const [addressee] = mail.to ?? [];
      count += 1;
      letters = [
        ...letters,
        {
          id: String(count),
          to,
          from: mail.from?.address ?? '',
          toName: addressee?.name ?? '',
          subject: mail.subject ?? '',
          arrivedAt: stage.now().toISOString(),
          text: mail.text ?? '',
          html: mail.html ?? '',
          headers,
          files: mail.attachments.map(({ filename, mimeType, method, content }) => ({
            name: filename ?? 'file',
            type: method === undefined ? mimeType : `${mimeType}; method=${method}`,
            text: typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString(),
          })),
        },
      ].slice(-LETTERS_MOST);
      stage.changed();
    },
    letters: (address) => (address === undefined ? letters : letters.filter(({ to }) => to === address)),
    clear: () => {
      letters = [];
      stage.changed();
    },
  };
}
