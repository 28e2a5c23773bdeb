import type { ChatTrouble } from '../../../core/community/chat-trouble.ts';
import type { Text } from '../../message.ts';
import { say } from '../../say.ts';

/** What admins have to mend in a chat. Also in the log, and where the bot is asked how it is. */
export const chatTroubles = {
  chatTroubles: {
    slack: {
      token:
        'Slack doesn’t accept SLACK_BOT_TOKEN any more: the app was uninstalled, or the token revoked. Install the app again under Install App on api.slack.com/apps; if the token is a new one, set it and restart.',
      'app-token':
        'Slack doesn’t accept SLACK_APP_TOKEN any more, or Socket Mode is off. Look at Basic Information and Socket Mode on api.slack.com/apps; if you make a new token, set it and restart.',
      intents: 'Slack refuses what the app wants to hear. Compare the app with manifest.yml.',
      removed: 'The app was removed from the workspace. Install it again under Install App on api.slack.com/apps.',
      'moderation-channel':
        'The moderation channel (SLACK_MODERATION_CHANNEL, or the one that an admin chose) is gone, archived, or the bot isn’t in it. Type /invite @Tutorline there, or choose another one with /tutorline tutoring setup. What admins should read waits for it.',
    } satisfies Record<ChatTrouble, string>,
    discord: {
      token:
        'Discord doesn’t accept DISCORD_TOKEN any more: it was reset. Set the new one from Bot in the Developer Portal, and restart.',
      'app-token': 'Discord doesn’t accept DISCORD_TOKEN any more.',
      intents:
        'Discord refuses an intent that the bot asks for. Look at Privileged Gateway Intents under Bot in the Developer Portal; Tutorline needs none of them.',
      removed:
        'The bot is not in every server that DISCORD_SERVERS names. Open the Install Link under Installation in the Developer Portal and choose the server, or take its id out of DISCORD_SERVERS.',
      'moderation-channel':
        'The moderation channel (DISCORD_MODERATION_CHANNEL, or the one that an admin chose) is gone, or the bot may not write there. Add the bot’s role to it, or choose another one with /tutoring setup. What admins should read waits for it.',
    } satisfies Record<ChatTrouble, string>,
    unreachable: 'It can’t be reached at the moment; it is tried again by itself.',
    cutOff: (chat: string): Text => say`I’m cut off from ${chat}`,
    noChannel: (chat: string): Text => say`I can’t write to the admins’ channel in ${chat}`,
    text: (what: string): Text => say`${what} Nothing that I owe anybody there is lost: it waits for up to a day.`,
    recovered: (chat: string): Text => say`${chat} works again`,
    recoveredText: say`What waited there is on its way.`,
  },
};
