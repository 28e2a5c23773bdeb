import type { Config } from '../config/result.ts';
import { checkMail } from '../mail/mailer.ts';
import { bad, type Finding, good, whyUnreachable } from './finding.ts';

/** Whether the mail server lets us in. It is sent nothing. */
export async function checkMailServer(mail: Config['mail']): Promise<readonly Finding[]> {
  if (!mail) return [];
  try {
    await checkMail(mail);
    return [
      good(
        `Mail: the server takes mail of ${mail.from.address}. Whether it arrives, an admin sees by “Send me a test mail” in /tutoring status.`,
      ),
    ];
  } catch (error) {
    if (wasRefused(error))
      return [
        bad(
          'Mail: the server does not take the user or the password of SMTP_URL.',
          'Correct them; some providers want a password made for programs. Special characters are written as %40 and so on.',
        ),
      ];
    return [
      bad(
        `Mail: the server of SMTP_URL could not be asked: ${whyUnreachable(error)}.`,
        'Look at its name and port: smtps:// is for 465, smtp:// for 587 and 25.',
      ),
    ];
  }
}

function wasRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAUTH';
}
