import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listen } from '../../sandbox/server.ts';
import { createZoom, type Zoom, type ZoomStandInOptions } from '../../sandbox/zoom/index.ts';

const meeting = { topic: 'Algebra', type: 2, start_time: '2026-12-01T17:00:00Z', duration: 45 };

async function open(options: ZoomStandInOptions = {}, saved?: unknown) {
  let aheadMs = 0;
  let origin = '';
  const zoom: Zoom = createZoom(
    {
      now: () => new Date(Date.parse('2026-11-30T12:00:00Z') + aheadMs),
      origin: () => origin,
      changed: () => undefined,
      record: () => undefined,
      saved,
    },
    { slowMs: 50, ...options },
  );
  const server = await listen({ port: 0, standIns: [zoom] });
  origin = server.origin;
  const { clientId, clientSecret, accountId, apiPath, oauthPath } = zoom.credentials;
  const grant = (fields: Record<string, string> = {}, secret: string = clientSecret) =>
    fetch(`${origin}${oauthPath}`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId, ...fields }),
    });
  const token = async () => Object(await (await grant()).json()).access_token as string;
  let current = await token();
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${origin}${apiPath}${path}`, {
      method,
      headers: { authorization: `Bearer ${current}` },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith('{') ? JSON.parse(text) : undefined,
    };
  };
  return {
    zoom,
    call,
    grant,
    create: async (more: object = {}) =>
      String((await call('POST', '/users/me/meetings', { ...meeting, ...more })).body.id),
    renew: async () => {
      current = await token();
    },
    moveOn: (minutes: number) => {
      aheadMs += minutes * 60_000;
    },
    close: server.close,
  };
}

let stage: Awaited<ReturnType<typeof open>>;
const start = async (options?: ZoomStandInOptions, saved?: unknown) => {
  stage = await open(options, saved);
  return stage;
};
afterEach(() => stage.close());

describe('who may ask', () => {
  test('a token lives for an hour of the sandbox’s clock, and several live at once', async () => {
    const { call, renew, moveOn } = await start();
    await renew();
    expect((await call('GET', '/users/me')).status).toBe(200);
    moveOn(60);
    expect(await call('GET', '/users/me')).toMatchObject({
      status: 401,
      body: { code: 124, message: 'Access token is expired.' },
    });
    await renew();
    expect((await call('GET', '/users/me')).status).toBe(200);
  });

  test.each([
    [{}, 'wrong', 'invalid_client'],
    [{ grant_type: 'client_credentials' }, undefined, 'unsupported_grant_type'],
    [{ account_id: 'other' }, undefined, 'invalid_request'],
  ])('no token for %o and secret %s', async (fields, secret, error) => {
    const response = await (await start()).grant(fields, secret);
    expect([response.status, Object(await response.json()).error]).toEqual([400, error]);
  });

  test('what the app has no scope for', async () => {
    const { call, zoom } = await start();
    zoom.setScopes(['meeting:read:meeting:admin']);
    expect((await call('POST', '/users/me/meetings', meeting)).body).toEqual({
      code: 4711,
      message: 'Invalid access token, does not contain scopes:[meeting:write:meeting:admin].',
    });
  });
});

describe('meetings', () => {
  test('an id is a number of more than 32 bits, and a link with rights is in no list', async () => {
    const { call } = await start();
    const { status, body } = await call('POST', '/users/me/meetings', { ...meeting, agenda: 'a'.repeat(2000) });
    expect(status).toBe(201);
    expect(body.id).toBeGreaterThan(2 ** 32);
    const [listed] = (await call('GET', '/users/me/meetings?type=upcoming')).body.meetings;
    expect(listed.agenda).toHaveLength(250);
    expect(listed).not.toHaveProperty('start_url');
    expect(listed).not.toHaveProperty('password');
  });

  test.each([
    ['topic', { topic: 'a'.repeat(201) }],
    ['agenda', { agenda: 'a'.repeat(2001) }],
    ['type', { type: '2' }],
    ['start_time', { start_time: '2026-12-01T17:00:00+01:00' }],
    ['start_time', { start_time: undefined }],
    ['duration', { duration: 30.5 }],
    ['timezone', { timezone: 'Mars/Base' }],
    ['password', { password: '12345678901' }],
    ['title', { title: 'x' }],
    ['settings.jbh_time', { settings: { jbh_time: 7 } }],
    ['settings.join_before_hosts', { settings: { join_before_hosts: true } }],
  ])('refuses a wrong %s', async (field, more) => {
    const { call } = await start();
    const { status, body } = await call('POST', '/users/me/meetings', { ...meeting, ...more });
    expect([status, body.code, body.errors]).toEqual([400, 300, [{ field, message: 'Invalid field.' }]]);
  });

  test('a time without Z is in the zone that comes with it', async () => {
    const { call } = await start();
    const asked = { ...meeting, start_time: '2026-12-01T17:00:00', timezone: 'Europe/Madrid' };
    expect((await call('POST', '/users/me/meetings', asked)).body.start_time).toBe('2026-12-01T16:00:00Z');
  });

  test('what is not there', async () => {
    const { call } = await start();
    expect((await call('GET', '/meetings/123')).body).toEqual({ code: 3001, message: 'Meeting does not exist: 123.' });
    expect((await call('PATCH', '/meetings/123', {})).status).toBe(404);
    expect((await call('DELETE', '/meetings/123')).status).toBe(404);
    expect((await call('GET', '/users/x@y.example')).body.code).toBe(1001);
    expect((await call('PUT', '/meetings/123', {})).body.code).toBe(2300);
    expect((await call('POST', '/users/me/meetings', '{')).body.code).toBe(300);
  });
});

describe('limits', () => {
  test('a second, by kind of request and plan', async () => {
    const { call } = await start({ plan: 'free' });
    const answers = await Promise.all([1, 2, 3].map(() => call('GET', '/users/me/meetings')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(Object.fromEntries(refused?.headers ?? [])).toMatchObject({
      'x-ratelimit-category': 'Medium',
      'x-ratelimit-type': 'QPS',
      'x-ratelimit-limit': '2',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1',
    });
  });

  test('a hundred meetings made or changed a day and user, until midnight in UTC', async () => {
    const { call, create, moveOn, renew } = await start({ plan: 'business' });
    const id = await create();
    for (const count of [50, 49]) {
      await Promise.all(Array.from({ length: count }, () => call('PATCH', `/meetings/${id}`, { duration: 30 })));
      await new Promise((resolve) => setTimeout(resolve, 1100));
    }
    const refused = await call('PATCH', `/meetings/${id}`, { duration: 30 });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('2026-12-01T00:00:00Z');
    expect((await call('POST', '/users/zoom-2@tutorline.example/meetings', meeting)).status).toBe(201);
    moveOn(12 * 60);
    await renew();
    expect((await call('PATCH', `/meetings/${id}`, { duration: 30 })).status).toBe(204);
  });

  test('one deletion at a time for each user', async () => {
    const { call, create } = await start();
    const ids = [await create(), await create()];
    const answers = await Promise.all(ids.map((id) => call('DELETE', `/meetings/${id}`)));
    // Which of them came while the other was done is for the network to say; never is more than one refused.
    expect(answers.filter(({ status }) => status === 204).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 204 || status === 429)).toBe(true);
  });
});

describe('people in meetings', () => {
  test('a host has one meeting at a time', async () => {
    const { zoom, create } = await start();
    const [first, second] = [await create({ topic: 'Algebra' }), await create()];
    await zoom.starts(first);
    await expect(zoom.starts(second)).rejects.toThrow('another meeting in progress: Algebra');
    await zoom.ends(first);
    await zoom.starts(second);
  });

  test('nobody is in before the host, unless the meeting lets them', async () => {
    const { zoom, create } = await start();
    const closed = await create();
    await expect(zoom.joins(closed, { name: 'Lena' })).rejects.toThrow('has not started');
    const early = await create({ settings: { join_before_host: true, jbh_time: 5 } });
    await expect(zoom.joins(early, { name: 'Lena' })).rejects.toThrow('has not begun');
    const opened = await create({ settings: { join_before_host: true, jbh_time: 0 } });
    await zoom.joins(opened, { name: 'Lena' });
  });

  test('the page: Join, Leave, and for the host Start and End', async () => {
    const { zoom, create, call } = await start();
    const { join_url, start_url } = (await call('GET', `/meetings/${await create()}`)).body;
    const press = (link: string, deed: string, fields: Record<string, string> = {}) => {
      const url = new URL(link);
      const body = new URLSearchParams({ ...Object.fromEntries(url.searchParams), ...fields });
      return fetch(`${url.origin}${url.pathname}/${deed}`, { method: 'POST', body }).then(async (response) => ({
        status: response.status,
        text: await response.text(),
      }));
    };
    expect(await (await fetch(join_url)).text()).toContain('This meeting is not running.');
    expect(await press(join_url, 'join', { name: 'Lena' })).toMatchObject({ status: 409 });
    expect(await press(join_url, 'start')).toMatchObject({ status: 409 });
    expect((await press(start_url, 'start')).text).toContain('This meeting is running.');
    const joined = await press(join_url, 'join', { name: '<b>Lena</b>' });
    expect(joined.text).toContain('Leave as &lt;b&gt;Lena&lt;/b&gt;');
    expect((await press(join_url, 'join', { name: 'Eve', pwd: 'wrong' })).status).toBe(403);
    const user = /name="user" value="(\d+)"[\s\S]*?Leave as &lt;b&gt;/.exec(
      joined.text.split('Leave as Tutoring')[1] ?? '',
    );
    expect((await press(join_url, 'leave', { user: user?.[1] ?? '' })).text).not.toContain('Lena');
    expect((await press(start_url, 'end')).text).toContain('This meeting is not running.');
    expect(zoom.sentWebhooks.map((body) => JSON.parse(body).event)).toEqual([
      'meeting.started',
      'meeting.participant_joined',
      'meeting.participant_joined',
      'meeting.participant_left',
      'meeting.participant_left',
      'meeting.ended',
    ]);
    expect((await fetch(join_url.replace(/\d{11}/, '90000000001'))).status).toBe(404);
  });

  test('a start link is worth nothing after two hours', async () => {
    const { create, call, moveOn } = await start();
    const { start_url } = (await call('GET', `/meetings/${await create()}`)).body;
    expect((await fetch(start_url)).status).toBe(200);
    moveOn(121);
    expect((await fetch(start_url)).status).toBe(403);
  });
});

describe('webhooks', () => {
  let received: string[];
  let answers: number[];
  let url: string;
  let close: () => void;
  beforeEach(async () => {
    received = [];
    answers = [];
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => {
        received.push(JSON.parse(text).event);
        response.writeHead(answers.shift() ?? 200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zoom`;
    close = () => server.close();
  });
  afterEach(() => close());

  test('what is not taken comes again after 5, 20 and 60 minutes of the sandbox’s clock', async () => {
    const { zoom, create, moveOn } = await start({ webhooksTo: url });
    answers = [500, 200, 500, 500];
    await zoom.starts(await create());
    expect(received).toEqual(['meeting.started', 'meeting.participant_joined']);
    moveOn(6);
    await expect.poll(() => received.length).toBe(3);
    moveOn(21);
    await expect.poll(() => received.length).toBe(4);
    moveOn(61);
    await expect.poll(() => received.length).toBe(5);
    expect(received.slice(2)).toEqual(['meeting.started', 'meeting.started', 'meeting.started']);
  });

  test('an address that does not prove itself is not taken', async () => {
    const { zoom } = await start({ webhooksTo: url });
    expect(await zoom.validatesUrl()).toBe(false);
  });
});

test('a restart loses nothing, and Start over everything but the app', async () => {
  const first = await start();
  const id = await first.create();
  first.zoom.faults.set('daily-limit');
  const saved = JSON.parse(JSON.stringify(first.zoom.dump()));
  await first.close();
  const { zoom, call } = await start({}, saved);
  expect((await call('PATCH', `/meetings/${id}`, {})).status).toBe(429);
  zoom.faults.set(undefined);
  expect((await call('GET', `/meetings/${id}`)).status).toBe(200);
  zoom.clear();
  expect(zoom.meetings()).toEqual([]);
  expect((await call('GET', '/users/me')).status).toBe(200);
});
