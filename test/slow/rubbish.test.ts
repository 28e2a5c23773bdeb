import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '../../src/core/id.ts';
import { handlers } from '../../src/features/index.ts';
import { books } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

/** What nobody types, and somebody sends. */
const RUBBISH = [
  '',
  ' ',
  '\u0000',
  '-1',
  '1e999',
  'x'.repeat(5000),
  "'; DROP TABLE session; --",
  '<!channel> @everyone',
  '\u202Egnp.exe',
  '{"a":[1]}',
  '99999999999999999999',
  '2026-13-45',
  '\ud800',
  '../../etc/passwd',
  '😀'.repeat(300),
];

test('rubbish in every field of everything that can be pressed is answered in a sentence', async () => {
  const world = await createWorld();
  const { lena, theo, grace, noor, app, faults } = world;
  await books(lena, theo.name);
  await world.settled();
  await theo.presses('Confirm');
  await world.settled();
  const [session] = await app.store.sessions({});
  const people = await Promise.all([lena, theo, grace, noor].map((one) => world.actor(one, one === grace)));
  for (const [name, { input }] of Object.entries(handlers)) {
    const fields = Object.keys(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }).properties ?? {});
    for (const [index, rubbish] of RUBBISH.entries()) {
      const by = people[index % people.length];
      if (!by) throw new Error('nobody is there');
      const about = index % 2 === 0 ? (session?.id ?? '') : rubbish;
      const sent = Object.fromEntries(fields.map((field) => [field, field === 'session' ? about : rubbish]));
      await app.reception.open(by, name, sent, 'missing');
      await app.reception.run(by, name, sent);
      expect(faults, `${name}: ${rubbish.slice(0, 20)}`).toEqual([]);
    }
  }
  await world.stop();
});

test('a draft that is gone keeps nobody from reading why else they are refused', async () => {
  const world = await createWorld({ acts: { most: 1, withinSeconds: 30 } });
  const { app, lena } = world;
  const by = await world.actor(lena);
  const input = { draft: newId() };
  await app.reception.run(by, 'book', input);
  for (const reply of [
    await app.reception.run(by, 'book', input),
    await app.reception.submit(by, 'book', input),
    await app.reception.open(by, 'book', input, 'all'),
  ])
    expect(JSON.stringify(reply)).toMatch(/seconds/);
  expect(world.faults).toEqual([]);
  await world.stop();
});
