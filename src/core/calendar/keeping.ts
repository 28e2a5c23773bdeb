import type { Clock } from '../clock.ts';
import { KEPT_WHILE_CHOOSING_MINUTES } from '../limits.ts';
import type { Actor } from '../people/person.ts';
import type { Store } from '../store.ts';
import type { Teacher } from './availability.ts';
import { countedOf, objection } from './objection.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface Keeping {
  /**
   * Keeps a time of this tutor for whoever is about to ask for it: others find it taken for ten minutes, or until this
   * person looks at another one. It stands in nobody's way who has it already, and is no promise: what is confirmed counts.
   */
  keep(by: Pick<Actor, 'person'>, tutor: Teacher, startsAt: Date, endsAt: Date): Promise<void>;
}

export function createKeeping(store: Pick<Store, 'of'>, clock: Clock): Keeping {
  return {
    keep: async ({ person }, tutor, startsAt, endsAt) => {
      const now = clock();
      const mine = { why: 'choosing', id: person.id } as const;
      await store.of(person.organization).transaction(async (tx) => {
        // Of two who choose the same at once the second finds it taken.
        await tx.lockTutor(tutor.person.id);
        await tx.release(mine);
        const around = await tx.around({
          people: [tutor.person.id],
          counted: countedOf([tutor]),
          from: new Date(startsAt.getTime() - DAY),
          to: new Date(endsAt.getTime() + DAY),
          now,
          learner: person.id,
        });
        if (objection(tutor, { startsAt, endsAt }, around, now)) return;
        const until = new Date(now.getTime() + KEPT_WHILE_CHOOSING_MINUTES * MINUTE);
        await tx.hold(tutor.person.id, mine, startsAt, endsAt, { for: person.id, until });
      });
    },
  };
}
