import type { Case } from './case.ts';
import { agree, missed } from './people.ts';

/** A learner stays away three times, and both say so: the admins hear of it. */
export const noShows: Case = ({ grace, priya, settled }, people) => {
  const two = people.two();
  const { learner, tutor } = two;
  const stayedAway = async () => {
    await missed(tutor, learner, 'learner');
    await missed(learner, tutor, 'learner');
    await settled();
  };
  return {
    monday: async () => {
      await agree(two, '2026-12-01 10:30');
      await agree(two, '2026-12-02 10:30');
      await agree(two, '2026-12-03 10:30');
    },
    wednesday: stayedAway,
    thursday: stayedAway,
    friday: async () => {
      await stayedAway();
      for (const admin of [grace, priya]) await admin.waitsFor(`${learner.name} has missed 3 sessions in 60 days`);
    },
  };
};
