import type { SystemDeps } from '../features/shared/deps.ts';

/** So many at once; the rest with the next tick. */
const MOST = 500;

/** Sends what waited for the end of its reader's quiet hours. */
export function createAfterQuiet({ store, clock }: Pick<SystemDeps, 'store' | 'clock'>): () => Promise<void> {
  return async () => {
    const now = clock();
    if (!(await store.isDue('quiet hours', now))) return;
    await store.transaction(async (tx) => {
      for (const { id, person } of await tx.takeWaiting(now, MOST))
        await tx.enqueue({ name: 'deliver', data: { delivery: id, to: person } });
    });
  };
}
