import { expect } from 'vitest';
import type { Case } from './case.ts';
import { agree, rates } from './people.ts';

/** A learner deletes themself in the middle of the week: what was stays counted, what is planned is called off. */
export const departure: Case = ({ settled, app }, people) => {
  const two = people.two();
  const { learner, tutor } = two;
  return {
    monday: async () => {
      await agree(two, '2026-12-01 15:00');
      await agree(two, '2026-12-04 15:00');
    },
    wednesday: async () => {
      await rates(learner, tutor);
      await rates(tutor, learner);
      await settled();
      await learner.types('/settings', { what: 'delete' });
      await learner.waitsFor('would be called off');
      await learner.presses('Yes, delete me');
      await learner.waitsFor('Really?');
      await learner.presses('Delete me for good');
      await learner.waitsFor('Done: nothing that I have stored');
      await settled();
      expect(tutor.sees(learner.name)).toBe(false);
      expect((await app.store.sessions({ states: ['cancelled'] })).length).toBeGreaterThan(0);
    },
  };
};
