import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import type { Slack } from '../../sandbox/slack/index.ts';
import type { SlackConfig } from '../../src/config/result.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { checkSlack, SCOPES } from '../../src/doctor/slack.ts';
import { GRACE, slackStage } from '../sandbox/slack-stage.ts';

const CHANNEL = 'C0ADMINS01';
const app = (bot: readonly string[]) => ({ oauth_config: { scopes: { bot } } });

/**
 * A Slack where everything is right, until `spoil` changes that. Scheduled messages, which the stand-in does not know,
 * are answered here with `schedule` and `unschedule`.
 */
async function examine(
  spoil: (slack: Slack) => void = () => {},
  config: Partial<SlackConfig> = {},
  { schedule = undefined as string | undefined, unschedule = undefined as string | undefined } = {},
): Promise<{ findings: readonly Finding[]; asked: readonly string[]; faults: readonly string[] }> {
  const stage = await slackStage();
  onTestFinished(() => stage.close());
  stage.slack.setManifest(app(SCOPES));
  spoil(stage.slack);

  const asked: string[] = [];
  const server = createServer(
    getRequestListener(
      async (request) => {
        const url = new URL(request.url);
        const method = url.pathname.split('/').at(-1) ?? '';
        asked.push(method);
        const answer = (error: string | undefined) =>
          Response.json(error ? { ok: false, error } : { ok: true, scheduled_message_id: 'Q1' });
        if (method === 'chat.scheduleMessage') return answer(schedule);
        if (method === 'chat.deleteScheduledMessage') return answer(unschedule);
        const body = await request.text();
        return fetch(`${stage.origin}${url.pathname}`, { method: request.method, headers: passed(request), body });
      },
      { overrideGlobalObjects: false },
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;

  const { botToken, appToken, apiPath } = stage.slack.credentials;
  const findings = await checkSlack({
    botToken,
    appToken,
    signingSecret: undefined,
    apiUrl: `http://127.0.0.1:${port}${apiPath}`,
    admins: [GRACE],
    moderationChannel: CHANNEL,
    ...config,
  });
  for (const { ok, what, fix } of findings) {
    expect(`${what} ${fix}`).not.toMatch(/xoxb-sandbox|xapp-1-A0TUTORLINE-sandbox/);
    if (!ok) expect(fix).toBeTruthy();
  }
  return { findings, asked, faults: findings.filter(({ ok }) => !ok).map(({ what }) => what) };
}

function passed(request: Request): Record<string, string> {
  const { authorization = '', 'content-type': type = '' } = Object.fromEntries(request.headers);
  return { authorization, 'content-type': type };
}

test('when everything is right the doctor says so, writes to nobody, and leaves nothing behind', async () => {
  const { findings, asked, faults } = await examine();
  expect(faults).toEqual([]);
  expect(findings.filter(({ fix }) => !fix).map(({ what }) => what)).toEqual([
    'Slack: the bot is tutorline in Sandbox School.',
    'Slack: all scopes are there.',
    'Slack: Socket Mode connects.',
    'Slack: the admin is there.',
    'Slack: the bot may write in the moderation channel.',
  ]);
  expect(asked.filter((method) => method.startsWith('chat.'))).toEqual([
    'chat.scheduleMessage',
    'chat.deleteScheduledMessage',
  ]);
});

test('what Slack does not tell is not claimed: commands and events are compared by hand', async () => {
  const { findings } = await examine();
  expect(findings.at(-1)).toMatchObject({
    ok: true,
    fix: expect.stringContaining('https://api.slack.com/apps/A0TUTORLINE/app-manifest'),
  });
});

test.each([
  ['invalid_auth', 'Slack does not know SLACK_BOT_TOKEN.'],
  [
    'account_inactive',
    'SLACK_BOT_TOKEN belongs to an app that was taken out of the workspace, or to a workspace that is gone.',
  ],
  ['token_revoked', 'SLACK_BOT_TOKEN was revoked.'],
  ['token_expired', 'SLACK_BOT_TOKEN has expired: the app uses token rotation.'],
  ['not_allowed_token_type', 'SLACK_BOT_TOKEN is not a bot token.'],
  ['fatal_error', 'Slack could not be asked about SLACK_BOT_TOKEN: Slack answers fatal_error.'],
])('bot token: %s', async (error, sentence) => {
  const { faults, findings } = await examine((slack) => slack.fail('auth.test', { error }));
  expect(faults).toEqual([sentence]);
  expect(findings).toHaveLength(1);
});

test('a bot token of nobody, and an app that was uninstalled', async () => {
  expect((await examine(undefined, { botToken: 'xoxb-other' })).faults).toEqual([
    'Slack does not know SLACK_BOT_TOKEN.',
  ]);
  const { faults } = await examine((slack) => void slack.uninstalls());
  expect(faults).toEqual([expect.stringContaining('taken out of the workspace')]);
});

test('Slack that is down, busy or not there', async () => {
  const down = await examine((slack) => slack.fail('auth.test', { status: 503 }));
  expect(down.faults).toEqual([expect.stringContaining('it answers with HTTP 503')]);
  const busy = await examine((slack) => slack.fail('auth.test', { retryAfter: 30 }));
  expect(busy.faults).toEqual([expect.stringContaining('wants to be asked less often')]);
  const gone = await examine(undefined, { apiUrl: 'http://127.0.0.1:4/api/' });
  expect(gone.faults).toEqual(['Slack could not be asked about SLACK_BOT_TOKEN: nothing listens there.']);
});

test('missing scopes are named, and those too many', async () => {
  const { faults, findings } = await examine((slack) =>
    slack.setManifest(app(['commands', 'chat:write', 'im:write', 'channels:history'])),
  );
  expect(faults).toEqual(['The Slack bot lacks the scopes im:history, app_mentions:read, users:read.']);
  expect(findings).toContainEqual({
    ok: true,
    what: 'The Slack bot lacks the scope files:write: entries for calendars come as links, or not at all.',
    fix: expect.stringContaining('https://api.slack.com/apps'),
  });
  expect(findings).toContainEqual({
    ok: true,
    what: 'The Slack bot has scopes that Tutorline does not use: channels:history.',
    fix: expect.stringContaining('https://api.slack.com/apps'),
  });
});

test('the scopes are those of the manifest', async () => {
  const manifest = parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8'));
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...SCOPES].sort());
});

