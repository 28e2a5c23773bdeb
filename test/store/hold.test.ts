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

onEveryDatabase((fresh) => {
  test('what is kept for somebody is in everybody else’s way, lapses by itself, and keeps nothing confirmed out', async () => {
    const { store } = await fresh();
    const { theo, lenas } = await twoSessions(store);
    const [lena, mia] = [await someone(store, 'Lena'), await someone(store, 'Mia')];
    const kept = { for: lena, until: at('12:10') };
    await store.transaction((tx) => tx.hold(theo, { why: 'choosing', id: lena }, at('17:00'), at('18:00'), kept));
    const seen = async (learner: string | undefined, now: Date) => {
      const asked = { people: [theo], counted: [], from: at('00:00'), to: at('23:00'), now, learner };
      return (await store.around(asked)).held.map(({ why }) => why);
    };
    expect(await seen(lena, at('12:00'))).toEqual([]);
    expect(await seen(mia, at('12:00'))).toEqual(['choosing']);
    expect(await seen(undefined, at('12:00'))).toEqual(['choosing']);
    expect(await seen(mia, at('12:10'))).toEqual([]);
    expect(await store.busy([theo], at('00:00'), at('23:00'))).toEqual([]);
    await store.transaction(async (tx) => {
      expect(await tx.hold(theo, { why: 'session', id: lenas }, at('17:00'), at('18:00'))).toBe(true);
      await tx.releaseLapsed(at('12:11'));
    });
    expect(await seen(undefined, at('12:00'))).toEqual(['session']);
  });

  test('sessions are counted for tutors with a limit, and the days on which nobody teaches are told', async () => {
    const { store, database } = await fresh();
    const { theo, lenas } = await twoSessions(store);
    const days = { organizationId: 'school', fromDay: '2026-03-01', untilDay: '2026-03-04' };
    await database.prisma.closure.createMany({
      data: [
        { ...days, id: 'h', kind: 'holiday', name: 'Break' },
        { ...days, id: 't', kind: 'term', name: 'Spring', fromDay: '2026-01-01' },
        { ...days, id: 'old', kind: 'holiday', name: 'Long ago', fromDay: '2025-01-01', untilDay: '2025-01-02' },
      ],
    });
    const asked = { people: [theo], counted: [theo], from: at('00:00', 3), to: at('23:00', 3), now: NOW };
    const { taught, closures } = await store.around(asked);
    expect(taught).toHaveLength(2);
    expect(taught).toContainEqual({ tutor: theo, session: lenas, startsAt: at('17:00') });
    expect(closures.map(({ name }) => name).toSorted()).toEqual(['Break', 'Spring']);
    expect(await store.of('elsewhere').around(asked)).toEqual({ held: [], taught: [], closures: [] });
    await expect(
      database.prisma.closure.create({
        data: { ...days, id: 'x', kind: 'holiday', name: 'Odd', untilDay: '2026-02-28' },
      }),
    ).rejects.toThrow(/closure_has_days/);
  });
});
