import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { httpManifest } from '../../scripts/manifest.ts';
import { en } from '../../src/conversation/languages/en/words.ts';
import { GENERAL, LENA, type Stage, slackChatStage, until } from './slack-stage.ts';

const yaml = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');
const manifest = parse(yaml);

let it: Stage | undefined;
afterEach(() => it?.close());

test('asks for no more than the bot uses', () => {
  expect(manifest.oauth_config.scopes).toEqual({
    bot: [
      'commands',
      'chat:write',
      'files:read',
      'files:write',
      'im:write',
      'im:history',
      'app_mentions:read',
      'users:read',
      'usergroups:read',
    ],
  });
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([
    'app_home_opened',
    'message.im',
    'user_change',
    'app_mention',
    'app_uninstalled',
    'tokens_revoked',
  ]);
});

test('says how commands are typed in the same words as the help', () => {
  const [book, tutorline] = manifest.features.slash_commands;
  expect(book).toEqual({
    command: `/${en.commands.book.name}`,
    description: en.commands.book.description,
    usage_hint: en.commands.book.usage,
    should_escape: true,
  });
  const words = tutorline.usage_hint.replaceAll(/[[\]]/g, '').split(' | ');
  expect(words).toEqual(Object.values(en.commands).map(({ name }) => name));
});

test('lets the bot do all it does in Slack', async () => {
  it = await slackChatStage('socket');
  const { slack } = it;
  slack.setManifest(manifest);
  await slack.opensHome(LENA);
  await until(() => slack.screen(LENA).home !== null);
  await slack.types(LENA, GENERAL, '/book @theo');
  await it.modalOf(LENA);
  await slack.types(LENA, await slack.opensDm(LENA), 'hello');
  await until(() => it?.dmOf(LENA).length === 2);
  expect(it.logged).toEqual([]);
});

test('sends everything to one address over HTTP', () => {
  const url = 'https://tutorline.example.org/slack/events';
  for (const given of ['https://tutorline.example.org', 'https://tutorline.example.org/', url]) {
    const { features, settings } = parse(httpManifest(yaml, given));
    expect(features.slash_commands.map((command: { url: string }) => command.url)).toEqual([url, url]);
    expect(settings).toMatchObject({
      event_subscriptions: {
        request_url: url,
        bot_events: [
          'app_home_opened',
          'message.im',
          'user_change',
          'app_mention',
          'app_uninstalled',
          'tokens_revoked',
        ],
      },
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
      socket_mode_enabled: false,
    });
  }
});

test('refuses an address that Slack would not take, in a sentence', async () => {
  for (const [given, sentence] of [
    ['http://tutorline.example.org', /wants https/],
    ['tutorline', /not an address/],
    ['https://a:b@tutorline.example.org', /more than a host/],
  ] as const) {
    expect(() => httpManifest(yaml, given)).toThrow(sentence);
  }
  const run = promisify(execFile)(process.execPath, ['scripts/manifest.ts', '--url', 'ftp://x']);
  await expect(run).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'Slack wants https, so “ftp://x” will not do.\n',
  });
});
