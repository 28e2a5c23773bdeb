import { expect, test } from 'vitest';
import { createStage, DAY, HOUR, MINUTE, START } from './stage.ts';

test("a tutor's buffer keeps new sessions out, though it is no session", async ({ onTestFinished }) => {
  const { store, theo, ada, request, drop } = await createStage();
  onTestFinished(drop);
  const startsAt = new Date(START.getTime() + DAY);
  const endsAt = new Date(startsAt.getTime() + HOUR);
  const until = new Date(endsAt.getTime() + 30 * MINUTE);
  const session = await request(startsAt);
  await store.transaction((tx) => tx.hold(theo.person.id, { why: 'buffer', id: session }, endsAt, until));
  await expect(request(endsAt)).rejects.toMatchObject({ code: 'tutor-busy', field: 'when' });
  expect(await request(endsAt, ada)).toBeTruthy();
  expect(await request(new Date(endsAt.getTime() + HOUR))).toBeTruthy();
});
