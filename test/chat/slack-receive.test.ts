import { afterEach, expect, test } from 'vitest';
import type { RawInput } from '../../src/conversation/handler.ts';
import { en } from '../../src/conversation/languages/en/words.ts';
import { say } from '../../src/conversation/say.ts';
import {
  GENERAL,
  GRACE,
  LENA,
  SPANISH_SPEAKER,
  type Stage,
  slackChatStage,
  THEO,
  until,
  wordsOf,
} from './slack-stage.ts';

let it: Stage;
afterEach(() => it.close());

const ANSWERS = { subject: 'algebra', 'when:date': '2026-12-01', 'when:time': '17:00' };

async function chooseTheo(user: string, view: string) {
  expect(await it.slack.looksUp(user, { view, actionId: 'tutor', query: 'the' })).toMatchObject([{ value: THEO }]);
}

for (const how of ['socket', 'http'] as const) {
  test(`over ${how}: a command opens a form, a refused field keeps it open, and the tutor gets a card to press`, async () => {
    it = await slackChatStage(how);
    const { slack } = it;
    if (how === 'http') expect(await slack.verifyUrl()).toBe(true);
    await slack.types(LENA, GENERAL, '/book');
    const { id: view, title } = await it.modalOf(LENA);
    expect(title).toBe('Book a session with som…');
    await chooseTheo(LENA, view);
    expect(await slack.submits(LENA, view, { ...ANSWERS, subject: 'nothing', tutor: THEO })).toEqual({
      errors: { subject: 'Say what you want to learn.' },
    });
    expect(await slack.submits(LENA, view, { 'when:date': '2020-01-01', subject: 'algebra' })).toEqual({
      errors: { 'when:date': 'That is past.' },
    });
    expect(await slack.submits(LENA, view, ANSWERS)).toEqual({});
    await until(() => it.dmOf(THEO).length === 1 && it.seenIn(LENA, GENERAL).length === 1);
    expect(it.seenIn(LENA, GENERAL)).toMatchObject([
      { ephemeral: true, text: `Asked ${THEO} about algebra (command)` },
    ]);
    const [card] = it.dmOf(THEO);
    expect(card?.text).toBe('Request: algebra\nAt 2026-12-01T17:00[Europe/Berlin].\nLearner: Lena');
    expect(card).toMatchObject({ unfurlLinks: false, unfurlMedia: false });

    const place = { conversation: `D${THEO.slice(1)}`, ts: card?.ts ?? '' };
    await slack.presses(THEO, { ...place, actionId: 'confirm' });
    await until(() => it.shown.length === 1);
    expect(it.dmOf(THEO)).toMatchObject([{ text: 'Confirmed\nTheo Park teaches {"session":"s1","version":"1"}.' }]);
    expect(it.shown).toEqual([{ place: `${place.conversation} ${place.ts}`, title: 'Confirmed' }]);
    expect(it.logged).toEqual([]);
  });
}

test('a command takes mentions and words, and says what it does when asked or not understood', async () => {
  it = await slackChatStage('socket');
  const { slack } = it;
  const said = () => it.seenIn(LENA, GENERAL).map(({ blocks }) => wordsOf(blocks));
  await slack.types(LENA, GENERAL, '/book @theo R&D <3');
  const { blocks } = await it.modalOf(LENA);
  expect(blocks).toMatchObject([
    { block_id: 'tutor', element: { initial_option: { value: `person-${THEO}` } } },
    { block_id: 'subject', element: { initial_value: 'R&D <3' } },
    { block_id: 'when:date' },
    { block_id: 'when:time', element: { timezone: 'Europe/Berlin' } },
    { block_id: 'note', optional: true },
  ]);
  slack.reloads(LENA);
  for (const typed of [
    '/tutorline',
    '/book HELP',
    '/tutorline help book',
    '/tutorline sesiones',
    '/tutorline Sessions',
    '/tutorline <!x> y',
  ]) {
    const before = said().length;
    await slack.types(LENA, GENERAL, typed);
    await until(() => said().length > before);
  }
  expect(said()).toEqual([
    'Help for everything, en-US',
    'Help for book, en-US',
    'Help for book, en-US',
    'You have no sessions.',
    'You have no sessions.',
    `Help ${en.chat.unknownWord('<!x>')}\nfor everything, en-US`,
  ]);
  await slack.types(SPANISH_SPEAKER, GENERAL, '/tutorline ayuda');
  await until(() => it.seenIn(SPANISH_SPEAKER, GENERAL).length === 1);
  expect(it.met.at(-1)).toMatchObject({
    person: { name: 'Mateo Ruiz', zone: 'America/Mexico_City' },
    account: { locale: 'es-LA' },
  });
  expect(it.logged).toEqual([]);
});

