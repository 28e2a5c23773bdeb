import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../src/core/refusal.ts';
import { changeable } from '../../src/core/series/change.ts';
import type { SeriesWish } from '../../src/core/series/plan.ts';
import { movable } from '../../src/core/series/propose-move.ts';
import { wallTime } from '../../src/core/series/rule.ts';
import { inScope } from '../../src/core/series/series.ts';
import { seenKey } from '../../src/core/session/confirm-all.ts';
import type { Session } from '../../src/core/session/session.ts';
import { databaseKinds } from '../database.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

/** Tuesdays at 17:00 in London; the clocks there change on 29 March. */
const FIRST = new Date('2026-03-10T17:00:00Z');
const ZONE = 'Europe/London';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(databaseKinds.at(-1), { most: 5, perTutor: 2 });
});
afterEach(async () => {
  await stage.database.sql('TRUNCATE session, series, hold, delivery, alarm CASCADE');
  stage.moveTo(START);
});
afterAll(() => stage.drop());

function wish(more: Partial<SeriesWish> = {}): SeriesWish {
  const repeat = { every: 'week', end: { times: 10 } } as const;
  const what = { subject: 'Algebra', note: '', lengthMinutes: 60, startsAt: FIRST, zone: ZONE, repeat };
  return { ...what, tutor: stage.theo.person.id, skips: [], moves: new Map(), ...more };
}

const request = async (more: Partial<SeriesWish> = {}) => (await stage.series.request(stage.lena, wish(more))).id;
const all = (id: string) => stage.store.sessionsOfSeries(id);
const states = async (id: string) => (await all(id)).map(({ state }) => state);
const walls = (sessions: readonly Session[]) => sessions.map(({ startsAt }) => wallTime(startsAt, ZONE));
const busy = async () =>
  (await stage.store.busy([stage.theo.person.id], START, new Date(START.getTime() + 400 * DAY))).length;

async function code(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'done',
    (one: unknown) => one,
  );
  return error instanceof Refusal ? error.code : String(error);
}

async function confirmed(more: Partial<SeriesWish> = {}): Promise<readonly Session[]> {
  const id = await request(more);
  await stage.series.confirm(stage.theo, id, seenKey(await all(id)), 'jitsi');
  return all(id);
}

async function which(session: Session | undefined, scope: 'following' | 'all', act: 'cancel' | 'move' = 'cancel') {
  if (!session?.series) throw new Error('no such session');
  const by = act === 'cancel' ? stage.lena : stage.grace;
  const some = inScope(scope, session, changeable(by, act, await all(session.series.id), START));
  return { session, scope, seen: seenKey(some) };
}

