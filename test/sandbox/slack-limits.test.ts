import { afterAll, beforeAll, expect, test } from 'vitest';
import { GRACE, LENA, type SlackStage, slackStage, THEO } from './slack-stage.ts';

let stage: SlackStage;
beforeAll(async () => {
  stage = await slackStage();
});
afterAll(() => stage.close());

const GENERAL = 'C0GENERAL1';
const ADMINS = 'C0ADMINS01';
const long = (length: number) => 'x'.repeat(length);
const times = <Item>(count: number, make: (index: number) => Item) => Array.from({ length: count }, (_, i) => make(i));
const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });
const options = (count: number) => times(count, (index) => option(`o${index}`));
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), action_id: 'go', ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('L'), element, ...more });
const select = (more: object) => ({ type: 'static_select', action_id: 's', ...more });

/** What Slack's own client throws, as `error: first message`. */
async function refusalOf(method: string, args: Record<string, unknown>): Promise<string> {
  try {
    await stage.client.apiCall(method, args);
    return 'ok';
  } catch (error) {
    const { data } = error as { data?: { error: string; response_metadata?: { messages?: string[] } } };
    if (!data) throw error;
    return [data.error, ...(data.response_metadata?.messages ?? [])].join(' | ');
  }
}

const less = (length: number, at: string) => `[ERROR] must be less than ${length + 1} characters [json-pointer:${at}]`;
const atMost = (count: number, at: string) => `[ERROR] no more than ${count} items allowed [json-pointer:${at}]`;

