import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { createPace } from '../../src/chat/slack/pace.ts';
import { createPictures } from '../../src/chat/slack/pictures.ts';
import { createSending } from '../../src/chat/slack/send.ts';
import { createStanding } from '../../src/chat/standing.ts';
import type { Enclosure } from '../../src/conversation/message.ts';
import { say } from '../../src/conversation/say.ts';
import { SILENT } from '../jobs/with-jobs.ts';

test('where the workspace takes no files a link takes their place, and what has none is said to be missing', async () => {
  const posted: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      posted.push(decodeURIComponent(body.replaceAll('+', ' ')));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, channel: 'D1', ts: '1.1' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new webApi.WebClient('xoxb-test', { slackApiUrl: `http://127.0.0.1:${port}/` });
  const sending = createSending({
    clients: { hurried: client, steady: client, posting: client },
    pace: createPace(),
    files: { upload: async () => undefined, keep: async () => undefined, share: async () => {} },
    pictures: createPictures({ keep: async () => undefined }, SILENT),
    now: () => new Date(),
    standing: createStanding('slack'),
  });
  const file: Enclosure = { name: 'statement.pdf', type: 'application/pdf', content: new Uint8Array([1]) };
  const entry: Enclosure = {
    name: 'entry.ics',
    type: 'text/calendar',
    content: 'BEGIN',
    link: { label: 'Calendar file', url: 'https://school.example/entry.ics' },
  };
  const account = { userId: 'U1', dmChannel: 'D1', locale: 'en-GB' };
  await sending.sendDm(account, { text: say`Here it is.`, enclosures: [file, entry] }, { locale: 'en-GB' });
  server.close();
  expect(posted).toHaveLength(1);
  expect(posted[0]).toContain('I couldn’t send you the file statement.pdf');
  expect(posted[0]).not.toContain('the file entry.ics');
  expect(posted[0]).toContain('https://school.example/entry.ics');
});
