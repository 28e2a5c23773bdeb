import { expect, test } from 'vitest';
import { spanish } from '../../src/conversation/languages/es/index.ts';
import type { JoinAnswer } from '../../src/http/join.ts';
import { CHROME, serve, TOKEN } from './server.ts';

const LINK = `/j/${TOKEN}`;

/** A server that writes down who entered. */
async function door(answer: JoinAnswer = { kind: 'redirect', url: 'https://meet.jit.si/tutorline-x' }) {
  const entered: unknown[] = [];
  const served = await serve({
    joinLink: async (token, request) => {
      entered.push([token, request.language.id]);
      return answer;
    },
  });
  return { ...served, entered };
}

test('a person’s browser gets a page that goes on by itself, and enters with the POST', async () => {
  const { get, entered } = await door();
  const page = await get(LINK);
  expect(page.status).toBe(200);
  expect(entered).toEqual([]);
  const html = await page.text();
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<form method="post"><button autofocus>Go to the session</button></form>');
  const nonce = /<script nonce="([^"]+)">document\.forms\[0\]\.submit\(\)<\/script>/.exec(html)?.[1];
  expect(page.headers.get('content-security-policy')).toContain(`script-src 'nonce-${nonce}'`);

  const gone = await get(LINK, { method: 'POST' });
  expect(gone.status).toBe(303);
  expect(gone.headers.get('location')).toBe('https://meet.jit.si/tutorline-x');
  expect(entered).toEqual([[TOKEN, 'en']]);
});

test('neither page nor redirect is kept, framed, indexed, or tells where it came from', async () => {
  const { get } = await door();
  for (const response of [await get(LINK), await get(LINK, { method: 'POST' })]) {
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('server-timing')).toMatch(/^app;dur=[\d.]+$/);
  }
  const policy = (await get(LINK)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(await (await get(LINK)).text()).not.toMatch(/(?:src|href)=/);
});

