/** What an admin has to mend so that a chat can be used. What to do about it is in the words of each language. */
export const CHAT_TROUBLES = ['token', 'app-token', 'intents', 'removed', 'moderation-channel'] as const;
export type ChatTrouble = (typeof CHAT_TROUBLES)[number];

/** True where nobody in that chat gets an answer; otherwise it is only the admins who miss something. */
export function isOutage(trouble: ChatTrouble): boolean {
  return trouble !== 'moderation-channel';
}
