import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decidedAt } from '../../src/core/groups/group.ts';
import type { GroupPlan } from '../../src/core/groups/open.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { learners, type Session } from '../../src/core/session/session.ts';
import { newParticipant } from '../../src/core/session/steps.ts';
import { databaseKinds } from '../database.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

const STARTS_AT = new Date(START.getTime() + 2 * DAY);
const DECIDED_AT = STARTS_AT.getTime() - 12 * HOUR;

let stage: Stage;
let many: readonly Actor[];
beforeEach(async () => {
  stage = await createStage(databaseKinds.at(-1));
  many = await Promise.all(Array.from({ length: 20 }, (_, nr) => stage.meet(`Learner ${nr}`)));
});
afterEach(() => stage.drop());

async function open(more: Partial<GroupPlan> = {}, by = stage.theo): Promise<string> {
  const plan: GroupPlan = {
    tutor: stage.theo.person.id,
    subject: 'Algebra',
    startsAt: STARTS_AT,
    lengthMinutes: 60,
    capacity: 8,
    minimum: 4,
    minimumUntil: new Date(DECIDED_AT),
    note: '',
    platform: 'jitsi',
    ...more,
  };
  return (await stage.groups.open(by, plan)).id;
}

async function read(id: string): Promise<Session> {
  const session = await stage.store.session(id);
  if (!session) throw new Error('there is no session');
  return session;
}

const inIt = async (id: string) => learners(await read(id)).map((one) => one.person);
const waiting = async (id: string) => (await read(id)).waiting;
const ids = (actors: readonly Actor[]) => actors.map(({ person }) => person.id);

