import { type AddressInfo, createServer } from 'node:net';
import { App } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import type { Slack } from '../../sandbox/slack/index.ts';
import { LENA, type SlackStage, slackStage, THEO } from './slack-stage.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** A bot as small as can be: a command opens a form, the form writes to the tutor, a button changes that message. */
function tinyBot(app: App) {
  app.command('/book', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'book',
        title: plain('Book a session'),
        submit: plain('Ask'),
        blocks: [
          {
            type: 'input',
            block_id: 'subject',
            label: plain('Subject'),
            element: { type: 'plain_text_input', action_id: 'subject' },
          },
          {
            type: 'input',
            block_id: 'tutor',
            label: plain('Tutor'),
            element: { type: 'external_select', action_id: 'tutor', min_query_length: 0 },
          },
          { type: 'input', block_id: 'day', label: plain('Day'), element: { type: 'datepicker', action_id: 'day' } },
        ],
      },
    });
  });
  app.options('tutor', ({ ack }) => ack({ options: [{ text: plain('Theo Park'), value: THEO }] }));
  app.view('book', async ({ ack, view, client }) => {
    const { subject, tutor, day } = view.state.values;
    if (subject?.subject?.value === 'nothing') {
      return ack({ response_action: 'errors', errors: { subject: 'Say what you want to learn.' } });
    }
    await ack();
    await client.chat.postMessage({
      channel: tutor?.tutor?.selected_option?.value ?? '',
      text: `Request: ${subject?.subject?.value} on ${day?.day?.selected_date}`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: 'A request' } },
        { type: 'actions', elements: [{ type: 'button', action_id: 'confirm', value: '42', text: plain('Confirm') }] },
      ],
    });
  });
  app.action('confirm', async ({ ack, body, client, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.channel || !body.message) return;
    await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: 'Confirmed', blocks: [] });
    await respond({ text: 'You are teaching.', response_type: 'ephemeral' });
  });
  app.message('hello', async ({ say }) => {
    await say('Hello to you.');
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'header', text: plain('My sessions') }] },
    });
  });
}

async function bookASession(slack: Slack) {
  await slack.types(LENA, 'C0GENERAL1', '/book');
  await until(() => slack.screen(LENA).modals.length === 1);
  const [form] = slack.screen(LENA).modals;
  const view = form?.id ?? '';
  expect(form).toMatchObject({ title: 'Book a session', submit: 'Ask' });

  expect(await slack.submits(LENA, view, { subject: 'algebra' })).toEqual({
    errors: { tutor: 'Please complete this required field.', day: 'Please complete this required field.' },
  });
  expect(await slack.looksUp(LENA, { view, actionId: 'tutor', query: '' })).toMatchObject([{ value: THEO }]);
  const answers = { tutor: THEO, day: '2026-11-23' };
  expect(await slack.submits(LENA, view, { ...answers, subject: 'nothing' })).toEqual({
    errors: { subject: 'Say what you want to learn.' },
  });
  expect(await slack.submits(LENA, view, { subject: 'algebra' })).toEqual({});
  expect(slack.screen(LENA).modals).toEqual([]);

  const dm = () => slack.screen(THEO).conversations.find(({ kind }) => kind === 'im');
  await until(() => dm()?.messages.length === 1);
  const request = dm()?.messages[0];
  expect(request).toMatchObject({ isApp: true, text: 'Request: algebra on 2026-11-23' });
  expect(dm()?.unread).toBe(1);

  await slack.presses(THEO, { conversation: dm()?.id ?? '', ts: request?.ts ?? '', actionId: 'confirm' });
  await until(() => dm()?.messages.length === 2);
  expect(dm()?.messages).toMatchObject([
    { ts: request?.ts, text: 'Confirmed', blocks: [], edited: true },
    { text: 'You are teaching.', ephemeral: true },
  ]);
  slack.reloads(THEO);
  expect(dm()?.messages).toHaveLength(1);
}

async function until(holds: () => boolean) {
  await expect.poll(holds, { interval: 2 }).toBe(true);
}

const commands = [{ command: '/book', description: 'Book a session' }];
let stage: SlackStage;
afterEach(() => stage.close());

test('over Socket Mode a command leads to a form, a DM, a press and a changed message', async () => {
  stage = await slackStage({ commands });
  await stage.bolt(tinyBot);
  await bookASession(stage.slack);
  expect(stage.traffic.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/api/auth.test',
      'ack:command',
      'ack:view_submission',
      'ack:block_actions',
      'response_url',
    ]),
  );
});

test('over HTTP the same happens with signed requests', async () => {
  const port = await freePort();
  stage = await slackStage({ commands, deliverTo: { url: `http://127.0.0.1:${port}/slack/events` } });
  const { slack, origin } = stage;
  const app = new App({
    token: slack.credentials.botToken,
    signingSecret: slack.credentials.signingSecret,
    clientOptions: { slackApiUrl: origin + slack.credentials.apiPath },
  });
  tinyBot(app);
  await app.start(port);
  expect(await slack.verifyUrl()).toBe(true);
  await bookASession(slack);
  await app.stop();
  await expect(slack.types(LENA, 'C0GENERAL1', '/book')).rejects.toThrow(
    '/book failed with the error "dispatch_failed"',
  );
});

test('what people write to the app reaches it, and its own messages do not start a loop', async () => {
  stage = await slackStage();
  const { slack } = stage;
  await stage.bolt(tinyBot);
  const dm = await slack.opensDm(LENA);
  await slack.types(LENA, dm, 'hello <there> @theo');
  const messages = () => slack.screen(LENA).conversations.find(({ id }) => id === dm)?.messages ?? [];
  await until(() => messages().length === 2);
  expect(messages()).toMatchObject([
    { user: LENA, text: `hello &lt;there&gt; <@${THEO}>` },
    { isApp: true, text: 'Hello to you.' },
  ]);
  await slack.opensHome(LENA);
  await until(() => slack.screen(LENA).home !== null);
  expect(slack.screen(LENA).home?.blocks).toMatchObject([{ type: 'header' }]);
});

test('an app that does not acknowledge in time is said to have failed', async () => {
  stage = await slackStage({ commands, timings: { ackMs: 30 } });
  await stage.bolt((app) => app.command('/book', async () => undefined));
  const failure = '/book failed with the error "operation_timeout"';
  await expect(stage.slack.types(LENA, 'C0GENERAL1', '/book')).rejects.toThrow(failure);
  const general = stage.slack.screen(LENA).conversations.find(({ name }) => name === 'general');
  expect(general?.messages).toMatchObject([{ author: 'Slackbot', text: failure, ephemeral: true }]);
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
