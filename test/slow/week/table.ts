import type { Case } from './case.ts';
import { agree, rates } from './people.ts';

/** An admin imports a tutor out of a table, who is asked the same day. */
export const table: Case = ({ grace, settled }, people) => {
  const [learner, tutor] = [people.one('discord'), people.one('slack')];
  return {
    monday: async () => {
      await tutor.types('/sessions');
      await settled();
      await grace.types('/tutoring import');
      await grace.waitsFor('dialog: Import a table');
      await grace.fills({ file: `Name;Subjects;Hours;Zone\n${tutor.name};Chess;Mon-Fri 9-19;Europe/Berlin` });
      await grace.waitsFor('That can be imported: 1 person');
      await grace.presses('Import it');
      await grace.waitsFor('Imported: 1 person.');
      await agree({ learner, tutor }, '2026-12-03 12:00', 'Chess');
    },
    friday: async () => {
      await rates(learner, tutor);
      await rates(tutor, learner);
    },
  };
};
