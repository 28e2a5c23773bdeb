import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createFetch, type FetchOptions } from '../../src/calendar/fetch.ts';

/** A host on this machine, which alone is trusted. */
async function host(listener: RequestListener, options: FetchOptions = {}) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, read: createFetch({ trusted: origin, ...options }) };
}

test.each([
  'http://calendar.example.org/a.ics',
  'https://user:secret@calendar.example.org/a.ics',
  'https://localhost/a.ics',
  'https://127.0.0.1/a.ics',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/a.ics',
  'https://2130706433/a.ics',
  'https://printer.lan/a.ics',
  'file:///etc/passwd',
  'https://rebound.example.org/a.ics',
  'https://mapped.example.org/a.ics',
  'https://nobody.example.org/a.ics',
])('%s is asked nothing', async (address) => {
  const lookup = async (name: string) =>
    ({ 'rebound.example.org': ['93.184.216.34', '10.0.0.7'], 'mapped.example.org': ['::ffff:127.0.0.1'] })[name] ?? [];
  expect(await createFetch({ lookup })(address)).toEqual({ kind: 'trouble', why: 'inside' });
});

test('what is connected to is the address that was looked at', async () => {
  const asked: string[] = [];
  const lookup = async (name: string) => {
    asked.push(name);
    return ['192.0.2.1']; // for documentation: nobody answers there
  };
  const read = createFetch({ lookup, timeoutMs: 300 });
  expect(await read('https://calendar.example.org/a.ics')).toEqual({ kind: 'trouble', why: 'unreachable' });
  expect(asked).toEqual(['calendar.example.org']);
});

test('a calendar is read, and not again while it is the same', async () => {
  const { origin, read } = await host((request, response) => {
    if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
    return response.writeHead(200, { ETag: '"1"' }).end('BEGIN:VCALENDAR');
  });
  expect(await read(`${origin}/a.ics`)).toEqual({ kind: 'calendar', text: 'BEGIN:VCALENDAR', etag: '"1"' });
  expect(await read(`${origin}/a.ics`, '"1"')).toEqual({ kind: 'same' });
});

test('a redirect is followed a few times, and looked at each time', async () => {
  const { origin, read } = await host((request, response) => {
    const [, step = '', to = ''] = (request.url ?? '').split('/');
    if (step === 'inside') return response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
    if (step === 'hop' && Number(to) > 0) return response.writeHead(302, { Location: `/hop/${Number(to) - 1}` }).end();
    return response.end('BEGIN:VCALENDAR');
  });
  expect(await read(`${origin}/hop/3`)).toMatchObject({ kind: 'calendar' });
  expect(await read(`${origin}/hop/4`)).toEqual({ kind: 'trouble', why: 'refused' });
  expect(await read(`${origin}/inside`)).toEqual({ kind: 'trouble', why: 'inside' });
});

test('neither size nor time is without end', async () => {
  const { origin, read } = await host(
    (request, response) => {
      if (request.url === '/slow') return void response.write('BEGIN');
      if (request.url === '/gone') return void response.writeHead(410).end();
      if (request.url === '/private') return void response.writeHead(401).end();
      return void response.end('x'.repeat(2000));
    },
    { bytesMost: 1000, timeoutMs: 300 },
  );
  expect(await read(`${origin}/large`)).toEqual({ kind: 'trouble', why: 'too-large' });
  expect(await read(`${origin}/slow`)).toEqual({ kind: 'trouble', why: 'unreachable' });
  expect(await read(`${origin}/gone`)).toEqual({ kind: 'trouble', why: 'gone' });
  expect(await read(`${origin}/private`)).toEqual({ kind: 'trouble', why: 'refused' });
});
