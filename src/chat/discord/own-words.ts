import { wordsFor } from '../../conversation/languages/index.ts';
import type { Message } from '../../conversation/message.ts';
import type { Acting, Answer } from './answer.ts';
import { type Asked, buttonPressed } from './asked.ts';
import { DISMISS } from './ids.ts';

/** For servers in which the bot is not at home, and for people who are in none of its own. */
export function notForThisServer(locale: string): Message {
  return { text: [{ kind: 'plain', text: wordsFor(locale).chat.notForThisServer }] };
}

/** For ids that nobody made, and for input that is not kept any more. */
export function unknownButton(locale: string): Message {
  return { text: wordsFor(locale).reception.unknownButton };
}

/** Discord has no "are you sure" of its own: a message that only this person sees, with the real button. */
export function areYouSure(acting: Acting, { id }: Asked, answer: Answer): Promise<void> {
  const { chat } = wordsFor(acting.locale);
  const { label, isDanger } = buttonPressed(acting);
  const target = { handler: id.handler, input: id.kind === 'direct' ? id.input : {} };
  const kept = new Map(id.kind === 'kept' ? [[target, id.key]] : []);
  const message: Message = {
    text: [{ kind: 'plain', text: chat.areYouSure(label) }],
    actions: [
      { kind: 'button', label, style: isDanger ? 'danger' : 'primary', target },
      { kind: 'button', label: chat.leaveIt, style: 'plain', target: { handler: DISMISS, input: {} } },
    ],
  };
  return answer.tell(message, undefined, { mode: 'answer', kept });
}
