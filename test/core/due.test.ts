import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEEDS } from '../../src/core/owing/deeds.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Actor } from '../../src/core/people/person.ts';
import type { Claim } from '../../src/core/session/session.ts';
import { followUsualLeads } from '../../src/store/alarm.ts';
import { SILENT } from '../jobs/with-jobs.ts';
import { createStage, DAY, HOUR, MINUTE, START, type Stage } from './stage.ts';

const later = (milliseconds: number, from: Date | number = START) => new Date(new Date(from).getTime() + milliseconds);

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.drop());

const STARTS_AT = later(4 * DAY);

describe('a request that nobody answers', () => {
  test('is brought to mind after 12 hours, and told to every moderation channel after 24, once', async () => {
    await stage.request(STARTS_AT);
    await stage.tickAt(later(12 * HOUR - 1));
    expect(await stage.owed('nudge')).toEqual([]);
    await stage.tickAt(later(12 * HOUR));
    expect(await stage.owed('nudge')).toEqual(['Theo']);
    await stage.tickAt(later(24 * HOUR - 1));
    expect(await stage.owed('unanswered')).toEqual([]);
    await stage.tickAt(later(24 * HOUR));
    expect(await stage.owed('unanswered')).toEqual(['moderation of discord', 'moderation of slack']);
    await stage.tickAt(later(25 * HOUR));
    expect(await stage.owed('nudge')).toEqual(['Theo']);
    expect(await stage.owed('unanswered')).toHaveLength(2);
  });

  test('is not told when it was answered in time', async () => {
    await stage.book(STARTS_AT);
    await stage.tickAt(later(24 * HOUR));
    expect(await stage.owed('nudge')).toEqual([]);
    expect(await stage.owed('unanswered')).toEqual([]);
  });

  test('expires after 48 hours, and its learner hears of it', async () => {
    const id = await stage.request(STARTS_AT);
    await stage.tickAt(later(48 * HOUR - 1));
    expect(await stage.stateOf(id)).toBe('requested');
    await stage.tickAt(later(48 * HOUR));
    expect(await stage.stateOf(id)).toBe('expired');
    expect(await stage.owed('expired')).toEqual(['Lena']);
    // The time is free again.
    await stage.request(STARTS_AT);
  });

  test('expires at its start when that comes first', async () => {
    const id = await stage.request(later(2 * HOUR));
    await stage.tickAt(later(2 * HOUR - 1));
    expect(await stage.stateOf(id)).toBe('requested');
    await stage.tickAt(later(2 * HOUR));
    expect(await stage.stateOf(id)).toBe('expired');
  });

  test('expires without any alarm when the bot was away all the time', async () => {
    const id = await stage.request(STARTS_AT);
    await stage.tickAt(later(10 * DAY));
    expect(await stage.stateOf(id)).toBe('expired');
    expect(await stage.owed('unanswered')).toEqual([]);
  });

  test('of any tutor expires too', async () => {
    const id = await stage.request(STARTS_AT, 'any');
    await stage.tickAt(later(48 * HOUR));
    expect(await stage.stateOf(id)).toBe('expired');
  });
});

