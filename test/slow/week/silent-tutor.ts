import { books } from '../../world/pairs.ts';
import type { Case } from './case.ts';

/** A tutor lets three requests in a row expire: nobody can ask them until they are back. */
export const silentTutor: Case = ({ grace, priya }, people) => {
  const { learner, tutor } = people.two();
  const others = [people.one('slack'), people.one('discord')];
  return {
    monday: async () => {
      for (const [nr, human] of [learner, ...others].entries())
        await books(human, tutor.name, `2026-12-0${nr + 4} 10:00`);
    },
    tuesday: async () => {
      for (const admin of [grace, priya]) await admin.waitsFor(`No answer yet from ${tutor.name}`);
    },
    thursday: async () => {
      await tutor.waitsFor('You’re paused');
      for (const admin of [grace, priya]) await admin.waitsFor(`${tutor.name} is paused`);
      for (const human of [learner, ...others]) await human.waitsFor('Nobody answered in time');
      await tutor.presses('Take requests again');
      await tutor.waitsFor('Welcome back!');
    },
  };
};