test('a menu acts at once, a link is only acknowledged, and a button of an ephemeral answer replaces it', async () => {
  it = await slackChatStage('socket', () => ({
    run: async (_by, handler, input) =>
      handler === 'next'
        ? { kind: 'replace', message: { text: say`page ${input['page'] ?? ''}` } }
        : {
            kind: 'private',
            message: {
              text: say`page 1 ${input['choice'] ?? 'nothing chosen'}`,
              actions: [
                { kind: 'button', label: 'More', style: 'plain', target: { handler: 'next', input: { page: '2' } } },
                { kind: 'link', label: 'Join', style: 'primary', url: 'https://meet.example.org/x' },
                {
                  kind: 'choice',
                  label: 'Which',
                  target: { handler: 'pick', input: {} },
                  options: [{ value: '', label: 'All' }],
                },
              ],
            },
          },
  }));
  const { slack } = it;
  await slack.types(LENA, GENERAL, '/tutorline sessions');
  const seen = () => it.seenIn(LENA, GENERAL);
  await until(() => seen().length === 1);
  const place = { conversation: GENERAL, ts: seen()[0]?.ts ?? '' };
  expect(await slack.presses(LENA, { ...place, actionId: '-' })).toEqual({ url: 'https://meet.example.org/x' });
  await slack.presses(LENA, { ...place, actionId: 'pick', answer: '∅' });
  await until(() => seen().length === 2);
  expect(seen()[1]?.text).toBe('page 1');
  await slack.presses(LENA, { ...place, actionId: 'next' });
  await until(() => seen()[0]?.text === 'page 2');
  expect(seen()).toHaveLength(2);
  expect(it.logged).toEqual([]);
});

test('what is chosen in a menu of deeds is done as if it was pressed', async () => {
  const deed = (label: string, handler: string, input: RawInput) => ({ label, target: { handler, input } });
  const options = [deed('Move', 'book', { origin: 'menu' }), deed('New link', 'confirm', { session: 's1' })];
  const gone = deed('Gone', 'gone', {});
  const more = { kind: 'more', label: 'More…', options: [...options, gone] } as const;
  it = await slackChatStage('socket');
  const { slack } = it;
  await it.chat.sendDm(
    it.account(THEO),
    { text: say`A session`, actions: [more] },
    { nonce: 'n', locale: 'en', triedAt: undefined },
  );
  const [card] = it.dmOf(THEO);
  const chooses = (answer: string) =>
    slack.presses(THEO, { conversation: `D${THEO.slice(1)}`, ts: card?.ts ?? '', actionId: '%2B', answer });

  await chooses('book?origin=menu');
  expect((await it.modalOf(THEO)).title).toBe('Book a session with som…');
  slack.reloads(THEO);
  await chooses('gone');
  await until(() => it.dmOf(THEO).length === 2);
  expect(it.dmOf(THEO)[1]?.text).toBe('This button does nothing any more.');
  await chooses('confirm?session=s1');
  await until(() => it.dmOf(THEO)[0]?.text === 'Confirmed\nTheo Park teaches {"session":"s1"}.');
  expect(it.logged).toEqual([]);
});

