import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { checkClock } from '../../src/doctor/clock.ts';
import { checkDatabase } from '../../src/doctor/database.ts';
import { diagnose, report } from '../../src/doctor/index.ts';
import { checkPublicUrl } from '../../src/doctor/place.ts';
import { openDatabase } from '../../src/store/open.ts';
import { databaseKinds, ownDatabase } from '../database.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tutorline-doctor-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

describe('the clock', () => {
  const NOW = Date.parse('2026-11-20T09:00:00Z');
  const there = (date: string | undefined) =>
    serve((_, response) => {
      response.sendDate = false;
      if (date) response.setHeader('Date', date);
      response.end();
    });

  test.each([
    ['Fri, 20 Nov 2026 09:00:30 GMT', true, /^The clock is right\.$/],
    ['Fri, 20 Nov 2026 08:58:30 GMT', false, /is 90 seconds ahead of that of 127\.0\.0\.1/],
    ['Fri, 20 Nov 2026 09:10:00 GMT', false, /is 10 minutes behind that of/],
    [undefined, true, /does not say what time it is/],
  ])('against %s', async (date, ok, what) => {
    expect(await checkClock(await there(date), () => NOW)).toMatchObject({ ok, what: expect.stringMatching(what) });
  });

  test('against nobody', async () => {
    expect(await checkClock('http://127.0.0.1:4/')).toMatchObject({
      ok: false,
      what: '127.0.0.1:4 cannot be reached: nothing listens there.',
    });
    expect(await checkClock('https://no-such-host.invalid/')).toMatchObject({
      ok: false,
      what: 'no-such-host.invalid cannot be reached: its name is not known here.',
    });
  });
});

describe('PUBLIC_URL', () => {
  test('where Tutorline answers, somebody else does, or nobody', async () => {
    const parts = { database: 'up' };
    const ours = await serve((_, response) => response.writeHead(503).end(JSON.stringify({ status: 'down', parts })));
    expect((await checkPublicUrl(ours)).what).toBe('Tutorline answers at PUBLIC_URL.');
    const other = await serve((_, response) => response.end('<h1>It works!</h1>'));
    expect((await checkPublicUrl(other)).what).toBe('Something else than Tutorline answers at PUBLIC_URL (HTTP 200).');
    expect((await checkPublicUrl('http://127.0.0.1:4')).what).toBe(
      'PUBLIC_URL cannot be reached from here: nothing listens there.',
    );
    expect((await checkPublicUrl(undefined)).what).toContain('PUBLIC_URL is not set');
  });
});

describe('the database', () => {
  const UP_TO_DATE = 'The database can be used and is up to date.';
  const embedded = (dataDir: string) => checkDatabase({ databaseUrl: undefined, dataDir });

  test('a folder that does not exist is made by the start, not by the doctor', async () => {
    const dataDir = join(await folder(), 'data');
    expect(await embedded(dataDir)).toMatchObject({ ok: true, what: expect.stringContaining('at the first start') });
    await expect(readdir(dataDir)).rejects.toThrow('ENOENT');
  });

  test('a folder with other things in it, and one with a broken database', async () => {
    const dataDir = await folder();
    await writeFile(join(dataDir, 'holiday.jpg'), '');
    expect(await embedded(dataDir)).toMatchObject({ ok: false, fix: expect.stringContaining('holiday.jpg') });
    await mkdir(join(dataDir, 'postgres'));
    expect(await embedded(dataDir)).toMatchObject({ ok: false, fix: expect.stringContaining('is broken') });
  });

  test('one that is in use, and then is not', async () => {
    const dataDir = await folder();
    const database = await openDatabase({ dataDir });
    expect(await embedded(dataDir)).toMatchObject({ ok: true, what: expect.stringContaining('is running') });
    await database.close();
    expect(await embedded(dataDir)).toEqual({ ok: true, what: UP_TO_DATE });
  });

  // What it says of the tables is the same for a folder, which takes some seconds to open.
  test.runIf(databaseKinds.includes('server'))('one that is up to date, newer, older, or without tables', async () => {
    const { database, drop } = await ownDatabase('server');
    onTestFinished(drop);
    const databaseUrl = database.kind === 'server' ? database.url : undefined;
    const look = () => checkDatabase({ databaseUrl, dataDir: '' });
    expect(await look()).toEqual({ ok: true, what: UP_TO_DATE });
    await database.sql(`UPDATE "_prisma_migrations" SET "migration_name" = '29991231_later'`);
    expect(await look()).toMatchObject({
      ok: false,
      what: expect.stringMatching(/newer than this Tutorline \(29991231_later/),
    });
    await database.sql(`DELETE FROM "_prisma_migrations"`);
    expect(await look()).toMatchObject({ ok: true, what: expect.stringMatching(/older than this/) });
    await database.sql(`DROP TABLE "_prisma_migrations"`);
    expect((await look()).what).toContain('its tables are made at the first start');
  });

  test('a server that is not there', async () => {
    const finding = await checkDatabase({ databaseUrl: 'postgresql://me:planted@127.0.0.1:4/x', dataDir: '' });
    expect(finding).toMatchObject({ ok: false, what: expect.stringContaining('127.0.0.1:4/x cannot be used') });
    expect(JSON.stringify(finding)).not.toContain('planted');
  });
});

test('the report marks what is wrong, what is advice and what is right, and counts', () => {
  const findings = [
    { ok: true, what: 'Good.' },
    { ok: true, what: 'Could be better.', fix: 'Do this.' },
    { ok: false, what: 'Wrong.', fix: 'Do that.' },
  ];
  expect(report(findings)).toBe(
    '✓ Good.\n! Could be better.\n    Do this.\n✗ Wrong.\n    Do that.\n\nOne thing needs attention.\n',
  );
  expect(report(findings.slice(0, 2))).toContain('Nothing is wrong.');
});

test('without any setting there is nothing to look at but the sandbox', async () => {
  expect(await diagnose(readConfig({}), [])).toEqual([{ ok: true, what: expect.stringContaining('npm start') }]);
});

test('everything that the settings name is looked at', async () => {
  const silent = await serve((_, response) => response.writeHead(500).end());
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: silent,
    DISCORD_TOKEN: 'a.b.c',
    DISCORD_SERVERS: '1100000000000000100',
    DISCORD_API_URL: silent,
    DATA_DIR: join(await folder(), 'data'),
  });
  const text = report(await diagnose(config, ['book']));
  for (const word of ['clock', 'SLACK_BOT_TOKEN', 'DISCORD_TOKEN', 'database', 'PUBLIC_URL']) {
    expect(text).toContain(word);
  }
  expect(text).not.toMatch(/xoxb-1|xapp-1|a\.b\.c/);
});
