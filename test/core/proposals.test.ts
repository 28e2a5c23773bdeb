import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBlocks } from '../../src/core/people/blocks.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

let stage: Stage;
let days = 0;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.drop());

const JITSI = 'jitsi';

/** A start that no other test here has anything at, and the clock on a day before it. */
function somewhen(): Date {
  days += 4;
  stage.moveTo(START.getTime() + (days - 2) * DAY);
  return new Date(START.getTime() + days * DAY);
}
const hoursAfter = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR);

/** Who is held then. */
async function heldAt(at: Date): Promise<readonly string[]> {
  const { lena, theo, store } = stage;
  const busy = await store.busy([lena.person.id, theo.person.id], at, hoursAfter(at, 1));
  return [...new Set(busy.map(({ person }) => (person === lena.person.id ? 'Lena' : 'Theo')))].toSorted();
}

async function becomes(...deeds: Promise<unknown>[]): Promise<readonly string[]> {
  const settled = await Promise.allSettled(deeds);
  return settled.map((one) =>
    one.status === 'fulfilled' ? 'done' : ((one.reason as { code?: string }).code ?? String(one.reason)),
  );
}

test('other times are held for both, and the one that is taken is when it is', async () => {
  const { sessions, store, lena, theo } = stage;
  const start = somewhen();
  const id = await stage.book(start);
  const [half, next] = [hoursAfter(start, 0.5), hoursAfter(start, 24)];
  // Its own time is no obstacle.
  await sessions.propose(theo, id, [next, half]);
  expect(await heldAt(next)).toEqual(['Lena', 'Theo']);
  expect(await becomes(stage.request(next))).toEqual(['you-are-busy']);
  expect(
    await becomes(sessions.takeTime(theo, id, next, JITSI), sessions.takeTime(lena, id, hoursAfter(next, 1), JITSI)),
  ).toEqual(['times-over', 'times-over']);
  const taken = await sessions.takeTime(lena, id, next, JITSI);
  expect(taken).toMatchObject({
    state: 'confirmed',
    startsAt: next,
    endsAt: hoursAfter(next, 1),
    movedFromAt: start,
    movedBy: theo.person.id,
  });
  expect((await store.session(id))?.proposal).toBeUndefined();
  expect(await heldAt(start)).toEqual([]);
  expect(await heldAt(next)).toEqual(['Lena', 'Theo']);
  expect((await stage.owed('moved')).at(-1)).toBe('Theo');
  // Whoever comes too late reads so, and nothing happens.
  expect(await becomes(sessions.takeTime(lena, id, half, JITSI), sessions.refuseTimes(lena, id))).toEqual([
    'times-over',
    'times-over',
  ]);
});

test('by suggesting and taking both have agreed, also on what was only asked for, declined or expired', async () => {
  const { sessions, lena, theo } = stage;
  for (const [by, other] of [
    [theo, lena],
    [lena, theo],
  ] as const)
    for (const before of ['requested', 'declined', 'expired'] as const) {
      const start = somewhen();
      const id = await stage.request(start);
      if (before === 'declined') await sessions.decline(theo, id, 1, 'Ill');
      if (before === 'expired') await stage.tickAt(start);
      const time = hoursAfter(start, 30);
      await sessions.propose(by, id, [time]);
      expect(await heldAt(time), before).toEqual(['Lena', 'Theo']);
      const taken = await sessions.takeTime(other, id, time, JITSI);
      expect(taken).toMatchObject({
        state: 'confirmed',
        startsAt: time,
        confirmedBy: theo.person.id,
        platformWanted: JITSI,
        reason: undefined,
      });
      expect(await heldAt(time)).toEqual(['Lena', 'Theo']);
    }
});

test('what is refused, taken back or void by another change is held no more, and nothing else changes', async () => {
  const { sessions, store, lena, theo, grace } = stage;
  const ends: readonly ((id: string, start: Date) => Promise<unknown>)[] = [
    (id) => sessions.refuseTimes(lena, id),
    (id) => sessions.withdrawTimes(theo, id),
    (id, start) => sessions.move(grace, id, hoursAfter(start, 5)),
    (id) => sessions.cancel(lena, id, 'Ill'),
    // Whoever suggests others in their place asks anew.
    (id, start) => sessions.propose(lena, id, [hoursAfter(start, 50)]),
  ];
  for (const end of ends) {
    const start = somewhen();
    const id = await stage.book(start);
    const time = hoursAfter(start, 24);
    await sessions.propose(theo, id, [time]);
    await end(id, start);
    expect(await heldAt(time)).toEqual([]);
    expect(await becomes(sessions.takeTime(lena, id, time, JITSI))).not.toEqual(['done']);
    const session = await store.session(id);
    expect(session?.proposal?.by).toBe(end === ends.at(-1) ? lena.person.id : undefined);
  }
});