test('the App Home offers everything: forms, answers in a dialog, and it is shown anew', async () => {
  it = await slackChatStage('socket');
  const { slack } = it;
  await slack.opensHome(LENA);
  const home = () => slack.screen(LENA).home;
  await until(() => home() !== null);
  expect(wordsOf(home()?.blocks)).toBe('Hello Lena Vogel Book Sessions');
  const published = () => it.stage.traffic.filter(({ path }) => path.endsWith('views.publish')).length;

  await slack.presses(LENA, { view: home()?.id ?? '', actionId: 'sessions' });
  const notice = await it.modalOf(LENA);
  expect(wordsOf(notice.blocks)).toBe('You have no sessions.');
  await until(() => published() === 2);
  await slack.closes(LENA, notice.id);

  await slack.presses(LENA, { view: home()?.id ?? '', actionId: 'book' });
  const { id: view } = await it.modalOf(LENA);
  await chooseTheo(LENA, view);
  expect(await slack.submits(LENA, view, { ...ANSWERS, tutor: THEO })).toEqual({});
  expect(wordsOf((await it.modalOf(LENA)).blocks)).toBe(`Asked ${THEO} about algebra (home)`);
  await until(() => published() === 3);
  expect(it.logged).toEqual([]);
});

test('a Home that was opened lately is kept true, whichever process showed it', async () => {
  it = await slackChatStage('socket');
  const { chat, stage } = it;
  const published = () => stage.traffic.filter(({ path }) => path.endsWith('views.publish')).length;
  const daysAgo = (days: number) => new Date(stage.clock.now.getTime() - days * 86_400_000);
  await chat.refreshHome?.(it.account(LENA));
  await chat.refreshHome?.({ ...it.account(LENA), homeOpenedAt: daysAgo(30) });
  expect(published()).toBe(0);
  await chat.refreshHome?.({ ...it.account(LENA), homeOpenedAt: daysAgo(2) });
  expect(published()).toBe(1);
  expect(it.logged).toEqual([]);
});

test('what is typed to the bot is answered once, however often Slack brings it', async () => {
  it = await slackChatStage('socket');
  const { slack } = it;
  const dm = await slack.opensDm(LENA);
  slack.duplicateNextEvent();
  await slack.types(LENA, dm, 'hi <there>');
  await until(() => it.dmOf(LENA).length === 2);
  expect(it.dmOf(LENA)[1]).toMatchObject({ isApp: true, text: 'I do not understand hi &lt;there&gt;' });
  await slack.presses(LENA, {
    conversation: dm,
    ts: it.dmOf(LENA)[1]?.ts ?? '',
    actionId: 'where?session=s1',
    answer: 'jitsi',
  });
  await until(() => it.dmOf(LENA).length === 3);
  expect(it.dmOf(LENA)[2]).toMatchObject({ ephemeral: true, text: 'You meet at "jitsi" for s1' });
});

test('a trigger that died leaves a button that opens the same form, with all that was typed', async () => {
  const late = 'x'.repeat(2500);
  it = await slackChatStage('socket');
  const { slack } = it;
  for (const [typed, error] of [
    ['algebra', 'expired_trigger_id'],
    [late, 'exchanged_trigger_id'],
  ] as const) {
    slack.reloads(LENA);
    slack.fail('views.open', { error });
    await slack.types(LENA, GENERAL, `/book ${typed}`);
    await until(() => it.seenIn(LENA, GENERAL).length === 1);
    expect(wordsOf(it.seenIn(LENA, GENERAL)[0]?.blocks)).toContain(en.chat.openForm);
    await slack.presses(LENA, { conversation: GENERAL, ts: it.seenIn(LENA, GENERAL)[0]?.ts ?? '', actionId: 'book' });
    const { blocks } = await it.modalOf(LENA);
    expect(blocks[1]).toMatchObject({ element: { initial_value: typed.length > 100 ? `${'x'.repeat(99)}…` : typed } });
  }
});

