import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMENT_MOST, TUTOR_NOTES_MOST } from '../../src/core/limits.ts';
import type { Opinion } from '../../src/core/outcome/feedback.ts';
import { agreed } from '../../src/core/outcome/outcome.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { type Actor, averageRating } from '../../src/core/people/person.ts';
import type { Claim, Outcome, Session } from '../../src/core/session/session.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

const TABLE: readonly [Claim | undefined, Claim | undefined, Outcome | undefined][] = [
  ['took-place', 'took-place', 'took-place'],
  ['learner-missing', 'learner-missing', 'learner-missing'],
  ['tutor-missing', 'tutor-missing', 'tutor-missing'],
  ['took-place', 'learner-missing', 'disputed'],
  ['took-place', 'tutor-missing', 'disputed'],
  ['tutor-missing', 'learner-missing', 'disputed'],
  ['took-place', undefined, undefined],
  ['tutor-missing', undefined, undefined],
  [undefined, undefined, undefined],
];

describe('the outcome', () => {
  test.each(TABLE)('of "%s" and "%s" is %s', (one, other, outcome) => {
    expect(agreed({ tutor: one, learner: other })).toBe(outcome);
    expect(agreed({ tutor: other, learner: one })).toBe(outcome);
  });
});

function opinion(rating?: number, more: Partial<Opinion> = {}): Opinion {
  return { claim: 'took-place', rating, comment: undefined, notes: undefined, ...more };
}

