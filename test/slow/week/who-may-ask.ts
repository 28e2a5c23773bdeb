import { expect } from 'vitest';
import { LEARNER_ROLE_ID } from '../../../sandbox/discord/place.ts';
import { books } from '../../world/pairs.ts';
import type { Case } from './case.ts';

/** For a morning only some may ask in Discord; and a learner reports a tutor and wants nothing to do with them. */
export const whoMayAsk: Case = ({ grace, priya, settled }, people) => {
  const { learner, tutor } = people.two();
  const outsider = people.one('discord');
  const decides = async (group: string, said: string) => {
    await priya.types('/tutoring status');
    await priya.waitsFor('Who may ask');
    await priya.presses('Who may ask');
    await priya.waitsFor('dialog: Who may ask');
    await priya.fills({ group });
    await priya.waitsFor(said);
  };
  return {
    monday: async () => {
      await decides(`<@&${LEARNER_ROLE_ID}>`, 'only they, and admins, may ask');
      await outsider.types('/now', { subject: 'Algebra' });
      await outsider.waitsFor('Here only some people may ask for sessions');
      await decides('', 'Everybody here may ask');
      await books(learner, tutor.name, '2026-12-04 15:00');
      await tutor.waitsFor(`${learner.name} asks you for a session`);
    },
    tuesday: async () => {
      await learner.presses('Report or block…');
      await learner.waitsFor('A report goes to the admins');
      await learner.presses('Report to the admins');
      await learner.waitsFor('dialog: Report');
      await learner.fills({ reason: 'He was rude' });
      await grace.waitsFor(`Somebody reported ${tutor.name}`);
      await grace.presses('Warn', `Somebody reported ${tutor.name}`);
      await tutor.waitsFor('A word from the admins');
      await learner.presses('Block');
      await learner.waitsFor(`Block ${tutor.name}?`);
      await learner.presses('Yes, block');
      await learner.waitsFor('is blocked');
      await settled();
      expect(tutor.buttons()).not.toContain('Confirm');
    },
  };
};