test.each<[string, object[], string]>([
  ['51 blocks', times(51, () => ({ type: 'divider' })), atMost(50, '/blocks')],
  ['a long section', [section(long(3001))], less(3000, '/blocks/0/text/text')],
  ['an empty section', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  ['a section that says nothing', [{ type: 'section' }], 'missing required field: text [json-pointer:/blocks/0]'],
  ['11 fields', [{ type: 'section', fields: times(11, () => plain('f')) }], atMost(10, '/blocks/0/fields')],
  ['a long field', [{ type: 'section', fields: [plain(long(2001))] }], less(2000, '/blocks/0/fields/0/text')],
  ['a long header', [{ type: 'header', text: plain(long(151)) }], less(150, '/blocks/0/text/text')],
  ['mrkdwn in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], 'unsupported type: mrkdwn'],
  ['26 buttons', [actions(...times(26, (i) => button({ action_id: `b${i}` })))], atMost(25, '/blocks/0/elements')],
  [
    '11 bits of context',
    [{ type: 'context', elements: times(11, () => plain('c')) }],
    atMost(10, '/blocks/0/elements'),
  ],
  ['a long markdown block', [{ type: 'markdown', text: long(12_001) }], less(12_000, '/blocks/0/text')],
  [
    'a table of 101 rows',
    [{ type: 'table', rows: times(101, () => [{ type: 'raw_text', text: 'c' }]) }],
    atMost(100, '/blocks/0/rows'),
  ],
  [
    'a table of 21 columns',
    [{ type: 'table', rows: [times(21, () => ({ type: 'raw_text', text: 'c' }))] }],
    atMost(20, '/blocks/0/rows/0'),
  ],
  ['a long button', [actions(button({ text: plain(long(76)) }))], less(75, '/blocks/0/elements/0/text/text')],
  ['a long value', [actions(button({ value: long(2001) }))], less(2000, '/blocks/0/elements/0/value')],
  ['a long address', [actions(button({ url: `https://x.org/${long(3000)}` }))], less(3000, '/blocks/0/elements/0/url')],
  [
    'a label too long for screen readers',
    [actions(button({ accessibility_label: long(76) }))],
    less(75, '/blocks/0/elements/0/accessibility_label'),
  ],
  ['no address at all', [actions(button({ url: 'nonsense' }))], 'must be a valid url'],
  [
    'an unknown key',
    [actions(button({ disabled: true }))],
    'invalid additional property: disabled [json-pointer:/blocks/0/elements/0]',
  ],
  ['an unknown style', [actions(button({ style: 'default' }))], 'must be a valid enum value'],
  ['a long block_id', [{ type: 'divider', block_id: long(256) }], less(255, '/blocks/0/block_id')],
  ['a long action_id', [actions(button({ action_id: long(256) }))], less(255, '/blocks/0/elements/0/action_id')],
  ['one block_id twice', times(2, () => ({ type: 'divider', block_id: 'b' })), '`block_id` "b" already exists'],
  ['one action_id twice', [actions(button(), button())], '`action_id` "go" already exists'],
  ['101 options', [actions(select({ options: options(101) }))], atMost(100, '/blocks/0/elements/0/options')],
  ['no options', [actions(select({}))], 'exactly one of options or option_groups'],
  [
    '101 groups',
    [actions(select({ option_groups: times(101, () => ({ label: plain('g'), options: options(1) })) }))],
    atMost(100, '/blocks/0/elements/0/option_groups'),
  ],
  [
    'a long option',
    [actions(select({ options: [{ text: plain(long(76)), value: 'v' }] }))],
    less(75, '/blocks/0/elements/0/options/0/text/text'),
  ],
  [
    'a long option value',
    [actions(select({ options: [{ text: plain('o'), value: long(76) }] }))],
    less(75, '/blocks/0/elements/0/options/0/value'),
  ],
  [
    'a long option description',
    [actions(select({ options: [{ ...option('o'), description: plain(long(76)) }] }))],
    less(75, '/blocks/0/elements/0/options/0/description/text'),
  ],
  [
    'a choice that is not offered',
    [actions(select({ options: options(1), initial_option: option('z') }))],
    'initial_option must exactly match',
  ],
  [
    '6 entries of overflow',
    [actions({ type: 'overflow', options: options(6) })],
    atMost(5, '/blocks/0/elements/0/options'),
  ],
  [
    '11 radio buttons',
    [actions({ type: 'radio_buttons', options: options(11) })],
    atMost(10, '/blocks/0/elements/0/options'),
  ],
  [
    '11 checkboxes',
    [actions({ type: 'checkboxes', options: options(11) })],
    atMost(10, '/blocks/0/elements/0/options'),
  ],
  ['a date in words', [actions({ type: 'datepicker', initial_date: 'tomorrow' })], 'must be a valid date'],
  ['a time in words', [actions({ type: 'timepicker', initial_time: '5 pm' })], 'must be a valid time'],
  ['a zone that is none', [actions({ type: 'timepicker', timezone: 'CEST+1' })], 'must be a valid timezone'],
  [
    'milliseconds',
    [actions({ type: 'datetimepicker', initial_date_time: 1_795_000_000_000 })],
    'less than or equal to',
  ],
  [
    'a long confirm title',
    [actions(button({ confirm: { title: plain(long(101)), text: plain('?') } }))],
    less(100, '/blocks/0/elements/0/confirm/title/text'),
  ],
  [
    'a long confirm text',
    [actions(button({ confirm: { text: plain(long(301)) } }))],
    less(300, '/blocks/0/elements/0/confirm/text/text'),
  ],
  [
    'a long confirm button',
    [actions(button({ confirm: { text: plain('?'), confirm: plain(long(31)) } }))],
    less(30, '/blocks/0/elements/0/confirm/confirm/text'),
  ],
  [
    'a long label',
    [input({ type: 'plain_text_input' }, { label: plain(long(2001)) })],
    less(2000, '/blocks/0/label/text'),
  ],
  [
    'a long hint',
    [input({ type: 'plain_text_input' }, { hint: plain(long(2001)) })],
    less(2000, '/blocks/0/hint/text'),
  ],
  [
    'a longer input than there is',
    [input({ type: 'plain_text_input', max_length: 3001 })],
    'less than or equal to 3000',
  ],
  [
    'a long placeholder',
    [input({ type: 'plain_text_input', placeholder: plain(long(151)) })],
    less(150, '/blocks/0/element/placeholder/text'),
  ],
  ['a button as an input', [input(button())], 'unsupported type: button'],
  ['a block that does not exist', [{ type: 'carrousel' }], 'unsupported type: carrousel [json-pointer:/blocks/0/type]'],
  [
    'a picture without words',
    [{ type: 'image', image_url: 'https://x.org/a.png' }],
    'missing required field: alt_text',
  ],
])('a message with %s is refused', async (_, blocks, problem) => {
  const refused = await refusalOf('chat.postMessage', { channel: LENA, text: 't', blocks });
  expect(refused).toMatch(/^invalid_blocks \| /);
  expect(refused).toContain(problem);
});

const modal = (more: object = {}) => ({ type: 'modal', title: plain('T'), blocks: [], ...more });
test.each<[string, object, string]>([
  ['a long title', { title: plain(long(25)) }, less(24, '/view/title/text')],
  ['a long submit', { submit: plain(long(25)) }, less(24, '/view/submit/text')],
  ['a long close', { close: plain(long(25)) }, less(24, '/view/close/text')],
  ['no submit for its inputs', { blocks: [input({ type: 'plain_text_input' })] }, 'missing required field: submit'],
  ['101 blocks', { blocks: times(101, () => ({ type: 'divider' })) }, atMost(100, '/view/blocks')],
  ['much metadata', { private_metadata: long(3001) }, less(3000, '/view/private_metadata')],
  ['a long callback_id', { callback_id: long(256) }, less(255, '/view/callback_id')],
  [
    'a key that is none',
    { submit_disabled: true },
    'invalid additional property: submit_disabled [json-pointer:/view]',
  ],
  ['a message-only block', { blocks: [{ type: 'markdown', text: 'x' }] }, 'unsupported type: markdown'],
])('a modal with %s is refused', async (_, more, problem) => {
  const refused = await refusalOf('views.open', { trigger_id: '1.2.3', view: modal(more) });
  expect(refused).toMatch(/^invalid_arguments \| /);
  expect(refused).toContain(problem);
});

test.each<[string, string, Record<string, unknown>, string]>([
  ['an unknown method', 'chat.shout', {}, 'unknown_method'],
  ['a wrong token', 'auth.test', { token: 'xoxb-wrong' }, 'invalid_auth'],
  ['a bot token for sockets', 'apps.connections.open', {}, 'not_allowed_token_type'],
  ['no channel', 'chat.postMessage', { text: 't' }, 'invalid_arguments | [ERROR] missing required field: channel'],
  ['an unknown channel', 'chat.postMessage', { channel: 'C0NOWHERE1', text: 't' }, 'channel_not_found'],
  ['an unknown person', 'chat.postMessage', { channel: 'U0NOBODY01', text: 't' }, 'channel_not_found'],
  ['a channel without the app', 'chat.postMessage', { channel: GENERAL, text: 't' }, 'not_in_channel'],
  ['nothing to say', 'chat.postMessage', { channel: LENA }, 'no_text'],
  ['blocks that are no list', 'chat.postMessage', { channel: LENA, blocks: { a: 1 } }, 'invalid_blocks_format'],
  [
    'blocks too long together',
    'chat.postMessage',
    { channel: LENA, blocks: times(5, () => section(long(3000))) },
    'msg_blocks_too_long',
  ],
  ['the app itself', 'chat.postMessage', { channel: 'U0TUTORBOT', text: 't' }, 'cannot_dm_bot'],
  ['somebody outside', 'chat.postEphemeral', { channel: ADMINS, user: LENA, text: 't' }, 'user_not_in_channel'],
  ['no such message', 'chat.update', { channel: ADMINS, ts: '1.2', text: 't' }, 'message_not_found'],
  ["a person's id", 'chat.update', { channel: LENA, ts: '1.2', text: 't' }, 'channel_not_found'],
  ['no such message', 'chat.delete', { channel: ADMINS, ts: '1.2' }, 'message_not_found'],
  ['nobody', 'conversations.open', {}, 'users_list_not_supplied'],
  ['a stranger', 'conversations.open', { users: 'U0NOBODY01' }, 'user_not_found'],
  ['the app itself', 'conversations.open', { users: 'U0TUTORBOT' }, 'cannot_dm_bot'],
  ['two people', 'conversations.open', { users: `${LENA},${THEO}` }, 'missing_scope'],
  ['an unknown channel', 'conversations.info', { channel: 'C0NOWHERE1' }, 'channel_not_found'],
  ['a strange type', 'conversations.list', { types: 'public' }, 'invalid_types'],
  ['a page of 5000', 'conversations.members', { channel: ADMINS, limit: 5000 }, 'invalid_limit'],
  ['a stranger', 'users.info', { user: 'U0NOBODY01' }, 'user_not_found'],
  ['an unknown bot', 'bots.info', { bot: 'B0' }, 'bot_not_found'],
  ['an unknown trigger', 'views.open', { trigger_id: '1.2.3', view: modal() }, 'invalid_trigger_id'],
  ['an unknown view', 'views.update', { view_id: 'V0', view: modal() }, 'not_found'],
  ['no view', 'views.update', { view: modal() }, 'invalid_arguments'],
  ['a stranger', 'views.publish', { user_id: 'U0', view: { type: 'home', blocks: [] } }, 'invalid_arguments'],
  [
    'a title on a home',
    'views.publish',
    { user_id: LENA, view: { type: 'home', title: plain('T'), blocks: [] } },
    'invalid_arguments | [ERROR] invalid additional property: title',
  ],
])('%s is refused by %s', async (_, method, args, problem) => {
  expect(await refusalOf(method, args)).toContain(problem);
});

test('an update may be shorter than a message, and only of its own messages', async () => {
  const { slack, client } = stage;
  const { channel, ts } = await client.chat.postMessage({ channel: LENA, text: long(5000) });
  expect(await refusalOf('chat.update', { channel, ts, text: long(4001) })).toBe('msg_too_long');
  await slack.types(LENA, channel ?? '', 'my own');
  const own = slack
    .screen(LENA)
    .conversations.find(({ id }) => id === channel)
    ?.messages.at(-1);
  expect(await refusalOf('chat.update', { channel, ts: own?.ts, text: 't' })).toBe('cant_update_message');
  expect(await refusalOf('chat.delete', { channel, ts: own?.ts })).toBe('cant_delete_message');
});

test('a message over 40,000 characters is cut, with a warning', async () => {
  const answer = await stage.client.chat.postMessage({ channel: LENA, text: long(40_001) });
  expect(answer.warning).toBe('message_truncated');
  expect(answer.message?.text).toHaveLength(40_000);
});

test('an ephemeral message is in no history and vanishes with a reload', async () => {
  const { slack, client } = stage;
  const { message_ts: ts } = await client.chat.postEphemeral({ channel: ADMINS, user: GRACE, text: 'for you' });
  const seen = () => slack.screen(GRACE).conversations.find(({ id }) => id === ADMINS)?.messages ?? [];
  expect(seen()).toMatchObject([{ text: 'for you', ephemeral: true }]);
  expect(await refusalOf('chat.update', { channel: ADMINS, ts, text: 't' })).toBe('message_not_found');
  slack.reloads(GRACE);
  expect(seen()).toEqual([]);
});

test('DMs can be closed, by a person or by the manifest', async () => {
  const { slack } = stage;
  slack.blockDms(THEO, 'user_disabled');
  expect(await refusalOf('chat.postMessage', { channel: THEO, text: 't' })).toBe('user_disabled');
  expect(await refusalOf('conversations.open', { users: THEO })).toBe('user_disabled');
  slack.blockDms(THEO, null);
  expect(await refusalOf('chat.postMessage', { channel: THEO, text: 't' })).toBe('ok');
});

test('a home that changed meanwhile, and an external id that is taken, are refused', async () => {
  const { client } = stage;
  const view = { type: 'home' as const, blocks: [], external_id: 'mine' };
  const hash = (await client.views.publish({ user_id: LENA, view })).view?.hash;
  expect(await refusalOf('views.publish', { user_id: LENA, view, hash })).toBe('ok');
  expect(await refusalOf('views.publish', { user_id: LENA, view, hash })).toBe('hash_conflict');
  expect(await refusalOf('views.publish', { user_id: THEO, view })).toBe('duplicate_external_id');
});

test('only what the manifest asks for is there', async () => {
  const own = await slackStage();
  own.slack.setManifest({
    features: { app_home: { home_tab_enabled: false, messages_tab_enabled: false } },
    oauth_config: { scopes: { bot: ['chat:write', 'im:write'] } },
  });
  const calls = [
    own.client.users.info({ user: LENA }),
    own.client.chat.postMessage({ channel: LENA, text: 't' }),
    own.client.views.publish({ user_id: LENA, view: { type: 'home', blocks: [] } }),
  ];
  const errors = await Promise.allSettled(calls);
  expect(errors.map((result) => result.status === 'rejected' && result.reason.data)).toMatchObject([
    { error: 'missing_scope', needed: 'users:read', provided: 'chat:write,im:write' },
    { error: 'messages_tab_disabled' },
    { error: 'not_enabled' },
  ]);
  const { response_metadata } = await own.client.auth.test();
  expect(response_metadata?.scopes).toEqual(['chat:write', 'im:write']);
  await expect(own.slack.types(LENA, GENERAL, '/book')).rejects.toThrow('`/book` is not a valid command.');
  await own.slack.uninstalls();
  await expect(own.client.auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
  await own.close();
});

test('a JSON body needs its token in the header', async () => {
  const { origin, slack } = stage;
  const url = `${origin}${slack.credentials.apiPath}auth.test`;
  const token = slack.credentials.botToken;
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const inside = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ token }) });
  expect(await inside.json()).toEqual({ ok: false, error: 'not_authed' });
  const authorization = `Bearer ${token}`;
  const outside = await fetch(url, { method: 'POST', headers: { ...headers, authorization }, body: '{}' });
  expect(await outside.json()).toMatchObject({ ok: true, team_id: slack.credentials.teamId });
  const broken = await fetch(url, { method: 'POST', headers: { ...headers, authorization }, body: '{' });
  expect(await broken.json()).toEqual({ ok: false, error: 'invalid_json' });
});

