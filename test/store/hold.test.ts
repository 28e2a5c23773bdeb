import { expect, test } from 'vitest';
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
        const isHeld = await tx.hold(theo, session, at('17:00'), at('18:00'), 'session');
        await tx.audit({ session, by: theo, event: 'held', from: undefined, to: 'requested', at: NOW });
        return isHeld;
      });
    const outcomes = await Promise.all([hold(lenas), hold(mias)]);
    expect(outcomes.toSorted()).toEqual([false, true]);
    expect(await store.busy([theo], at('00:00'), at('23:00'))).toHaveLength(1);
    // The loser's transaction went on.
    expect([...(await store.auditOf(lenas)), ...(await store.auditOf(mias))]).toHaveLength(2);
  });

  test('sessions may follow each other without a gap', async () => {
    const { store } = await fresh();
    const { theo, lenas, mias } = await twoSessions(store);
    await store.transaction(async (tx) => {
      expect(await tx.hold(theo, lenas, at('17:00'), at('18:00'), 'session')).toBe(true);
      expect(await tx.hold(theo, mias, at('18:00'), at('19:00'), 'session')).toBe(true);
    });
  });

  test('a session may hold a time that overlaps its own', async () => {
    const { store } = await fresh();
    const { theo, lenas, mias } = await twoSessions(store);
    await store.transaction(async (tx) => {
      expect(await tx.hold(theo, lenas, at('17:00'), at('18:00'), 'session')).toBe(true);
      expect(await tx.hold(theo, lenas, at('17:30'), at('18:30'), 'proposal')).toBe(true);
      expect(await tx.hold(theo, mias, at('18:15'), at('19:00'), 'session')).toBe(false);
    });
  });

  test('time that is released can be held by others', async () => {
    const { store } = await fresh();
    const { theo, lenas, mias } = await twoSessions(store);
    await store.transaction((tx) => tx.hold(theo, lenas, at('17:00'), at('18:00'), 'session'));
    expect(await store.busy([theo], at('17:59'), at('19:00'))).toEqual([
      { person: theo, startsAt: at('17:00'), endsAt: at('18:00') },
    ]);
    expect(await store.busy([theo], at('18:00'), at('19:00'))).toEqual([]);
    await store.transaction((tx) => tx.release(lenas));
    expect(await store.transaction((tx) => tx.hold(theo, mias, at('17:00'), at('18:00'), 'session'))).toBe(true);
  });

  test('a reminder is decided on once', async () => {
    const { store } = await fresh();
    const { theo, lenas } = await twoSessions(store);
    const add = (leadMinutes: number) =>
      store.transaction((tx) => tx.addReminder(lenas, at('17:00'), leadMinutes, theo, NOW));
    expect([await add(60), await add(60), await add(10)]).toEqual([true, false, true]);
  });
});
