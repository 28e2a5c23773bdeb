import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCare } from '../../src/core/people/care.ts';
import { databaseKinds } from '../database.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.drop());

const WHY = 'Because';

test('whose requests are stopped asks for nothing, is booked by admins, and asks again once they may', async () => {
  const { sessions, lena, theo, grace, store, clock } = stage;
  const care = createCare(store, clock);
  const again = async () => {
    const person = await store.person(lena.person.id);
    if (!person) throw new Error('nobody');
    return { ...lena, person };
  };
  const wish = (hours: number) => ({
    ...{ subject: 'Algebra', lengthMinutes: 60, note: '', tutor: theo.person.id },
    startsAt: new Date(START.getTime() + DAY + hours * HOUR),
  });
  await expect(care.decide(lena, theo.person.id, 'silence', WHY)).rejects.toMatchObject({ code: 'only-admins' });
  await expect(care.decide(grace, lena.person.id, 'silence', '')).rejects.toMatchObject({ code: 'required' });
  await care.decide(grace, lena.person.id, 'silence', WHY);
  expect(await stage.owed('cared-for')).toEqual(['Lena']);
  await expect(sessions.request(await again(), wish(0))).rejects.toMatchObject({ code: 'silenced' });
  await expect(sessions.check(await again(), wish(0))).rejects.toMatchObject({ code: 'silenced' });
  const booked = await sessions.requestFor(grace, (await again()).person, wish(0));
  expect(booked.participants.map(({ person }) => person)).toEqual([lena.person.id, theo.person.id]);
  expect(await stage.owed('booked-for')).toEqual(['Lena']);
  await expect(sessions.requestFor(grace, (await again()).person, wish(0))).rejects.toMatchObject({
    code: 'person-busy',
    data: { name: 'Lena' },
  });
  await expect(sessions.requestFor(theo, lena.person, wish(4))).rejects.toMatchObject({ code: 'only-admins' });
  await care.decide(grace, lena.person.id, 'hear', WHY);
  expect((await sessions.request(await again(), wish(2))).state).toBe('requested');
});

test('a tutor is paused, limited, and removed once they have nothing left to teach', async () => {
  const { lena, theo, grace, store, clock, sessions } = stage;
  const care = createCare(store, clock);
  const id = await stage.book(new Date(START.getTime() + DAY));
  const tutor = () => store.tutor(theo.person.id);
  await care.decide(grace, theo.person.id, 'pause', WHY);
  expect((await tutor())?.isPaused).toBe(true);
  await care.decide(grace, theo.person.id, 'resume', WHY);
  await care.decide(grace, theo.person.id, 'limit', WHY, 3);
  expect(await tutor()).toMatchObject({ isPaused: false, rules: { mostAWeek: 3 } });
  await expect(care.decide(grace, theo.person.id, 'limit', WHY, 0)).rejects.toMatchObject({ code: 'not-a-number' });
  await care.decide(grace, theo.person.id, 'limit', WHY);
  expect((await tutor())?.rules.mostAWeek).toBeUndefined();
  await expect(care.decide(grace, theo.person.id, 'remove', WHY)).rejects.toMatchObject({
    code: 'still-teaches',
    data: { count: 1 },
  });
  await sessions.cancel(lena, id, 'Ill');
  await care.decide(grace, theo.person.id, 'remove', WHY);
  expect(await tutor()).toBeUndefined();
  expect((await store.session(id))?.tutor).toBe(theo.person.id);
  await expect(care.decide(grace, lena.person.id, 'pause', WHY)).rejects.toMatchObject({ code: 'teaches-no-more' });
  expect(await stage.owed('cared-for')).toEqual(['Theo', 'Theo', 'Theo', 'Theo', 'Theo']);
});

const AT_ONCE = 'of two tutors who are removed at the same moment one stays for the request that both were asked';

test.each(databaseKinds)(`${AT_ONCE}: %s`, async (kind) => {
  const both = await createStage(kind);
  const { ada, theo, grace, store, clock } = both;
  const care = createCare(store, clock);
  const id = await both.request(new Date(START.getTime() + 2 * DAY), 'any');
  // Each has a connection already: they are there at the same moment.
  await Promise.all([ada, theo].map(({ person }) => store.transaction((tx) => tx.lockPerson(person.id))));
  const removed = await Promise.allSettled(
    [ada, theo].map(({ person }) => care.decide(grace, person.id, 'remove', WHY)),
  );
  expect(removed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await store.session(id))?.candidates).toHaveLength(1);
  await both.drop();
});

test('who is no tutor any more takes no request that several were asked', async () => {
  const { sessions, ada, theo, grace, store, clock, stateOf } = stage;
  const care = createCare(store, clock);
  const id = await stage.request(new Date(START.getTime() + 2 * DAY), 'any');
  await care.decide(grace, ada.person.id, 'remove', WHY);
  await expect(sessions.confirm(ada, id, 1, 'jitsi')).rejects.toMatchObject({ code: 'no-such-session' });
  await expect(care.decide(grace, theo.person.id, 'remove', WHY)).rejects.toMatchObject({ data: { count: 1 } });
  await sessions.confirm(theo, id, 1, 'jitsi');
  expect(await stateOf(id)).toBe('confirmed');
});

test('what somebody has suggested who teaches no more, or is blocked, can be taken no more', async () => {
  const { sessions, lena, ada, theo, grace, store, clock, stateOf } = stage;
  const care = createCare(store, clock);
  const at = (days: number) => new Date(START.getTime() + days * DAY);
  const asked = await stage.request(at(2), 'any');
  await sessions.propose(ada, asked, [at(3)]);
  await care.decide(grace, ada.person.id, 'remove', WHY);
  await expect(sessions.takeTime(lena, asked, at(3), 'jitsi')).rejects.toMatchObject({ code: 'times-over' });
  await sessions.confirm(theo, asked, (await store.session(asked))?.version ?? 0, 'jitsi');
  await sessions.cancel(theo, asked, 'Ill');

  const declined = await stage.request(at(4));
  await sessions.decline(theo, declined, 1, 'Ill');
  await sessions.propose(theo, declined, [at(5)]);
  const ban = (bannedAt: Date | undefined) => store.transaction((tx) => tx.restrict(theo.person.id, { bannedAt }));
  await ban(START);
  await expect(sessions.takeTime(lena, declined, at(5), 'jitsi')).rejects.toMatchObject({ code: 'times-over' });
  await ban(undefined);
  await care.decide(grace, theo.person.id, 'remove', WHY);
  await expect(sessions.takeTime(lena, declined, at(5), 'jitsi')).rejects.toMatchObject({ code: 'times-over' });
  await expect(sessions.propose(theo, declined, [at(6)])).rejects.toMatchObject({ code: 'not-a-tutor' });
  expect(await stateOf(declined)).toBe('declined');
});
