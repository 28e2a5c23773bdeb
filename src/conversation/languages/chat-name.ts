/** A chat as people know it, by its id in the registry. */
export function chatName(chat: string): string {
  return ({ slack: 'Slack', discord: 'Discord' } as Readonly<Record<string, string>>)[chat] ?? chat;
}
