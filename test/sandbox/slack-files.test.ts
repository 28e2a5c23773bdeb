import type { types } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import { LENA, type SlackStage, slackStage } from './slack-stage.ts';

let stage: SlackStage;
afterEach(() => stage.close());

const TEXT = 'BEGIN:VCALENDAR';
const dmOf = async () => (await stage.client.conversations.open({ users: LENA })).channel?.id ?? '';
const shown = () => stage.slack.screen(LENA).conversations.flatMap(({ messages }) => messages);

async function promised(length = TEXT.length) {
  const answer = await stage.client.files.getUploadURLExternal({ filename: 'session.ics', length });
  return { url: String(answer.upload_url), id: String(answer.file_id) };
}

test('a file is promised, uploaded and shown below a message, where its reader downloads it', async () => {
  stage = await slackStage();
  const channel = await dmOf();
  const { ts = '' } = await stage.client.chat.postMessage({ channel, text: 'For your calendar' });
  const { url, id } = await promised();
  const share = { channel_id: channel, thread_ts: ts, files: [{ id, title: 'Algebra' }] satisfies [object] };
  await expect(stage.client.files.completeUploadExternal(share)).rejects.toThrow('file_not_found');
  expect((await fetch(url, { method: 'POST', body: `${TEXT}!` })).status).toBe(400);
  expect((await fetch(url, { method: 'POST', body: TEXT })).status).toBe(200);
  await expect(stage.client.files.completeUploadExternal({ ...share, thread_ts: '1.000001' })).rejects.toThrow(
    'thread_not_found',
  );
  await stage.client.files.completeUploadExternal(share);
  await expect(stage.client.files.completeUploadExternal(share)).rejects.toThrow('file_not_found');
  const [file] = shown().at(-1)?.files ?? [];
  expect(shown().at(-1)).toMatchObject({ threadTs: ts });
  expect(file).toMatchObject({ name: 'session.ics', title: 'Algebra', mimetype: 'text/calendar' });
  expect(await (await fetch(file?.url_private_download ?? '')).text()).toBe(TEXT);
});

test('nothing is promised without the scope, without a name or for nothing', async () => {
  stage = await slackStage();
  await expect(promised(0)).rejects.toThrow('invalid_arguments');
  stage.slack.setManifest({ oauth_config: { scopes: { bot: ['chat:write'] } } });
  await expect(promised()).rejects.toThrow('missing_scope');
});

test('a picture that was uploaded is shown in blocks; what is none, or is not there, is refused', async () => {
  stage = await slackStage();
  const channel = await dmOf();
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  const answer = await stage.client.files.getUploadURLExternal({ filename: 'week.png', length: png.length });
  const id = String(answer.file_id);
  await fetch(String(answer.upload_url), { method: 'POST', body: png });
  const image = (file: object) => ({ type: 'image', slack_file: file, alt_text: 'Your week' }) as types.ImageBlock;
  const post = (file: object) => stage.client.chat.postMessage({ channel, text: 'x', blocks: [image(file)] });
  await expect(post({ id })).rejects.toThrow('invalid_blocks');
  await stage.client.files.completeUploadExternal({ files: [{ id, title: 'week.png' }] });
  await post({ id });
  expect(shown().at(-1)?.blocks?.[0]).toMatchObject({ type: 'image', slack_file: { id } });
  const { id: text } = await promised();
  await expect(post({ id: text })).rejects.toThrow('invalid_blocks');
  await expect(post({ id, colour: 'red' })).rejects.toThrow('invalid_blocks');
  const view = { type: 'home', blocks: [image({ id: 'F0' })] } satisfies types.HomeView;
  await expect(stage.client.views.publish({ user_id: LENA, view })).rejects.toThrow('invalid_arguments');
});

test('what a person sends reaches the app with its message, and is given to its token alone, with the scope', async () => {
  stage = await slackStage();
  const channel = await dmOf();
  await stage.slack.types(LENA, channel, 'See this', [{ name: 'page.png', bytes: Buffer.from('pixels') }]);
  const [file] = shown().at(-1)?.files ?? [];
  expect(file).toMatchObject({ name: 'page.png', mimetype: 'image/png', size: 6 });
  const url = file?.url_private_download ?? '';
  const headers = { Authorization: `Bearer ${stage.slack.credentials.botToken}` };
  expect(await (await fetch(url, { headers })).text()).toBe('pixels');
  expect(await (await fetch(url)).text()).toContain('Sign in');
  stage.slack.setManifest({ oauth_config: { scopes: { bot: ['files:write'] } } });
  expect(await (await fetch(url, { headers })).text()).toContain('Sign in');
});
