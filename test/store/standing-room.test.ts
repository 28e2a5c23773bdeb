import { expect, test } from 'vitest';
import { onEveryDatabase } from './with-database.ts';

onEveryDatabase((fresh) => {
  test('all rooms that stand can be asked for, with the latest moment that there is', async () => {
    const { store } = await fresh();
    expect(await store.standingRooms('discord', { startsBefore: new Date(8.64e15) })).toEqual([]);
  });
});