test('nobody answers: it lapses after a day or before the first of its times, both hear of it, and a request waits for it', async () => {
  const { sessions, store, theo } = stage;
  const start = somewhen();
  const id = await stage.book(start);
  await stage.tick();
  const before = await stage.owed('times-lapsed');
  await sessions.propose(theo, id, [hoursAfter(start, 30)]);
  const proposedAt = START.getTime() + (days - 2) * DAY;
  await stage.tickAt(proposedAt + DAY - 1);
  expect((await store.session(id))?.proposal).toBeDefined();
  await stage.tickAt(proposedAt + DAY);
  expect((await store.session(id))?.proposal).toBeUndefined();
  expect(await heldAt(hoursAfter(start, 30))).toEqual([]);
  expect((await stage.owed('times-lapsed')).length - before.length).toBe(2);
  // Sooner, where its first time is sooner.
  const early = new Date(proposedAt + DAY + 2 * HOUR);
  await sessions.propose(theo, id, [early, hoursAfter(start, 30)]);
  await stage.tickAt(early);
  expect((await store.session(id))?.proposal).toBeUndefined();

  const asked = new Date(somewhen().getTime() + 3 * DAY);
  days += 3;
  const request = await stage.request(asked);
  await stage.tickAt(START.getTime() + (days - 5) * DAY + 40 * HOUR);
  await sessions.propose(theo, request, [hoursAfter(asked, 2)]);
  await stage.tickAt(START.getTime() + (days - 5) * DAY + 50 * HOUR);
  expect(await stage.stateOf(request)).toBe('requested');
  await stage.tickAt(START.getTime() + (days - 5) * DAY + 64 * HOUR);
  expect(await stage.stateOf(request)).toBe('expired');
});

test('times have to be possible: later than now, another, three at most, and free for both', async () => {
  const { sessions, lena, theo, ada } = stage;
  const start = somewhen();
  const id = await stage.book(start);
  const other = hoursAfter(start, 24);
  const wish = { subject: 'Algebra', startsAt: other, lengthMinutes: 60, note: '', tutor: ada.person.id };
  const another = await sessions.request(lena, wish);
  const proposes = (by: Actor, ...times: Date[]) => becomes(sessions.propose(by, id, times));
  expect(await proposes(theo)).toEqual(['required']);
  expect(await proposes(theo, new Date(START.getTime()))).toEqual(['past']);
  expect(await proposes(theo, start)).toEqual(['same-time']);
  expect(await proposes(theo, hoursAfter(start, 24 * 80))).toEqual(['too-far']);
  expect(await proposes(theo, ...[1, 2, 3, 4].map((hours) => hoursAfter(start, hours)))).toEqual(['too-many-times']);
  expect(await proposes(theo, hoursAfter(start, 3), other)).toEqual(['time-busy']);
  expect(await proposes(lena, other)).toEqual(['you-are-busy']);
  expect(await heldAt(hoursAfter(start, 3))).toEqual([]);
  await sessions.cancel(lena, another.id, '');
  expect(await proposes(lena, other)).toEqual(['done']);
});

test('who is quicker is for the database to say: two that take, one that takes and one that cancels or books', async () => {
  const { sessions, store, lena, theo, ada, grace } = stage;
  for (const round of ['two times', 'cancel', 'book', 'refuse', 'move'] as const) {
    const start = somewhen();
    const id = await stage.book(start);
    const [one, two] = [hoursAfter(start, 24), hoursAfter(start, 26)];
    await sessions.propose(theo, id, [one, two]);
    const rival = {
      'two times': () => sessions.takeTime(lena, id, two, JITSI),
      cancel: () => sessions.cancel(theo, id, 'Ill'),
      refuse: () => sessions.refuseTimes(lena, id),
      move: () => sessions.move(grace, id, hoursAfter(start, 6)),
      book: () =>
        sessions.request(ada, {
          subject: 'Algebra',
          startsAt: one,
          lengthMinutes: 60,
          note: '',
          tutor: theo.person.id,
        }),
    }[round];
    const said = await becomes(sessions.takeTime(lena, id, one, JITSI), rival());
    const session = await store.session(id);
    if (round === 'book') expect(said).toEqual(['done', 'tutor-busy']);
    // A session that was moved to another time can still be cancelled or moved.
    else
      expect(said.filter((word) => word === 'done').length, round).toBe(
        said[0] === 'done' && ['cancel', 'move'].includes(round) ? 2 : 1,
      );
    expect(session?.proposal).toBeUndefined();
    const held = await Promise.all([start, one, two, hoursAfter(start, 6)].map(heldAt));
    const isOn = session?.state === 'confirmed';
    expect(held.filter((people) => people.length > 0).length, round).toBe(isOn ? 1 : 0);
    if (session?.state === 'confirmed') expect(await heldAt(session.startsAt)).toEqual(['Lena', 'Theo']);
  }
});

