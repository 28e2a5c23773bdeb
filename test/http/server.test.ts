import { createHmac } from 'node:crypto';
import { Agent, request as nodeRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { App, HTTPReceiver } from '@slack/bolt';
import { expect, test } from 'vitest';
import { createHttp } from '../../src/http/index.ts';
import { serve, TOKEN } from './server.ts';

test('health says what is up and what is down', async () => {
  const well = await (await serve()).get('/health');
  expect([well.status, await well.json()]).toEqual([200, { status: 'up', parts: { database: 'up' } }]);

  const { get } = await serve({
    health: async () => ({ isWell: false, parts: { database: 'up', slack: 'down' } }),
  });
  const ill = await get('/health');
  expect([ill.status, await ill.json()]).toEqual([503, { status: 'down', parts: { database: 'up', slack: 'down' } }]);
  expect(ill.headers.get('cache-control')).toBe('no-store');
  expect((await get('/health', { method: 'HEAD' })).status).toBe(503);
  expect((await get('/health', { method: 'POST' })).status).toBe(405);
  expect((await get('/health/')).status).toBe(503);
});

test('any other address is a 404 in a sentence', async () => {
  const { get } = await serve();
  for (const path of ['/', '/slack/events', '/robots.txt', '/%']) {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('This address does not exist');
  }
  expect((await get('/slack/events', { method: 'POST', body: '{}' })).status).toBe(404);
});

test('Slack’s events reach the real Bolt with the body as it was signed', async () => {
  const signingSecret = 'sandbox-signing-secret';
  const receiver = new HTTPReceiver({ signingSecret });
  const app = new App({
    receiver,
    authorize: async () => ({ botId: 'B1', botUserId: 'U1', botToken: 'xoxb-1' }),
  });
  app.command('/book', async ({ ack, command }) => ack(`booked ${command.text}`));
  const { get } = await serve({ slackRequestListener: receiver.requestListener });

  const body = new URLSearchParams({ command: '/book', text: 'algebra, mañana', user_id: 'U2', team_id: 'T1' });
  const send = (secret: string, path = '/slack/events') => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    return get(path, {
      method: 'POST',
      body: String(body),
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Slack-Request-Timestamp': timestamp,
        'X-Slack-Signature': `v0=${signature}`,
      },
    });
  };
  const answer = await send(signingSecret);
  expect([answer.status, await answer.text()]).toEqual([200, 'booked algebra, mañana']);
  expect((await send(signingSecret, '/slack/events?retry=1')).status).toBe(200);
  expect((await send('another secret')).status).toBe(401);
  expect((await get('/slack/events')).status).toBe(404);
});

test('a listener that throws is a 500 and in the log', async () => {
  const { get, logged } = await serve({
    slackRequestListener: () => {
      throw new Error('no');
    },
  });
  expect((await get('/slack/events', { method: 'POST' })).status).toBe(500);
  expect(logged).toHaveLength(1);
});

test('a port that is taken is refused in a sentence', async () => {
  const { http } = await serve();
  const second = createHttp({
    port: http.port,
    host: '127.0.0.1',
    joinLink: () => Promise.reject(new Error('unused')),
    health: () => ({ isWell: true, parts: {} }),
    log: { info() {}, warn() {}, error() {} },
  });
  await expect(second.listen()).rejects.toThrow(`Port ${http.port} is taken by another program`);
});

test('closing lets a running request finish, and cuts one that never would', async () => {
  let entering = () => {};
  const started = new Promise<void>((resolve) => {
    entering = resolve;
  });
  const { http, get } = await serve({
    joinLink: async (token) => {
      entering();
      await wait(token === TOKEN ? 200 : 60_000, undefined, { ref: false });
      return { kind: 'redirect', url: 'https://meet.jit.si/x' };
    },
  });
  const agent = new Agent({ keepAlive: true });
  nodeRequest({ agent, port: http.port, path: '/health' }).end(); // leaves an idle connection open
  const finishing = get(`/j/${TOKEN}`, { method: 'POST' });
  const hanging = get(`/j/${'x'.repeat(24)}`, { method: 'POST' }).then(
    () => 'answered',
    () => 'cut',
  );
  await started;
  await wait(50);
  const closingSince = performance.now();
  const closed = http.close();
  await expect(get('/health')).rejects.toThrow();
  expect((await finishing).status).toBe(303);
  await closed;
  expect(performance.now() - closingSince).toBeLessThan(4500);
  expect(await hanging).toBe('cut');
  agent.destroy();
});

test('without anything hanging, closing is at once', async () => {
  const { http, get } = await serve();
  await get('/health');
  const since = performance.now();
  await http.close();
  expect(performance.now() - since).toBeLessThan(500);
});
