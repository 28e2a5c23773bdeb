import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Opinion } from '../../src/core/outcome/feedback.ts';
import { isSettled } from '../../src/core/outcome/outcome.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { isAgreed } from '../../src/core/session/recording.ts';
import { type Claim, learners, type Session } from '../../src/core/session/session.ts';
import { shouldStart } from '../../src/core/session/sessions.ts';
import { standing } from '../../src/core/session/standing.ts';
import { newParticipant } from '../../src/core/session/steps.ts';
import { someParticipant, someSession } from '../store/some.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

const STARTS_AT = new Date(START.getTime() + 3 * HOUR);
const ENDED_AT = STARTS_AT.getTime() + HOUR;

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.drop());

const said = (claim: Claim, more: Partial<Opinion> = {}): Opinion => ({
  claim,
  rating: undefined,
  comment: undefined,
  notes: undefined,
  ...more,
});

describe('a session of three learners', () => {
  /** Lena asked for it, Ada and Grace came along, and Theo has ended it. */
  async function over(): Promise<string> {
    const id = await stage.book(STARTS_AT);
    await stage.database.sql('UPDATE session SET capacity = 3 WHERE id = $1', id);
    for (const { person } of [stage.ada, stage.grace])
      await stage.store.transaction((tx) => tx.addParticipant(id, newParticipant(person.id, 'learner')));
    stage.moveTo(ENDED_AT);
    await stage.sessions.end(stage.theo, id);
    return id;
  }

  async function read(id: string): Promise<Session> {
    const session = await stage.store.session(id);
    if (!session) throw new Error('there is no session');
    return session;
  }

  /** What became of it for Lena, Ada and Grace. */
  const outcomes = async (id: string) => learners(await read(id)).map((one) => one.outcome);
  const stands = async (id: string, { person }: Actor) => standing(await read(id), person.id);

  test('asks everybody how it was', async () => {
    await over();
    expect(await stage.owed('feedback')).toEqual(['Ada', 'Grace', 'Lena', 'Theo']);
  });

  test('has an outcome for each: one agrees, one disputes, and for the silent one the tutor’s word counts', async () => {
    const id = await over();
    await stage.feedback.give(stage.lena, id, said('took-place', { rating: 5 }));
    await stage.feedback.give(stage.ada, id, said('tutor-missing'));
    expect(await outcomes(id)).toEqual([undefined, undefined, undefined]);
    await stage.feedback.give(stage.theo, id, said('took-place'));
    expect(await outcomes(id)).toEqual(['took-place', 'disputed', undefined]);
    expect(await stands(id, stage.lena)).toBe('took-place');
    expect(await stands(id, stage.grace)).toBe('ended');
    expect(await stands(id, stage.theo)).toBe('ended');
    expect(isSettled(await read(id))).toBe(false);
    await stage.tickAt(ENDED_AT + 3 * DAY);
    expect(await outcomes(id)).toEqual(['took-place', 'disputed', 'took-place']);
    expect(isSettled(await read(id))).toBe(true);
    expect(await stands(id, stage.theo)).toBe('disputed');
    expect((await read(id)).state).toBe('ended');
  });

  test('the tutor can say that one of them was missing, and take it back', async () => {
    const id = await over();
    const isMissing = said('took-place', { missing: [stage.ada.person.id] });
    await stage.feedback.give(stage.theo, id, isMissing);
    await stage.feedback.give(stage.theo, id, said('took-place'));
    await stage.feedback.give(stage.theo, id, isMissing);
    await stage.feedback.give(stage.lena, id, said('took-place', { rating: 4 }));
    await stage.feedback.give(stage.ada, id, said('learner-missing'));
    await stage.feedback.give(stage.grace, id, said('took-place', { rating: 2 }));
    expect(await outcomes(id)).toEqual(['took-place', 'learner-missing', 'took-place']);
    expect(await stands(id, stage.theo)).toBe('took-place');
    expect(await stage.store.tutor(stage.theo.person.id)).toMatchObject({ ratingSum: 6, ratingCount: 2 });
  });

  test('the rating of one who does not agree with the tutor is taken back, the others count', async () => {
    const id = await over();
    await stage.feedback.give(stage.lena, id, said('took-place', { rating: 1 }));
    await stage.feedback.give(stage.ada, id, said('took-place', { rating: 5 }));
    expect(await stage.store.tutor(stage.theo.person.id)).toMatchObject({ ratingSum: 6, ratingCount: 2 });
    await stage.feedback.give(stage.theo, id, said('took-place', { missing: [stage.lena.person.id] }));
    expect(await outcomes(id)).toEqual(['disputed', 'took-place', undefined]);
    expect(await stage.store.tutor(stage.theo.person.id)).toMatchObject({ ratingSum: 5, ratingCount: 1 });
  });

  test('the silent are asked once more, while somebody has no outcome', async () => {
    const id = await over();
    await stage.feedback.give(stage.theo, id, said('took-place'));
    await stage.feedback.give(stage.lena, id, said('took-place'));
    await stage.tickAt(ENDED_AT + DAY);
    expect(await stage.owed('rate-nudge')).toEqual(['Ada', 'Grace']);
  });

  test('nobody says anything: nobody knows', async () => {
    const id = await over();
    await stage.tickAt(ENDED_AT + 3 * DAY);
    expect(await outcomes(id)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});

describe('who is there, and who agrees', () => {
  const isThere = { joinedAt: STARTS_AT };
  const tutor = someParticipant('theo', 'tutor');
  const [lena, mia] = [someParticipant('lena', 'learner'), someParticipant('mia', 'learner')];
  const confirmed = (participants: Session['participants']) =>
    someSession('lena', 'theo', { state: 'confirmed', startsAt: STARTS_AT, participants });

  test('it starts when the tutor and one learner are there', () => {
    const starts = (...participants: Session['participants']) => shouldStart(confirmed(participants), STARTS_AT);
    expect(starts({ ...tutor, ...isThere }, { ...lena, ...isThere }, mia)).toBe(true);
    expect(starts({ ...tutor, ...isThere }, lena, mia)).toBe(false);
    expect(starts(tutor, { ...lena, ...isThere }, { ...mia, ...isThere })).toBe(false);
    expect(starts({ ...tutor, ...isThere })).toBe(false);
  });

  test('it is recorded when everybody agrees', () => {
    const agrees = { agreesToRecording: true };
    expect(isAgreed({ participants: [{ ...tutor, ...agrees }, { ...lena, ...agrees }, mia] })).toBe(false);
    expect(isAgreed({ participants: [tutor, lena, mia].map((one) => ({ ...one, ...agrees })) })).toBe(true);
    expect(isAgreed({ participants: [{ ...tutor, ...agrees }] })).toBe(false);
  });
});

describe('a session to which no learner has come yet', () => {
  /** Theo offers an hour. */
  async function offered(): Promise<string> {
    const theo = stage.theo.person.id;
    const session = someSession('', theo, {
      state: 'confirmed',
      startsAt: STARTS_AT,
      endsAt: new Date(ENDED_AT),
      confirmedAt: START,
      participants: [someParticipant(theo, 'tutor')],
    });
    await stage.store.transaction((tx) => tx.addSession(session));
    return session.id;
  }

  test('reminds its tutor, ends, asks nobody, and has nothing to settle', async () => {
    const id = await offered();
    await stage.tickAt(STARTS_AT.getTime() - 10 * 60_000);
    expect(await stage.owed('reminder')).toEqual(['Theo']);
    for (const days of [0.1, 1, 3]) await stage.tickAt(ENDED_AT + days * DAY);
    const session = await stage.store.session(id);
    expect(session).toMatchObject({ state: 'ended' });
    expect(session && isSettled(session)).toBe(true);
    expect(session && standing(session, stage.theo.person.id)).toBe('ended');
    expect([...(await stage.owed('feedback')), ...(await stage.owed('rate-nudge'))]).toEqual([]);
  });

  test('can be cancelled, and nobody else has to know', async () => {
    const id = await offered();
    await stage.sessions.cancel(stage.theo, id, 'Ill.');
    expect(await stage.stateOf(id)).toBe('cancelled');
    expect(await stage.owed('cancelled')).toEqual([]);
  });
});
