import type { Clock } from '../clock.ts';
import { tellAdmins } from '../community/moderation.ts';
import type { Store } from '../store.ts';
import { look, meetsAgain } from './programme.ts';

/** Looked at in one transaction. */
const AT_ONCE = 100;

/** Pairs that have stopped meeting are asked; if nothing comes of it their admins are told. By the clock. */
export function createQuietPairs(
  store: Pick<Store, 'transaction' | 'isDue'>,
  clock: Clock,
  defaultZone: string,
): () => Promise<void> {
  const some = (now: Date) =>
    store.transaction(async (tx) => {
      const due = await tx.lockPairsDue(now, AT_ONCE);
      for (const id of due) {
        const pair = await tx.pair(id);
        const programme = pair && (await tx.programme(pair.programme));
        if (!pair || !programme) continue;
        const { say, lookAt } = look(programme, pair, pair.lastAt, now, defaultZone);
        const said = { ...(say === 'nudge' && { nudgedAt: now }), ...(say === 'tell' && { toldAt: now }) };
        await tx.changePair(id, { ...said, lookAt });
        const about = { kind: 'person', id: pair.learner } as const;
        // The card that says that they do not is kept true.
        if (meetsAgain(pair)) await tx.enqueue({ name: 'refresh', data: { about } });
        const dedupeKey = `${id} ${String(now.getTime())}`;
        const data = { pair: id };
        // Who wants nothing to do with the other is not asked: it is for the admins to find another.
        const areApart = (await tx.apartFrom(pair.learner)).has(pair.tutor);
        if (say === 'nudge' && !areApart)
          await tx.owe(
            [pair.learner, pair.tutor].map((person) => ({
              ...{ kind: 'meet-again' as const, to: { person }, about, dedupeKey, data },
            })),
            now,
          );
        if (say === 'tell')
          await tellAdmins(tx, programme.organization, { kind: 'pair-quiet', about, dedupeKey, data }, now);
      }
      return due.length === AT_ONCE;
    });

  return async () => {
    const now = clock();
    if (!(await store.isDue('pairs', now))) return;
    while (await some(now));
  };
}
