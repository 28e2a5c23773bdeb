import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createInFlight } from '../../src/chat/in-flight.ts';

test('what runs is waited for, and what it begins', async () => {
  const inFlight = createInFlight();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  void inFlight.track(first.promise.then(() => void inFlight.track(second.promise)));
  let isDrained = false;
  const drained = inFlight.drain(60_000).then(() => {
    isDrained = true;
  });
  first.resolve();
  await turn();
  expect([isDrained, inFlight.count()]).toEqual([false, 1]);
  second.resolve();
  await drained;
  expect(inFlight.count()).toBe(0);
});

test('what does not end, or fails, keeps nobody for longer than that', async () => {
  const inFlight = createInFlight();
  void inFlight.track(Promise.reject(new Error('it failed'))).catch(() => {});
  void inFlight.track(new Promise(() => {}));
  await inFlight.drain(5);
  expect(inFlight.count()).toBe(1);
});
