import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { type Webhook, WebhookRefused } from '../../src/meetings/webhook.ts';
import { parseZoomWebhook } from '../../src/meetings/zoom/webhook.ts';
import { details } from './contract.ts';
import { zoomStage } from './zoom-stage.ts';

const SECRET = 'a webhook secret';
const NOW = new Date('2026-12-01T17:00:02Z');

/** Signed with openssl, not with our own code. */
const started = {
  body: '{"event":"meeting.started","event_ts":1796144400000,"payload":{"account_id":"abc","object":{"id":"93812345678","uuid":"4444AAAiAAAAAiAiAiiAii==","host_id":"x1yCzABCDEfg23HiJKl4mN","topic":"Álgebra","type":2,"start_time":"2026-12-01T17:00:00Z","duration":45,"timezone":"Europe/Madrid"}}}',
  headers: {
    'x-zm-request-timestamp': '1796144400',
    'x-zm-signature': 'v0=91bd70ed554e6110219c7205d9151c4357f0af53e367ea8241d5e200a25faf7f',
  },
};

const parse = (headers: Record<string, string | string[]>, body: string | Buffer, now = NOW) =>
  parseZoomWebhook(SECRET, headers, Buffer.from(body), now);
const signed = (body: string, timestamp = '1796144400') => ({
  'x-zm-request-timestamp': timestamp,
  'x-zm-signature': `v0=${createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex')}`,
});
const statusOf = (run: () => Webhook) => {
  try {
    return run().kind;
  } catch (error) {
    return error instanceof WebhookRefused ? error.status : error;
  }
};
const eventOf = (event: string, object: object, event_ts = 1796144400000) => {
  const body = JSON.stringify({ event, event_ts, payload: { account_id: 'abc', object } });
  return parse(signed(body), body);
};

describe('whether it is from Zoom', () => {
  test('a meeting that started, with its signature', () => {
    expect(parse(started.headers, started.body)).toEqual({
      kind: 'event',
      key: 'zoom:meeting.started:1796144400000:4444AAAiAAAAAiAiAiiAii==',
      event: 'started',
      meetingId: '93812345678',
      occasion: '4444AAAiAAAAAiAiAiiAii==',
      at: new Date('2026-12-01T17:00:00Z'),
    });
  });

  test.each([
    ['one byte of the body is another', started.headers, started.body.replace('45', '46'), NOW],
    ['the signature is another', { ...started.headers, 'x-zm-signature': `v0=${'0'.repeat(64)}` }, started.body, NOW],
    ['the signature is too short', { ...started.headers, 'x-zm-signature': 'v0=' }, started.body, NOW],
    ['there are two signatures', { ...started.headers, 'x-zm-signature': ['v0=1', 'v0=2'] }, started.body, NOW],
    ['there is none', {}, started.body, NOW],
    ['it is of another moment', { ...started.headers, 'x-zm-request-timestamp': '1796144401' }, started.body, NOW],
    ['the moment is no number', signed(started.body, 'soon'), started.body, NOW],
    ['it is older than five minutes', started.headers, started.body, new Date('2026-12-01T17:05:01Z')],
    ['it is from the future', started.headers, started.body, new Date('2026-12-01T16:54:59Z')],
  ])('401 when %s', (_, headers, body, now) => {
    expect(statusOf(() => parse(headers, body, now))).toBe(401);
  });

  test('five minutes are in time', () => {
    expect(statusOf(() => parse(started.headers, started.body, new Date('2026-12-01T17:05:00Z')))).toBe('event');
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['text', '"meeting.started"'],
    ['no event', '{}'],
    ['an event without a meeting', '{"event":"meeting.started","event_ts":1,"payload":{}}'],
    [
      'somebody who joined and is nobody',
      '{"event":"meeting.participant_joined","event_ts":1,"payload":{"object":{"id":"1","uuid":"u"}}}',
    ],
  ])('400 for %s', (_, body) => {
    expect(statusOf(() => parse(signed(body), body))).toBe(400);
  });

  test('what we do not follow is left alone', () => {
    expect(eventOf('meeting.sharing_started', { id: '1', uuid: 'u' })).toEqual({ kind: 'ignored' });
    expect(eventOf('user.created', {})).toEqual({ kind: 'ignored' });
  });
});

