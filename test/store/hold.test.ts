import { expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Store } from '../../src/core/store.ts';
import { at, booked, NOW, someone } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

async function twoSessions(store: Store) {
  const [lena, mia, theo] = [await someone(store, 'Lena'), await someone(store, 'Mia'), await someone(store, 'Theo')];
  return { theo, lenas: (await booked(store, lena, theo)).id, mias: (await booked(store, mia, theo)).id };
}

onEveryDatabase((fresh) => {
  test('of two sessions that want the same tutor at the same time, one gets the tutor', async () => {
    const { store } = await fresh();
    const { theo, lenas, mias } = await twoSessions(store);
    const hold = (session: string) =>
      store.transaction(async (tx) => {
        const isHeld = await tx.hold(theo, { why: 'session', id: session }, at('17:00'), at('18:00'));
        await tx.audit({
          about: sessionSubject(session),
          by: theo,
          event: 'held',
          from: undefined,
          to: 'requested',
          at: NOW,
        });
        return isHeld;
      });
    const outcomes = await Promise.all([hold(lenas), hold(mias)]);
    expect(outcomes.toSorted()).toEqual([false, true]);
    expect(await store.busy([theo], at('00:00'), at('23:00'))).toHaveLength(1);
    // The loser's transaction went on.
    expect([
      ...(await store.auditOf(sessionSubject(lenas))),
      ...(await store.auditOf(sessionSubject(mias))),
    ]).toHaveLength(2);
  });

  test('sessions may follow each other without a gap', async () => {
    const { store } = await fresh();
    const { theo, lenas, mias } = await twoSessions(store);
    await store.transaction(async (tx) => {
      expect(await tx.hold(theo, { why: 'session', id: lenas }, at('17:00'), at('18:00'))).toBe(true);
      expect(await tx.hold(theo, { why: 'session', id: mias }, at('18:00'), at('19:00'))).toBe(true);
    });
  });

  test('a session may hold a time that overlaps its own', async () => {
    const { store } = await fresh();
    const { theo, lenas, mias } = await twoSessions(store);
    await store.transaction(async (tx) => {
      expect(await tx.hold(theo, { why: 'session', id: lenas }, at('17:00'), at('18:00'))).toBe(true);
      expect(await tx.hold(theo, { why: 'proposal', id: lenas }, at('17:30'), at('18:30'))).toBe(true);
      expect(await tx.hold(theo, { why: 'session', id: mias }, at('18:15'), at('19:00'))).toBe(false);
    });
  });

  test('time that is released can be held by others', async () => {
    const { store } = await fresh();
    const { theo, lenas, mias } = await twoSessions(store);
    await store.transaction((tx) => tx.hold(theo, { why: 'session', id: lenas }, at('17:00'), at('18:00')));
    expect(await store.busy([theo], at('17:59'), at('19:00'))).toEqual([
      { person: theo, startsAt: at('17:00'), endsAt: at('18:00') },
    ]);
    expect(await store.busy([theo], at('18:00'), at('19:00'))).toEqual([]);
    await store.transaction((tx) => tx.release({ id: lenas }));
    expect(await store.transaction((tx) => tx.hold(theo, { why: 'session', id: mias }, at('17:00'), at('18:00')))).toBe(
      true,
    );
  });

  test('buffers and offers are of no session: they overlap each other and sessions, and all of them make busy', async () => {
    const { store } = await fresh();
    const { theo, lenas, mias } = await twoSessions(store);
    const held = await store.transaction(async (tx) => [
      await tx.hold(theo, { why: 'session', id: lenas }, at('17:00'), at('18:00')),
      await tx.hold(theo, { why: 'buffer', id: lenas }, at('18:00'), at('18:30')),
      await tx.hold(theo, { why: 'buffer', id: mias }, at('18:15'), at('18:45')),
      await tx.hold(theo, { why: 'offer', id: 'a place' }, at('17:30'), at('18:30')),
      await tx.hold(theo, { why: 'calendar', id: 'lunch' }, at('18:00'), at('18:45')),
      await tx.hold(theo, { why: 'session', id: mias }, at('18:15'), at('18:45')),
    ]);
    expect(held).toEqual([true, true, true, true, true, true]);
    expect(await store.busy([theo], at('00:00'), at('23:00'))).toHaveLength(6);
    // Two sessions still exclude each other, whatever lies around them.
    expect(
      await store.transaction((tx) => tx.hold(theo, { why: 'proposal', id: mias }, at('17:45'), at('18:15'))),
    ).toBe(false);
  });

  test('a session gives back its buffers with its time, and each hold can be given back by itself', async () => {
    const { store } = await fresh();
    const { theo, lenas } = await twoSessions(store);
    await store.transaction(async (tx) => {
      await tx.hold(theo, { why: 'session', id: lenas }, at('17:00'), at('18:00'));
      await tx.hold(theo, { why: 'proposal', id: lenas }, at('19:00'), at('20:00'));
      await tx.hold(theo, { why: 'buffer', id: lenas }, at('18:00'), at('18:30'));
      await tx.hold(theo, { why: 'calendar', id: 'lunch' }, at('12:00'), at('13:00'));
    });
    const starts = async () =>
      (await store.busy([theo], at('00:00'), at('23:00'))).map((one) => one.startsAt.toISOString().slice(11, 16));
    await store.transaction((tx) => tx.release({ why: 'proposal', id: lenas }));
    await store.transaction((tx) => tx.release({ id: lenas, person: 'somebody else' }));
    expect(await starts()).toEqual(['12:00', '17:00', '18:00']);
    await store.transaction((tx) => tx.release({ id: lenas }));
    expect(await starts()).toEqual(['12:00']);
  });

  test('the database itself takes no session hold without its session', async () => {
    const { store, database } = await fresh();
    const theo = await someone(store, 'Theo');
    const data = { id: 'h', personId: theo, sourceId: 'x', startsAt: at('17:00'), endsAt: at('18:00') };
    await expect(database.prisma.hold.create({ data: { ...data, why: 'session' } })).rejects.toThrow(
      /hold_is_for_something/,
    );
    await database.prisma.hold.create({ data: { ...data, why: 'buffer' } });
  });
});
