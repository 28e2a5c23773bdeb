import { expect, test } from 'vitest';
import type { Owed } from '../../src/core/owing/port.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { at, booked, NOW, someCommunity, someone } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

const LATER = { startsAt: at('19:00'), endsAt: at('20:00') };

onEveryDatabase((fresh) => {
  test('owing the same twice is owing it once', async () => {
    const { store, database } = await fresh();
    const lena = await someone(store, 'Lena');
    const { id: session } = await booked(store, lena, await someone(store, 'Theo'));
    const reminder = { kind: 'reminder', to: { person: lena }, about: sessionSubject(session) } as const;
    const remind = (dedupeKey: string) => store.transaction((tx) => tx.owe([{ ...reminder, dedupeKey }], NOW));
    await Promise.all([remind('60'), remind('60'), remind('10')]);
    const { id: community } = await someCommunity(store, 'slack');
    await store.transaction((tx) => tx.owe([{ ...reminder, to: { community }, dedupeKey: '60' }], NOW));
    expect(await database.prisma.delivery.count()).toBe(3);
  });

  test('many are owed at once, and of those that were owed before none again', async () => {
    const { store, database } = await fresh();
    const people = await Promise.all(['Lena', 'Theo', 'Mia'].map((name) => someone(store, name)));
    const about = sessionSubject((await booked(store, people[0] ?? '', people[1] ?? '')).id);
    const all = people.map((person) => ({ kind: 'meeting', to: { person }, about }) as const);
    await store.transaction((tx) => tx.owe(all.slice(0, 1), NOW));
    await store.transaction((tx) => tx.owe([...all, ...all], NOW));
    await store.transaction((tx) => tx.owe([], NOW));
    expect(await database.prisma.delivery.count()).toBe(3);
  });

  test('what is shown is found by what it is about, whatever that is', async () => {
    const { store, queued } = await fresh();
    const [to, id] = [{ community: (await someCommunity(store, 'slack')).id }, 'zoom'];
    const told = { name: 'Lena', chat: 'slack', why: 'cannot_dm' };
    const owed: readonly Owed[] = [
      { kind: 'undelivered', to, about: { kind: 'person', id }, data: told },
      { kind: 'undelivered', to, about: { kind: 'person', id: 'another' }, data: told },
      { kind: 'platform-recovered', to, about: { kind: 'platform', id } },
      { kind: 'dead-letter', to, about: { kind: 'job', id }, data: { job: 'attendance', why: 'no answer' } },
    ];
    await store.transaction((tx) => tx.owe(owed, NOW));
    const ids = queued.map((job) => (job.name === 'deliver' ? job.data.delivery : ''));
    for (const id of ids) await store.changeDelivery(id, { chat: 'slack', channel: 'C1', messageId: id });
    expect(ids).toHaveLength(4);
    for (const { kind, about } of owed)
      expect(await store.shown(about)).toMatchObject({ cards: [{ kind, about, to }], matter: { about } });
  });

  test('a session takes along what is about it, and nothing else', async () => {
    const { store, database, queued } = await fresh();
    const [lena, theo] = [await someone(store, 'Lena'), await someone(store, 'Theo')];
    const [gone, stays] = [await booked(store, lena, theo), await booked(store, lena, theo, LATER)];
    const about = [gone, stays].map(({ id }) => sessionSubject(id));
    await store.transaction(async (tx) => {
      for (const one of about) await tx.audit({ about: one, by: lena, event: 'request', to: 'requested', at: NOW });
      await tx.audit({ about: { kind: 'person', id: gone.id }, by: lena, event: 'met', at: NOW });
      await tx.owe(
        about.map((one) => ({ kind: 'receipt', to: { person: lena }, about: one })),
        NOW,
      );
    });
    await database.prisma.session.delete({ where: { id: gone.id } });
    const deliveries = await Promise.all(
      queued.map((job) => store.delivery(job.name === 'deliver' ? job.data.delivery : '')),
    );
    expect(deliveries.map((delivery) => delivery?.about.id)).toEqual([undefined, stays.id]);
    expect(await store.auditOf(sessionSubject(gone.id))).toEqual([]);
    expect(await store.auditOf(sessionSubject(stays.id))).toHaveLength(1);
    expect(await store.auditOf({ kind: 'person', id: gone.id })).toHaveLength(1);
  });

  test('a delivery keeps where it is shown', async () => {
    const { store, queued } = await fresh();
    const lena = await someone(store, 'Lena');
    const about = sessionSubject((await booked(store, lena, await someone(store, 'Theo'))).id);
    await store.transaction((tx) => tx.owe([{ kind: 'moved', to: { person: lena }, about, data: { from: 60 } }], NOW));
    const [job] = queued;
    if (job?.name !== 'deliver') throw new Error('no delivery was queued');
    const id = job.data.delivery;
    expect((await store.shown(about)).cards).toEqual([]);
    const where = { chat: 'slack', channel: 'D1', messageId: '1772000000.000100' };
    await store.transaction((tx) =>
      tx.changeDelivery(id, { fate: 'sent', ...where, shown: 'abc', triedAt: at('09:00'), sentAt: at('09:00') }),
    );
    const sent = {
      id,
      kind: 'moved',
      to: { person: lena },
      about,
      data: { from: 60 },
      fate: 'sent',
      ...where,
      shown: 'abc',
      owedAt: NOW,
      triedAt: at('09:00'),
    };
    expect(await store.delivery(id)).toEqual(sent);
    expect((await store.shown(about)).cards).toEqual([sent]);
    await store.showsNow('slack', { channel: 'D1', messageId: 'another' }, 'nothing');
    await store.showsNow('slack', where, 'def');
    expect((await store.shown(about)).cards).toEqual([{ ...sent, shown: 'def' }]);
  });

  test('a draft can be kept, kept anew and thrown away', async () => {
    const { store } = await fresh();
    const draft = { id: 'd1', person: await someone(store, 'Lena'), handler: 'book', input: { subject: 'Algebra' } };
    await store.transaction((tx) => tx.saveDraft(draft, NOW));
    await store.transaction((tx) => tx.saveDraft({ ...draft, input: { subject: 'Latin' } }, NOW));
    expect(await store.draft('d1')).toEqual({ ...draft, input: { subject: 'Latin' } });
    await store.transaction((tx) => tx.removeDraftsBefore(new Date(NOW.getTime() + 1)));
    expect(await store.draft('d1')).toBeUndefined();
  });
});
