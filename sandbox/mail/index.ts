import type { Stage, StandIn } from '../stand-in.ts';
import { createMailbox, type MailLetter } from './mailbox.ts';
import { createSmtp, MAIL_FAULTS, type MailFault } from './smtp.ts';

export type { MailLetter } from './mailbox.ts';
export { MAIL_FAULTS, type MailFault } from './smtp.ts';

const PREFIX = '/sandbox/mail';
const USER = 'tutorline';
const PASSWORD = 'sandbox';
const FROM = { name: 'Tutorline', address: 'tutoring@school.example' };

/** A mail server, and everybody's mailbox, played on this machine. */
export interface Mail extends StandIn {
  readonly prefix: typeof PREFIX;
  readonly from: typeof FROM;
  /** For `SMTP_URL`; known once it listens. */
  url(): string;
  listen(): Promise<void>;
  /** Everything that has arrived, or what has arrived there; oldest first. */
  letters(address?: string): readonly MailLetter[];
  readonly faults: {
    set(fault: MailFault | undefined): void;
    current(): MailFault | undefined;
  };
}

export function createMail(stage: Stage, { slowMs = 20_000 }: { readonly slowMs?: number } = {}): Mail {
  const saved = (stage.saved ?? {}) as { letters?: unknown; fault?: unknown };
  const mailbox = createMailbox(stage, saved.letters);
  let fault = MAIL_FAULTS.find((one) => one === saved.fault);
  const smtp = createSmtp({
    user: USER,
    password: PASSWORD,
    sender: FROM.address,
    slowMs,
    fault: () => fault,
    arrived: mailbox.put,
  });
  const setFault = (next: MailFault | undefined) => {
    fault = next;
    stage.changed();
  };

  return {
    prefix: PREFIX,
    from: FROM,
    url: () => `smtp://${USER}:${PASSWORD}@127.0.0.1:${smtp.port()}`,
    listen: smtp.listen,
    letters: mailbox.letters,
    faults: { set: setFault, current: () => fault },
    // A file of a letter: `/sandbox/mail/<letter>/<number>`.
    fetch: (request) => {
      const [letter = '', index = ''] = new URL(request.url).pathname.slice(PREFIX.length + 1).split('/');
      const file = mailbox.letters().find(({ id }) => id === letter)?.files[Number(index)];
      if (!file) return new Response('Not found', { status: 404 });
      return new Response(file.text, {
        headers: {
          'Content-Type': file.type,
          'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    },
    upgrade: (_request, socket) => socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n'),
    dump: () => ({ letters: mailbox.letters(), fault }),
    clear: () => {
      mailbox.clear();
      setFault(undefined);
    },
    close: smtp.close,
  };
}
