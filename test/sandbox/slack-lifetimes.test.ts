import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { signature } from '../../sandbox/slack/http-events.ts';
import { GRACE, LENA, type SlackStage, slackStage, THEO } from './slack-stage.ts';

const GENERAL = 'C0GENERAL1';
const MINUTE = 60_000;
const commands = [{ command: '/book', description: 'Book a session', shouldEscape: true }];
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (more: object = {}) => ({ type: 'modal' as const, title: plain('T'), blocks: [], ...more });

interface Envelope {
  envelope_id: string;
  type: string;
  reason?: string;
  retry_attempt?: number;
  payload: Record<string, unknown> & { event: Record<string, unknown>; view: { state: { values: object } } };
}

let stage: SlackStage;
const open: WebSocket[] = [];
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await stage.close();
});

/** A bare socket: keeps what it receives and acknowledges as told; `null` leaves an envelope unanswered. */
async function socketWith(answer: (envelope: Envelope) => object | null = () => ({})) {
  const { appToken, apiPath } = stage.slack.credentials;
  const response = await fetch(`${stage.origin}${apiPath}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${appToken}` },
  });
  const { url } = (await response.json()) as { url: string };
  const socket = new WebSocket(url);
  open.push(socket);
  const received: Envelope[] = [];
  await new Promise((resolve) => {
    socket.on('message', (data) => {
      const envelope = JSON.parse(data.toString()) as Envelope;
      received.push(envelope);
      if (!envelope.envelope_id) return resolve(undefined);
      const payload = answer(envelope);
      if (payload) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload }));
    });
  });
  return { socket, url, received, got: () => received.filter(({ envelope_id }) => envelope_id) };
}

const messagesOf = (person: string, conversation: string) =>
  stage.slack.screen(person).conversations.find(({ id }) => id === conversation)?.messages ?? [];

test('a response URL serves five times within thirty minutes', async () => {
  stage = await slackStage({ commands });
  const { got } = await socketWith();
  await stage.slack.types(LENA, GENERAL, '/book algebra');
  await stage.slack.types(LENA, GENERAL, '/book again');
  const [first, second] = got().map(({ payload }) => String(payload.response_url));
  const respond = async (url: string | undefined, body: object) => {
    const response = await fetch(url ?? '', { method: 'POST', body: JSON.stringify(body) });
    return `${response.status} ${await response.text()}`;
  };
  for (let use = 0; use < 5; use++) expect(await respond(first, { text: 'only you' })).toBe('200 {"ok":true}');
  expect(await respond(first, { text: 'once more' })).toBe('404 {"ok":false,"error":"used_url"}');
  expect(messagesOf(LENA, GENERAL)).toHaveLength(5);
  expect(messagesOf(THEO, GENERAL)).toHaveLength(0);
  expect(await respond(second, { response_type: 'in_channel', text: 'for all' })).toBe('200 {"ok":true}');
  expect(await respond(second, {})).toBe('400 {"ok":false,"error":"no_text"}');
  expect(messagesOf(THEO, GENERAL)).toMatchObject([{ text: 'for all', ephemeral: false }]);
  stage.clock.now = new Date(stage.clock.now.getTime() + 31 * MINUTE);
  expect(await respond(second, { text: 'late' })).toBe('404 {"ok":false,"error":"expired_url"}');
});

test('an ephemeral message is replaced and deleted only through its response URL', async () => {
  stage = await slackStage({ commands });
  const block = { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain('Go'), value: '1' }] };
  const { got } = await socketWith(({ type }) => (type === 'slash_commands' ? { text: 'Press', blocks: [block] } : {}));
  await stage.slack.types(LENA, GENERAL, '/book');
  const [card] = messagesOf(LENA, GENERAL);
  expect(card).toMatchObject({ text: 'Press', ephemeral: true });
  await stage.slack.presses(LENA, { conversation: GENERAL, ts: card?.ts ?? '', actionId: 'go' });
  const press = got().at(-1)?.payload;
  expect(press).toMatchObject({
    type: 'block_actions',
    container: { type: 'message', message_ts: card?.ts, channel_id: GENERAL, is_ephemeral: true },
    channel: { id: GENERAL, name: 'general' },
    actions: [{ type: 'button', action_id: 'go', value: '1', text: plain('Go') }],
  });
  expect(press).not.toHaveProperty('message');
  const respond = (body: object) => fetch(String(press?.response_url), { method: 'POST', body: JSON.stringify(body) });
  await respond({ replace_original: true, text: 'Done' });
  expect(messagesOf(LENA, GENERAL)).toMatchObject([{ ts: card?.ts, text: 'Done', blocks: [], ephemeral: true }]);
  await respond({ delete_original: true });
  expect(messagesOf(LENA, GENERAL)).toEqual([]);
  await expect(
    stage.slack.presses(LENA, { conversation: GENERAL, ts: card?.ts ?? '', actionId: 'go' }),
  ).rejects.toThrow('That message is not on the screen.');
});

