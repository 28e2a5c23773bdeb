import { createTransport } from 'nodemailer';
import { clean } from '../core/clean.ts';
import { cut } from '../core/cut.ts';
import { type Letter, type Mailer, MailRefused } from '../core/mail.ts';
import { htmlOf, textOf } from './body.ts';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where it wants them. */
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly address: string };
}

/** Nobody waits for a mail, but a job that hangs keeps others from being sent. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
/** Longer lines are folded; longer subjects nobody reads. */
const SUBJECT_MOST = 150;
const NAME_MOST = 80;

/** Sends mail through a server of the operator's: https://nodemailer.com */
export function createMailer({ smtpUrl, from }: MailSettings): Mailer {
  const transport = transportTo(smtpUrl);
  const host = from.address.split('@').at(-1) ?? 'localhost';
  return {
    send: async (letter) => {
      try {
        await transport.sendMail(mailOf(letter, from, host));
      } catch (error) {
        throw isRefused(error) ? new MailRefused(String(reasonOf(error)), { cause: error }) : plainly(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Whether the server lets us in. @throws what it says */
export async function checkMail(settings: Pick<MailSettings, 'smtpUrl'>): Promise<void> {
  const transport = transportTo(settings.smtpUrl);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

function transportTo(url: string) {
  return createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // Nothing in a letter may make it read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function mailOf(letter: Letter, from: MailSettings['from'], host: string) {
  const { id, to, subject, thread, calendar, unsubscribeUrl } = letter;
  return {
    from: { name: inOneLine(from.name, NAME_MOST), address: from.address },
    to: { name: inOneLine(to.name, NAME_MOST), address: to.address },
    subject: inOneLine(subject, SUBJECT_MOST),
    messageId: `<${id}@${host}>`,
    ...(thread !== undefined && { references: `<${thread}@${host}>`, inReplyTo: `<${thread}@${host}>` }),
    text: textOf(letter),
    html: htmlOf(letter),
    ...(calendar && {
      icalEvent: { method: calendar.method, filename: calendar.name, content: calendar.text },
    }),
    headers: {
      // Written by a program: nobody's absence is answered to it. https://www.rfc-editor.org/rfc/rfc3834#section-5
      'Auto-Submitted': 'auto-generated',
      // https://www.rfc-editor.org/rfc/rfc8058#section-3.1
      ...(unsubscribeUrl !== undefined && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

function inOneLine(text: string, most: number): string {
  return cut(clean(text).replaceAll(/\s+/g, ' ').trim(), most);
}

interface SmtpProblem {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
  readonly response?: string;
}

/** It said no for good, and not to us but to this address or this mail. */
function isRefused(error: unknown): boolean {
  const { code, responseCode = 0 } = (error ?? {}) as SmtpProblem; // nodemailer's own errors
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}

function reasonOf(error: unknown): string {
  const { response, code } = (error ?? {}) as SmtpProblem; // nodemailer's own errors
  return response ?? code ?? String(error);
}

/** Keeps nothing of the connection: its address has a password in it. */
function plainly(error: unknown): Error {
  const { responseCode } = (error ?? {}) as SmtpProblem; // nodemailer's own errors
  return Object.assign(new Error(`the mail server: ${reasonOf(error)}`), { status: responseCode });
}
