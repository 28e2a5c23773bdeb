import { expect, test } from 'vitest';
import { isInside, safeRoom } from '../../src/core/meeting/own-room.ts';
import { createLeadsInside } from '../../src/meetings/leads-inside.ts';

test.each(['printer.home.arpa', 'meet.corp.internal', 'x.local', 'localhost', '127.1', '10.0.0.1', '[::1]', 'box.lan'])(
  'a room at %s is in somebody’s own network',
  (host) => expect(safeRoom(`https://${host}/room`)).toBeUndefined(),
);

test('a room with letters of other scripts is kept as a browser writes it', () => {
  expect(safeRoom('https://bücher.example/Δωμάτιο')).toBe(
    'https://xn--bcher-kva.example/%CE%94%CF%89%CE%BC%CE%AC%CF%84%CE%B9%CE%BF',
  );
});

test.each([
  ['10.1.2.3', true],
  ['192.168.0.9', true],
  ['169.254.169.254', true],
  ['::1', true],
  ['fd12:3456::1', true],
  ['fe80::1', true],
  ['::ffff:10.0.0.1', true],
  ['93.184.215.14', false],
  ['2606:2800:21f:cb07::1', false],
  ['meet.example.org', false],
])('%s is inside: %s', (address, inside) => expect(isInside(address)).toBe(inside));

test('a name is inside as soon as one of its addresses is; one that nobody knows, or not in time, is not', async () => {
  const known: Record<string, readonly string[]> = { 'a.example': ['93.184.215.14'], 'b.example': ['::1', '8.8.8.8'] };
  const leadsInside = createLeadsInside(async (host) => {
    if (host === 'slow.example') return new Promise(() => undefined);
    const found = known[host];
    if (!found) throw new Error('ENOTFOUND');
    return found;
  });
  const all = ['a', 'b', 'none', 'slow'].map((name) => leadsInside(`https://${name}.example/room`));
  expect(await Promise.all([...all, leadsInside('no address')])).toEqual([false, true, false, false, false]);
});