test('all of its times are held at once, or nothing is; what is in the way is named before', async () => {
  const third = new Date('2026-03-24T17:30:00Z');
  await stage.request(third);
  const plan = await stage.series.plan(stage.lena, wish());
  expect(plan.all.map(({ obstacle }) => obstacle?.why)).toEqual([
    undefined,
    undefined,
    'mine',
    ...Array(7).fill(undefined),
  ]);
  expect(await code(request())).toBe('series-taken');
  expect(await busy()).toBe(1);

  const id = await request({ skips: [3], moves: new Map([[4, new Date('2026-04-01T17:00:00Z')]]) });
  const sessions = await all(id);
  expect(sessions).toHaveLength(9);
  expect(sessions.map(({ series }) => series?.ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(walls(sessions).slice(2, 4)).toEqual(['2026-04-01T18:00', '2026-04-07T17:00']);
  expect(await busy()).toBe(10);
  // It counts as one among those that wait for an answer.
  expect(await stage.store.openRequests(stage.lena.person.id)).toHaveLength(2);
  expect(await stage.owed('series-card')).toEqual(['Lena', 'Theo']);
  expect(await stage.owed('receipt')).toEqual(['Lena']);
});

test('two that ask for the same times at once: one has all of them, the other none', async () => {
  const both = await Promise.all([code(request()), code(stage.series.request(stage.ada, wish()))]);
  expect(both.filter((one) => one === 'series-taken')).toHaveLength(1);
  expect(await busy()).toBe(10);
});

test('one press confirms all; meetings of far ones are made a week before, and each once', async () => {
  const sessions = await confirmed();
  expect(await states(sessions[0]?.series?.id ?? '')).toEqual(Array(10).fill('confirmed'));
  expect(new Set(walls(sessions).map((wall) => wall.slice(11)))).toEqual(new Set(['17:00']));
  expect(await stage.owed('series-news')).toEqual(['Lena']);
  expect(await stage.owed('confirmed')).toEqual([]);
  const before = stage.queued('make-meeting').length;
  const made = () => stage.queued('make-meeting').length - before;
  // The first is eight days ahead.
  expect(made()).toBe(0);
  await stage.tickAt(FIRST.getTime() - 7 * DAY);
  expect(made()).toBe(1);
  await stage.tickAt(FIRST.getTime() - 2 * HOUR);
  expect(made()).toBe(1);
  await stage.tickAt(FIRST.getTime() + HOUR);
  expect(made()).toBe(2);
});

test('nobody confirms or calls off what they have not seen', async () => {
  const id = await request();
  const seen = seenKey(await all(id));
  const [first] = await all(id);
  await stage.sessions.cancel(stage.lena, first?.id ?? '', '');
  expect(await code(stage.series.confirm(stage.theo, id, seen, 'jitsi'))).toBe('changed');
  expect(await code(stage.series.confirm(stage.ada, id, seen, 'jitsi'))).toBe('no-such-session');
  await stage.series.confirm(stage.theo, id, seenKey((await all(id)).slice(1)), 'jitsi');
  const following = await which((await all(id))[5], 'following');
  await stage.sessions.cancel(stage.lena, (await all(id))[8]?.id ?? '', 'Away');
  expect(await code(stage.series.cancel(stage.lena, following, 'Away'))).toBe('changed');
});

test('this and the following, and all: as many as was said, told once', async () => {
  const sessions = await confirmed();
  const id = sessions[0]?.series?.id ?? '';
  const cancelled = await stage.series.cancel(stage.lena, await which(sessions[6], 'following'), 'Exams');
  expect(cancelled).toHaveLength(4);
  expect((await states(id)).filter((state) => state === 'cancelled')).toHaveLength(4);
  expect(await busy()).toBe(6);
  expect(await stage.owed('cancelled')).toEqual([]);
  expect(await stage.owed('series-news')).toEqual(['Lena', 'Theo']);
  expect(await stage.series.cancel(stage.lena, await which(sessions[2], 'all'), 'All')).toHaveLength(6);
  expect(await busy()).toBe(0);
});

test('the rest goes to another day and hour of the same wall, over the change of the clocks, each into its own place', async () => {
  const sessions = await confirmed();
  const id = sessions[0]?.series?.id ?? '';
  // A week later, half an hour later: each moves to where the next one was.
  const to = new Date('2026-03-24T17:30:00Z');
  const moved = await stage.series.move(stage.grace, await which(sessions[1], 'following', 'move'), to);
  expect(moved).toHaveLength(9);
  expect(walls(await all(id))).toEqual([
    '2026-03-10T17:00',
    ...[24, 31].map((day) => `2026-03-${day}T17:30`),
    ...['07', '14', '21', '28'].map((day) => `2026-04-${day}T17:30`),
    ...['05', '12', '19'].map((day) => `2026-05-${day}T17:30`),
  ]);
  expect(await busy()).toBe(10);
  expect((await stage.store.series(id))?.first).toBe('2026-03-17T17:30');
  expect(await stage.owed('moved')).toEqual([]);
  // In the way of one of them, nothing is moved.
  await stage.sessions.cancel(stage.grace, (await all(id))[0]?.id ?? '', 'Ill');
  const back = await which((await all(id))[1], 'following', 'move');
  await stage.request(new Date('2026-04-01T09:30:00Z'));
  expect(await code(stage.series.move(stage.grace, back, new Date('2026-03-25T10:00:00Z')))).toBe('series-taken');
  expect(walls(await all(id))[1]).toBe('2026-03-24T17:30');
});

test('learner and tutor move the rest together: one suggests it, and only the other one can say yes', async () => {
  const sessions = await confirmed();
  const id = sessions[0]?.series?.id ?? '';
  const rest = async () => {
    const session = (await all(id))[4];
    if (!session) throw new Error('no such session');
    const some = inScope('following', session, movable(stage.lena, await all(id), START));
    return { session, scope: 'following', seen: seenKey(some) } as const;
  };
  const to = new Date('2026-04-08T08:00:00Z');
  await stage.request(new Date('2026-04-15T08:30:00Z'), stage.ada);
  expect(await code(stage.series.proposeMove(stage.lena, await rest(), to))).toBe('series-taken');
  expect(await code(stage.series.takeMove(stage.theo, id))).toBe('times-over');
  const later = new Date('2026-04-08T10:00:00Z');
  expect(await stage.series.proposeMove(stage.lena, await rest(), later)).toHaveLength(6);
  expect(walls(await all(id))[4]).toBe('2026-04-07T17:00');
  expect(await code(stage.series.takeMove(stage.lena, id))).toBe('not-yours');
  expect(await code(stage.series.takeMove(stage.ada, id))).toBe('no-such-session');
  expect(await code(stage.series.dropMove(stage.ada, id))).toBe('no-such-session');
  await stage.series.dropMove(stage.theo, id);
  expect(await code(stage.series.takeMove(stage.theo, id))).toBe('times-over');
  await stage.series.proposeMove(stage.theo, await rest(), later);
  expect(await stage.series.takeMove(stage.lena, id)).toHaveLength(6);
  expect(walls(await all(id)).slice(3, 6)).toEqual(['2026-03-31T17:00', '2026-04-08T11:00', '2026-04-15T11:00']);
  // What was suggested is kept for both, and lapses after a day.
  await stage.series.proposeMove(stage.theo, await rest(), new Date('2026-04-09T10:00:00Z'));
  const held = async () =>
    (await stage.store.busy([stage.theo.person.id], new Date('2026-04-09'), new Date('2026-04-10'))).length;
  expect(await held()).toBe(1);
  expect(await code(stage.request(new Date('2026-04-09T10:30:00Z'), stage.theo))).toBe('you-are-busy');
  stage.moveTo(START.getTime() + 25 * HOUR);
  expect(await code(stage.series.takeMove(stage.lena, id))).toBe('times-over');
  await stage.series.lapseMoves();
  await stage.series.lapseMoves();
  expect(await held()).toBe(0);
  expect((await stage.store.series(id))?.proposal).toBeUndefined();
});

test('what nobody answers is brought to the admins once, and expires as one', async () => {
  const id = await request();
  await stage.tickAt(START.getTime() + 13 * HOUR);
  expect(await stage.owed('series-news')).toEqual(['Theo']);
  await stage.tickAt(START.getTime() + 24 * HOUR);
  expect(await stage.owed('series-unanswered')).toEqual(['moderation of discord', 'moderation of slack']);
  expect(await stage.owed('unanswered')).toEqual([]);
  await stage.tickAt(START.getTime() + 48 * HOUR);
  expect(await states(id)).toEqual(Array(10).fill('expired'));
  expect(await stage.owed('series-news')).toEqual(['Lena', 'Theo']);
  expect(await stage.owed('expired')).toEqual([]);
  expect(await busy()).toBe(0);
});

test('both are asked before it runs out; when the tutor would go on, one press books the next stretch', async () => {
  const repeat = { every: 'week', end: { times: 3 } } as const;
  const sessions = await confirmed({ repeat });
  const id = sessions[0]?.series?.id ?? '';
  const last = sessions.at(-1)?.startsAt.getTime() ?? 0;
  await stage.tickAt(last - 9 * DAY);
  expect(await stage.owed('series-ending')).toEqual([]);
  await stage.tickAt(last - 8 * DAY);
  expect(await stage.owed('series-ending')).toEqual(['Lena', 'Theo']);
  await stage.tickAt(last - 7 * DAY);
  expect(await stage.owed('series-ending')).toHaveLength(2);

  await stage.series.offerToGoOn(stage.theo, id);
  const startsAt = new Date(last + 7 * DAY - HOUR);
  const next = await stage.series.request(stage.lena, wish({ repeat, startsAt, continues: id }));
  expect(await states(next.id)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  expect((await all(next.id))[0]?.platformWanted).toBe('jitsi');
  expect((await stage.store.series(id))?.goesOnIn).toBe(next.id);
  const again = wish({ repeat, startsAt: new Date(startsAt.getTime() + 28 * DAY), continues: id });
  expect(await code(stage.series.request(stage.lena, again))).toBe('series-goes-on');
});

test('a tutor who would go on has agreed to the next stretch of it, and to no other time', async () => {
  const repeat = { every: 'week', end: { times: 3 } } as const;
  const sessions = await confirmed({ repeat });
  const id = sessions[0]?.series?.id ?? '';
  const last = sessions.at(-1)?.startsAt.getTime() ?? 0;
  stage.moveTo(last - 8 * DAY);
  await stage.series.offerToGoOn(stage.theo, id);
  const startsAt = new Date(last + 7 * DAY - HOUR);
  const moves = new Map([[2, new Date(startsAt.getTime() + 9 * DAY)]]);
  const next = await stage.series.request(stage.lena, wish({ repeat, startsAt, moves, continues: id }));
  expect(await states(next.id)).toEqual(['requested', 'requested', 'requested']);
});

test('a series is two to fifty-two sessions, within a year', async () => {
  const asked = (times: number, every: 'week' | 'month' = 'week') =>
    code(stage.series.plan(stage.lena, wish({ repeat: { every, end: { times } } })));
  expect(await asked(1)).toBe('series-too-short');
  expect(await asked(53)).toBe('series-too-long');
  expect(await asked(20, 'month')).toBe('series-too-long');
  const id = await request({ repeat: { every: 'week', end: { times: 52 } } });
  expect(await busy()).toBe(52);
  await stage.series.confirm(stage.theo, id, seenKey(await all(id)), 'jitsi');
  expect(new Set(await states(id))).toEqual(new Set(['confirmed']));
});

test('where any tutor would do, those count who have the most of its dates free', async () => {
  const { tutor: _, ...asked } = wish();
  const names = async () => {
    const { tutors, free, of } = await stage.series.whoFits(stage.lena, { ...asked, tutor: undefined });
    return [tutors.map(({ person }) => person.name).toSorted(), free, of];
  };
  expect(await names()).toEqual([['Ada', 'Theo'], 10, 10]);
  const [second, third] = [new Date('2026-03-17T17:30:00Z'), new Date('2026-03-24T17:30:00Z')];
  const mia = await stage.meet('Mia');
  const theirs = { subject: 'Algebra', lengthMinutes: 60, note: '', tutor: stage.theo.person.id };
  await stage.sessions.request(mia, { ...theirs, startsAt: third });
  // What she has herself on the second is in the way of both alike.
  await stage.request(second, stage.ada);
  expect(await names()).toEqual([['Ada'], 10, 10]);
  const first = new Date(START.getTime() + 360 * DAY);
  expect(await code(stage.series.whoFits(stage.lena, { ...asked, tutor: undefined, startsAt: first }))).toBe('too-far');
});

test('one that is handed over has all the time that a request has, however old the series is', async () => {
  const [, second, third] = await confirmed();
  stage.moveTo(START.getTime() + 5 * DAY);
  await stage.sessions.handTo(stage.grace, second?.id ?? '', stage.ada.person.id);
  await stage.sessions.handOver(stage.theo, third?.id ?? '');
  await stage.tickAt(START.getTime() + 7 * DAY - 1);
  expect((await all(second?.series?.id ?? '')).slice(1, 3).map(({ state }) => state)).toEqual([
    'requested',
    'requested',
  ]);
  await stage.tickAt(START.getTime() + 7 * DAY);
  expect((await all(second?.series?.id ?? '')).slice(1, 3).map(({ state }) => state)).toEqual(['expired', 'expired']);
});

test('the rest is given to another tutor in one go: what they cannot stays, and each reads it once', async () => {
  const { store, series, grace, ada, theo, lena } = stage;
  const sessions = await confirmed();
  const id = sessions[0]?.series?.id ?? '';
  // At the time of the fifth she has something else.
  await stage.sessions.request(await stage.meet('Mia'), {
    tutor: ada.person.id,
    subject: 'Algebra',
    startsAt: sessions[4]?.startsAt ?? FIRST,
    lengthMinutes: 60,
    note: '',
  });
  stage.moveTo(START.getTime() + 5 * DAY);
  // What the learner suggested to the tutor of before is theirs no more.
  const some = inScope('following', sessions[2] as Session, movable(lena, await all(id), stage.clock()));
  const rest = { session: sessions[2] as Session, scope: 'following', seen: seenKey(some) } as const;
  await series.proposeMove(lena, rest, new Date((sessions[2]?.startsAt.getTime() ?? 0) + HOUR));
  const given = inScope(
    'following',
    sessions[2] as Session,
    changeable(grace, 'hand-to', await all(id), stage.clock()),
  );
  const what = { session: sessions[2] as Session, scope: 'following', seen: seenKey(given) } as const;
  expect(await code(series.handTo(theo, what, ada.person.id))).toBe('only-admins');
  expect(await code(series.handTo(grace, { ...what, seen: 'another' }, ada.person.id))).toBe('changed');
  expect(await code(series.handTo(grace, what, lena.person.id))).toBe('unknown-tutor');
  const { handed, left } = await series.handTo(grace, what, ada.person.id);
  expect([handed.length, left.map((one) => one.id)]).toEqual([7, [sessions[4]?.id]]);
  const [t, a] = [theo.person.id, ada.person.id];
  expect((await all(id)).map(({ tutor }) => tutor)).toEqual([t, t, a, a, t, a, a, a, a, a]);
  expect((await store.series(id))?.proposal).toBeUndefined();
  expect(await busy()).toBe(3);
  expect(await stage.owed('taken-over')).toEqual(['Theo']);
  expect(await stage.owed('series-card')).toEqual(['Ada', 'Lena', 'Theo']);
  expect((await stage.owed('series-news')).filter((name) => name === 'Lena')).toHaveLength(2); // confirmed, handed over
  // They have as long as for any request, and answer all at once.
  await stage.tickAt(START.getTime() + 6 * DAY);
  const waiting = (await all(id)).filter(({ tutor }) => tutor === a);
  expect(await series.confirm(ada, id, seenKey(waiting), 'jitsi')).toHaveLength(7);
});

test('whoever takes so many a week is given no more, and an admin who knows that they can says yes for them', async () => {
  const { store, series, grace, ada } = stage;
  await store.transaction(async (tx) => {
    const offer = await tx.lockTutor(ada.person.id);
    if (offer) await tx.saveAvailability(ada.person.id, { ...offer, rules: { ...offer.rules, mostAWeek: 1 } });
  });
  const sessions = await confirmed();
  const id = sessions[0]?.series?.id ?? '';
  const other = { tutor: ada.person.id, subject: 'Algebra', lengthMinutes: 60, note: '' };
  const dayBefore = new Date((sessions[1]?.startsAt.getTime() ?? 0) - DAY);
  await stage.sessions.request(await stage.meet('Mia'), { ...other, startsAt: dayBefore });
  const seen = seenKey(changeable(grace, 'hand-to', await all(id), stage.clock()));
  const what = { session: sessions[0] as Session, scope: 'all', seen } as const;
  const { handed, left } = await series.handTo(grace, what, ada.person.id, 'jitsi');
  expect(left.map((one) => one.id)).toEqual([sessions[1]?.id]);
  expect(new Set(handed.map(({ state }) => state))).toEqual(new Set(['confirmed']));
});
