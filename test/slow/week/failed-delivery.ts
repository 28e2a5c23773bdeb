import { books } from '../../world/pairs.ts';
import type { Case } from './case.ts';
import { rates } from './people.ts';

/** A tutor cannot be sent a request for good: the admins read so, and the tutor, who finds it among their sessions, gets the card then. */
export const failedDelivery: Case = ({ slack, grace, priya, settled }, people) => {
  const { learner, tutor } = people.two('slack');
  return {
    monday: async () => {
      // No state of the person, and no limit: a fault that lasts.
      slack.blockDms(tutor.userId, 'restricted_action');
      await books(learner, tutor.name, '2026-12-02 17:00');
      for (const admin of [grace, priya]) await admin.waitsFor('I gave up on sending a message');
      slack.blockDms(tutor.userId, null);
      await tutor.types('/sessions');
      await tutor.waitsFor('Your upcoming sessions');
      await tutor.presses('Open');
      await settled();
      await tutor.presses('Confirm');
      await learner.waitsFor('Where: ');
      await tutor.waitsFor('Where: ');
    },
    thursday: async () => {
      await rates(learner, tutor);
      await rates(tutor, learner);
    },
  };
};

/** What is logged of it. */
export function isOfDelivery(fault: object): boolean {
  return ('queue' in fault && fault.queue === 'deliver') || ('job' in fault && fault.job === 'deliver');
}
