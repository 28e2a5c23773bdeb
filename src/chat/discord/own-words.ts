import { wordsFor } from '../../conversation/languages/index.ts';
import type { Message } from '../../conversation/message.ts';

/** For servers in which the bot is not at home, and for people who are in none of its own. */
export function notForThisServer(locale: string): Message {
  return { text: [{ kind: 'plain', text: wordsFor(locale).chat.notForThisServer }] };
}

/** For ids that nobody made, and for input that is not kept any more. */
export function unknownButton(locale: string): Message {
  return { text: wordsFor(locale).reception.unknownButton };
}