test.each([
  ['invalid_auth', 'Slack does not take SLACK_APP_TOKEN.'],
  ['missing_scope', 'SLACK_APP_TOKEN lacks the scope connections:write.'],
  ['internal_error', 'Socket Mode does not connect: Slack answers internal_error.'],
])('app token: %s', async (error, sentence) => {
  const { faults } = await examine((slack) => slack.fail('apps.connections.open', { error }));
  expect(faults).toEqual([sentence]);
});

test('an app token of another app', async () => {
  const { faults } = await examine(undefined, { appToken: 'xapp-1-A0OTHERAPP-12-abc' });
  expect(faults).toEqual(['SLACK_APP_TOKEN belongs to another app (A0OTHERAPP) than SLACK_BOT_TOKEN (A0TUTORLINE).']);
});

test('over HTTP the signing secret is not asked about, and said so', async () => {
  const { faults, findings, asked } = await examine(undefined, { appToken: undefined, signingSecret: 'x'.repeat(32) });
  expect(faults).toEqual([]);
  expect(asked).not.toContain('apps.connections.open');
  expect(findings.map(({ what }) => what)).toContainEqual(
    expect.stringContaining('whether SLACK_SIGNING_SECRET is right'),
  );
});

test('admins who are not there, or are no people', async () => {
  const { faults } = await examine(undefined, { admins: [GRACE, 'U0NOBODY01', 'U0TUTORBOT'] });
  expect(faults).toEqual([
    'SLACK_ADMINS names U0NOBODY01, whom this workspace does not have.',
    'SLACK_ADMINS names U0TUTORBOT, which is a bot.',
  ]);
  const none = await examine(undefined, { admins: [] });
  expect(none.findings.map(({ what }) => what)).toContain('Nobody in Slack is an admin of Tutorline.');
});

test.each([
  ['not_in_channel', 'The bot is not in Slack’s moderation channel.'],
  [
    'channel_not_found',
    `Slack’s moderation channel ${CHANNEL} does not exist, or it is private and the bot is not in it.`,
  ],
  ['is_archived', 'Slack’s moderation channel is archived.'],
  ['restricted_action', 'The bot may not post in Slack’s moderation channel: who may is restricted there.'],
  ['missing_scope', 'Slack’s moderation channel could not be tried without chat:write.'],
])('moderation channel: %s', async (schedule, sentence) => {
  const { faults, asked } = await examine(undefined, {}, { schedule });
  expect(faults).toEqual([sentence]);
  expect(asked).not.toContain('chat.deleteScheduledMessage');
});

test('a moderation channel that cannot be tried, or was never named, is no fault', async () => {
  const untried = await examine(undefined, {}, { schedule: 'unknown_method' });
  expect(untried.faults).toEqual([]);
  expect(untried.findings.map(({ what }) => what)).toContainEqual(expect.stringContaining('could not be tried'));
  const unnamed = await examine(undefined, { moderationChannel: undefined });
  expect(unnamed.findings.map(({ what }) => what)).toContain('Slack has no moderation channel.');
});

test('a message that could not be taken back is confessed, with the time at which it appears', async () => {
  const { findings } = await examine(undefined, {}, { unschedule: 'invalid_scheduled_message_id' });
  expect(findings).toContainEqual({
    ok: true,
    what: expect.stringContaining('could not be taken back'),
    fix: expect.stringMatching(/\d{4}-\d\d-\d\dT.*delete it/),
  });
});
