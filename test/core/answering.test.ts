import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { usualAnswerMinutes } from '../../src/core/moderation/answering.ts';
import type { Opinion } from '../../src/core/outcome/feedback.ts';
import type { Claim } from '../../src/core/session/session.ts';
import { createStage, DAY, HOUR, MINUTE, START, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.drop());

const BOTH = ['moderation of discord', 'moderation of slack'];
const says = (claim: Claim, rating?: number): Opinion => ({
  claim,
  rating,
  comment: undefined,
  notes: undefined,
});

/** Days on which there is one session each. */
const on = (day: number) => new Date(START.getTime() + day * DAY);

describe('a tutor who does not answer', () => {
  const ignores = async (day: number) => {
    stage.moveTo(on(day));
    await stage.request(on(day + 3));
    await stage.tickAt(on(day + 2));
  };
  const isPaused = async () => (await stage.store.tutor(stage.theo.person.id))?.isPaused;

  test('is paused after three requests in a row, and they and the admins hear of it', async () => {
    await ignores(0);
    await ignores(4);
    expect(await isPaused()).toBe(false);
    await ignores(8);
    expect(await isPaused()).toBe(true);
    expect(await stage.owed('paused')).toEqual(['Theo']);
    expect(await stage.owed('tutor-paused')).toEqual(BOTH);
    await expect(stage.request(on(20))).rejects.toMatchObject({ code: 'tutor-paused' });
  });

  test('is not, where they have answered one in between, or done anything about it', async () => {
    await ignores(0);
    await ignores(4);
    stage.moveTo(on(8));
    const id = await stage.request(on(12));
    await stage.sessions.decline(stage.theo, id, 1, '');
    await ignores(13);
    await ignores(17);
    expect(await isPaused()).toBe(false);
    stage.moveTo(on(21));
    const other = await stage.request(on(26));
    await stage.sessions.propose(stage.theo, other, [on(27)]);
    await stage.tickAt(on(25));
    expect(await stage.stateOf(other)).toBe('expired');
    expect(await isPaused()).toBe(false);
  });

  test('what any tutor could have answered is nobody’s to ignore', async () => {
    for (const day of [0, 4, 8]) {
      stage.moveTo(on(day));
      const wish = { subject: 'Algebra', startsAt: on(day + 3), lengthMinutes: 60, note: '', tutor: undefined };
      await stage.sessions.request(stage.lena, wish);
      await stage.tickAt(on(day + 2));
    }
    expect(await isPaused()).toBe(false);
  });
});

test('how fast a tutor answers is the median of what they took, once there is enough of it to say', async () => {
  const usual = async () => {
    const tutor = await stage.store.tutor(stage.theo.person.id);
    return tutor && usualAnswerMinutes(tutor);
  };
  const answersAfter = async (day: number, minutes: number) => {
    stage.moveTo(on(day));
    const id = await stage.request(on(day + 1));
    stage.moveTo(on(day).getTime() + minutes * MINUTE);
    await stage.sessions.confirm(stage.theo, id, 1, 'jitsi');
  };
  await answersAfter(0, 10);
  await answersAfter(1, 300);
  expect(await usual()).toBeUndefined();
  await answersAfter(2, 40);
  expect(await usual()).toBe(40);
  // An admin who confirms for them is not them; what they let expire is.
  stage.moveTo(on(3));
  const id = await stage.request(on(4));
  await stage.sessions.confirm(stage.grace, id, 1, 'jitsi');
  stage.moveTo(on(5));
  await stage.request(on(9));
  await stage.tickAt(on(7));
  expect((await stage.store.tutor(stage.theo.person.id))?.answerMinutes).toEqual([48 * 60, 40, 300, 10]);
});

describe('what became of a session', () => {
  const over = async (day: number) => {
    stage.moveTo(on(day));
    const id = await stage.book(new Date(on(day).getTime() + HOUR));
    stage.moveTo(on(day).getTime() + 2 * HOUR);
    await stage.sessions.end(stage.theo, id);
    return id;
  };
  const missed = async (day: number, claim: Claim = 'learner-missing') => {
    const id = await over(day);
    await stage.feedback.give(stage.theo, id, says(claim));
    await stage.feedback.give(stage.lena, id, says(claim));
  };

  test('nobody said, and no platform saw: the admins decide, and everybody whom it concerns is told', async () => {
    const id = await over(1);
    await stage.tickAt(on(5));
    expect(await stage.outcomeOf(id)).toBe('unknown');
    expect(await stage.owed('disputed')).toEqual(BOTH);
    await expect(stage.feedback.decide(stage.theo, id, 'took-place')).rejects.toMatchObject({ code: 'only-admins' });
    await stage.feedback.decide(stage.grace, id, 'tutor-missing');
    expect(await stage.outcomeOf(id)).toBe('tutor-missing');
    expect(await stage.owed('decided')).toEqual(['Lena', 'Theo']);
    await expect(stage.feedback.decide(stage.grace, id, 'took-place')).rejects.toMatchObject({ code: 'changed' });
  });

  test('one word counts after three days without an objection, and the other has all of them', async () => {
    const id = await over(1);
    const endedAt = on(1).getTime() + 2 * HOUR;
    stage.moveTo(endedAt + 71 * HOUR);
    await stage.feedback.give(stage.lena, id, says('tutor-missing'));
    await stage.tickAt(endedAt + 72 * HOUR);
    expect(await stage.outcomeOf(id)).toBeUndefined();
    stage.moveTo(endedAt + 100 * HOUR);
    // The same word again is no other one.
    await stage.feedback.give(stage.lena, id, says('tutor-missing'));
    await stage.tickAt(endedAt + 143 * HOUR);
    expect(await stage.outcomeOf(id)).toBe('tutor-missing');
  });

  test('both say the same after all: it needs no admin any more', async () => {
    const id = await over(1);
    await stage.tickAt(on(5));
    await stage.feedback.give(stage.theo, id, says('took-place'));
    expect(await stage.outcomeOf(id)).toBe('unknown');
    await stage.feedback.give(stage.lena, id, says('took-place', 4));
    expect(await stage.outcomeOf(id)).toBe('took-place');
  });

  test('three absences in 60 days are told to the admins, of a learner and of a tutor', async () => {
    await missed(1);
    await missed(2);
    await missed(3, 'tutor-missing');
    expect(await stage.owed('no-shows')).toEqual([]);
    // The first two are too long ago by then.
    await missed(63);
    expect(await stage.owed('no-shows')).toEqual([]);
    await missed(64);
    await missed(65);
    expect(await stage.owed('no-shows')).toEqual(BOTH);
    await missed(66);
    expect(await stage.owed('no-shows')).toEqual(BOTH);
  });

  test('a rating of two stars or less comes to the admins, once for each who gave one', async () => {
    const id = await over(1);
    await stage.feedback.give(stage.lena, id, says('took-place', 3));
    expect(await stage.owed('low-rating')).toEqual([]);
    await stage.feedback.give(stage.lena, id, says('took-place', 2));
    await stage.feedback.give(stage.lena, id, says('took-place', 1));
    expect(await stage.owed('low-rating')).toEqual(BOTH);
    await stage.feedback.give(stage.theo, id, says('took-place', 1));
    expect(await stage.owed('low-rating')).toHaveLength(4);
  });
});