test('too many messages to one channel are turned away for a while', async () => {
  const own = await slackStage({ rateLimits: true });
  const post = (channel: string) => own.client.chat.postMessage({ channel, text: 't' });
  for (let sent = 0; sent < 5; sent++) await post(LENA);
  await expect(post(LENA)).rejects.toMatchObject({ retryAfter: expect.any(Number) });
  await expect(post(THEO)).resolves.toMatchObject({ ok: true });
  await own.close();
});

test('ordered faults happen once: an error, a status, a wait, a lost answer', async () => {
  const { slack, client, traffic } = stage;
  const post = () => client.chat.postMessage({ channel: GRACE, text: 'once' });
  slack.fail('chat.postMessage', { error: 'internal_error' });
  await expect(post()).rejects.toMatchObject({ data: { error: 'internal_error' } });
  slack.fail('chat.postMessage', { status: 503 });
  await expect(post()).rejects.toMatchObject({ statusCode: 503 });
  slack.fail('chat.postMessage', { retryAfter: 7 });
  await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
  slack.fail('chat.postMessage', { lostAnswer: true });
  await expect(post()).rejects.toThrow();
  const dm = slack.screen(GRACE).conversations.find(({ kind }) => kind === 'im');
  expect(dm?.messages).toMatchObject([{ text: 'once' }]);
  expect(JSON.stringify(traffic)).not.toContain(slack.credentials.botToken);
});
