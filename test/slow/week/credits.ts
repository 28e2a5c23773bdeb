import { expect } from 'vitest';
import { books } from '../../world/pairs.ts';
import type { Case } from './case.ts';
import { agree, rates } from './people.ts';

/** For some days sessions take credits: given, reserved, taken, given back, used up by a late cancellation, taken back. */
export const credits: Case = ({ grace, settled }, people) => {
  const two = people.two();
  const { learner, tutor } = two;
  const has = async (...said: readonly (string | RegExp)[]) => {
    learner.reloads();
    await learner.types('/credits');
    for (const one of said) await learner.waitsFor(one);
  };
  const decides = async (uses: 'yes' | 'no') => {
    grace.reloads();
    await grace.types('/tutoring credits');
    await grace.waitsFor('Change the rules');
    await grace.presses('Change the rules');
    await grace.waitsFor('dialog: Rules of credits');
    await grace.fills({ uses, late: 'yes' });
    await grace.waitsFor('Saved');
  };
  return {
    'next tuesday': async () => {
      await decides('yes');
      await grace.types('/tutoring credits', { person: learner.name });
      await grace.waitsFor(`Sessions of ${learner.name}`);
      await grace.presses('Give sessions');
      await grace.waitsFor('dialog: Give sessions');
      await grace.fills({ sessions: '4' });
      await learner.waitsFor(`${grace.name} has given you 4 sessions`);
      await agree(two, '2026-12-08 15:00');
      await agree(two, '2026-12-08 18:00');
      await books(learner, tutor.name, '2026-12-09 15:00');
      await has('1 session left to book', '1 reserved by requests and 2 confirmed');
      await tutor.presses('Decline', `${learner.name} asks you for a session`);
      await tutor.waitsFor('dialog: ');
      await tutor.fills({ reason: 'I am away' });
      await learner.waitsFor('I am away');
      await settled();
      await has('2 sessions left to book', 'given back');
      // The later of the two, some hours before it.
      await learner.presses('Cancel', 'Session: 2 of 4');
      await learner.waitsFor('dialog: Cancel the session');
      await learner.fills({ reason: 'Ill' });
      await tutor.waitsFor('Ill');
      await settled();
      await has('2 sessions left to book', 'because of a late cancellation');
    },
    'next wednesday': async () => {
      await rates(learner, tutor);
      await rates(tutor, learner);
      grace.reloads();
      await grace.types('/tutoring credits');
      await grace.waitsFor(`${learner.name}: 2 sessions left`);
      await grace.presses('Open');
      await grace.waitsFor('Take back what is left');
      await grace.presses('Take back what is left');
      await grace.waitsFor('2 sessions taken back');
      await has('0 sessions left to book');
      await decides('no');
      expect(learner.sees('Something went wrong')).toBe(false);
    },
  };
};
