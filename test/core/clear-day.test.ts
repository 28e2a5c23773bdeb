import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLEARED_MOST } from '../../src/core/limits.ts';
import type { Way } from '../../src/core/session/clear-day.ts';
import { seenKey } from '../../src/core/session/confirm-all.ts';
import { daysIn } from '../../src/core/session/stretch.ts';
import { someParticipant, someSession } from '../store/some.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

describe('a day is as long as it is where the tutor lives', () => {
  test.each([
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Europe/London', '2026-03-29', 23],
    ['Europe/London', '2026-10-25', 25],
    ['America/Santiago', '2026-09-06', 23],
    ['America/Santiago', '2026-04-04', 25],
    ['Australia/Sydney', '2026-10-04', 23],
    ['Australia/Sydney', '2026-04-05', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kolkata', '2026-03-29', 24],
    ['Asia/Kathmandu', '2026-03-29', 24],
    ['Pacific/Kiritimati', '2026-03-29', 24],
    ['Pacific/Apia', '2026-03-29', 24],
    ['Pacific/Apia', '2011-12-30', 0],
  ])('%s, %s', (zone, day, hours) => {
    const { from, to } = daysIn({ from: day, until: day }, zone);
    expect((to.getTime() - from.getTime()) / HOUR).toBe(hours);
    const two = daysIn({ from: day, until: Temporal.PlainDate.from(day).add({ days: 1 }).toString() }, zone);
    expect(two.from).toEqual(from);
    expect(two.to.getTime()).toBeGreaterThan(to.getTime());
  });
});

let stage: Stage;
let weeks = 0;
beforeAll(async () => {
  stage = await createStage();
  const { theo, store } = stage;
  const offer = await store.tutor(theo.person.id);
  if (!offer) throw new Error('Theo teaches');
  const weeklyHours = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '08:00', to: '20:00' }));
  await store.transaction((tx) => tx.saveOffer(theo.person, { ...offer, weeklyHours }));
});
afterAll(() => stage.drop());

/** A day with a confirmed session at ten and a request at noon. */
async function aDay() {
  weeks += 1;
  const at = (hours: number) => new Date(START.getTime() + weeks * 7 * DAY + (hours - 8) * HOUR);
  stage.moveTo(at(8 - 48));
  const confirmed = await stage.book(at(10));
  const requested = await stage.request(at(12));
  const stretch = { tutor: stage.theo.person.id, from: at(0), to: at(24) };
  return { at, confirmed, requested, stretch };
}
async function clears(by: Stage['lena'], day: Awaited<ReturnType<typeof aDay>>, way: Way) {
  const planned = await stage.sessions.planned(by, day.stretch);
  expect(planned.map(({ id }) => id)).toEqual([day.confirmed, day.requested]);
  return stage.sessions.clear(by, day.stretch, way, seenKey(planned), 'Ill');
}

test('only the tutor and admins clear a day, and nothing that was not listed', async () => {
  const { sessions, lena, theo, ada } = stage;
  const day = await aDay();
  for (const by of [lena, ada])
    await expect(sessions.planned(by, day.stretch)).rejects.toMatchObject({ code: 'only-admins' });
  const planned = await sessions.planned(theo, day.stretch);
  await sessions.cancel(lena, day.requested, '');
  await expect(sessions.clear(theo, day.stretch, 'cancel', seenKey(planned), 'Ill')).rejects.toMatchObject({
    code: 'changed',
  });
  expect(await stage.stateOf(day.confirmed)).toBe('confirmed');
});

test('what the tutor is only asked among others takes no place in the list', async () => {
  const day = await aDay();
  const among = await Promise.all(
    Array.from({ length: CLEARED_MOST }, async (_, nr) => {
      const { person } = await stage.meet(`Asks ${String(nr)}`);
      return someSession(person.id, stage.theo.person.id, {
        ...{
          tutor: undefined,
          candidates: [stage.theo.person.id],
          participants: [someParticipant(person.id, 'learner')],
        },
        ...{ state: 'requested', startsAt: day.at(8), endsAt: day.at(9), organization: person.organization },
      });
    }),
  );
  await stage.store.transaction(async (tx) => {
    for (const one of among) await tx.addSession(one);
  });
  const planned = await stage.sessions.planned(stage.theo, day.stretch);
  expect(planned.map(({ id }) => id)).toEqual([day.confirmed, day.requested]);
});

