import type { PLATFORMS } from './forms.ts';
import { SECRETS, type VariableName } from './variables.ts';

/** True for a variable that is set, whether or not it is right. */
export type IsSet = (name: VariableName) => boolean;

type Platform = (typeof PLATFORMS)[number];

/** `a, b and c` */
export const and = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
const verb = (names: readonly string[]) => (names.length === 1 ? 'is' : 'are');

const SLACK_TOKENS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const;
const SLACK_DETAILS = ['SLACK_ADMINS', 'SLACK_MODERATION_CHANNEL', 'SLACK_API_URL'] as const;
const DISCORD_DETAILS = [
  'DISCORD_APPLICATION_ID',
  'DISCORD_SERVERS',
  'DISCORD_ADMIN_ROLE',
  'DISCORD_MODERATION_CHANNEL',
  'DISCORD_MEETING_CATEGORY',
  'DISCORD_API_URL',
] as const;

/** Whether a chat is meant to be connected: then its token must be there and right. */
export const wantsSlack = (isSet: IsSet) => [...SLACK_TOKENS, ...SLACK_DETAILS].some(isSet);
export const wantsDiscord = (isSet: IsSet) => ['DISCORD_TOKEN' as const, ...DISCORD_DETAILS].some(isSet);

/** What is wrong between the variables of the chats. */
export function chatProblems(isSet: IsSet): readonly string[] {
  const problems: string[] = [];
  if (wantsSlack(isSet) && !isSet('SLACK_BOT_TOKEN')) {
    const others = [...SLACK_TOKENS, ...SLACK_DETAILS].filter(isSet);
    problems.push(
      `SLACK_BOT_TOKEN is not set, but ${and(others)} ${verb(others)}: set it to the xoxb- token from OAuth & Permissions, or take the others away.`,
    );
  }
  if (isSet('SLACK_BOT_TOKEN') && !isSet('SLACK_APP_TOKEN') && !isSet('SLACK_SIGNING_SECRET')) {
    problems.push(
      'SLACK_APP_TOKEN is not set: set it to use Socket Mode (the simplest), or set SLACK_SIGNING_SECRET to receive Slack’s requests at /slack/events.',
    );
  }
  if (wantsDiscord(isSet) && !isSet('DISCORD_TOKEN')) {
    const others = DISCORD_DETAILS.filter(isSet);
    problems.push(
      `DISCORD_TOKEN is not set, but ${and(others)} ${verb(others)}: set it to the bot token from the Developer Portal, or take the others away.`,
    );
  }
  if (isSet('DISCORD_TOKEN') && !isSet('DISCORD_SERVERS')) {
    problems.push(
      'DISCORD_SERVERS is not set: name the servers that Tutorline serves (turn on Developer Mode, right-click the server, Copy Server ID).',
    );
  }
  return problems;
}

/** What is wrong between the variables of the meeting platforms. */
export function platformProblems(isSet: IsSet, platforms: readonly Platform[]): readonly string[] {
  const problems: string[] = [];
  const together = (names: readonly VariableName[], isWanted: boolean, what: string) => {
    const missing = names.filter((name) => !isSet(name));
    if (missing.length === 0 || (!isWanted && missing.length === names.length)) return;
    problems.push(`${and(missing)} ${verb(missing)} not set: ${what} needs ${and(names)} together.`);
  };
  together(['JITSI_APP_ID', 'JITSI_APP_SECRET'], false, 'a Jitsi server that asks for tokens');
  if (isSet('JITSI_APP_SECRET') && !isSet('JITSI_BASE_URL')) {
    problems.push('JITSI_BASE_URL is not set: meet.jit.si takes no tokens, so name your own server.');
  }
  together(['JAAS_APP_ID', 'JAAS_KEY_ID', 'JAAS_PRIVATE_KEY'], false, 'Jitsi as a Service');
  together(
    ['ZOOM_ACCOUNT_ID', 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET'],
    platforms.includes('zoom'),
    'Zoom (a Server-to-Server OAuth app)',
  );
  if (isSet('GOOGLE_SERVICE_ACCOUNT')) {
    together(['GOOGLE_SERVICE_ACCOUNT', 'GOOGLE_SUBJECT'], true, 'Google Meet with a service account');
  } else {
    together(
      ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET', 'GOOGLE_REFRESH_TOKEN'],
      platforms.includes('google-meet'),
      'Google Meet (or GOOGLE_SERVICE_ACCOUNT with GOOGLE_SUBJECT)',
    );
  }
  if (platforms.includes('discord') && !isSet('DISCORD_TOKEN')) {
    problems.push(
      'DISCORD_TOKEN is not set, but MEETING_PLATFORMS names discord: connect a Discord server, in which rooms are then made, or take discord out.',
    );
  }
  if (platforms.includes('custom') && !isSet('CUSTOM_MEETING_BASE_URL')) {
    problems.push(
      'CUSTOM_MEETING_BASE_URL is not set, but MEETING_PLATFORMS names custom: set it to the https address below which rooms are, or take custom out.',
    );
  }
  return problems;
}

/** What is wrong between the variables of mail. */
export function mailProblems(isSet: IsSet): readonly string[] {
  const [set, missing] = [MAIL.filter(isSet), MAIL.filter((name) => !isSet(name))];
  if (set.length === 0 || missing.length === 0) return [];
  return [`${and(missing)} ${verb(missing)} not set: sending mail needs ${and(MAIL)} together.`];
}
const MAIL = ['SMTP_URL', 'MAIL_FROM'] as const;

/** What Node's own packages know. */
const ENVIRONMENTS: readonly string[] = ['development', 'test', 'production'];

/**
 * Why nobody may play on this machine with these settings. A secret that got lost must never open a page on which
 * everybody is an admin.
 */
export function sandboxProblem(isSet: IsSet, environment: string | undefined): string | undefined {
  if (environment !== undefined && !ENVIRONMENTS.includes(environment))
    return `NODE_ENV is none of ${and(ENVIRONMENTS)}, and neither SLACK_BOT_TOKEN nor DISCORD_TOKEN is set: both chats are not played where this may be a real installation. Set one of the tokens, correct NODE_ENV, or set SANDBOX=1.`;
  const signs = [...(environment === 'production' ? ['NODE_ENV=production'] : []), ...SECRETS.filter(isSet)];
  if (signs.length === 0) return undefined;
  return `Neither SLACK_BOT_TOKEN nor DISCORD_TOKEN is set, but ${and(signs)} ${verb(signs)}: this looks like a real installation that has lost its tokens. Set one of them, or set SANDBOX=1 if you do want to play both chats on this machine.`;
}
