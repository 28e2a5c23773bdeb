import type { Human } from '../../world/human.ts';
import type { Case } from './case.ts';
import { agree, rates, type Two } from './people.ts';

/** Admins move one session, call off another and bring it back: everybody reads who did it and why. */
export const changes: Case = ({ grace, priya, settled }, people) => {
  const [moved, calledOff] = [people.two(), people.two()];
  const opens = async (admin: Human, { learner }: Two, state: Readonly<Record<string, string>> = {}) => {
    await admin.types('/tutoring sessions', { person: learner.name, ...state });
    await settled();
    await admin.presses('Open', `· ${learner.name}`);
    await settled();
  };
  return {
    monday: async () => {
      await agree(moved, '2026-12-02 12:00');
      await agree(calledOff, '2026-12-02 12:00');
    },
    tuesday: async () => {
      await opens(grace, moved);
      await grace.presses('Move');
      await grace.waitsFor('dialog: Move the session');
      await grace.fills({ when: '2026-12-03 10:30' });
      for (const human of [moved.learner, moved.tutor]) await human.waitsFor(`${grace.name} (admin) moved it`);

      await opens(priya, calledOff);
      await priya.presses('Cancel');
      await priya.waitsFor('dialog: Cancel the session');
      await priya.fills({ reason: 'The school is closed that day' });
      for (const human of [calledOff.learner, calledOff.tutor]) await human.waitsFor('The school is closed that day');
      await settled();
      await opens(priya, calledOff, { state: 'cancelled' });
      await priya.presses('Reopen');
      await priya.waitsFor('dialog: Reopen the session');
      await priya.fills({ reason: 'It is open after all' });
      for (const human of [calledOff.learner, calledOff.tutor]) await human.waitsFor('It is open after all');
    },
    friday: async () => {
      for (const { learner, tutor } of [moved, calledOff]) {
        await rates(learner, tutor);
        await rates(tutor, learner);
      }
    },
  };
};