test('a trigger serves once, and not for long', async () => {
  stage = await slackStage({ commands, timings: { triggerMs: 40 } });
  const { got } = await socketWith();
  await stage.slack.types(LENA, GENERAL, '/book');
  const trigger_id = String(got()[0]?.payload.trigger_id);
  const openView = () => stage.client.views.open({ trigger_id, view: modal() });
  await openView();
  await expect(openView()).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
  await stage.slack.types(LENA, GENERAL, '/book');
  const late = String(got()[1]?.payload.trigger_id);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect(stage.client.views.open({ trigger_id: late, view: modal() })).rejects.toMatchObject({
    data: { error: 'expired_trigger_id' },
  });
});

test('modals stack three deep, and closing them is told when asked for', async () => {
  stage = await slackStage({ commands });
  const told: unknown[] = [];
  await socketWith(({ type, payload }) => {
    if (type === 'slash_commands') void stage.client.views.open({ trigger_id: String(payload.trigger_id), view: next });
    if (payload.type === 'view_closed') told.push(payload.is_cleared);
    return payload.type === 'view_submission' ? { response_action: 'push', view: next } : {};
  });
  const next = modal({ submit: plain('On'), notify_on_close: true });
  await stage.slack.types(LENA, GENERAL, '/book');
  const top = () => stage.slack.screen(LENA).modals.at(-1)?.id ?? '';
  await expect.poll(top).not.toBe('');
  await stage.slack.submits(LENA, top());
  await stage.slack.submits(LENA, top());
  expect(stage.slack.screen(LENA).modals).toHaveLength(3);
  await expect(stage.slack.submits(LENA, top())).rejects.toThrow('We had some trouble connecting. Try again?');
  await stage.slack.closes(LENA, top());
  expect(stage.slack.screen(LENA).modals).toHaveLength(2);
  await stage.slack.closes(LENA, top(), true);
  expect(stage.slack.screen(LENA).modals).toEqual([]);
  expect(told).toEqual([false, true, true]);
});

test('every kind of input reports its value as Slack does, empty ones as null', async () => {
  stage = await slackStage({ commands });
  const options = ['a', 'b'].map((value) => ({ text: plain(value), value }));
  const elements = {
    text: { type: 'plain_text_input', min_length: 3 },
    note: { type: 'plain_text_input' },
    date: { type: 'datepicker' },
    time: { type: 'timepicker' },
    at: { type: 'datetimepicker' },
    one: { type: 'static_select', options },
    some: { type: 'multi_static_select', options },
    radio: { type: 'radio_buttons', options, initial_option: options[0] },
    boxes: { type: 'checkboxes', options },
    who: { type: 'users_select' },
    where: { type: 'conversations_select' },
  };
  const blocks = Object.entries(elements).map(([id, element]) => ({
    type: 'input',
    block_id: id,
    label: plain(id),
    optional: id !== 'text',
    element: { ...element, action_id: 'x' },
  }));
  const { got } = await socketWith();
  await stage.slack.types(LENA, GENERAL, '/book');
  const trigger_id = String(got()[0]?.payload.trigger_id);
  await stage.client.apiCall('views.open', { trigger_id, view: modal({ submit: plain('Go'), blocks }) });
  const view = stage.slack.screen(LENA).modals[0]?.id ?? '';
  expect(await stage.slack.submits(LENA, view, { text: 'ab' })).toEqual({
    errors: { text: 'Please enter at least 3 characters.' },
  });
  await expect(stage.slack.submits(LENA, view, { one: 'z' })).rejects.toThrow('There is no option "z" to choose.');
  const answers = { text: 'abc', date: '2026-11-23', time: '17:30', at: 1_795_453_200, one: 'b' };
  await stage.slack.submits(LENA, view, { ...answers, some: ['a', 'b'], boxes: ['a'], who: THEO });
  expect(got().at(-1)?.payload.view.state.values).toEqual({
    text: { x: { type: 'plain_text_input', value: 'abc' } },
    note: { x: { type: 'plain_text_input', value: null } },
    date: { x: { type: 'datepicker', selected_date: '2026-11-23' } },
    time: { x: { type: 'timepicker', selected_time: '17:30' } },
    at: { x: { type: 'datetimepicker', selected_date_time: 1_795_453_200 } },
    one: { x: { type: 'static_select', selected_option: options[1] } },
    some: { x: { type: 'multi_static_select', selected_options: options } },
    radio: { x: { type: 'radio_buttons', selected_option: options[0] } },
    boxes: { x: { type: 'checkboxes', selected_options: [options[0]] } },
    who: { x: { type: 'users_select', selected_user: THEO } },
    where: { x: { type: 'conversations_select', selected_conversation: null } },
  });
});