test.each([
  ['Slack', { 'User-Agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }],
  ['Slack’s images', { 'User-Agent': 'Slack-ImgProxy (+https://api.slack.com/robots) Slackbot 1.0' }],
  ['Discord', { 'User-Agent': 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)' }],
  ['Facebook', { 'User-Agent': 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)' }],
  ['Twitter', { 'User-Agent': 'Twitterbot/1.0' }],
  ['WhatsApp', { 'User-Agent': 'WhatsApp/2.23.20.0' }],
  ['Telegram', { 'User-Agent': 'TelegramBot (like TwitterBot)' }],
  ['LinkedIn', { 'User-Agent': 'LinkedInBot/1.0 (compatible; Mozilla/5.0)' }],
  [
    'Teams',
    { 'User-Agent': 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com' },
  ],
  ['Office', { 'User-Agent': 'Microsoft Office Existence Discovery' }],
  ['Google', { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
  ['curl', { 'User-Agent': 'curl/8.5.0' }],
  ['a browser that prefetches', { 'User-Agent': CHROME, 'Sec-Purpose': 'prefetch;prerender' }],
  ['an old browser that prefetches', { 'User-Agent': CHROME, Purpose: 'prefetch' }],
])('%s looks at the link: nobody enters, and nothing goes on by itself', async (_, headers) => {
  const { get, entered } = await door();
  const response = await get(LINK, { headers });
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).not.toContain('<script');
  expect(html).toContain('<button'); // a person whom we took for a robot can still enter
  expect((await get(LINK, { method: 'HEAD', headers })).status).toBe(200);
  expect(entered).toEqual([]);
});

test('a HEAD request, and a GET of a robot that nobody knows, record nothing either', async () => {
  const { get, entered } = await door();
  const head = await get(LINK, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  await get(LINK, { headers: { 'User-Agent': 'BrandNewUnfurler' } });
  expect(entered).toEqual([]);
});

test.each([
  ['a Cubot phone', 'Mozilla/5.0 (Linux; Android 11; CUBOT NOTE 20) Chrome/142.0 Mobile Safari/537.36'],
  [
    'Telegram’s own browser',
    'Mozilla/5.0 (Linux; Android 14) Chrome/142.0 Mobile Safari/537.36 Telegram-Android/10.9.1',
  ],
  [
    'LinkedIn’s own browser',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 [LinkedInApp]/9.29',
  ],
  ['DuckDuckGo', 'Mozilla/5.0 (Linux; Android 14) Chrome/142.0 Mobile DuckDuckGo/5 Safari/537.36'],
  ['a headless browser under test', 'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/142.0.0.0 Safari/537.36'],
])('%s is a person', async (_, agent) => {
  const { get } = await door();
  expect(await (await get(LINK, { headers: { 'User-Agent': agent } })).text()).toContain('<script');
});

test('who may not enter reads why, in their language, and what came from people stays text', async () => {
  const { get } = await door({
    kind: 'sentence',
    status: 403,
    title: 'Todavía no',
    text: 'La sesión <b>“Álgebra & más”</b> abre a las 17:00.',
    language: spanish,
  });
  const response = await get(LINK, { method: 'POST' });
  expect(response.status).toBe(403);
  const html = await response.text();
  expect(html).toContain('<html lang="es">');
  expect(html).toContain('<h1>Todavía no</h1>');
  expect(html).toContain('&#60;b&#62;“Álgebra &#38; más”&#60;/b&#62;');
  expect(html).not.toContain('<form');
  expect(response.headers.get('content-security-policy')).toContain("form-action 'none'");
});

test.each([
  ['es-MX,es;q=0.9,en;q=0.8', 'Ir a la sesión'],
  ['en-GB,en;q=0.9,es;q=0.8', 'Go to the session'],
  ['fr-FR,fr;q=0.9,es;q=0.5', 'Ir a la sesión'],
  ['zh', 'Go to the session'],
])('a browser set to %s reads: %s', async (wish, label) => {
  const { get } = await door();
  expect(await (await get(LINK, { headers: { 'Accept-Language': wish } })).text()).toContain(label);
});

test('what cannot be a link of ours is not asked about', async () => {
  const { get, entered } = await door();
  for (const path of ['/j/', '/j/short', `/j/${TOKEN}/more`, '/j/..%2f..%2fetc', `/j/${'x'.repeat(65)}`]) {
    for (const method of ['GET', 'POST']) expect((await get(path, { method })).status).toBe(404);
  }
  expect(entered).toEqual([]);
});

test('other methods, and more of a body than a button sends, are refused', async () => {
  const { get, entered } = await door();
  const put = await get(LINK, { method: 'PUT', body: 'x' });
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  expect((await get(LINK, { method: 'POST', body: 'x'.repeat(2000) })).status).toBe(413);
  const streamed = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(2000));
      controller.close();
    },
  });
  expect((await get(LINK, { method: 'POST', body: streamed, duplex: 'half' } as RequestInit)).status).toBe(413);
  expect(entered).toEqual([]);
});

test('a fault is logged under a number that the person reads, without the link', async () => {
  const { get, logged } = await serve({ joinLink: () => Promise.reject(new Error('database on fire')) });
  const response = await get(LINK, { method: 'POST' });
  expect(response.status).toBe(500);
  const html = await response.text();
  expect(html).not.toContain('fire');
  const id = String((logged[0]?.data as { id?: string } | undefined)?.id);
  expect(html).toContain(`number: ${id}.`);
  expect(JSON.stringify(logged)).not.toContain(TOKEN);
});

test('a room with letters of other scripts opens, whenever its address was kept', async () => {
  const { get } = await door({ kind: 'redirect', url: 'https://rooms.example.org/Δωμάτιο/Física' });
  const response = await get(LINK, { method: 'POST' });
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    'https://rooms.example.org/%CE%94%CF%89%CE%BC%CE%AC%CF%84%CE%B9%CE%BF/F%C3%ADsica',
  ]);
});