describe('feedback', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await createStage();
  });
  afterEach(() => stage.drop());

  const STARTS_AT = new Date(START.getTime() + 3 * HOUR);
  const ENDED_AT = STARTS_AT.getTime() + HOUR;

  /** A session that has just been ended by its tutor. */
  async function over(startsAt = STARTS_AT): Promise<string> {
    const id = await stage.book(startsAt);
    stage.moveTo(startsAt.getTime() + HOUR);
    await stage.sessions.end(stage.theo, id);
    return id;
  }

  async function averageOfTheo() {
    const tutor = await stage.store.tutor(stage.theo.person.id);
    return tutor && { average: averageRating(tutor), count: tutor.ratingCount };
  }

  const give = (by: Actor, id: string, said: Opinion) => stage.feedback.give(by, id, said);

  test('the tutor’s average follows every rating, and every change of one', async () => {
    const [first, second] = [await over(), await over(new Date(STARTS_AT.getTime() + DAY))];
    expect(await averageOfTheo()).toEqual({ average: undefined, count: 0 });
    await give(stage.lena, first, opinion(2));
    await give(stage.lena, second, opinion(5));
    expect(await averageOfTheo()).toEqual({ average: 3.5, count: 2 });
    await give(stage.lena, first, opinion(4));
    expect(await averageOfTheo()).toEqual({ average: 4.5, count: 2 });
    await give(stage.lena, first, opinion(4, { comment: 'The same again.' }));
    expect(await averageOfTheo()).toEqual({ average: 4.5, count: 2 });
    await give(stage.lena, first, opinion(undefined, { claim: 'tutor-missing' }));
    expect(await averageOfTheo()).toEqual({ average: 5, count: 1 });
  });

  test('two changes at the same moment count once', async () => {
    const id = await over();
    await Promise.all([1, 3, 5].map((rating) => give(stage.lena, id, opinion(rating))));
    const mine = (await stage.store.session(id))?.participants[0]?.rating;
    expect(await averageOfTheo()).toEqual({ average: mine, count: 1 });
  });

  test('what the tutor thinks of the learner is no rating of the tutor', async () => {
    const id = await over();
    await give(stage.theo, id, opinion(1));
    expect(await averageOfTheo()).toEqual({ average: undefined, count: 0 });
    expect((await stage.store.session(id))?.participants.map((one) => one.rating)).toEqual([undefined, 1]);
  });

  test('a rating can be changed for a week after the end, to the minute', async () => {
    const id = await over();
    await give(stage.lena, id, opinion(3));
    stage.moveTo(ENDED_AT + 7 * DAY);
    await give(stage.lena, id, opinion(4));
    stage.moveTo(ENDED_AT + 7 * DAY + 1);
    await expect(give(stage.lena, id, opinion(1))).rejects.toMatchObject({ code: 'rating-closed' });
    expect(await averageOfTheo()).toEqual({ average: 4, count: 1 });
  });

  test('the tutor’s notes stay while the learner speaks, and the tutor can change them', async () => {
    const id = await over();
    await give(stage.theo, id, opinion(undefined, { notes: 'Practise factoring.' }));
    const heard = await give(stage.lena, id, opinion(5, { comment: 'Clear.', notes: 'Not mine to write.' }));
    expect(heard.tutorNotes).toBe('Practise factoring.');
    expect((await give(stage.theo, id, opinion(undefined, { notes: 'Page 12.' }))).tutorNotes).toBe('Page 12.');
    expect((await give(stage.theo, id, opinion())).tutorNotes).toBeUndefined();
  });

  test('when both have spoken the learner has an outcome, and it stays', async () => {
    const id = await over();
    const outcomes = (session: Session) => session.participants.map((one) => one.outcome);
    expect(outcomes(await give(stage.theo, id, opinion()))).toEqual([undefined, undefined]);
    expect(outcomes(await give(stage.lena, id, opinion(5)))).toEqual(['took-place', undefined]);
    const changed = await give(stage.lena, id, opinion(undefined, { claim: 'tutor-missing' }));
    expect(outcomes(changed)).toEqual(['took-place', undefined]);
    expect(changed.state).toBe('ended');
  });

  test('a rating counts as long as nobody says that the two did not meet', async () => {
    const id = await over();
    await give(stage.lena, id, opinion(1));
    expect(await averageOfTheo()).toEqual({ average: 1, count: 1 });
    await give(stage.theo, id, opinion(undefined, { claim: 'learner-missing' }));
    expect(await averageOfTheo()).toEqual({ average: undefined, count: 0 });
    await give(stage.lena, id, opinion(2));
    expect(await averageOfTheo()).toEqual({ average: undefined, count: 0 });
  });

  test('two who say different things at the same moment are in dispute, once', async () => {
    const id = await over();
    await Promise.all([
      give(stage.theo, id, opinion(undefined, { claim: 'learner-missing' })),
      give(stage.lena, id, opinion(undefined, { claim: 'tutor-missing' })),
    ]);
    expect(await stage.outcomeOf(id)).toBe('disputed');
    const audit = await stage.store.auditOf(sessionSubject(id));
    expect(audit.map(({ event }) => event)).toEqual(['request', 'confirm', 'end', 'feedback', 'feedback', 'outcome']);
  });

  test.each([
    ['not-a-rating', 'rating', opinion(0)],
    ['not-a-rating', 'rating', opinion(6)],
    ['not-a-rating', 'rating', opinion(4.5)],
    ['not-a-rating', 'rating', opinion(Number.NaN)],
    ['too-long', 'comment', opinion(5, { comment: 'x'.repeat(COMMENT_MOST + 1) })],
    ['too-long', 'notes', opinion(5, { notes: 'x'.repeat(TUTOR_NOTES_MOST + 1) })],
  ] as const)('is refused as %s at the field %s, and nothing is kept', async (code, field, said) => {
    const id = await over();
    const before = await stage.store.session(id);
    await expect(give(stage.lena, id, said)).rejects.toMatchObject({ code, field });
    expect(await stage.store.session(id)).toEqual(before);
    expect(await averageOfTheo()).toEqual({ average: undefined, count: 0 });
  });

  test('is for those who were in the session, and for after its end', async () => {
    const id = await stage.book(STARTS_AT);
    await expect(give(stage.lena, id, opinion(5))).rejects.toMatchObject({ code: 'moved-on' });
    stage.moveTo(ENDED_AT);
    await stage.sessions.end(stage.lena, id);
    await expect(give(stage.grace, id, opinion(5))).rejects.toMatchObject({ code: 'not-yours' });
    await expect(give(stage.ada, id, opinion(5))).rejects.toMatchObject({ code: 'no-such-session' });
    await expect(give(stage.lena, 'no such id', opinion(5))).rejects.toMatchObject({ code: 'no-such-session' });
  });
});
