import { advice, bad, type Finding, good } from './finding.ts';
import type { SlackApi } from './slack-api.ts';

/** Far enough that Slack still lets it be taken back, which it does not in the last minute. */
const AHEAD_MS = 2 * 60 * 60_000;
const TEXT = 'Tutorline’s doctor looked whether it may write here. You should never read this.';

/**
 * Whether the bot may write in the moderation channel. Our scopes let it read nothing about channels, so it schedules
 * a message, for which Slack checks all that it checks for sending one, and takes it back: nobody sees anything.
 */
export async function checkSlackModeration(api: SlackApi, channel: string | undefined): Promise<readonly Finding[]> {
  if (!channel) {
    return [
      advice(
        'Slack has no moderation channel.',
        'Put a channel’s id into SLACK_MODERATION_CHANNEL, and invite the bot to it; or choose one with /tutorline tutoring setup, if that is not done.',
      ),
    ];
  }
  const at = new Date(Date.now() + AHEAD_MS);
  const scheduled = await api.schedule(channel, TEXT, at);
  if (!scheduled.ok) return [refused(channel, scheduled.code, scheduled.why)];
  const gone = await api.unschedule(channel, scheduled.value.id);
  const writable = good('Slack: the bot may write in the moderation channel.');
  return gone.ok
    ? [writable]
    : [
        writable,
        advice(
          `The message with which that was tried could not be taken back (${gone.why}).`,
          `It appears in the moderation channel at ${at.toISOString()}: delete it there.`,
        ),
      ];
}

function refused(channel: string, code: string, why: string): Finding {
  const invite = 'Type /invite @Tutorline in that channel.';
  switch (code) {
    case 'not_in_channel':
      return bad('The bot is not in Slack’s moderation channel.', invite);
    case 'channel_not_found':
      return bad(
        `Slack’s moderation channel ${channel} does not exist, or it is private and the bot is not in it.`,
        `Compare SLACK_MODERATION_CHANNEL with the id at the bottom of the channel’s details. ${invite}`,
      );
    case 'is_archived':
      return bad(
        'Slack’s moderation channel is archived.',
        'Unarchive it, or put another one into SLACK_MODERATION_CHANNEL.',
      );
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
    case 'restricted_action_non_threadable_channel':
      return bad(
        'The bot may not post in Slack’s moderation channel: who may is restricted there.',
        'Allow the bot in the channel’s settings under Posting permissions, or choose another channel.',
      );
    case 'missing_scope':
      return bad('Slack’s moderation channel could not be tried without chat:write.', 'Add the scope, and ask again.');
    default:
      return advice(
        `Slack’s moderation channel could not be tried: ${why}.`,
        'Look whether the bot is a member of it.',
      );
  }
}
