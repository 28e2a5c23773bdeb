import { expect, test } from 'vitest';
import type { Owed } from '../../src/core/owing/port.ts';
import { oldInstallation } from './old-installation.ts';
import { at, NOW } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

const AT = '2026-03-02T08:00:00Z';
const RECORDING = 'https://x.example/ü?a="b"';

/** Messages as they were: kind, session, what made it different, chat of the moderation channel, data. */
const OLD = [
  ['receipt', 's1', null, undefined, {}],
  ['recording', 's1', RECORDING, undefined, { url: RECORDING }],
  ['unanswered', 's1', null, 'slack', {}],
  [
    'platform-trouble',
    null,
    'google-meet-no-host-free-2026-03-01',
    'slack',
    { platform: 'google-meet', why: 'no-host-free', detail: '' },
  ],
  ['dead-letter', null, 'make-meeting-s1', 'discord', { job: 'make-meeting', why: 'no answer', id: 'make-meeting-s1' }],
  ['undelivered', null, 'account1-1772352000000', 'slack', { name: 'Lena', chat: 'slack', why: 'cannot_dm' }],
  ['undelivered', null, 'vanished-1772352000000', 'slack', { name: 'Theo', chat: 'slack', why: 'cannot_dm' }],
] as const;

onEveryDatabase((fresh) => {
  test('messages and the audit of an older installation are about the same as before, and nothing is owed twice', async () => {
    const database = await fresh();
    const { insert, bringUpToDate } = await oldInstallation(database, '0006_outcomes');
    await insert('organization', { id: 'school' });
    await insert('person', { id: 'lena', organization_id: 'school', name: 'Lena' });
    const account = { id: 'account1', person_id: 'lena', organization_id: 'school', chat: 'slack', space: 'T1' };
    await insert('account', { ...account, user_id: 'U1', name: 'Lena', locale: 'en', seen_at: AT });
    const booked = { id: 's1', organization_id: 'school', state: 'requested', subject: 'Algebra', note: '' };
    const times = { requested_at: AT, starts_at: AT, ends_at: '2026-03-02T09:00:00Z' };
    await insert('session', { ...booked, ...times, version: 1, capacity: 1, meeting_attempt: 1 });
    await insert('audit', { id: 1, session_id: 's1', by: 'lena', event: 'request', to: 'requested', at: AT });
    for (const [index, [kind, session, more, moderation, data]] of OLD.entries()) {
      const to = moderation === undefined ? { person: 'lena' } : { moderationOf: moderation };
      const key = JSON.stringify([kind, session, more, to]);
      const whom = moderation === undefined ? { person_id: 'lena' } : { chat: moderation };
      const where = { fate: 'sent', channel: 'C1', message_id: `m${index}`, owed_at: AT };
      await insert('delivery', { id: `d${index}`, key, kind, session_id: session, ...whom, data, ...where });
    }
    const { prisma } = database.database;
    for (const name of ['refresh', 'make-meeting'])
      await prisma.$executeRawUnsafe(`INSERT INTO pgboss.job (name, data) VALUES ('${name}', '{"session":"s1"}')`);
    await prisma.$executeRawUnsafe(
      `INSERT INTO pgboss.job (name, source_name, data) VALUES ('dead', 'refresh', '{"session":"s1"}')`,
    );

    expect(await bringUpToDate()).toContain('0012_notices');
    const { store } = database;
    const session = { kind: 'session', id: 's1' } as const;
    expect(await store.auditOf(session)).toMatchObject([{ by: 'lena', event: 'request', to: 'requested' }]);
    const [slack, discord] = [{ community: 'first-of-slack' }, { community: 'first-of-discord' }];
    const data = { name: 'Lena', chat: 'slack', why: 'cannot_dm' };
    const undelivered = { kind: 'undelivered', to: slack, data } as const;
    const owed: readonly Owed[] = [
      { kind: 'receipt', to: { person: 'lena' }, about: session },
      { kind: 'recording', to: { person: 'lena' }, about: session, dedupeKey: RECORDING, data: { url: RECORDING } },
      { kind: 'unanswered', to: slack, about: session },
      {
        kind: 'platform-trouble',
        to: slack,
        about: { kind: 'platform', id: 'google-meet' },
        dedupeKey: 'no-host-free-2026-03-01',
        data: { why: 'no-host-free', detail: '' },
      },
      {
        kind: 'dead-letter',
        to: discord,
        about: { kind: 'job', id: 'make-meeting-s1' },
        data: { job: 'make-meeting', why: 'no answer' },
      },
      { ...undelivered, about: { kind: 'person', id: 'lena' }, dedupeKey: 'account1-1772352000000' },
      { ...undelivered, about: { kind: 'person', id: 'vanished' }, dedupeKey: 'vanished-1772352000000' },
    ];
    for (const [index, { kind, to, about }] of owed.entries())
      expect(await store.delivery(`d${index}`)).toMatchObject({ kind, to, about, data: OLD[index]?.[4] });
    await store.transaction((tx) => tx.owe(owed, NOW));
    expect(await prisma.delivery.count()).toBe(OLD.length);
    await store.transaction((tx) => tx.owe([{ kind: 'meeting', to: { person: 'lena' }, about: session }], at('09:00')));
    expect(await prisma.delivery.count()).toBe(OLD.length + 1);
    expect((await store.shown(session)).cards.map(({ id }) => id)).toEqual(['d0', 'd1', 'd2']);
    const jobs = await prisma.$queryRawUnsafe<{ name: string; data: unknown }[]>(
      'SELECT name, data FROM pgboss.job ORDER BY name',
    );
    expect(jobs).toEqual([
      { name: 'dead', data: { about: session } },
      { name: 'make-meeting', data: { session: 's1' } },
      { name: 'refresh', data: { about: session } },
    ]);
  });
});
