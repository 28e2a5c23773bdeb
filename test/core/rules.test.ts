import { expect, test } from 'vitest';
import { createRules } from '../../src/core/community/rules.ts';
import { databaseKinds } from '../database.ts';
import { createStage } from './stage.ts';

test.each(databaseKinds)(
  'of several who decide different things at the same moment all have their way: %s',
  async (kind) => {
    const { store, drop, grace, clock } = await createStage(kind);
    const rules = createRules(store, clock);
    await Promise.all([
      rules.change(grace, { messages: 'off' }),
      rules.change(grace, { usesCredits: true, lateCostsCredit: false }),
      rules.change(grace, { mostOpen: 2 }),
    ]);
    const all = { messages: 'off', usesCredits: true, lateCostsCredit: false, mostOpen: 2 };
    expect(await store.rules(grace.person.organization)).toMatchObject(all);
    await rules.change(grace, { mostOpen: undefined });
    expect((await store.rules(grace.person.organization)).mostOpen).toBeUndefined();
    await drop();
  },
);
