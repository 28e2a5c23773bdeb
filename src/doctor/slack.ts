import type { SlackConfig } from '../config/result.ts';
import { advice, bad, type Finding, good } from './finding.ts';
import { type Asked, createSlackApi, type SlackApi } from './slack-api.ts';
import { checkSlackModeration } from './slack-moderation.ts';

/** What the bot needs, and nothing more. */
const NEEDED = ['commands', 'chat:write', 'im:write', 'im:history', 'app_mentions:read', 'users:read'] as const;
/** What an app of before can do without, and what it lacks then. */
const BETTER = {
  'files:read': 'nobody can give files with a request or a message',
  'files:write': 'entries for calendars come as links, or not at all',
  'usergroups:read': 'nobody counts as one of a user group whose people may ask for sessions',
} as const;
export const SCOPES = [...NEEDED, 'files:read', 'files:write', 'usergroups:read'] as const;

/** How the pages of an app at api.slack.com are reached. */
const appPage = (appId: string | undefined, page: string) =>
  `https://api.slack.com/apps${appId ? `/${appId}/${page}` : ''}`;

/** Asks Slack about everything that can be asked with the tokens that the bot has anyway. */
export async function checkSlack(slack: SlackConfig): Promise<readonly Finding[]> {
  const api = createSlackApi(slack);
  const me = await api.identify();
  if (!me.ok) return [brokenToken(me)];
  const appId = await api.appIdOf(me.value.botId);
  return [
    good(`Slack: the bot is ${me.value.user} in ${me.value.team}.`),
    ...checkScopes(me.value.scopes, appId),
    ...(slack.appToken ? [await checkAppToken(api, slack.appToken, appId)] : [signingSecretNote(appId)]),
    ...(await checkAdmins(api, slack.admins)),
    ...(await checkSlackModeration(api, slack.moderationChannel)),
    advice(
      'Slack tells no bot which commands, events and buttons its app has.',
      `Compare them with manifest.yml: ${appPage(appId, 'app-manifest')}. It is enough to paste the file there and to reinstall the app when Slack asks for it.`,
    ),
  ];
}

function brokenToken({ code, why }: Extract<Asked<never>, { ok: false }>): Finding {
  const copy = `Copy the Bot User OAuth Token from OAuth & Permissions (${appPage(undefined, '')}).`;
  switch (code) {
    case 'invalid_auth':
    case 'not_authed':
      return bad('Slack does not know SLACK_BOT_TOKEN.', copy);
    case 'account_inactive':
      return bad(
        'SLACK_BOT_TOKEN belongs to an app that was taken out of the workspace, or to a workspace that is gone.',
        'Install the app again (Install App), and copy the new token.',
      );
    case 'token_revoked':
      return bad('SLACK_BOT_TOKEN was revoked.', 'Install the app again (Install App), and copy the new token.');
    case 'token_expired':
      return bad(
        'SLACK_BOT_TOKEN has expired: the app uses token rotation.',
        'Tutorline does not renew tokens: make an app without rotation from manifest.yml, and use its token.',
      );
    case 'not_allowed_token_type':
      return bad('SLACK_BOT_TOKEN is not a bot token.', copy);
    default:
      return bad(
        `Slack could not be asked about SLACK_BOT_TOKEN: ${why}.`,
        'Look at SLACK_API_URL and at the network, and try again.',
      );
  }
}

