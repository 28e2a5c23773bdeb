import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { wordsFor } from '../../src/conversation/languages/index.ts';
import { plain } from '../../src/conversation/say.ts';
import { newId } from '../../src/core/id.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Actor } from '../../src/core/people/person.ts';
import type { Session } from '../../src/core/session/session.ts';
import { handlers } from '../../src/features/index.ts';
import { someCommunity } from '../store/some.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

const MINUTE = 60_000;

let world: World;
afterEach(() => world.stop());

/** Whatever a handler asks for beside a session or somebody, so that it goes as far as it can. */
const REST = {
  version: '1',
  platform: 'jitsi',
  choice: 'jitsi',
  seen: 'x',
  reason: 'x',
  url: 'https://rooms.example.org/x',
  item: 'sound',
  agrees: 'no',
  rating: '5',
  missing: 'tutor',
  outcome: 'took-place',
  when: '2026-12-09T10:00:00Z',
  subject: 'Algebra',
  length: '60',
  every: 'week',
  long: '10',
  minutes: '5',
  learner: 'somebody',
  at: '2026-12-09T10:00:00.000Z',
};
const isAboutSession = (name: string) => {
  const input = handlers[name]?.input;
  return (
    input instanceof z.ZodObject && 'session' in input.shape && !input.shape['session'].safeParse(undefined).success
  );
};
const gone = plain(wordsFor('en').refusals['no-such-session']({}, undefined), String);

/** An admin and tutor of another organization in the same database: nobody may do more. */
async function otto(): Promise<Actor> {
  const { app } = world;
  await someCommunity(app.store, 'slack', { id: newId(), space: 'TOTHER', organization: 'college' });
  // What is known of communities is asked anew.
  await world.moveTo(world.now().getTime() + MINUTE);
  const sighting = { chat: 'slack', space: 'TOTHER', userId: 'UOTTO', name: 'Otto', locale: 'en-US' };
  const by = await app.reception.recognise(sighting, true);
  if (!by) throw new Error('the other organization is not known');
  const offer = { bio: '', subjects: ['Chess'], lengths: [60], weeklyHours: [], isPaused: false };
  const rest = { defaultPlatform: undefined, ownRoom: undefined, platformAccount: undefined };
  await app.store.transaction((tx) => tx.saveOffer(by.person, { ...offer, ...rest }));
  return by;
}

async function asked(): Promise<Session> {
  await books(world.lena, world.theo.name);
  await world.settled();
  const [session] = await world.app.store.sessions({});
  if (!session) throw new Error('nothing was asked');
  return session;
}

test('to another organization a session does not exist, whatever its admin sends', async () => {
  world = await createWorld();
  const { app } = world;
  const session = await asked();
  const by = await otto();
  const about = Object.keys(handlers).filter(isAboutSession);
  expect(about.length).toBeGreaterThan(15);
  for (const handler of about) {
    const answers = [];
    for (const id of [session.id, newId()]) {
      const input = { ...REST, session: id };
      answers.push(JSON.stringify(await app.reception.submit(by, handler, input)));
      if (app.reception.hasForm(handler))
        answers.push(JSON.stringify(await app.reception.open(by, handler, { session: id }, 'all')));
    }
    for (const answer of answers) expect(answer, handler).toContain(gone);
  }
  expect(await app.store.session(session.id)).toEqual(session);
  expect(await app.store.auditOf(sessionSubject(session.id))).toHaveLength(1);
  expect(world.faults).toEqual([]);
});

test('nor do its people, its tutors and what was kept for them', async () => {
  world = await createWorld();
  const { app, lena, theo } = world;
  const session = await asked();
  const [learner, tutor] = [await world.actor(lena), await world.actor(theo)];
  const draft = await app.reception.keep(learner, 'book', { subject: 'Algebra', note: 'Quadratics' });
  const by = await otto();
  const names = /Lena|Theo|Ada|Algebra|Quadratic/;
  for (const [handler, input] of [
    ['book', { tutor: tutor.person.id, subject: '', when: REST.when }],
    ['book', { draft }],
    ['book-chosen', { draft, choice: REST.when }],
    ['meet', { person: learner.person.id, platform: 'jitsi' }],
    ['meet', { person: `slack:${lena.userId}`, platform: 'jitsi' }],
    ['meet', { person: lena.name, platform: 'jitsi' }],
    ['tutors', {}],
    ['tutoring-sessions', {}],
    ['sessions', {}],
  ] as const) {
    const answer = JSON.stringify(await app.reception.submit(by, handler, input));
    expect(answer.replaceAll(lena.name, ''), handler).not.toMatch(names);
  }
  for (const [handler, one] of Object.entries(handlers))
    for (const field of Object.keys(one.suggest ?? {})) {
      const found = await app.reception.suggest(by, handler, field, '', {});
      expect(JSON.stringify(found), `${handler} ${field}`).not.toMatch(names);
    }
  expect(JSON.stringify(await app.reception.home(by))).not.toMatch(names);
  expect(await app.store.sessions({})).toEqual([session]);
  expect(world.faults).toEqual([]);
});
