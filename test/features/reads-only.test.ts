import { expectTypeOf, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import type { Deps, SystemDeps } from '../../src/features/shared/deps.ts';

test('features read one organization and write nothing: what is done, core does', () => {
  expectTypeOf<Deps['store']>().not.toHaveProperty('transaction');
  expectTypeOf<Deps['store']>().not.toHaveProperty('saveDraft');
  expectTypeOf<Deps['store']>().not.toHaveProperty('of');
  expectTypeOf<Deps['store']>().not.toHaveProperty('sessionByJoinToken');
  expectTypeOf<SystemDeps['store']>().toEqualTypeOf<Store>();
});
