import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('two people set themselves goals and next steps, are reminded once, tick them off, and both note down what was', async () => {
    pair = await meet({ env: { WHITEBOARD_URL: 'https://board.example/#room={room},{key}' } });
    const { learner, tutor, app } = pair;
    await books(learner, tutor.name);
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: ');
    await pair.settled();
    const boards = (human: Pair['learner']) =>
      human.reads().match(/https:\/\/board\.example\/#room=[0-9a-f]{20},[\w-]{22}/)?.[0];
    expect(boards(learner)).toBeDefined();
    expect(boards(tutor)).toBe(boards(learner));

    await learner.presses('Goals and next steps');
    await learner.waitsFor('Nothing yet.');
    await learner.presses('Add one');
    await learner.waitsFor('dialog: Goal or next step');
    await learner.fills({ kind: 'A goal: what it’s all for', text: 'Pass the exam in June' });
    await learner.waitsFor('Pass the exam in June');
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    const start = session?.startsAt.getTime() ?? 0;
    await pair.moveTo(start);
    await tutor.presses('Join');
    await tutor.waitsFor('Goals: • Pass the exam in June');
    await tutor.presses('End the session');
    await tutor.waitsFor('Yes, end it');
    await tutor.presses('Yes, end it');
    await learner.waitsFor('how was');
    await pair.settled();

    // After it the tutor says what is to be done, and it stands on the next request.
    await tutor.presses('Goals and next steps');
    await tutor.waitsFor('Add one');
    await tutor.presses('Add one');
    await tutor.waitsFor('dialog: Goal or next step');
    await tutor.fills({ text: 'Exercises 3 to 7' });
    await tutor.waitsFor('Exercises 3 to 7');
    await books(learner, tutor.name, '2026-12-20 17:00');
    await tutor.waitsFor('asks you for a session');
    expect(tutor.sees(/Goals: • Pass the exam in June/)).toBe(true);
    expect(tutor.sees(/Next steps: • Exercises 3 to 7/)).toBe(true);
    await learner.waitsFor(/Your request is out[\s\S]*Next steps: • Exercises 3 to 7/);

    // Both note down what they want to keep.
    const past = session?.id ?? '';
    for (const [human, text] of [
      [learner, 'Ask about roots'],
      [tutor, 'Quick with signs'],
    ] as const)
      await app.reception.run(await pair.actor(human), 'note', { session: past, text });
    await pair.settled();
    await learner.types('/sessions', { which: 'past' });
    await learner.waitsFor('Tutor’s notes: Quick with signs');
    await tutor.types('/sessions', { which: 'past' });
    await tutor.waitsFor(`Notes of ${learner.name}: Ask about roots`);
    expect(boards(tutor)).toBeDefined();

    // A week later the learner is reminded, once, and ticks it off.
    await pair.moveTo(start + 8 * DAY);
    await learner.waitsFor('What you wanted to have done');
    await learner.presses('Done');
    await learner.waitsFor('Done: Exercises 3 to 7');
    await pair.moveTo(start + 9 * DAY);
    expect(learner.messages().filter((one) => one.includes('What you wanted to have done'))).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });
});