test('a slow answer closes the form in time and follows as a message; a refused one too', async () => {
  it = await slackChatStage('socket', () => ({
    submit: async (_by, _handler, { subject }) => {
      await new Promise((resolve) => setTimeout(resolve, 2300));
      const message = { text: say`${subject ?? ''}, at last` };
      return subject === 'no'
        ? { kind: 'refused', fields: { subject: 'no' }, message }
        : { kind: 'reply', reply: { kind: 'private', message } };
    },
  }));
  const { slack } = it;
  const submitted = async (subject: string) => {
    await slack.types(LENA, GENERAL, '/book @theo');
    const { id } = await it.modalOf(LENA);
    expect(await slack.submits(LENA, id, { ...ANSWERS, subject })).toEqual({});
    await until(() => it.seenIn(LENA, GENERAL).some(({ text }) => text === `${subject}, at last`));
  };
  await submitted('yes');
  await submitted('no');
});

test('what is wrong with the whole, or with what is not asked, stands under the first field', async () => {
  it = await slackChatStage('socket');
  const { slack } = it;
  await slack.types(LENA, GENERAL, '/book @theo');
  const { id } = await it.modalOf(LENA);
  expect(await slack.submits(LENA, id, { ...ANSWERS, subject: 'busy' })).toEqual({
    errors: { tutor: 'The tutor is busy. And ill.' },
  });
});

test('a fault of ours is told with an id, and a form in which it happens stays open', async () => {
  it = await slackChatStage('socket', () => ({
    submit: async () => {
      throw new Error('no database');
    },
  }));
  const { slack } = it;
  await slack.types(LENA, GENERAL, '/book @theo');
  const { id } = await it.modalOf(LENA);
  const { errors } = await slack.submits(LENA, id, ANSWERS);
  const [number] = /\w{8}(?=\.$)/.exec(errors?.['tutor'] ?? '') ?? [];
  expect(it.logged.filter((line) => line.includes('no database'))).toHaveLength(1);
  expect(it.logged[0]).toContain(number);
});

test('payloads that no Slack sends are ignored or answered, and never reach Bolt as an exception', async () => {
  it = await slackChatStage('http');
  const { slack } = it;
  await it.chat.sendDm(
    it.account(LENA),
    {
      text: say`x`,
      actions: [{ kind: 'button', label: 'Old', style: 'plain', target: { handler: 'gone', input: {} } }],
    },
    { nonce: 'n', locale: 'en', triedAt: undefined },
  );
  const dm = `D${LENA.slice(1)}`;
  await slack.presses(LENA, { conversation: dm, ts: it.dmOf(LENA)[0]?.ts ?? '', actionId: 'gone' });
  await until(() => it.dmOf(LENA).length === 2);
  expect(it.dmOf(LENA)[1]?.text).toBe('This button does nothing any more.');

  const team = { id: slack.credentials.teamId };
  const user = { id: LENA, team_id: team.id };
  const container = { type: 'message', channel_id: dm, message_ts: '1.1' };
  const view = { id: 'V1', callback_id: 'book', private_metadata: '{"carry":7', state: { values: {} }, blocks: [] };
  const forged: object[] = [
    {
      type: 'block_actions',
      team,
      user,
      trigger_id: 't',
      container,
      actions: [{ type: 'button', action_id: '#%%%', value: 'a=%E0' }],
    },
    {
      type: 'block_actions',
      team,
      user,
      trigger_id: 't',
      container,
      actions: [{ type: 'overflow', action_id: '%2B', selected_option: { value: '?#%%%' } }],
    },
    { type: 'block_actions', team, user, container, actions: [{ type: 'button', action_id: 'x'.repeat(300) }] },
    {
      type: 'block_actions',
      team: null,
      user: { id: LENA },
      trigger_id: 't',
      container,
      actions: [{ type: 'button', action_id: 'a' }],
    },
    { type: 'view_submission', team, user, view },
    {
      type: 'view_submission',
      team,
      user,
      view: { ...view, state: { values: { subject: { subject: { value: 7 } } } } },
    },
    { type: 'view_submission', team, user, view: { callback_id: 'book' } },
    { type: 'view_submission', team: { id: 'TOTHER' }, user, view },
    { type: 'block_suggestion', team, user, action_id: 'tutor', value: 'x'.repeat(50_000), view },
    { type: 'block_suggestion', team, user, action_id: 'tutor', value: 'x' },
  ];
  for (const payload of forged) {
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    expect(await posted(body), JSON.stringify(payload).slice(-200)).toBe(200);
  }
  await until(() => it.logged.length >= 4);
  expect(it.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  expect(await posted('payload={}', 'v0=0000')).toBe(401);
  expect(it.logged.join()).not.toContain(slack.credentials.botToken);
});

/** A request with Slack's signature, or with a wrong one. */
async function posted(body: string, wrong?: string): Promise<number> {
  const { createHmac } = await import('node:crypto');
  const time = String(Math.floor(Date.now() / 1000));
  const secret = it.slack.credentials.signingSecret;
  const signature = wrong ?? `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`;
  const response = await fetch(it.url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': signature,
    },
  });
  return response.status;
}

