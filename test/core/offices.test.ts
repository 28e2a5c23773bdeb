import { expect, test } from 'vitest';
import { createOffices } from '../../src/core/groups/offices.ts';
import { createStage, HOUR, START } from './stage.ts';

test('office hours that their tutor leaves open are closed in the end, and whoever was kept out is not called', async () => {
  const { store, clock, drop, meet, moveTo, lena, theo, ada } = await createStage();
  const offices = createOffices(store, clock);
  const plan = {
    subject: 'Algebra',
    minutes: 15,
    platform: 'jitsi',
    openUntil: new Date(START.getTime() + HOUR),
  } as const;
  const [one, other] = [await offices.open(theo, plan), await offices.open(ada, plan)];
  const noor = await meet('Noor');
  await offices.queue(noor, one.id);
  await offices.queue(lena, one.id);
  await offices.queue(lena, other.id);
  await store.transaction((tx) => tx.restrict(noor.person.id, { bannedAt: START }));
  const session = await offices.callNext(theo, one.id);
  expect(session.participants.map(({ person }) => person)).toEqual([lena.person.id, theo.person.id]);
  const isClosed = async () => (await store.office(other.id))?.closedAt !== undefined;
  // Those who came in time can be called for a while.
  moveTo(START.getTime() + 4 * HOUR);
  await offices.closeDue();
  expect(await isClosed()).toBe(false);
  moveTo(START.getTime() + 5 * HOUR);
  await offices.closeDue();
  expect(await isClosed()).toBe(true);
  await drop();
});
