import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** What can go wrong with the mail server. */
export const MAIL_FAULTS = ['down', 'slow', 'wrong-password', 'refuses-address', 'mailbox-full'] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

const BYTES_MOST = 1024 * 1024;

interface SmtpOptions {
  readonly user: string;
  readonly password: string;
  /** In whose name alone this user may send. */
  readonly sender: string;
  readonly slowMs: number;
  readonly fault: () => MailFault | undefined;
  readonly arrived: (to: string, raw: Uint8Array) => Promise<void>;
}

/** What a server answers: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3 */
function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A mail server that takes mail for anybody, from one user. */
export function createSmtp({ user, password, sender, slowMs, fault, arrived }: SmtpOptions) {
  const stopped = new AbortController();
  const wait = () =>
    fault() === 'slow' ? pause(slowMs, undefined, { signal: stopped.signal }).catch(() => undefined) : undefined;

  const server = new SMTPServer({
    // The way there is inside this machine.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    size: BYTES_MOST,
    onConnect: (_session, done) => done(fault() === 'down' ? answer(421, 'Service not available') : undefined),
    onAuth: (auth, _session, done) => {
      const isRight = auth.username === user && auth.password === password && fault() !== 'wrong-password';
      if (isRight) done(null, { user });
      else done(answer(535, 'Authentication failed'));
    },
    onMailFrom: ({ address }, _session, done) =>
      done(address === sender ? undefined : answer(553, 'Sender address rejected: not owned by user')),
    onRcptTo: (_address, _session, done) => {
      if (fault() === 'refuses-address') return done(answer(550, 'No such user here'));
      if (fault() === 'mailbox-full') return done(answer(452, 'Mailbox full'));
      return done();
    },
    onData: (stream, session, done) => {
      const parts: Uint8Array[] = [];
      stream.on('data', (part: Uint8Array) => parts.push(part));
      stream.on('end', async () => {
        await wait();
        if (stream.sizeExceeded) return done(answer(552, 'Message too large'));
        try {
          for (const { address } of session.envelope.rcptTo) await arrived(address, Buffer.concat(parts));
          done();
        } catch (error) {
          done(answer(554, `Message rejected: ${error instanceof Error ? error.message : error}`));
        }
      });
    },
  });
  // Whoever hangs up in the middle is no fault of the server.
  server.on('error', () => undefined);

  return {
    port: () => (server.server.address() as AddressInfo | null)?.port ?? 0,
    listen: () =>
      new Promise<void>((resolve, reject) => {
        server.server.once('error', reject);
        server.listen(0, '127.0.0.1', () => resolve());
      }),
    close: () =>
      new Promise<void>((resolve) => {
        stopped.abort();
        for (const connection of server.connections) connection.close();
        server.close(() => resolve());
      }),
  };
}
