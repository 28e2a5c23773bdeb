import { expect } from 'vitest';
import type { Case } from './case.ts';
import { agree } from './people.ts';

/** A learner's parent observes: an admin confirms it, the parent agrees, reads of a session and calls it off. */
export const observer: Case = ({ grace, settled }, people) => {
  const two = people.two();
  const { learner, tutor } = two;
  const parent = people.one(learner.chat);
  return {
    monday: async () => {
      await parent.types('/sessions');
      await settled();
      await learner.types('/observer', { person: `<@${parent.userId}>` });
      await learner.waitsFor('I’ve asked the admins');
      const wish = `${learner.name} wants ${parent.name} as an observer`;
      await grace.waitsFor(wish);
      await grace.presses('Confirm the observer', wish);
      await parent.waitsFor('You’re asked to observe');
      await parent.presses('I agree');
      await learner.waitsFor(`${parent.name} sees your sessions`);
      await agree(two, '2026-12-04 12:00');
      await parent.waitsFor(`Confirmed for ${learner.name}`);
    },
    tuesday: async () => {
      await parent.presses('Open', `Confirmed for ${learner.name}`);
      await settled();
      await parent.presses('Cancel');
      await parent.waitsFor('dialog: ');
      await parent.fills({ reason: 'A birthday' });
      for (const human of [learner, tutor]) await human.waitsFor('A birthday');
    },
    'next tuesday': async () => expect(tutor.sees(`How was your session with ${learner.name}?`)).toBe(false),
  };
};
