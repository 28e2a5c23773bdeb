import type { Case } from './case.ts';
import { agree } from './people.ts';

/** An admin pairs two for a term; they do not meet, are asked, the admins are told, and then they do. */
export const programme: Case = ({ grace, priya, settled }, people) => {
  const two = people.two();
  const { learner, tutor } = two;
  return {
    monday: async () => {
      await grace.types('/tutoring programme');
      await grace.waitsFor('There’s no programme yet');
      await grace.presses('Open a programme');
      await grace.waitsFor('dialog: Open a programme');
      await grace.fills({ name: 'Autumn', subject: 'Algebra', every: '7', from: '2026-11-20', until: '2027-02-28' });
      await grace.waitsFor(/Algebra · every week/);
      await grace.presses('Pair people');
      await grace.waitsFor('dialog: Pair people');
      await grace.fills({ pairs: `${learner.name}, ${tutor.name}` });
      await learner.waitsFor(`You’re paired with ${tutor.name} for Algebra`);
      await tutor.waitsFor(`You’re paired with ${learner.name} for Algebra`);
    },
    'next thursday': async () => {
      await learner.waitsFor(`You haven’t met ${tutor.name} for a while`);
      await tutor.waitsFor(`You haven’t met ${learner.name} for a while`);
    },
    'the week after': async () => {
      const stopped = `${learner.name} and ${tutor.name} have stopped meeting`;
      for (const admin of [grace, priya]) await admin.waitsFor(stopped);
      await agree(two, '2026-12-21 12:00');
      await settled();
    },
    'its end': async () => {
      for (const admin of [grace, priya]) await admin.waitsFor('They meet again');
    },
  };
};
