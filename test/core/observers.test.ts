import { afterEach, expect, test } from 'vitest';
import { may, maySee } from '../../src/core/may/may.ts';
import { createBlocks } from '../../src/core/people/blocks.ts';
import { createObservers } from '../../src/core/people/observers.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { seenKey } from '../../src/core/session/confirm-all.ts';
import { databaseKinds } from '../database.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

let stage: Stage;
let maria: Actor;
afterEach(() => stage.drop());

async function begin() {
  stage = await createStage(databaseKinds.at(-1));
  maria = await stage.meet('Maria');
  return { ...stage, observers: createObservers(stage.store, stage.clock) };
}

const at = (days: number) => new Date(START.getTime() + days * DAY);
const code = async (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

async function told(who = maria): Promise<readonly string[]> {
  const rows = await stage.database.sql<{ data: { what: string; count: number } }>(
    `SELECT data FROM delivery WHERE kind = 'observed' AND person_id = $1 ORDER BY owed_at, id`,
    who.person.id,
  );
  return rows.map(({ data }) => `${data.what} ${String(data.count)}`);
}

test('a learner asks, an admin confirms, the observer agrees: only then they see anything, and only until it ends', async () => {
  const { lena, theo, grace, ada, observers, book, store } = await begin();
  const id = await book(at(2));
  const sees = async (who: Actor) =>
    maySee(
      who,
      (await store.session(id)) ??
        (() => {
          throw new Error('gone');
        })(),
    );
  const asked = await observers.ask(lena, lena.person.id, maria.person.id);
  expect(await stage.owed('observer-asked')).toEqual(['moderation of discord', 'moderation of slack']);
  expect(await code(observers.ask(lena, lena.person.id, maria.person.id))).toBe('observer-already');
  expect(await code(observers.ask(lena, lena.person.id, lena.person.id))).toBe('observes-self');
  expect(await code(observers.ask(theo, lena.person.id, maria.person.id))).toBe('only-admins');
  await observers.agree(maria, asked.id);
  expect(await sees(maria)).toBe(false);
  expect(await code(observers.confirm(maria, asked.id))).toBe('only-admins');
  await observers.confirm(grace, asked.id);
  expect(await sees(maria)).toBe(false);
  // Nobody agrees for them, and whoever is none of the two does not learn of it.
  expect(await code(observers.agree(lena, asked.id))).toBe('changed');
  expect(await code(observers.end(ada, asked.id))).toBe('changed');
  await observers.agree(maria, asked.id);
  expect(await sees(maria)).toBe(true);
  expect(await sees(ada)).toBe(false);
  for (const by of [maria, lena, grace]) {
    const [one] = await store.observersOf(lena.person.id);
    await observers.end(by, one?.id ?? '');
    expect(await sees(maria)).toBe(false);
    const next = await observers.ask(grace, lena.person.id, maria.person.id);
    await observers.agree(maria, next.id);
    expect(await sees(maria)).toBe(true);
  }
});

test('whoever blocks their observer is observed no more, and cannot be again', async () => {
  const { lena, grace, observers, book, store, clock } = await begin();
  const id = await book(at(2));
  const { id: observer } = await observers.ask(grace, lena.person.id, maria.person.id);
  await observers.agree(maria, observer);
  await createBlocks(store, clock).block(lena, maria.person.id);
  expect((await store.session(id))?.observers).toEqual([]);
  expect(await code(observers.ask(grace, lena.person.id, maria.person.id))).toBe('unknown-person');
});

test('an observer is told of confirmations, changes and outcomes, cancels for the learner, and does nothing else', async () => {
  const { lena, theo, grace, observers, book, request, sessions, feedback, series, store } = await begin();
  const { id: observer } = await observers.ask(grace, lena.person.id, maria.person.id);
  await observers.agree(maria, observer);
  const first = await request(at(2));
  expect(await told()).toEqual([]);
  await sessions.confirm(theo, first, 1, 'jitsi');
  await sessions.move(grace, first, at(2.2));
  expect(await told()).toEqual(['confirmed 1', 'moved 1']);
  const session = await store.session(first);
  if (!session) throw new Error('there is no session');
  for (const act of ['confirm', 'move', 'join', 'rate', 'propose', 'end', 'message'] as const)
    expect(may(maria, act, session, stage.clock()).isAllowed, act).toBe(false);
  stage.moveTo(at(2.2).getTime() - HOUR);
  await sessions.cancel(maria, first, 'Lena is ill');
  expect(await store.session(first)).toMatchObject({ state: 'cancelled', cancelledLate: true });
  expect(await stage.owed('cancelled')).toEqual(['Lena', 'Theo']);
  // Who did it knows.
  expect(await told()).toHaveLength(2);
  const held = await book(at(4));
  await stage.tickAt(at(4.5));
  for (const by of [lena, theo])
    await feedback.give(by, held, { claim: 'took-place', rating: undefined, comment: undefined, notes: undefined });
  expect((await told()).slice(2)).toEqual(['confirmed 1', 'outcome 1']);

  const wish = { tutor: theo.person.id, subject: 'Algebra', startsAt: at(9), lengthMinutes: 60, note: '', zone: 'UTC' };
  const repeat = { every: 'week', end: { times: 4 } } as const;
  const { id } = await series.request(lena, { ...wish, repeat, skips: [], moves: new Map() });
  await series.confirm(theo, id, seenKey(await store.sessionsOfSeries(id)), 'jitsi');
  expect((await told()).slice(4)).toEqual(['confirmed 4']);
});

test('an observer hears that the learner has left a group, which goes on', async () => {
  const { lena, theo, grace, observers, groups } = await begin();
  const { id: observer } = await observers.ask(grace, lena.person.id, maria.person.id);
  await observers.agree(maria, observer);
  const plan = {
    ...{ tutor: theo.person.id, subject: 'Algebra', startsAt: at(3), lengthMinutes: 60, capacity: 3, minimum: 1 },
    ...{ minimumUntil: at(2), note: '', platform: 'jitsi' },
  };
  const { id } = await groups.open(theo, plan);
  await groups.enrol(lena, id);
  await groups.leave(lena, id);
  expect(await told()).toEqual(['confirmed 1', 'cancelled 1']);
});

test('an observer takes their learner out of a group, and nobody else’s; the learner and their other observers hear of it', async () => {
  const { lena, theo, grace, observers, groups } = await begin();
  const paul = await stage.meet('Paul');
  for (const one of [maria, paul])
    await observers.agree(one, (await observers.ask(grace, lena.person.id, one.person.id)).id);
  const plan = {
    ...{ tutor: theo.person.id, subject: 'Algebra', startsAt: at(3), lengthMinutes: 60, capacity: 3, minimum: 1 },
    ...{ minimumUntil: at(2), note: '', platform: 'jitsi' },
  };
  const { id } = await groups.open(theo, plan);
  expect(await code(groups.takeOut(maria, id, lena.person.id))).toBe('no-such-session');
  await groups.enrol(lena, id);
  await groups.enrol(grace, id);
  expect(await code(groups.takeOut(maria, id, grace.person.id))).toBe('not-in');
  expect(await code(groups.takeOut(theo, id, lena.person.id))).toBe('not-yours');
  expect(await code(groups.takeOut(maria, id, lena.person.id))).toBe('done');
  const { store } = stage;
  const left = await store.session(id);
  expect(left?.state).toBe('confirmed');
  expect(left?.participants.map(({ person }) => person)).not.toContain(lena.person.id);
  expect(await stage.owed('taken-out')).toEqual(['Lena']);
  // Whoever else observes them hears of it; who did it knows.
  expect(await told(paul)).toEqual(['confirmed 1', 'cancelled 1']);
  expect(await told(maria)).toEqual(['confirmed 1']);
  expect(await code(groups.takeOut(maria, id, lena.person.id))).toBe('no-such-session');
});
