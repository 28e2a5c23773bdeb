import { expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { books } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

test('a card that went out while its session changed is made true by the next try, if the first had no time for it', async () => {
  const { app, lena, theo, settled, stop } = await createWorld();
  await books(lena, theo.name);
  await settled();
  const [session] = await app.store.sessions({ states: ['requested'] });
  if (!session) throw new Error('nothing was asked for');
  const card = (await app.store.shown(sessionSubject(session.id))).cards.find(({ kind }) => kind === 'request');

  // What a process leaves behind that is killed between the sending and the look at what has changed meanwhile.
  await app.store.transaction(async (tx) => {
    await tx.changeSession(session, { state: 'cancelled' });
    await tx.enqueue({ name: 'deliver', data: { delivery: card?.id ?? '' } });
  });
  await settled();

  expect(theo.buttons()).not.toContain('Confirm');
  await stop();
});
