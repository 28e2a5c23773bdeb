import type { Log } from '../core/log.ts';

/**
 * Does one after the other, most urgent first. What fails keeps nothing from being done that comes after it, unless
 * nothing `canGoOn`.
 * @throws what failed first; it is made up for when it is called again.
 */
export function createEachMinute(
  chores: readonly (() => Promise<void>)[],
  canGoOn: () => Promise<boolean>,
  log: Log,
): () => Promise<void> {
  return async () => {
    const failures: unknown[] = [];
    for (const chore of chores) {
      try {
        await chore();
      } catch (error) {
        failures.push(error);
        if (!(await canGoOn())) break;
      }
    }
    const [first, ...others] = failures;
    for (const error of others) log.error({ error }, 'a part of the tick failed; the next one makes up for it');
    if (failures.length > 0) throw first;
  };
}
