import { expect } from 'vitest';
import { books } from '../../world/pairs.ts';
import type { Case } from './case.ts';
import { rates } from './people.ts';

/** A learner who is in both chats becomes one person: asked in one, told and answering in the other. */
export const linking: Case = (world, people) => {
  const { learner, tutor } = people.two();
  const twin = people.one(tutor.chat);
  return {
    monday: async () => {
      await books(learner, tutor.name, '2026-12-02 12:00');
      await twin.types('/sessions');
      await twin.waitsFor('Nothing is planned');
      await learner.types('/link');
      await learner.waitsFor('in your other chat within 10 minutes');
      const [, code = ''] = /\/link ([0-9A-Z-]{11})/.exec(learner.reads()) ?? [];
      await twin.types('/link', { code });
      await twin.waitsFor(learner.name);
      await twin.presses('Yes, that’s me');
      for (const admin of [world.grace, world.priya]) await admin.waitsFor('are one person now');
      await world.settled();
      const [one, other] = [await world.actor(learner), await world.actor(twin)];
      expect(one.person.id).toBe(other.person.id);
    },
    tuesday: async () => {
      const asks = 'asks you for a session';
      await tutor.presses('Confirm', asks);
      await world.settled();
    },
    thursday: async () => {
      const answers = [learner, twin].find((human) => human.sees(`How was your session with ${tutor.name}?`));
      expect(answers).toBeDefined();
      await rates(answers ?? learner, tutor, { rating: '3' });
      await tutor.presses('Rate the session', 'How was your session');
      await tutor.waitsFor('dialog: How was it?');
      await tutor.fills({ rating: '4' });
    },
  };
};
