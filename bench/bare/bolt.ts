import { json } from 'node:stream/consumers';
import { App, LogLevel } from '@slack/bolt';

/** What the bare bots are told: how to connect, and the tutors' ids by name. */
export interface BareInput {
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl: string;
  readonly tutors: Readonly<Record<string, string>>;
}

// The least that a Bolt app can do to look like Tutorline: no database, no checks, everything in the buttons.

const { botToken, appToken, apiUrl, tutors } = (await json(process.stdin)) as BareInput;
const clientOptions = { slackApiUrl: apiUrl };
const app = new App({
  token: botToken,
  appToken,
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions,
  installerOptions: { clientOptions },
});

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const input = <Element>(name: string, element: Element) => ({
  type: 'input' as const,
  block_id: name,
  label: plain(name),
  element,
});

const TIMES = ['2027-01-04T17:00', '2027-01-05T17:00'].map((value) => ({ text: plain(value), value }));
/** With open times once a tutor is chosen. */
const dialog = (metadata: string, options: typeof TIMES) => ({
  type: 'modal' as const,
  callback_id: 'book',
  title: plain('Book a session'),
  submit: plain('Send'),
  private_metadata: metadata,
  blocks: [
    { ...input('tutor', { type: 'external_select' as const, action_id: 'tutor' }), dispatch_action: true },
    input('subject', { type: 'plain_text_input' as const, action_id: 'subject' }),
    input('when:open', { type: 'static_select' as const, action_id: 'when', options }),
  ],
});

app.command('/book', async ({ ack, body, client }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: dialog(body.response_url, TIMES.slice(1)) });
});

app.action({ type: 'block_actions', action_id: 'tutor' }, async ({ ack, body, client }) => {
  await ack();
  const { id = '', private_metadata = '' } = body.view ?? {};
  await client.views.update({ view_id: id, view: dialog(private_metadata, TIMES) });
});

app.options('tutor', async ({ ack, payload }) => {
  await ack({ options: [{ text: plain(payload.value), value: tutors[payload.value] ?? '' }] });
});

app.view('book', async ({ ack, body, view, client }) => {
  await ack();
  await fetch(view.private_metadata, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', text: 'Your request is out' }),
  });
  const tutor = view.state.values['tutor']?.['tutor']?.selected_option?.value ?? '';
  await client.chat.postMessage({
    channel: tutor,
    text: 'A request',
    blocks: [
      { type: 'section', text: plain(`${body.user.id} asks you for a session`) },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'confirm', text: plain('Confirm'), value: body.user.id }],
      },
    ],
  });
});

app.action({ type: 'block_actions', action_id: 'confirm' }, async ({ ack, body, action, respond, client }) => {
  await ack();
  const learner = 'value' in action ? String(action.value) : '';
  await respond({ replace_original: true, text: 'You confirmed', blocks: [] });
  const text = 'Meet here: https://meet.example/j/room';
  await Promise.all([body.user.id, learner].map((channel) => client.chat.postMessage({ channel, text })));
});

await app.start();
process.on('SIGTERM', () => process.exit(0));
process.stdout.write('ready\n');
