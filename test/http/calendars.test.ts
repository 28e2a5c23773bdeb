import { expect, test } from 'vitest';
import { serve, TOKEN } from './server.ts';

const FEED = `/calendar/${TOKEN}.ics`;

async function served() {
  let text = 'BEGIN:VCALENDAR';
  const all = await serve({
    calendars: {
      feed: async (secret) => (secret === TOKEN ? text : undefined),
      session: async () => text,
      series: async () => text,
    },
    stopMail: {
      ask: async () => ({ status: 200, title: 'No more?', text: 'Press', button: 'Stop' }),
      stop: async (secret) => ({ status: secret === '' ? 404 : 200, title: 'Done', text: 'Done', button: undefined }),
    },
  });
  return {
    ...all,
    change: () => {
      text = `${text}\r\nX`;
    },
  };
}

test('a calendar is kept by whoever asked, and sent again only when it has changed', async () => {
  const { get, change } = await served();
  const first = await get(FEED);
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  expect(first.headers.get('x-robots-tag')).toContain('noindex');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]+"$/);
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const same = await get(FEED, { headers: { 'If-None-Match': tag } });
    expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', etag]);
  }
  const head = await get(FEED, { method: 'HEAD' });
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  change();
  expect((await get(FEED, { headers: { 'If-None-Match': etag } })).status).toBe(200);
});

test('it cannot be guessed, changed, or asked for without end', async () => {
  const { get } = await served();
  for (const path of [`/calendar/${TOKEN}`, '/calendar/x.ics', `/calendar/${TOKEN.toLowerCase()}.ics`])
    expect((await get(path)).status).toBe(404);
  expect((await get(FEED, { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD');
  const many = await Promise.all(Array.from({ length: 15 }, () => get(FEED)));
  expect(many.map(({ status }) => status)).toContain(429);
  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, at) => get(`/calendar/${TOKEN.slice(2)}${at + 10}.ics`)),
  );
  expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([404, 429]));
});

test('looking at the address that stops mails changes nothing; a POST does, also a program’s', async () => {
  const { get } = await served();
  const page = await get(`/mail/${TOKEN}`);
  expect(await page.text()).toContain('<form method="post"><button autofocus>Stop</button></form>');
  expect(page.headers.get('cache-control')).toBe('no-store');
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await get(`/mail/${TOKEN}`, { method: 'POST', body })).status).toBe(200);
  expect((await get('/mail/x', { method: 'POST' })).status).toBe(404);
  expect((await get(`/mail/${TOKEN}`, { method: 'DELETE' })).status).toBe(405);
});