test('a person of another workspace gets one sentence, and is met by nobody', async () => {
  it = await slackChatStage('http');
  const body = new URLSearchParams({
    team_id: 'TOTHER',
    user_id: 'U1',
    channel_id: GENERAL,
    command: '/book',
    text: '',
    response_url: 'http://127.0.0.1:1/nobody',
    trigger_id: '1',
  });
  expect(await posted(body.toString())).toBe(200);
  expect(it.met).toEqual([]);
});

test('admins are those who are named, and a slow users.info does not keep anybody waiting', async () => {
  it = await slackChatStage('socket');
  const { slack } = it;
  slack.fail('users.info', { slowMs: 2000 });
  await slack.types(GRACE, GENERAL, '/tutorline sessions');
  await until(() => it.seenIn(GRACE, GENERAL).length === 1);
  expect(it.met).toMatchObject([{ isAdmin: true, person: { name: 'grace', zone: undefined } }]);
  await slack.types(LENA, GENERAL, '/tutorline sessions');
  await until(() => it.met.length === 2);
  expect(it.met[1]).toMatchObject({ isAdmin: false, person: { zone: 'Europe/Berlin' } });
});

test('closed DMs are a state of the person, and what is gone is opened anew', async () => {
  it = await slackChatStage('socket');
  const { slack, chat } = it;
  const attempt = { nonce: 'n', locale: 'en', triedAt: undefined };
  const message = { text: say`hello` };
  for (const code of ['messages_tab_disabled', 'user_disabled', 'cannot_dm_bot']) {
    slack.blockDms(LENA, code);
    await expect(chat.sendDm(it.account(LENA), message, attempt)).rejects.toMatchObject({
      name: 'DmClosed',
      why: code,
    });
  }
  slack.blockDms(LENA, null);
  const sent = () => it.stage.traffic.filter(({ path }) => path.endsWith('chat.postMessage')).length;
  const before = sent();
  slack.fail('chat.postMessage', { lostAnswer: true });
  await expect(chat.sendDm(it.account(LENA), message, attempt)).rejects.toThrow();
  expect(sent() - before).toBe(1);
  // A channel that was kept and is not there any more is opened anew.
  const place = await chat.sendDm({ ...it.account(LENA), dmChannel: 'D0GONE' }, message, attempt);
  expect(place.channel).toBe(`D${LENA.slice(1)}`);
  slack.fail('chat.update', { status: 503 }, 2);
  await chat.edit(place, { text: say`bye` }, 'en');
  expect(it.dmOf(LENA).at(-1)).toMatchObject({ text: 'bye' });
  await expect(chat.edit({ ...place, messageId: '1700000000.000001' }, message, 'en')).rejects.toMatchObject({
    name: 'MessageGone',
  });
});