describe('a group session', () => {
  test('who leaves it late is counted among those who cancel late, and nobody who leaves in good time', async () => {
    const [one, other] = many as readonly [Actor, Actor];
    const id = await open({ minimum: 1 });
    for (const each of [one, other]) await stage.groups.enrol(each, id);
    await stage.groups.leave(one, id);
    expect(await stage.store.lateCancels(START)).toEqual([]);
    stage.moveTo(DECIDED_AT + HOUR);
    await stage.groups.leave(other, id);
    expect(await stage.store.lateCancels(START)).toEqual([{ person: other.person.id, count: 1 }]);
  });

  test('twenty press at once for eight places: eight are in, twelve wait, and the database takes no ninth', async () => {
    const id = await open();
    await Promise.all(many.map((one) => stage.groups.enrol(one, id)));
    expect(await inIt(id)).toHaveLength(8);
    expect(await waiting(id)).toHaveLength(12);
    expect(new Set([...(await inIt(id)), ...(await waiting(id))])).toEqual(new Set(ids(many)));
    const forced = stage.store.transaction((tx) =>
      tx.addParticipant(id, newParticipant(stage.lena.person.id, 'learner')),
    );
    await expect(forced).rejects.toThrow(/more learners than places|session_has_room_for_all/);
    expect(await inIt(id)).toHaveLength(8);
    await expect(stage.groups.enrol(stage.theo, id)).rejects.toMatchObject({ code: 'in-already' });
  });

  test('who leaves makes room for whoever waits longest and is free then, and hears nothing more of it', async () => {
    const id = await open({ capacity: 2, minimum: 2 });
    const [first, second, busy, free] = many as [Actor, Actor, Actor, Actor];
    for (const one of [first, second, busy, free]) await stage.groups.enrol(one, id);
    const other = await open({ tutor: stage.ada.person.id, capacity: 2, minimum: 2 }, stage.grace);
    await stage.groups.enrol(busy, other);
    await expect(stage.groups.enrol(first, other)).rejects.toMatchObject({ code: 'you-are-busy' });
    await stage.groups.leave(first, id);
    expect(await inIt(id)).toEqual(ids([second, free]));
    expect(await waiting(id)).toEqual(ids([busy]));
    expect(await stage.owed('enrolled')).toHaveLength(4);
    // The place that was given up holds nobody any more.
    await stage.groups.enrol(first, other);
    await stage.groups.leave(busy, id);
    expect(await waiting(id)).toEqual([]);
    await expect(stage.groups.leave(busy, id)).rejects.toMatchObject({ code: 'not-in' });
    await stage.groups.enrol(first, id).catch(() => undefined);
    expect(await inIt(id)).toEqual(ids([second, free]));
  });

  test('with too few at the time it is called off, and everybody hears of it; with enough it takes place', async () => {
    const poor = await open({ minimum: 2 });
    const well = await open({ tutor: stage.ada.person.id, minimum: 2 }, stage.grace);
    const [one, two, three] = many as [Actor, Actor, Actor];
    await stage.groups.enrol(one, poor);
    for (const each of [two, three]) await stage.groups.enrol(each, well);
    await stage.tickAt(DECIDED_AT - 1);
    expect(await stage.stateOf(poor)).toBe('confirmed');
    await stage.tickAt(DECIDED_AT);
    expect(await read(poor)).toMatchObject({ state: 'cancelled', closedBy: 'clock' });
    expect(await stage.owed('cancelled')).toEqual([one.person.id, 'Theo'].toSorted());
    expect(await read(well)).toMatchObject({ state: 'confirmed', minimumUntil: undefined });
    // Decided is decided, whoever leaves afterwards.
    await stage.groups.leave(two, well);
    await stage.tickAt(DECIDED_AT + HOUR);
    expect(await stage.stateOf(well)).toBe('confirmed');
    await expect(stage.sessions.cancel(three, well, '')).rejects.toMatchObject({ code: 'leave-instead' });
    await stage.sessions.cancel(stage.ada, well, 'Ill.');
    expect(await stage.owed('cancelled')).toEqual([one.person.id, three.person.id, 'Theo'].toSorted());
  });

  test('an admin moves it: those in it and those who wait hear of it, and the decision moves along', async () => {
    const id = await open({ capacity: 2, minimum: 2 });
    const three = many.slice(0, 3);
    for (const one of three) await stage.groups.enrol(one, id);
    await stage.sessions.move(stage.grace, id, new Date(STARTS_AT.getTime() + DAY));
    expect(await stage.owed('moved')).toEqual([...ids(three), 'Theo'].toSorted());
    expect((await read(id)).minimumUntil).toEqual(new Date(DECIDED_AT + DAY));
    // So close to its start there are no twelve hours left to decide.
    const soon = new Date(START.getTime() + 8 * HOUR);
    await stage.sessions.move(stage.grace, id, soon);
    expect((await read(id)).minimumUntil).toEqual(new Date(soon.getTime() - 6 * HOUR));
  });

  test('is opened by its tutor or an admin, for a possible number of people, in the time that the tutor has', async () => {
    await expect(open({}, stage.ada)).rejects.toMatchObject({ code: 'only-admins' });
    await expect(open({ tutor: stage.lena.person.id }, stage.lena)).rejects.toMatchObject({ code: 'not-a-tutor' });
    for (const wrong of [{ capacity: 1, minimum: 1 }, { capacity: 101 }, { minimum: 9 }, { minimum: 0 }])
      await expect(open(wrong)).rejects.toMatchObject({ code: 'not-places' });
    await open();
    await expect(open()).rejects.toMatchObject({ code: 'you-are-busy' });
    await expect(open({}, stage.grace)).rejects.toMatchObject({ code: 'tutor-busy' });
  });
});

test('it is decided as early as was wished, or as late as is left', () => {
  const before = (hours: number, now: number) =>
    (STARTS_AT.getTime() - decidedAt(STARTS_AT, hours, new Date(now)).getTime()) / HOUR;
  expect(before(12, START.getTime())).toBe(12);
  expect(before(12, STARTS_AT.getTime() - 12 * HOUR)).toBe(6);
  expect(before(12, STARTS_AT.getTime() - 5 * HOUR)).toBe(2);
  expect(before(12, STARTS_AT.getTime() - HOUR / 2)).toBe(0);
});
