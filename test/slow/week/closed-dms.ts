import { books } from '../../world/pairs.ts';
import type { Case } from './case.ts';
import { rates } from './people.ts';

/** A tutor takes no direct messages: the admins hear of it, and what waited arrives when the tutor is back. */
export const closedDms: Case = ({ slack, discord, grace, priya }, people) => {
  const { learner, tutor } = people.two();
  const opens = (isOpen: boolean) => {
    if (tutor.chat === 'slack') return slack.blockDms(tutor.userId, isOpen ? null : 'messages_tab_disabled');
    return isOpen ? discord.openDms(tutor.userId) : discord.closeDms(tutor.userId);
  };
  return {
    monday: async () => {
      opens(false);
      await books(learner, tutor.name, '2026-12-02 15:00');
      for (const admin of [grace, priya]) await admin.waitsFor(`I can’t send direct messages to ${tutor.name}`);
    },
    tuesday: async () => {
      opens(true);
      await tutor.types('/sessions');
      await tutor.waitsFor('I couldn’t send you direct messages lately');
      await tutor.waitsFor(`${learner.name} asks you for a session`);
      await tutor.presses('Confirm', `${learner.name} asks you for a session`);
      await learner.waitsFor('Where: ');
    },
    thursday: async () => {
      await rates(learner, tutor, { rating: '4' });
      await rates(tutor, learner);
    },
  };
};