test('an event that nobody acknowledges is sent again, and an acknowledged one may come twice', async () => {
  stage = await slackStage({ timings: { ackMs: 100, eventRetriesMs: [0, 5, 5] } });
  const { got } = await socketWith(({ retry_attempt }) => (retry_attempt === 2 ? {} : null));
  const dm = await stage.slack.opensDm(LENA);
  await expect.poll(() => got().map((envelope) => envelope.retry_attempt)).toEqual([0, 1, 2]);
  expect(new Set(got().map(({ payload }) => payload.event_id)).size).toBe(1);
  expect(got()[0]?.payload.event).toMatchObject({ type: 'app_home_opened', tab: 'messages', channel: dm, user: LENA });
  stage.slack.disconnect('dropped');
  await expect.poll(stage.slack.connected).toBe(0);
  const other = await socketWith();
  stage.slack.duplicateNextEvent();
  await stage.slack.types(LENA, dm, 'hi');
  expect(other.got().map(({ payload }) => payload.event_id)).toHaveLength(2);
  expect(other.got()[0]?.payload.event).toMatchObject({ type: 'message', channel_type: 'im', user: LENA, text: 'hi' });
});

test('several sockets take turns, ten are the most, and a ticket opens one socket', async () => {
  stage = await slackStage({ commands });
  const sockets = [await socketWith(), await socketWith()];
  for (let command = 0; command < 4; command++) await stage.slack.types(LENA, GENERAL, '/book');
  expect(sockets.map(({ got }) => got().length)).toEqual([2, 2]);
  for (let socket = 2; socket < 10; socket++) await socketWith();
  const { received } = await socketWith();
  expect(received).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
  const again = new WebSocket(sockets[0]?.url ?? '');
  await expect(new Promise((_, reject) => again.on('error', reject))).rejects.toThrow('403');
});

test('a socket is asked to come back before it is cut', async () => {
  stage = await slackStage();
  const { received } = await socketWith();
  stage.slack.disconnect('refresh_requested');
  await expect.poll(() => received.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
});

test('mentions in a command arrive as ids when the manifest says so', async () => {
  stage = await slackStage({ commands });
  const { got } = await socketWith();
  const dm = await stage.slack.opensDm(LENA);
  await stage.slack.types(LENA, dm, '/book <algebra> & more with @theo in #general');
  expect(got().at(-1)?.payload).toMatchObject({
    command: '/book',
    text: `&lt;algebra&gt; &amp; more with <@${THEO}|theo> in <#${GENERAL}|general>`,
    channel_id: dm,
    channel_name: 'directmessage',
    user_id: LENA,
    is_enterprise_install: 'false',
  });
});

test('over HTTP requests are signed, and a failed event says so when it comes again', async () => {
  const requests: { headers: IncomingHttpHeaders; body: string }[] = [];
  const app = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ headers: request.headers, body });
    response.writeHead(requests.length === 1 ? 500 : 200).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => app.once('listening', resolve));
  const url = `http://127.0.0.1:${(app.address() as AddressInfo).port}/slack/events`;
  stage = await slackStage({ deliverTo: { url }, timings: { eventRetriesMs: [0] } });
  await stage.slack.opensDm(LENA);
  await expect.poll(() => requests.length).toBe(2);
  const [first, second] = requests;
  for (const { headers, body } of requests) {
    const timestamp = String(headers['x-slack-request-timestamp']);
    expect(headers['x-slack-signature']).toBe(signature(timestamp, body));
  }
  expect(first?.headers).not.toHaveProperty('x-slack-retry-num');
  expect(second?.headers).toMatchObject({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' });
  expect(second?.body).toBe(first?.body);
  app.close();
});

test('what lasts is still there after a restart', async () => {
  stage = await slackStage();
  const { slack, client } = stage;
  await client.chat.postMessage({ channel: GRACE, text: 'remember me', unfurl_links: false });
  await client.chat.postEphemeral({ channel: 'C0ADMINS01', user: GRACE, text: 'forget me' });
  await client.views.publish({ user_id: GRACE, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  const saved: unknown = JSON.parse(JSON.stringify(slack.dump()));
  await stage.close();
  stage = await slackStage({}, saved);
  const { conversations, home } = stage.slack.screen(GRACE);
  expect(home?.blocks).toMatchObject([{ type: 'divider' }]);
  expect(conversations.flatMap(({ messages }) => messages)).toMatchObject([
    { text: 'remember me', unfurlLinks: false },
  ]);
  expect(conversations.find(({ kind }) => kind === 'im')?.unread).toBe(1);
  const { ts } = await stage.client.chat.postMessage({ channel: GRACE, text: 'next' });
  expect(Number(ts)).toBeGreaterThan(Number(conversations.flatMap(({ messages }) => messages)[0]?.ts));
});

test('fifty interactions take far less than a second', async () => {
  stage = await slackStage({ commands });
  await socketWith();
  const start = performance.now();
  await Promise.all(Array.from({ length: 50 }, () => stage.slack.types(LENA, GENERAL, '/book')));
  expect(performance.now() - start).toBeLessThan(1000);
});