describe('reminders', () => {
  test('come at each lead, once for each person', async () => {
    await stage.book(STARTS_AT);
    for (const minutes of [24 * 60 + 1, 24 * 60, 24 * 60 - 1, 60, 59, 10, 9, 0, -4])
      await stage.tickAt(later(-minutes * MINUTE, STARTS_AT));
    expect(await stage.owed('reminder')).toEqual(['Lena', 'Lena', 'Lena', 'Theo', 'Theo', 'Theo']);
  });

  test('that were missed come as one', async () => {
    await stage.book(STARTS_AT);
    await stage.tickAt(later(-3 * MINUTE, STARTS_AT));
    await stage.tickAt(later(-2 * MINUTE, STARTS_AT));
    expect(await stage.owed('reminder')).toEqual(['Lena', 'Theo']);
  });

  test('are none for a session that was cancelled, or that is long under way', async () => {
    const id = await stage.book(STARTS_AT);
    await stage.book(later(DAY, STARTS_AT));
    stage.moveTo(later(-2 * DAY, STARTS_AT));
    await stage.sessions.cancel(stage.lena, id, 'Ill.');
    await stage.tickAt(later(-10 * MINUTE, STARTS_AT));
    expect(await stage.owed('reminder')).toEqual([]);
    await stage.tickAt(later(DAY + 6 * MINUTE, STARTS_AT));
    expect(await stage.owed('reminder')).toEqual([]);
  });

  test('follow what each person has chosen', async () => {
    await stage.store.transaction((tx) => tx.changePerson(stage.lena.person.id, { reminderLeads: [7 * 24 * 60] }));
    await stage.store.transaction((tx) => tx.changePerson(stage.theo.person.id, { reminderLeads: [] }));
    await stage.book(later(8 * DAY));
    await stage.tickAt(later(DAY - MINUTE));
    expect(await stage.owed('reminder')).toEqual([]);
    await stage.tickAt(later(DAY));
    await stage.tickAt(later(8 * DAY - 10 * MINUTE));
    expect(await stage.owed('reminder')).toEqual(['Lena']);
  });
});

describe('reminders, while everything changes,', () => {
  const setLeads = (by: Actor, reminderLeads: readonly number[]) =>
    stage.store.transaction((tx) => tx.changePerson(by.person.id, { reminderLeads }));

  test('are not lost by a step between their instant and the tick', async () => {
    const id = await stage.book(STARTS_AT);
    stage.moveTo(later(-HOUR, STARTS_AT));
    await stage.store.transaction((tx) => tx.changeParticipant(id, stage.lena.person.id, { agreesToRecording: true }));
    await stage.store.transaction((tx) => tx.annotateSession(id, { meetingDueAt: STARTS_AT }));
    await stage.tickAt(later(-59 * MINUTE, STARTS_AT));
    expect(await stage.owed('reminder')).toEqual(['Lena', 'Theo']);
  });

  test('follow leads that are chosen after the confirmation, be they earlier, later or none', async () => {
    await stage.book(STARTS_AT);
    await setLeads(stage.lena, [2 * 24 * 60]);
    await setLeads(stage.theo, [5]);
    await stage.tickAt(later(-2 * DAY - 1, STARTS_AT));
    expect(await stage.owed('reminder')).toEqual([]);
    await stage.tickAt(later(-2 * DAY, STARTS_AT));
    expect(await stage.owed('reminder')).toEqual(['Lena']);
    await setLeads(stage.lena, []);
    await stage.tickAt(later(-6 * MINUTE, STARTS_AT));
    expect(await stage.owed('reminder')).toEqual(['Lena']);
    await stage.tickAt(later(-5 * MINUTE, STARTS_AT));
    expect(await stage.owed('reminder')).toEqual(['Lena', 'Theo']);
  });

  test('follow the leads of the settings from the next start on', async () => {
    await setLeads(stage.theo, []);
    await stage.book(STARTS_AT);
    const usual = [3 * 60];
    await followUsualLeads(stage.database.sql, usual);
    const restarted = stage.another({ reminderLeads: usual });
    stage.moveTo(later(-3 * HOUR - 1, STARTS_AT));
    await restarted();
    expect(await stage.owed('reminder')).toEqual([]);
    stage.moveTo(later(-3 * HOUR, STARTS_AT));
    await restarted();
    expect(await stage.owed('reminder')).toEqual(['Lena']);
  });

  test('come once for each start and lead, however often they are decided on', async () => {
    const id = await stage.book(STARTS_AT);
    await stage.tickAt(later(-HOUR, STARTS_AT));
    await stage.store.transaction((tx) => tx.decideUntil([id], START));
    await stage.tick();
    expect(await stage.owed('reminder')).toEqual(['Lena', 'Theo']);
    await stage.sessions.move(stage.grace, id, later(HOUR, STARTS_AT));
    await stage.tickAt(later(-10 * MINUTE, later(HOUR, STARTS_AT)));
    expect(await stage.owed('reminder')).toEqual(['Lena', 'Lena', 'Theo', 'Theo']);
  });
});