describe('the question for the address', () => {
  const question = (plainToken: unknown) =>
    JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken } });

  test('is answered, signed or not', () => {
    const body = question('qgg8vlvZRS6UYooatFL8Aw');
    const answer = {
      plainToken: 'qgg8vlvZRS6UYooatFL8Aw',
      encryptedToken: '580a346735dc765c4381be3f56db105c417fa55f2e5c4e49e3eb5f5abee675da',
    };
    expect(parse({}, body)).toEqual({ kind: 'challenge', answer });
    expect(parse(signed(body), body)).toEqual({ kind: 'challenge', answer });
  });

  test('is not answered when its signature is wrong', () => {
    const body = question('qgg8vlvZRS6UYooatFL8Aw');
    expect(statusOf(() => parse({ ...signed(body), 'x-zm-signature': 'v0=1' }, body))).toBe(401);
  });

  test('nobody gets a signature for a body of their own out of it', () => {
    expect(statusOf(() => parse({}, question(`v0:1796144400:${started.body}`)))).toBe(400);
    expect(statusOf(() => parse({}, question('v0:1796144400:x')))).toBe(400);
    expect(statusOf(() => parse({}, question(undefined)))).toBe(400);
  });
});

describe('what happened', () => {
  const object = { id: '93812345678', uuid: 'u==', start_time: '2026-12-01T17:00:00Z' };
  const participant = { user_id: '16778240', user_name: 'Lena', id: '', email: '', join_time: '2026-12-01T17:01:30Z' };

  test('somebody came, and gave no address', () => {
    expect(eventOf('meeting.participant_joined', { ...object, participant })).toEqual({
      kind: 'event',
      key: 'zoom:meeting.participant_joined:1796144400000:u==:16778240',
      event: 'joined',
      meetingId: '93812345678',
      occasion: 'u==',
      at: new Date('2026-12-01T17:01:30Z'),
      participant: { id: '16778240', name: 'Lena', email: undefined },
    });
  });

  test('somebody left, and the meeting ended, at the times that are in it', () => {
    const left = { ...participant, email: 'lena@school.example', leave_time: '2026-12-01T17:44:00Z' };
    expect(eventOf('meeting.participant_left', { ...object, participant: left })).toMatchObject({
      event: 'left',
      at: new Date('2026-12-01T17:44:00Z'),
      participant: { email: 'lena@school.example' },
    });
    expect(eventOf('meeting.ended', { ...object, end_time: '2026-12-01T17:45:10Z' })).toMatchObject({
      event: 'ended',
      at: new Date('2026-12-01T17:45:10Z'),
    });
  });

  test('a time that cannot be read is taken from the event', () => {
    expect(eventOf('meeting.ended', { ...object, end_time: '' })).toMatchObject({ at: new Date(1796144400000) });
  });

  test('a recording is ready; there the id is a number', () => {
    const share_url = 'https://zoom.us/rec/share/abc';
    expect(eventOf('recording.completed', { ...object, id: 93812345678, share_url, password: 'p' })).toMatchObject({
      event: 'recording-completed',
      meetingId: '93812345678',
      recording: { url: share_url, passcode: 'p' },
    });
  });

  test('it was deleted', () => {
    expect(eventOf('meeting.deleted', object)).toMatchObject({ event: 'deleted' });
  });

  test('a second delivery has the same key, the next event another', () => {
    const key = (event: string, at?: number) => Object(eventOf(event, object, at)).key;
    expect(key('meeting.started')).toBe(key('meeting.started'));
    expect(key('meeting.started')).not.toBe(key('meeting.started', 1796144400001));
    expect(key('meeting.started')).not.toBe(key('meeting.ended'));
  });
});

test('everything that the stand-in sends is understood, from Start to the recording', async () => {
  const stage = await zoomStage();
  const { standIn, platform } = stage;
  const seen: Webhook[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const webhook = platform.parseWebhook?.(request.headers, Buffer.concat(chunks), stage.now());
      if (webhook) seen.push(webhook);
      response.end(webhook?.kind === 'challenge' ? JSON.stringify(webhook.answer) : '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  standIn.deliverWebhooksTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await standIn.validatesUrl()).toBe(true);

  const { meetingId } = await platform.create({ ...details, isRecorded: true });
  const host = await standIn.starts(meetingId);
  await standIn.joins(meetingId, { name: 'Lena' });
  await standIn.leaves(meetingId, host.userId);
  await standIn.ends(meetingId);
  await platform.remove(meetingId);
  await expect.poll(() => seen).toHaveLength(9);
  expect(seen.map((webhook) => (webhook.kind === 'event' ? webhook.event : webhook.kind))).toEqual([
    'challenge',
    'started',
    'joined',
    'joined',
    'left',
    'left',
    'ended',
    'recording-completed',
    'deleted',
  ]);
  expect(new Set(seen.map((webhook) => webhook.kind === 'event' && webhook.meetingId))).toEqual(
    new Set([false, meetingId]),
  );
  server.close();
  await stage.close();
});
