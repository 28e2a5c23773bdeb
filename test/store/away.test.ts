import { expect, test } from 'vitest';
import { createOutageLog, isAway } from '../../src/store/away.ts';
import { unreachable } from '../../src/store/open.ts';
import { createWritable } from '../../src/store/writable.ts';

const coded = (code: string, message = 'no') => Object.assign(new Error(message), { code });
const full = coded('53100', 'could not extend file "base/1/2": No space left on device');

test('a disk that was full a moment ago takes nothing, even if something small found a place', async () => {
  let now = 0;
  const writable = createWritable(() => now);
  const fits = async () => [];
  await writable.check(fits);
  await expect(writable.watch(() => Promise.reject(full))).rejects.toThrow(full);
  now += 30_000;
  await expect(writable.check(fits)).rejects.toThrow(full);
  now += 31_000;
  await writable.check(fits);
  await expect(writable.check(() => Promise.reject(coded('25006')))).rejects.toThrow('no');
});

test.each([
  [coded('ECONNREFUSED'), true],
  [coded('57P01', 'terminating connection due to administrator command'), true],
  [coded('3D000'), true],
  [coded('55000', 'database is not currently accepting connections'), true],
  [new Error('Connection terminated unexpectedly'), true],
  [new AggregateError([coded('ECONNREFUSED')]), true],
  [Object.assign(coded('P1001'), { name: 'PrismaClientKnownRequestError' }), true],
  [new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }), false],
  [coded('23505'), false],
  ['no error', false],
])('%s: the database is away: %s', (error, away) => expect(isAway(error)).toBe(away));

test('while the database is away the log says so once a minute, and when it is back', () => {
  let now = 0;
  const lines: string[] = [];
  const write = (_data: object, message: string) => void lines.push(message);
  const log = createOutageLog({ info: write, warn: write, error: write }, () => now);
  log.isOver();
  for (; now < 150_000; now += 500) {
    log.error({ error: coded('ECONNREFUSED') }, 'no jobs could be taken');
    log.warn({ error: coded('57P03') }, 'the job queue had an error');
  }
  log.error({ error: coded('ECONNREFUSED'), id: 'x' }, 'a fault that somebody was told of');
  log.warn({ chat: 'slack', error: coded('ECONNRESET') }, 'a chat’s own connection');
  log.isOver();
  log.isOver();
  expect(lines).toEqual([
    ...Array.from({ length: 3 }, () => 'the database is away: what is to be done waits until it is back'),
    'a fault that somebody was told of',
    'a chat’s own connection',
    'the database is there again',
  ]);
});

test('a server whose disk is full stops the start with a sentence, without the password', () => {
  expect(unreachable(full, 'postgresql://me:secret@db.example:5432/tutorline')?.message).toBe(
    'The disk of the database is full (db.example:5432/tutorline): make room there, and start again. Nothing is lost.',
  );
});
