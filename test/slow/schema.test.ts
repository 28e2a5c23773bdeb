import { expect, test } from 'vitest';
import { differenceToSchema } from '../../scripts/schema-engine.ts';

test('prisma/schema.prisma and the migrations agree', async () => {
  // What Prisma cannot express (the exclusion constraint and the checks) it does not see either.
  expect(await differenceToSchema()).toBe('');
});
