import { expect } from 'vitest';
import { pdfText } from '../../pdf-text.ts';
import type { Case } from './case.ts';
import { agree, rates } from './people.ts';

/** Two who write to each other across the chats, have a goal, and note down what was; the tutor gets a statement of it. */
export const workingTogether: Case = ({ settled }, people) => {
  const two = people.two();
  const { learner, tutor } = two;
  return {
    monday: async () => {
      await agree(two, '2026-12-01 12:00');
      await learner.waitsFor('Where: ');
      await learner.presses('Message');
      await learner.waitsFor('dialog: Write a message');
      await learner.fills({ text: 'Is chapter three on it?' });
      await tutor.waitsFor('Is chapter three on it?');
      await tutor.presses('Reply');
      await tutor.waitsFor('dialog: Write a message');
      await tutor.fills({ text: 'All of it.' });
      await learner.waitsFor('All of it.');
      await learner.presses('Goals and next steps');
      await learner.waitsFor('Nothing yet.');
      await learner.presses('Add one');
      await learner.waitsFor('dialog: Goal or next step');
      await learner.fills({ kind: 'A goal: what it’s all for', text: 'Pass the exam in June' });
      await learner.waitsFor('Pass the exam in June');
    },
    wednesday: async () => {
      await rates(learner, tutor);
      await rates(tutor, learner, { rating: '5', notes: 'Roots next time' });
      await learner.waitsFor('Roots next time');
    },
    'next tuesday': async () => {
      await tutor.types('/availability');
      await tutor.waitsFor('Statement of hours');
      await tutor.presses('Statement of hours');
      await tutor.waitsFor('dialog: Statement of hours');
      await tutor.fills({ month: '2026-12' });
      await tutor.waitsFor('It stays like this, whatever changes later');
      await settled();
      const paper = (await tutor.files()).find(({ name }) => name.endsWith('.pdf'));
      expect(pdfText(paper?.bytes ?? new Uint8Array())).toContain('1 session · 1 hour');
    },
  };
};