test('another time for what came to nothing counts as a request that waits', async () => {
  const few = await createStage('embedded', { most: 5, perTutor: 1 });
  try {
    const at = (hours: number) => new Date(START.getTime() + hours * HOUR);
    const first = await few.request(at(24));
    await few.sessions.decline(few.theo, first, 1, '');
    const second = await few.request(at(26));
    expect(await becomes(few.sessions.propose(few.lena, first, [at(28)]))).toEqual(['too-many-with-tutor']);
    await few.sessions.decline(few.theo, second, 1, '');
    await few.sessions.propose(few.lena, first, [at(28)]);
    expect(await becomes(few.request(at(30)))).toEqual(['too-many-with-tutor']);
  } finally {
    await few.drop();
  }
});

test('of several tutors who were asked one suggests a time, and whoever takes it takes that tutor', async () => {
  const { sessions, store, lena, theo, ada } = stage;
  const asked = async (start: Date) => {
    const wish = { subject: 'Algebra', startsAt: start, lengthMinutes: 60, note: '', tutor: undefined };
    return (await sessions.request(lena, wish)).id;
  };
  const start = somewhen();
  const id = await asked(start);
  const next = hoursAfter(start, 24);
  await sessions.propose(theo, id, [next]);
  expect(await heldAt(next)).toEqual(['Lena', 'Theo']);
  expect(await becomes(sessions.propose(ada, id, [next]), sessions.takeTime(ada, id, next, JITSI))).toEqual([
    'times-suggested',
    'not-yours',
  ]);
  const taken = await sessions.takeTime(lena, id, next, JITSI);
  expect(taken).toMatchObject({ state: 'confirmed', tutor: theo.person.id, startsAt: next });
  expect((await stage.owed('moved')).at(-1)).toBe('Theo');
  expect(await heldAt(start)).toEqual([]);
  expect(await becomes(sessions.confirm(ada, id, taken.version, JITSI))).toEqual(['passed-over']);

  // Another one who confirms is quicker, and what was suggested is void; so it is when who suggested it declines.
  const later = somewhen();
  const second = await asked(later);
  const proposed = await sessions.propose(theo, second, [hoursAfter(later, 24)]);
  await sessions.confirm(ada, second, proposed.version, JITSI);
  expect((await store.session(second))?.proposal).toBeUndefined();
  expect(await heldAt(hoursAfter(later, 24))).toEqual([]);
  const last = somewhen();
  const third = await asked(last);
  const suggested = await sessions.propose(theo, third, [hoursAfter(last, 24)]);
  await sessions.decline(theo, third, suggested.version, '');
  expect(await heldAt(hoursAfter(last, 24))).toEqual([]);
  expect(await stage.stateOf(third)).toBe('requested');
  await sessions.propose(ada, third, [hoursAfter(last, 25)]);
  await stage.tickAt(hoursAfter(last, -2));
  expect((await stage.owed('times-lapsed')).filter((one) => one === 'Ada')).toHaveLength(1);
});

test('for what came to nothing nobody suggests or takes a time who may not ask, or of whom the other wants nothing', async () => {
  const { sessions, store, clock, lena, theo } = stage;
  const start = somewhen();
  const next = hoursAfter(start, 24);
  const id = await stage.request(start);
  await sessions.decline(theo, id, 1, '');
  const silenced = { ...lena, person: { ...lena.person, isSilenced: true } };
  const paused = { ...lena, person: { ...lena.person, suspendedUntil: hoursAfter(next, 24) } };
  expect(await becomes(sessions.propose(silenced, id, [next]), sessions.propose(paused, id, [next]))).toEqual([
    'silenced',
    'suspended',
  ]);
  await sessions.propose(theo, id, [next]);
  expect(await becomes(sessions.takeTime(silenced, id, next, JITSI))).toEqual(['silenced']);
  const blocks = createBlocks(store, clock);
  await blocks.block(theo, lena.person.id);
  expect(await becomes(sessions.takeTime(lena, id, next, JITSI), sessions.propose(lena, id, [next]))).toEqual([
    'times-over',
    'times-over',
  ]);
  await blocks.unblock(theo, lena.person.id);
  expect(await becomes(sessions.takeTime(lena, id, next, JITSI))).toEqual(['done']);
});
