import type { Language } from '../../conversation/languages/language.ts';
import type { SystemDeps } from '../shared/deps.ts';

/** A page in answer to whoever wants no more mails. */
export interface StopPage {
  readonly status: 200 | 404;
  readonly title: string;
  readonly text: string;
  /** What the button says that stops them; undefined: there is nothing left to do. */
  readonly button: string | undefined;
}

/** The address in each mail by which its reader stops them, without a login: looking changes nothing, a POST does. */
export interface StopMail {
  ask(secret: string, language: Language): Promise<StopPage>;
  stop(secret: string, language: Language): Promise<StopPage>;
}

export function createStopMail({ store, addresses }: Pick<SystemDeps, 'store' | 'addresses'>): StopMail {
  const unknown = ({ words: { mail } }: Language): StopPage => ({
    status: 404,
    title: mail.stopTitle,
    text: mail.stopUnknown,
    button: undefined,
  });
  return {
    ask: async (secret, language) => {
      if (!(await store.personByMailSecret(secret))) return unknown(language);
      const { mail } = language.words;
      return { status: 200, title: mail.stopTitle, text: mail.stopText, button: mail.stopButton };
    },
    stop: async (secret, language) => {
      if (!(await addresses.stopMail(secret))) return unknown(language);
      const { mail } = language.words;
      return { status: 200, title: mail.stoppedTitle, text: mail.stoppedText, button: undefined };
    },
  };
}