function checkScopes(granted: readonly string[] | undefined, appId: string | undefined): readonly Finding[] {
  const page = appPage(appId, 'oauth');
  if (!granted) {
    return [advice('Slack does not say which scopes the bot has.', `It needs ${SCOPES.join(', ')}: look at ${page}.`)];
  }
  const missing = NEEDED.filter((scope) => !granted.includes(scope));
  const more = granted.filter((scope) => !SCOPES.some((needed) => needed === scope));
  return [
    missing.length === 0
      ? good('Slack: all scopes are there.')
      : bad(
          `The Slack bot lacks the ${missing.length === 1 ? 'scope' : 'scopes'} ${missing.join(', ')}.`,
          `Add what is missing under Bot Token Scopes at ${page}, then reinstall the app to the workspace there.`,
        ),
    ...Object.entries(BETTER)
      .filter(([scope]) => !granted.includes(scope))
      .map(([scope, lacks]) =>
        advice(
          `The Slack bot lacks the scope ${scope}: ${lacks}.`,
          `Add it under Bot Token Scopes at ${page}, then reinstall the app to the workspace there.`,
        ),
      ),
    ...(more.length === 0
      ? []
      : [
          advice(
            `The Slack bot has scopes that Tutorline does not use: ${more.join(', ')}.`,
            `Take them away at ${page}.`,
          ),
        ]),
  ];
}

async function checkAppToken(api: SlackApi, appToken: string, appId: string | undefined): Promise<Finding> {
  const page = appPage(appId, 'general');
  const tokenApp = /^xapp-\d+-(A[A-Z0-9]+)-/.exec(appToken)?.[1];
  if (appId && tokenApp && appId !== tokenApp) {
    return bad(
      `SLACK_APP_TOKEN belongs to another app (${tokenApp}) than SLACK_BOT_TOKEN (${appId}).`,
      `Make an app-level token with connections:write at ${page}.`,
    );
  }
  const opened = await api.openConnection();
  if (opened.ok) return good('Slack: Socket Mode connects.');
  switch (opened.code) {
    case 'invalid_auth':
    case 'not_authed':
    case 'token_revoked':
    case 'account_inactive':
    case 'not_allowed_token_type':
      return bad(
        'Slack does not take SLACK_APP_TOKEN.',
        `Make a new app-level token with connections:write at ${page}, and copy it.`,
      );
    case 'missing_scope':
      return bad(
        'SLACK_APP_TOKEN lacks the scope connections:write.',
        `Make a new app-level token with it at ${page}: an old one cannot be changed.`,
      );
    default:
      return bad(
        `Socket Mode does not connect: ${opened.why}.`,
        `See that Socket Mode is on at ${appPage(appId, 'socket-mode')}, and try again.`,
      );
  }
}

function signingSecretNote(appId: string | undefined): Finding {
  return advice(
    'Slack sends its requests to /slack/events; no API says whether SLACK_SIGNING_SECRET is right.',
    `Press Retry beside the Request URL at ${appPage(appId, 'event-subscriptions')} while Tutorline runs: Slack then says whether it is.`,
  );
}

async function checkAdmins(api: SlackApi, admins: readonly string[]): Promise<readonly Finding[]> {
  if (admins.length === 0) {
    return [
      advice(
        'Nobody in Slack is an admin of Tutorline.',
        'Put user ids into SLACK_ADMINS (profile, ⋮, Copy member ID).',
      ),
    ];
  }
  const findings = await Promise.all(admins.map((id) => checkAdmin(api, id)));
  const faults = findings.filter((finding) => finding !== undefined);
  return faults.length > 0
    ? faults
    : [good(`Slack: ${admins.length === 1 ? 'the admin is' : 'all admins are'} there.`)];
}

async function checkAdmin(api: SlackApi, id: string): Promise<Finding | undefined> {
  const user = await api.user(id);
  if (!user.ok) {
    if (user.code === 'missing_scope') return undefined; // said above
    return user.code === 'user_not_found' || user.code === 'user_not_visible'
      ? bad(
          `SLACK_ADMINS names ${id}, whom this workspace does not have.`,
          'Correct the id (profile, ⋮, Copy member ID).',
        )
      : bad(`Slack could not be asked about the admin ${id}: ${user.why}.`, 'Try again.');
  }
  if (user.value.isDeactivated) {
    return bad(`SLACK_ADMINS names ${id} (${user.value.name}), whose account is deactivated.`, 'Name somebody else.');
  }
  if (user.value.isBot) return bad(`SLACK_ADMINS names ${id}, which is a bot.`, 'Name a person.');
  return undefined;
}