test('cancelling cancels what is confirmed and declines what is asked for', async () => {
  const day = await aDay();
  const { done, left } = await clears(stage.theo, day, 'cancel');
  expect([done.length, left.length]).toEqual([2, 0]);
  expect(await stage.stateOf(day.confirmed)).toBe('cancelled');
  expect(await stage.stateOf(day.requested)).toBe('declined');
});

test('a tutor suggests the nearest free times, an admin moves there; one that cannot be is named and the others go on', async () => {
  const { sessions, store, theo, grace } = stage;
  const day = await aDay();
  await clears(theo, day, 'move');
  const proposal = (await store.session(day.confirmed))?.proposal;
  expect(proposal?.times).toHaveLength(3);
  for (const time of proposal?.times ?? []) expect(time < day.stretch.from || time >= day.stretch.to).toBe(true);
  expect((await store.session(day.requested))?.proposal?.by).toBe(theo.person.id);
  // Of a group nobody but an admin says the time.
  await stage.database.sql('UPDATE session SET capacity = 2 WHERE id = $1', day.confirmed);
  await store.transaction((tx) => tx.addParticipant(day.confirmed, someParticipant(stage.ada.person.id, 'learner')));
  const planned = await sessions.planned(theo, day.stretch);
  const again = await sessions.clear(theo, day.stretch, 'move', seenKey(planned), '');
  expect(again.left.map(({ session, why }) => [session.id, why.code])).toEqual([[day.confirmed, 'not-for-two']]);
  expect(again.done.map(({ id }) => id)).toEqual([day.requested]);
  const moved = await clears(grace, day, 'move');
  expect(moved.done).toHaveLength(2);
  for (const { startsAt } of moved.done) expect(startsAt < day.stretch.from || startsAt >= day.stretch.to).toBe(true);
});

test('who names no hours suggests the same hour of other days on which both are free', async () => {
  const { store, theo } = stage;
  const offer = await store.tutor(theo.person.id);
  if (!offer) throw new Error('Theo teaches');
  await store.transaction((tx) => tx.saveOffer(theo.person, { ...offer, weeklyHours: [] }));
  const day = await aDay();
  await stage.book(day.at(10 + 24));
  await clears(theo, day, 'move');
  const times = (await store.session(day.confirmed))?.proposal?.times;
  expect(times).toEqual([day.at(10 - 48), day.at(10 - 24), day.at(10 + 48)]);
  await store.transaction((tx) => tx.saveOffer(theo.person, offer));
});

test('handed over, it is a request to the other tutors who are free, and whoever agrees has it', async () => {
  const { sessions, store, theo, ada, lena } = stage;
  const day = await aDay();
  const { done } = await clears(theo, day, 'hand-over');
  expect(done.map(({ candidates }) => candidates)).toEqual([[ada.person.id], [ada.person.id]]);
  const session = await store.session(day.confirmed);
  expect(session).toMatchObject({ state: 'requested', tutor: undefined, meeting: undefined, confirmedAt: undefined });
  expect(session?.participants.map(({ person }) => person)).toEqual([lena.person.id]);
  expect(await store.busy([theo.person.id], day.stretch.from, day.stretch.to)).toEqual([]);
  expect((await stage.owed('handed-over')).slice(-2)).toEqual(['Lena', 'Lena']);
  const taken = await sessions.confirm(ada, day.confirmed, session?.version ?? 0, 'jitsi');
  expect(taken).toMatchObject({ state: 'confirmed', tutor: ada.person.id });
  // Nobody else is there, so nothing is handed over.
  await expect(sessions.handOver(ada, day.confirmed)).resolves.toMatchObject({ candidates: [theo.person.id] });
  await sessions.confirm(theo, day.confirmed, taken.version + 1, 'jitsi');
  const offer = await offerOfAda();
  await store.transaction((tx) => tx.saveOffer(ada.person, { ...offer, isPaused: true }));
  await expect(sessions.handOver(theo, day.confirmed)).rejects.toMatchObject({ code: 'nobody-free' });
  expect(await stage.stateOf(day.confirmed)).toBe('confirmed');
});

async function offerOfAda() {
  const offer = await stage.store.tutor(stage.ada.person.id);
  if (!offer) throw new Error('Ada teaches');
  return offer;
}