test('a DM that was perhaps sent before is looked for first, and not sent twice', async () => {
  it = await slackChatStage('socket');
  const { slack, chat } = it;
  const message = { text: say`hello` };
  slack.fail('chat.postMessage', { lostAnswer: true });
  const first = chat.sendDm(it.account(LENA), message, { nonce: 'one', locale: 'en', triedAt: undefined });
  await expect(first).rejects.toThrow();
  const again = { locale: 'en', triedAt: new Date() };
  const place = await chat.sendDm(it.account(LENA), message, { ...again, nonce: 'one' });
  expect(it.dmOf(LENA)).toMatchObject([{ text: 'hello', ts: place.messageId }]);
  expect(await chat.findSent?.(it.account(LENA), 'one')).toEqual(place);
  // What did not arrive is sent.
  await chat.sendDm(it.account(LENA), message, { ...again, nonce: 'two' });
  expect(it.dmOf(LENA)).toHaveLength(2);
});

test('a limit says how long to wait: the channel, if it was just posted to, or else everybody, who are not sent to before', async () => {
  it = await slackChatStage('socket');
  const { slack, chat, stage } = it;
  const attempt = { nonce: 'n', locale: 'en', triedAt: undefined };
  const message = { text: say`hello` };
  const sent = () => stage.traffic.filter(({ path }) => path.endsWith('chat.postMessage')).length;
  await chat.sendDm(it.account(LENA), message, attempt);
  slack.fail('chat.postMessage', { retryAfter: 7 });
  const channel = { name: 'RateLimited', retryAfterSeconds: 7, bucket: undefined };
  await expect(chat.sendDm(it.account(LENA), message, attempt)).rejects.toMatchObject(channel);
  slack.fail('chat.postMessage', { retryAfter: 7 });
  const everybody = { name: 'RateLimited', bucket: 'slack chat.postMessage' };
  await expect(chat.sendDm(it.account(THEO), message, attempt)).rejects.toMatchObject(everybody);
  const before = sent();
  await expect(chat.sendDm(it.account(LENA), message, attempt)).rejects.toMatchObject(everybody);
  expect(sent()).toBe(before);
});

test('stopping waits for what runs, and lets nothing new in', async () => {
  for (const how of ['socket', 'http'] as const) {
    let release = () => {};
    const wait = new Promise<void>((resolve) => {
      release = resolve;
    });
    it = await slackChatStage(how, () => ({
      run: async () => {
        await wait;
        return { kind: 'private', message: { text: say`done` } };
      },
    }));
    const { slack, chat } = it;
    expect(chat.isConnected()).toBe(true);
    await slack.types(LENA, GENERAL, '/tutorline sessions');
    await until(() => it.met.length === 1);
    const stopping = chat.stop();
    if (how === 'http')
      await expect(slack.types(THEO, GENERAL, '/tutorline sessions')).rejects.toThrow('dispatch_failed');
    release();
    await stopping;
    expect(it.seenIn(LENA, GENERAL)).toMatchObject([{ text: 'done' }]);
    expect(chat.isConnected()).toBe(false);
    expect(it.met).toHaveLength(1);
    if (how === 'socket') await it.close();
  }
});

test('a socket that Slack renews or drops is open again at once', async () => {
  it = await slackChatStage('socket');
  const { slack, chat } = it;
  for (const reason of ['refresh_requested', 'dropped'] as const) {
    slack.disconnect(reason);
    await until(() => !chat.isConnected());
    await until(() => chat.isConnected() && slack.connected() === 1);
    await slack.types(LENA, GENERAL, '/tutorline sessions');
  }
  await until(() => it.seenIn(LENA, GENERAL).length === 2);
});
