import { expect, test } from 'vitest';
import { databaseKinds, freshDatabase } from '../database.ts';
import { booked, NOW, someone } from './some.ts';

test.runIf(databaseKinds.includes('server'))('two who wait for each other both get their way', async () => {
  const { store, drop } = await freshDatabase('server');
  const [lena, theo] = [await someone(store, 'Lena'), await someone(store, 'Theo')];
  const [one, another] = [(await booked(store, lena, theo)).id, (await booked(store, lena, theo)).id];
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const inTurn = (ids: readonly [string, string], mine: () => void, theirs: Promise<void>) =>
    store.transaction(async (tx) => {
      await tx.lockSession(ids[0]);
      mine();
      await theirs;
      await tx.lockSession(ids[1]);
      for (const id of ids) await tx.annotateSession(id, { escalatedAt: NOW });
    });
  await Promise.all([
    inTurn([one, another], first.resolve, second.promise),
    inTurn([another, one], second.resolve, first.promise),
  ]);
  expect((await store.session(one))?.escalatedAt).toEqual(NOW);
  await drop();
});
