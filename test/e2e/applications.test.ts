import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { acrossChats, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  async function offers(human: Human, subject: string): Promise<void> {
    await human.types('/teach', { what: 'change' });
    await human.waitsFor('dialog: Offer to teach');
    await human.fills({ subjects: subject, bio: `I know ${subject}.`, zone: 'Berlin' });
  }

  test('the first tutors are approved; whoever comes later applies, is asked, answers, and can be booked when an admin says yes', async () => {
    pair = await meet({ locale: 'en-US' });
    const { learner, tutor, admin, grace, priya, mateo, lucia } = pair;
    const fifth = learner.chat === 'slack' ? lucia : mateo;
    await offers(fifth, 'Greek');
    await fifth.waitsFor('This is what they see');
    expect(grace.sees('would like to teach')).toBe(false);

    await offers(learner, 'Latin');
    await learner.waitsFor('An admin looks at it first');
    for (const one of [grace, priya]) await one.waitsFor(`${learner.name} would like to teach`);
    await tutor.types('/tutors');
    await tutor.waitsFor(`Book ${fifth.name}`.replace('Book ', ''));
    expect(tutor.buttons()).not.toContain(`Book ${learner.name}`);

    await admin.presses('Ask them');
    await admin.waitsFor('dialog: Ask the applicant');
    await admin.fills({ text: 'Where did you learn it?' });
    await learner.waitsFor('Where did you learn it?');
    expect(learner.sees(`${admin.name} (admin) would like to know something`)).toBe(true);
    await learner.presses('Answer');
    await learner.waitsFor('dialog: Your answer');
    await learner.fills({ text: 'At school, for nine years.' });
    for (const one of [grace, priya]) await one.waitsFor('At school, for nine years.');

    await admin.presses('Approve');
    await learner.waitsFor(`${admin.name} (admin) said yes to your offer`);
    await pair.settled();
    for (const one of [grace, priya]) {
      expect(one.sees(`${admin.name} (admin) said yes`)).toBe(true);
      expect(one.buttons()).not.toContain('Approve');
    }
    tutor.reloads();
    await tutor.types('/tutors', { subject: 'Latin' });
    await expect.poll(() => tutor.buttons()).toContain(`Book ${learner.name}`);
    expect(pair.faults).toEqual([]);
  });
});
