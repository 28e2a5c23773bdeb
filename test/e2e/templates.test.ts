import { afterEach, expect, test } from 'vitest';
import { acrossChats, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a tutor offers a kind of session; a learner books it and answers what the tutor wants to know', async () => {
    pair = await meet({ locale: 'en-US' });
    const { learner, tutor } = pair;
    await tutor.types('/teach', { what: 'templates' });
    await tutor.waitsFor('A template is a kind of session');
    await tutor.presses('New template');
    await tutor.waitsFor('dialog: A template');
    const questions = 'What is it about? *\nHow long is it?';
    await tutor.fills({ name: 'Essay check', length: '60', agenda: 'We read it together.', questions });
    await tutor.waitsFor('We read it together.');
    await tutor.presses('New template');
    await tutor.waitsFor('dialog: A template');
    await tutor.fills({ name: 'Study circle', length: '60', places: '2-4' });
    await tutor.waitsFor('group session, 2-4 places');

    if (learner.chat === 'slack') {
      await learner.types('/book');
      await learner.waitsFor('dialog: Book a session');
      await learner.fillsIn({ tutor: tutor.name, subject: 'Algebra' });
    } else {
      // Discord says no zone, and its dialog would ask for it in the place of the length.
      await learner.types('/timezone', { zone: 'Chicago' });
      await learner.waitsFor(/Chicago/);
      await learner.types('/book', { tutor: tutor.name });
      await learner.waitsFor('dialog: Book a session');
    }
    expect(learner.choices('length')).toContain('Essay check · 1 hour');
    expect(learner.choices('length')).not.toContain('Study circle · 1 hour');
    const subject = learner.chat === 'slack' ? {} : { subject: 'Algebra' };
    await learner.fills({ ...subject, length: 'Essay check · 1 hour', when: '2026-12-01 11:00', note: 'Thanks!' });
    await learner.waitsFor('would like to know a few things first');
    await learner.presses('Answer');
    await learner.waitsFor('dialog: Essay check');
    await learner.fills({ a0: 'Romanticism' });
    await learner.waitsFor(/hear from me|Is this right/);
    if (learner.sees('Is this right')) await learner.presses('Send the request');
    await tutor.waitsFor('What is it about? Romanticism');
    expect(tutor.sees(/Essay check\s+We read it together\./)).toBe(true);
    expect(tutor.sees('Thanks!')).toBe(true);

    await tutor.types('/teach', { what: 'templates' });
    await tutor.waitsFor('Your templates', 2);
    await tutor.presses('Open a group session');
    await tutor.waitsFor('dialog: Open a group session');
    expect(Object.values(tutor.dialog() ?? {})).toEqual(expect.arrayContaining(['Study circle', '2-4']));
    expect(pair.faults).toEqual([]);
  });
});