describe('a session whose time has come', () => {
  async function bothAreThere(id: string): Promise<void> {
    const meeting = { platform: 'jitsi', meetingId: 'room', url: 'https://meet.example.org/room', passcode: undefined };
    await stage.store.transaction((tx) =>
      tx.setMeeting(id, { ...meeting, host: undefined, madeAt: START, fallback: undefined }),
    );
    stage.moveTo(later(-5 * MINUTE, STARTS_AT));
    for (const by of [stage.lena, stage.theo]) await stage.sessions.join(by, id);
  }

  test.each([0, 1, 20, 59])(
    'starts at the first tick, %i minutes after the start, when both are there',
    async (late) => {
      const id = await stage.book(STARTS_AT);
      await bothAreThere(id);
      await stage.tickAt(later(-1, STARTS_AT));
      expect(await stage.stateOf(id)).toBe('confirmed');
      await stage.tickAt(later(late * MINUTE, STARTS_AT));
      expect(await stage.stateOf(id)).toBe('started');
    },
  );

  test('does not start while one of them is missing', async () => {
    const id = await stage.book(STARTS_AT);
    await stage.tickAt(later(MINUTE, STARTS_AT));
    expect(await stage.stateOf(id)).toBe('confirmed');
  });

  test.each([true, false])('ends 15 minutes after its end, and both are asked (both came: %s)', async (came) => {
    const id = await stage.book(STARTS_AT);
    if (came) await bothAreThere(id);
    await stage.tickAt(later(75 * MINUTE - 1, STARTS_AT));
    expect(await stage.stateOf(id)).toBe(came ? 'started' : 'confirmed');
    await stage.tickAt(later(75 * MINUTE, STARTS_AT));
    expect(await stage.stateOf(id)).toBe('ended');
    expect(await stage.owed('feedback')).toEqual(['Lena', 'Theo']);
  });
});

describe('a session that is over', () => {
  const ENDED_AT = later(HOUR, STARTS_AT);

  async function over(): Promise<string> {
    const id = await stage.book(STARTS_AT);
    stage.moveTo(ENDED_AT);
    await stage.sessions.end(stage.theo, id);
    return id;
  }

  const says = (by: Actor, id: string, claim: Claim) =>
    stage.feedback.give(by, id, { claim, rating: undefined, comment: undefined, notes: undefined });

  test('is asked about once more after a day, and only those who said nothing', async () => {
    const id = await over();
    await says(stage.theo, id, 'took-place');
    await stage.tickAt(later(DAY - 1, ENDED_AT));
    expect(await stage.owed('rate-nudge')).toEqual([]);
    for (const days of [1, 2, 3, 6]) await stage.tickAt(later(days * DAY, ENDED_AT));
    expect(await stage.owed('rate-nudge')).toEqual(['Lena']);
  });

  test('is not asked about when it is too late to answer', async () => {
    await over();
    await stage.tickAt(later(8 * DAY, ENDED_AT));
    expect(await stage.owed('rate-nudge')).toEqual([]);
  });

  test.each([
    ['took-place', 'took-place'],
    ['learner-missing', 'learner-missing'],
    ['tutor-missing', 'tutor-missing'],
    [undefined, 'unknown'],
  ] as const)('is settled after three days by the only word there is: %s gives %s', async (claim, outcome) => {
    const id = await over();
    if (claim) await says(stage.lena, id, claim);
    await stage.tickAt(later(3 * DAY - 1, ENDED_AT));
    expect(await stage.outcomeOf(id)).toBeUndefined();
    await stage.tickAt(later(3 * DAY, ENDED_AT));
    expect(await stage.outcomeOf(id)).toBe(outcome);
    expect(await stage.stateOf(id)).toBe('ended');
    const learner = stage.lena.person.id;
    expect((await stage.store.auditOf(sessionSubject(id))).at(-1)).toMatchObject({
      by: 'clock',
      data: { learner, outcome },
    });
  });
});

