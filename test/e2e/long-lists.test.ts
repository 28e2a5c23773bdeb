import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

/** What chats write with marks in it takes more room than it seems to. */
const long = (characters: number) => '(a_1 * b_2) '.repeat(characters / 12);

/** Presses “More” in the newest message until there is no more, and gives all that was on the way. */
async function readsOn(pair: Pair, human: Human, title: string): Promise<string> {
  const pages = [];
  for (;;) {
    await pair.settled();
    pages.push(human.messages().findLast((one) => one.includes(title)) ?? '');
    if (!human.buttonsOf(title).includes('More')) return pages.join('\n');
    expect(pages.length).toBeLessThan(20);
    await human.presses('More');
  }
}

/** Presses it, and fills in the dialog that opens. */
async function adds(pair: Pair, human: Human, button: string, values: Readonly<Record<string, string>>): Promise<void> {
  await human.presses(button);
  await human.waitsFor('dialog: ');
  await human.fills(values);
  await pair.settled();
}

const numbers = Array.from({ length: 9 }, (_, index) => `Number ${String(index + 1)}:`);
const SUBJECTS = `Algebra, ${numbers.map((one) => `${one} ${'everything about it '.repeat(2)}`).join(', ')}`;
const missingIn = (text: string) => numbers.filter((one) => !text.includes(one));

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('however long the entries of a list are, its pages show all of them, and what can be added can be added', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: ');
    await pair.settled();

    for (const one of numbers) await adds(pair, learner, 'Message', { text: `${one} ${long(1400)}` });
    await learner.presses('Earlier messages');
    expect(missingIn(await readsOn(pair, learner, 'Messages: '))).toEqual([]);
    expect(learner.buttonsOf('Messages: ')).toContain('Message');

    await tutor.presses('Goals and next steps');
    await tutor.waitsFor('Nothing yet.');
    for (const one of numbers) await adds(pair, tutor, 'Add one', { text: one });
    expect(tutor.buttonsOf('Number 1:')).toContain('Add one');
    expect(missingIn(await readsOn(pair, tutor, 'Goals and next steps'))).toEqual([]);

    await tutor.types('/teach', { what: 'templates' });
    await tutor.waitsFor('A template is a kind of session');
    for (const name of numbers) await adds(pair, tutor, 'New template', { name, agenda: long(480) });
    expect(missingIn(await readsOn(pair, tutor, 'Your templates'))).toEqual([]);
    expect(pair.faults).toEqual([]);
  });

  test('what both have written about a session is read whole, however much it is', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await books(learner, tutor.name, undefined, { note: `${'word '.repeat(390)}The note’s last word.` });
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: ');
    await pair.settled();
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    await pair.moveTo(session?.startsAt ?? '');
    await tutor.presses('Join');
    await tutor.waitsFor('End the session');
    await tutor.presses('End the session');
    await tutor.waitsFor('Yes, end it');
    await tutor.presses('Yes, end it');
    await learner.waitsFor('how was');
    await pair.settled();
    await tutor.presses('Rate the session');
    await tutor.waitsFor('dialog: ');
    await tutor.fills({ notes: `${'word '.repeat(390)}The tutor’s last word.` });
    await pair.settled();
    await learner.presses('Read the whole note');
    const read = await readsOn(pair, learner, 'word word word');
    expect(read).toContain('The note’s last word.');
    expect(read).toContain('The tutor’s last word.');
    expect(pair.faults).toEqual([]);
  });

  test('everybody who teaches is in the list of tutors, however much they write about themselves', async () => {
    pair = await meet({ crowd: 9 });
    const { learner, admin, crowd } = pair;
    for (const one of crowd) {
      await one.types('/teach');
      await one.waitsFor('dialog: ');
      await one.fills({ subjects: SUBJECTS, bio: long(480), zone: 'Berlin' });
    }
    await pair.settled();
    while (admin.buttons().includes('Approve')) {
      await admin.presses('Approve');
      await pair.settled();
    }
    await learner.types('/tutors');
    const seen = await readsOn(pair, learner, 'Tutors');
    await admin.types('/tutoring tutors');
    const all = await readsOn(pair, admin, 'All tutors');
    const names = crowd.map(({ name }) => name);
    expect(names.filter((name) => !all.includes(name))).toEqual([]);
    expect(names.filter((name) => !seen.includes(name))).toEqual([]);
    expect(pair.faults).toEqual([]);
  });

  test('whoever says only that they want to cancel is asked which one, of all that are ahead', async () => {
    pair = await meet();
    const { learner } = pair;
    const hour = learner.chat === 'slack' ? '17:00' : '10:00';
    const tutors = ['Theo Park', 'Ada Obi', 'Jonas Weber', 'Camila Rojas', 'Theo Park'];
    for (const [at, tutor] of tutors.entries()) {
      await books(learner, tutor, `2026-12-0${String([1, 2, 3, 4, 7][at])} ${hour}`);
      await pair.settled();
    }
    await learner.says('cancel');
    const all = await readsOn(pair, learner, 'Which one do you want to cancel?');
    for (const name of new Set(tutors)) expect(all).toContain(name);
    expect(all.match(/waiting for an answer/g)).toHaveLength(tutors.length);
    await pair.settled();
    await learner.presses('Back');
  });
});
