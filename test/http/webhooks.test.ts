import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import { createRateLimit } from '../../src/http/rate-limit.ts';
import type { TakeWebhook } from '../../src/http/webhooks.ts';
import { serve, TOKEN } from './server.ts';

test('what comes is handed on as it came, byte for byte', async () => {
  const taken: unknown[] = [];
  const takeWebhook: TakeWebhook = async (sender, headers, rawBody) => {
    taken.push([sender, headers['x-zm-signature'], rawBody.toString('latin1')]);
    return { status: 204 };
  };
  const { get } = await serve({ takeWebhook });
  const body = new Uint8Array([0x7b, 0x20, 0xc3, 0xa9, 0xff, 0x0d, 0x0a, 0x7d]);
  const answer = await get('/webhooks/zoom', { method: 'POST', body, headers: { 'x-zm-signature': 'v0=1' } });
  expect([answer.status, await answer.text()]).toEqual([204, '']);
  expect(taken).toEqual([['zoom', 'v0=1', '{ Ã©ÿ\r\n}']]);
});

test('a fault of ours is no 500, and Zoom sends it again', async () => {
  const { get, logged } = await serve({ takeWebhook: () => Promise.reject(new Error('the database is down')) });
  const answer = await get('/webhooks/zoom', { method: 'POST', body: '{}' });
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '60']);
  expect(logged).toHaveLength(1);
});

test('whoever keeps us waiting is not waited for', async () => {
  const { get } = await serve({ takeWebhook: () => new Promise(() => undefined) });
  const startedAt = performance.now();
  expect((await get('/webhooks/zoom', { method: 'POST', body: '{}' })).status).toBe(503);
  expect(performance.now() - startedAt).toBeLessThan(3000);
});

test('too much is refused, whether or not the length is said', async () => {
  const { get } = await serve({ takeWebhook: async () => ({ status: 204 }) });
  const large = 'x'.repeat(256 * 1024 + 1);
  expect((await get('/webhooks/zoom', { method: 'POST', body: large })).status).toBe(413);
  const stream = new Blob([large]).stream();
  const chunked: RequestInit & { duplex: 'half' } = { method: 'POST', body: stream, duplex: 'half' };
  expect((await get('/webhooks/zoom', chunked)).status).toBe(413);
  expect((await get('/webhooks/zoom', { method: 'POST', body: large.slice(1) })).status).toBe(204);
});

test('whoever posts rubbish is refused, at last without a look at why, and keeps out nothing that is signed', async () => {
  const takeWebhook: TakeWebhook = async (_sender, headers) =>
    headers['x-zm-signature'] === 'right' ? { status: 204 } : { status: 401, why: 'wrong signature' };
  const { get, logged } = await serve({ takeWebhook });
  const post = async (signature: string) => {
    const headers = { 'x-zm-signature': signature };
    return (await get('/webhooks/zoom', { method: 'POST', body: '{}', headers })).status;
  };
  // Twenty clients behind one proxy: all of them have the address of those who send what is signed.
  const rubbish = Array.from({ length: 200 }, () => post('wrong'));
  const signed = Array.from({ length: 20 }, () => post('right'));
  expect(new Set(await Promise.all(rubbish))).toEqual(new Set([401, 429]));
  expect(new Set(await Promise.all(signed))).toEqual(new Set([204]));
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.length).toBeLessThan(100);
  expect((await get('/webhooks/zoom')).status).toBe(405);
});

test.each(['/webhooks/zoom', `/j/${TOKEN}`, '/slack/events'])(
  'a client that hangs up while it posts to %s is no error of ours',
  async (path) => {
    const printed = [vi.spyOn(console, 'error'), vi.spyOn(console, 'info')];
    const { http, logged, get } = await serve({ takeWebhook: async () => ({ status: 204 }) });
    const socket = connect(http.port, '127.0.0.1');
    socket.write(`POST ${path} HTTP/1.1\r\nHost: here\r\nContent-Length: 500\r\n\r\n{"half":`);
    await once(socket, 'connect');
    await get('/health'); // by now the beginning has arrived
    socket.destroy();
    await once(socket, 'close');
    for (let round = 0; round < 5; round++) await get('/health');
    expect(logged).toEqual([]);
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  },
);

test('a source waits for itself alone, and not for long', () => {
  let now = 0;
  const limit = createRateLimit(50, 2, () => now);
  expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([true, true, false, true]);
  now += 20;
  expect([limit.take('a'), limit.take('a')]).toEqual([true, false]);
});