describe('the minute’s work', () => {
  /** Sessions on every stretch of the way. */
  async function busyWeek(): Promise<readonly string[]> {
    const spread = [1, 3, 26, 30, 50, 75, 100];
    const ids: string[] = [];
    for (const [index, hours] of spread.entries()) {
      const at = later(hours * HOUR);
      ids.push(index % 2 === 0 ? await stage.book(at) : await stage.request(at));
    }
    return ids;
  }

  async function everything(ids: readonly string[]) {
    const [sessions, audits] = await Promise.all([
      stage.store.sessions({}),
      Promise.all(ids.map((id) => stage.store.auditOf(sessionSubject(id)))),
    ]);
    return { sessions, audits, messages: stage.owedInAll() };
  }

  test('done twice does nothing more', async () => {
    const ids = await busyWeek();
    for (const hours of [0.5, 1, 3, 12, 26, 49, 51, 80, 101, 130, 200, 400]) {
      await stage.tickAt(later(hours * HOUR));
      const once = await everything(ids);
      await stage.tick();
      expect(await everything(ids), `a second time after ${hours} hours`).toEqual(once);
    }
  });

  test('done by two processes at once is done once', async () => {
    const ids = await busyWeek();
    for (const hours of [1, 12, 26, 51, 101, 200]) {
      stage.moveTo(later(hours * HOUR));
      await Promise.all([stage.tick(), stage.tick()]);
    }
    for (const audit of await Promise.all(ids.map((id) => stage.store.auditOf(sessionSubject(id))))) {
      const byClock = audit.filter(({ by }) => by === 'clock').map(({ event }) => event);
      expect(new Set(byClock).size).toBe(byClock.length);
    }
    const asked = await stage.owed('feedback');
    expect(asked).toHaveLength(2 * 4);
  });

  test('passes over a session that fails, which is tried again later', async () => {
    const ids = await Promise.all([1, 2, 3].map((hours) => stage.request(later(hours * HOUR))));
    const [, broken = ''] = ids;
    const logged: object[] = [];
    let isBroken = true;
    const tick = stage.another({
      log: { ...SILENT, error: (data) => void logged.push(data) },
      deeds: {
        ...DEEDS,
        expire: async (tx, session, now, ...rest) => {
          await DEEDS.expire(tx, session, now, ...rest);
          if (session.id === broken && isBroken) throw new Error('poison');
        },
      },
    });
    const states = () => Promise.all(ids.map((id) => stage.stateOf(id)));
    stage.moveTo(later(4 * HOUR));
    await tick();
    expect(await states()).toEqual(['expired', 'requested', 'expired']);
    expect(logged).toMatchObject([{ session: broken, error: { message: 'poison' } }]);
    await tick();
    expect(logged).toHaveLength(1);
    isBroken = false;
    stage.moveTo(later(4 * HOUR + 10 * MINUTE));
    await tick();
    expect(await states()).toEqual(['expired', 'expired', 'expired']);
  });

  test('says so, instead of never ending, when what it does leaves a session as it is', async () => {
    const id = await stage.request(later(HOUR));
    const logged: object[] = [];
    const tick = stage.another({
      log: { ...SILENT, error: (data) => void logged.push(data) },
      deeds: { ...DEEDS, expire: async () => {} },
    });
    stage.moveTo(later(2 * HOUR));
    await tick();
    expect(logged).toMatchObject([{ session: id, error: { message: expect.stringContaining('expire') } }]);
  });

  test('that was missed for weeks is made up for, step by step, by the next', async () => {
    const ids = await busyWeek();
    await stage.tickAt(later(30 * DAY));
    const states = await Promise.all(ids.map((id) => stage.stateOf(id)));
    expect(states).toEqual(['ended', 'expired', 'ended', 'expired', 'ended', 'expired', 'ended']);
    expect(await stage.owed('reminder')).toEqual([]);
    // Nobody could have answered before: they have the usual time from now on.
    await stage.tickAt(later(33 * DAY));
    expect(await stage.outcomeOf(ids[0] ?? '')).toBe('unknown');
  });
});
