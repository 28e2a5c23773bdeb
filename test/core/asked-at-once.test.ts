import { afterEach, describe, expect, test } from 'vitest';
import type { Rules } from '../../src/core/calendar/hours.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { databaseKinds } from '../database.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

const AT_ONCE = 20;

let stage: Stage;
afterEach(() => stage.drop());

/** Theo keeps these rules. */
async function withRules(rules: Partial<Rules>): Promise<void> {
  const { store, theo } = stage;
  await store.transaction(async (tx) => {
    const offer = await tx.lockTutor(theo.person.id);
    if (offer) await tx.saveAvailability(theo.person.id, { ...offer, rules: { ...offer.rules, ...rules } });
  });
}

/** So many learners press Send at the same moment, each for another hour of one day. */
async function askAtOnce(ask: (nr: number, startsAt: Date) => Promise<unknown>): Promise<readonly string[]> {
  const morning = START.getTime() + DAY - 6 * HOUR;
  const presses = Array.from({ length: AT_ONCE }, (_, nr) => ask(nr, new Date(morning + nr * HOUR)));
  return (await Promise.allSettled(presses)).map((answer) => {
    if (answer.status === 'fulfilled') return 'sent';
    return answer.reason instanceof Refusal ? answer.reason.code : String(answer.reason);
  });
}

async function learners() {
  const { meet, sessions, series, theo } = stage;
  const all = await Promise.all(Array.from({ length: AT_ONCE }, (_, nr) => meet(`Learner ${String(nr)}`)));
  const learner = (nr: number) => all[nr] ?? stage.lena;
  const wish = { tutor: theo.person.id, subject: 'Algebra', lengthMinutes: 60, note: '' };
  return {
    one: (nr: number, startsAt: Date) => sessions.request(learner(nr), { ...wish, startsAt }),
    weekly: (nr: number, startsAt: Date) =>
      series.request(learner(nr), {
        ...{ ...wish, startsAt, zone: 'UTC', skips: [], moves: new Map() },
        repeat: { every: 'week', end: { times: 3 } },
      }),
  };
}

describe.each(databaseKinds)('%s', (kind) => {
  test('a tutor has no more sessions a day than they want, however many ask at once', async () => {
    stage = await createStage(kind);
    await withRules({ mostADay: 2 });
    const { one } = await learners();
    const answers = await askAtOnce(one);
    expect(answers.filter((answer) => answer === 'sent')).toHaveLength(2);
    expect(new Set(answers)).toEqual(new Set(['sent', 'tutor-full']));
  });

  test('nor more a week, where what is asked for repeats', async () => {
    stage = await createStage(kind);
    await withRules({ mostAWeek: 2 });
    const { weekly } = await learners();
    const answers = await askAtOnce(weekly);
    expect(answers.filter((answer) => answer === 'sent')).toHaveLength(2);
    expect(new Set(answers)).toEqual(new Set(['sent', 'series-taken']));
  });

  test('nor less time between two of them', async () => {
    stage = await createStage(kind);
    await withRules({ beforeMinutes: 60, afterMinutes: 60 });
    const { one } = await learners();
    const answers = await askAtOnce(one);
    expect(new Set(answers)).toEqual(new Set(['sent', 'tutor-busy']));
    const starts = (await stage.store.sessions({ person: stage.theo.person.id })).map((one) => one.startsAt.getTime());
    const gaps = starts.toSorted((a, b) => a - b).map((start, nr, all) => start - (all[nr - 1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2 * HOUR);
  });

  test('nor more than they want of what any tutor was asked for, however many they confirm at once', async () => {
    stage = await createStage(kind);
    const { meet, sessions, theo } = stage;
    const wish = { tutor: undefined, subject: 'Algebra', lengthMinutes: 60, note: '' };
    const morning = START.getTime() + DAY - 6 * HOUR;
    const ids = await Promise.all(
      Array.from({ length: 5 }, async (_, nr) => {
        const learner = await meet(`Learner ${String(nr)}`);
        return (await sessions.request(learner, { ...wish, startsAt: new Date(morning + 2 * nr * HOUR) })).id;
      }),
    );
    const confirmed = async () => {
      const answers = await Promise.allSettled(ids.map((id) => sessions.confirm(theo, id, 1, 'jitsi')));
      return answers.map((answer) => (answer.status === 'fulfilled' ? 'taken' : (answer.reason as Refusal).code));
    };
    await withRules({ mostADay: 2 });
    expect((await confirmed()).toSorted()).toEqual([...Array(2).fill('taken'), ...Array(3).fill('you-are-full')]);
    await withRules({ mostADay: 3 });
    expect((await confirmed()).filter((answer) => answer === 'taken')).toHaveLength(1);
    await withRules({ mostADay: undefined, beforeMinutes: 90 });
    expect(await confirmed()).toContain('you-are-too-close');
  });

  test('nor when admins hand them more at the same moment', async () => {
    stage = await createStage(kind);
    const { book, sessions, store, ada, grace } = stage;
    const morning = START.getTime() + DAY;
    const ids = [await book(new Date(morning)), await book(new Date(morning + 3 * HOUR))];
    await store.transaction(async (tx) => {
      const offer = await tx.lockTutor(ada.person.id);
      if (offer) await tx.saveAvailability(ada.person.id, { ...offer, rules: { ...offer.rules, mostADay: 1 } });
    });
    const answers = await Promise.allSettled(ids.map((id) => sessions.handTo(grace, id, ada.person.id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    // Who has as much as they want is not offered any more.
    const [left] = (await store.sessions({ states: ['confirmed'] })).map((one) => one);
    await expect(left && sessions.whoElse(grace, left)).rejects.toMatchObject({ code: 'nobody-free' });
  });
});
