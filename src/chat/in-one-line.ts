import type { Reply } from '../conversation/handler.ts';
import type { Message } from '../conversation/message.ts';

/** What stands in for a card where the card itself is not: what was done. */
export function inOneLine(reply: Reply): Message {
  return reply.kind === 'replace' && reply.line ? { text: reply.line } : reply.message;
}
