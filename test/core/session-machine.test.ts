import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFeedback } from '../../src/core/outcome/feedback.ts';
import { createDue } from '../../src/core/owing/due.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { createSessions } from '../../src/core/session/sessions.ts';
import type { Store } from '../../src/core/store.ts';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import { SILENT } from '../jobs/with-jobs.ts';
import {
  type Deed,
  follow,
  holdersOf,
  LENGTH_MINUTES,
  type Model,
  type ModelPerson,
  type ModelSession,
  participantsOf,
  ratingsOf,
} from './model.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-03-02T08:00:00Z');

const RUNS = 25;
const DEEDS_MOST = 30;

/** Who there is: learners, tutors, one who is both, an admin, a stranger, and the admin of another organization. */
const CAST = {
  Lena: { organization: 'school', teaches: false, isAdmin: false },
  Mia: { organization: 'school', teaches: false, isAdmin: false },
  Theo: { organization: 'school', teaches: true, isAdmin: false },
  Ada: { organization: 'school', teaches: true, isAdmin: false },
  Grace: { organization: 'school', teaches: false, isAdmin: true },
  Sam: { organization: 'school', teaches: false, isAdmin: false },
  Otto: { organization: 'elsewhere', teaches: false, isAdmin: true },
} as const;
type Name = keyof typeof CAST;

/** What is drawn by chance: whom and what exactly it means is told when its turn comes, so that much of it is possible. */
const oneOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const session = fc.nat({ max: 2 });
const anybody = fc.oneof(
  { weight: 5, arbitrary: oneOf('learner', 'tutor', 'asked') },
  { weight: 3, arbitrary: oneOf('Grace', 'Otto', 'Sam') },
  { weight: 2, arbitrary: oneOf('Lena', 'Theo', 'Ada') },
);
const opinion = {
  claim: oneOf('took-place', 'took-place', 'learner-missing', 'tutor-missing'),
  rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
} as const;
const press = fc.oneof(
  fc.record({ kind: oneOf('confirm', 'decline'), role: anybody, session, isStale: fc.boolean() }),
  fc.record({ kind: oneOf('join', 'join', 'end', 'cancel', 'nudge'), role: anybody, session }),
  fc.record({ kind: oneOf('feedback'), role: anybody, session, ...opinion }),
);
const request = fc.record({
  kind: oneOf('request'),
  by: oneOf<Name>('Lena', 'Lena', 'Mia', 'Ada'),
  tutor: oneOf('Theo', 'Ada', undefined),
  // Half hours, some of them past, so that sessions often overlap; and one beyond the horizon.
  halfHours: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -1, max: 8 }) }, { weight: 1, arbitrary: oneOf(3000) }),
});
const chance = fc.oneof(
  { weight: 3, arbitrary: request },
  // What comes next on a session's usual way, so that many get far.
  { weight: 14, arbitrary: fc.record({ kind: oneOf('onward'), session, ...opinion }) },
  { weight: 6, arbitrary: press },
  // Everything about this session that the table does not allow now is tried, by everybody.
  { weight: 1, arbitrary: fc.record({ kind: oneOf('impossible'), session }) },
  { weight: 3, arbitrary: fc.record({ kind: oneOf('tick') }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: oneOf('wait'), minutes: oneOf(5, 60, 13 * 60, 49 * 60, 73 * 60, 8 * 24 * 60) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: oneOf('wait-for'), session, what: oneOf('door', 'start', 'late', 'end', 'grace') }),
  },
  // Two people press at the same moment, about the same session.
  { weight: 3, arbitrary: fc.record({ kind: oneOf('race'), session, first: press, second: press }) },
);
type Press = typeof press extends fc.Arbitrary<infer T> ? T : never;
type Chance = typeof chance extends fc.Arbitrary<infer T> ? T : never;

test('whatever people and the clock do, in whatever order, the core does what the table says and nothing else', {
  timeout: 600_000,
}, async () => {
  const fresh = await freshDatabase('embedded');
  const cast = await meetAll(fresh.store);
  const inAnyOrder = fc.array(chance, { minLength: DEEDS_MOST, maxLength: DEEDS_MOST, size: 'max' });
  await fc.assert(
    fc.asyncProperty(request, inAnyOrder, async (first, chances) => {
      await fresh.database.prisma.$executeRaw`TRUNCATE session CASCADE`;
      await fresh.database.prisma.tutor.updateMany({ data: { ratingSum: 0, ratingCount: 0 } });
      const play = await setStage(fresh, cast);
      for (const one of [first, ...chances]) await play(one);
    }),
    { numRuns: RUNS },
  );
  await fresh.drop();
});

/** The people by their names, each as an actor and as the model sees them. */
type Cast = ReadonlyMap<string, { readonly actor: Actor; readonly person: ModelPerson }>;

async function meetAll(store: Store): Promise<Cast> {
  const cast = new Map<string, { actor: Actor; person: ModelPerson }>();
  for (const [name, more] of Object.entries(CAST)) {
    const actor = await recognise(store, name, more);
    cast.set(name, { actor, person: { id: actor.person.id, ...more } });
  }
  return cast;
}

/** An empty database and a model of it: what is played happens to both, and they are compared. */
async function setStage(fresh: FreshDatabase, cast: Cast): Promise<(one: Chance) => Promise<void>> {
  const { store } = fresh;
  let model: Model = { now: START, people: [...cast.values()].map(({ person }) => person), sessions: [] };
  const clock = () => new Date(model.now);
  const sessions = createSessions(store, clock, { most: 1000, perTutor: 1000 });
  const feedback = createFeedback(store, clock);
  const due = createDue({ store, clock, log: SILENT });
  /** The sessions' ids, in the order of their requests. */
  const ids: string[] = [];
  let seen = await look(fresh, ids);

  /** Does it to the core; false when that refuses it. */
  async function does(deed: Deed): Promise<boolean> {
    try {
      await doIt(deed);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  async function doIt(deed: Deed): Promise<unknown> {
    const id = 'session' in deed ? (ids[deed.session] ?? 'none') : '';
    const actor = 'by' in deed ? actorOf(deed.by) : undefined;
    switch (deed.kind) {
      case 'wait':
        return;
      case 'tick':
        return due();
      case 'room':
        return store.transaction((tx) => tx.setMeeting(id, someMeeting(clock())));
    }
    if (!actor) throw new Error('somebody must do it');
    switch (deed.kind) {
      case 'request': {
        const wish = { tutor: deed.tutor, subject: 'algebra', lengthMinutes: LENGTH_MINUTES, note: '' };
        return ids.push((await sessions.request(actor, { ...wish, startsAt: new Date(deed.startsAt) })).id);
      }
      case 'confirm':
        return sessions.confirm(actor, id, deed.version, 'jitsi');
      case 'decline':
        return sessions.decline(actor, id, deed.version, 'No time.');
      case 'cancel':
        return sessions.cancel(actor, id, 'Ill.');
      case 'join':
        return sessions.join(actor, id);
      case 'end':
        return sessions.end(actor, id);
      case 'nudge':
        return sessions.nudge(actor, id);
      case 'feedback': {
        const { claim, rating } = deed;
        return feedback.give(actor, id, { claim, rating, comment: undefined, notes: undefined });
      }
    }
  }

  function actorOf(by: ModelPerson): Actor {
    const found = [...cast.values()].find(({ person }) => person.id === by.id);
    if (!found) throw new Error(`nobody is ${by.id}`);
    return { ...found.actor, isAdmin: by.isAdmin };
  }

  function named(name: string): ModelPerson {
    const found = cast.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found.person;
  }

  /** Whom and what it means now; undefined while there is no session that it could be about. */
  function meant(one: Exclude<Chance, { kind: 'race' | 'impossible' }>): Deed | undefined {
    switch (one.kind) {
      case 'tick':
        return { kind: 'tick' };
      case 'wait':
        return { kind: 'wait', until: model.now + one.minutes * MINUTE };
      case 'request': {
        const startsAt = Math.ceil(model.now / HOUR) * HOUR + one.halfHours * 30 * MINUTE;
        const tutor = one.tutor === undefined ? undefined : named(one.tutor).id;
        return { kind: 'request', by: named(one.by), tutor, startsAt };
      }
    }
    if (model.sessions.length === 0) return undefined;
    const number = one.session % model.sessions.length;
    const about = model.sessions[number];
    if (!about) return undefined;
    switch (one.kind) {
      case 'wait-for':
        return waitFor(about, one.what);
      case 'onward':
        return onward(about, number, one);
    }
    const by = whoIs(one.role, about);
    switch (one.kind) {
      case 'confirm':
      case 'decline':
        return { kind: one.kind, by, session: number, version: about.version - (one.isStale ? 1 : 0) };
      case 'cancel':
      case 'join':
      case 'end':
      case 'nudge':
        return { kind: one.kind, by, session: number };
      case 'feedback': {
        return { kind: 'feedback', by, session: number, ...worded(one) };
      }
    }
  }

  function waitFor(about: ModelSession, what: 'door' | 'start' | 'late' | 'end' | 'grace'): Deed {
    const minutes = { door: -15, start: 0, late: 20, end: LENGTH_MINUTES, grace: LENGTH_MINUTES + 15 }[what];
    return { kind: 'wait', until: Math.max(model.now, about.startsAt + minutes * MINUTE) };
  }

  function onward(
    about: ModelSession,
    number: number,
    opinion: Pick<Chance & { kind: 'onward' }, 'claim' | 'rating'>,
  ): Deed | undefined {
    const by = (id: string | undefined) => model.people.find((one) => one.id === id) ?? named('Sam');
    const next = (left: Readonly<Record<string, unknown>> | readonly string[]) =>
      by(participantsOf(about).find((id) => (Array.isArray(left) ? !left.includes(id) : !(id in left))));
    const isThere = about.joined.length === 2;
    switch (about.state) {
      case 'requested':
        return { kind: 'confirm', by: by(about.tutor ?? about.asked[0]), session: number, version: about.version };
      case 'confirmed':
        if (!about.hasRoom) return { kind: 'room', session: number };
        if (model.now < about.startsAt - 15 * MINUTE) return waitFor(about, 'door');
        if (isThere) return model.now < about.startsAt ? waitFor(about, 'start') : { kind: 'tick' };
        if (model.now < about.endsAt) return { kind: 'join', by: next(about.joined), session: number };
        return model.now < about.endsAt + 15 * MINUTE ? waitFor(about, 'grace') : { kind: 'tick' };
      case 'started':
        return { kind: 'end', by: by(about.tutor), session: number };
      default:
        if (about.endedAt === undefined || Object.keys(about.claims).length === 2) return undefined;
        return { kind: 'feedback', by: next(about.claims), session: number, ...worded(opinion) };
    }
  }

  function worded({ claim, rating }: Pick<Deed & { kind: 'feedback' }, 'claim' | 'rating'>) {
    return { claim, rating: claim === 'took-place' ? rating : undefined };
  }

  function whoIs(role: Press['role'], about: ModelSession): ModelPerson {
    const id = { learner: about.learner, tutor: about.tutor ?? about.asked[0], asked: about.asked.at(-1) };
    const wanted = role in id ? id[role as keyof typeof id] : named(role).id;
    return model.people.find((one) => one.id === wanted) ?? named('Sam');
  }

  function compare(after: Awaited<ReturnType<typeof look>>, expected: Model, context: string): void {
    expect(after.told, context).toEqual(tell(expected));
    for (const [index, { version, state }] of after.sessions.entries()) {
      const before = seen.sessions[index];
      const hasMoved = before !== undefined && before.state !== state;
      if (before) expect(version > before.version, `${context}: the version grows with the state`).toBe(hasMoved);
    }
    seen = after;
  }

  async function playOne(deed: Deed): Promise<void> {
    const context = JSON.stringify(deed);
    const next = follow(model, deed);
    if (deed.kind === 'wait') {
      model = next ?? model;
      return;
    }
    expect(await does(deed), `${context} is done`).toBe(next !== undefined);
    const after = await look(fresh, ids);
    if (next === undefined) expect(after, `${context} was refused, so nothing changes`).toEqual(seen);
    compare(after, next ?? model, context);
    model = next ?? model;
  }

  /** Two at once are one after the other, in one of the two orders. */
  async function playRace(first: Deed, second: Deed): Promise<void> {
    const inOrder = (deeds: readonly Deed[]) => {
      const isDone = new Map<Deed, boolean>();
      let reached = model;
      for (const deed of deeds) {
        const next = follow(reached, deed);
        isDone.set(deed, next !== undefined);
        reached = next ?? reached;
      }
      return { reached, done: [isDone.get(first), isDone.get(second)] };
    };
    const done = await Promise.all([does(first), does(second)]);
    const after = await look(fresh, ids);
    const { told } = after;
    const possible = [inOrder([first, second]), inOrder([second, first])];
    const found = possible.find(
      (one) => JSON.stringify([one.done, tell(one.reached)]) === JSON.stringify([done, told]),
    );
    expect({ done, told }, `${JSON.stringify([first, second])} at once`).toEqual(
      found ? { done, told } : { done: possible[0]?.done, told: tell(possible[0]?.reached ?? model) },
    );
    model = found?.reached ?? model;
    compare(after, model, 'a race');
  }

  /** Refused, all of it, without a trace. */
  async function tryImpossible(number: number): Promise<void> {
    const about = model.sessions[number % model.sessions.length];
    if (!about) return;
    const at = { session: number % model.sessions.length };
    const everything = model.people.flatMap((by): readonly Deed[] => [
      { kind: 'confirm', by, ...at, version: about.version },
      { kind: 'confirm', by, ...at, version: about.version - 1 },
      { kind: 'decline', by, ...at, version: about.version },
      { kind: 'cancel', by, ...at },
      { kind: 'join', by, ...at },
      { kind: 'end', by, ...at },
      { kind: 'nudge', by, ...at },
      { kind: 'feedback', by, ...at, claim: 'took-place', rating: 5 },
    ]);
    for (const deed of everything.filter((one) => follow(model, one) === undefined))
      expect(await does(deed), `${JSON.stringify(deed)} in ${about.state} is done`).toBe(false);
    expect(await look(fresh, ids), 'what is refused leaves no trace').toEqual(seen);
  }

  return async (one) => {
    if (one.kind === 'impossible') return tryImpossible(one.session);
    if (one.kind !== 'race') {
      const deed = meant(one);
      return deed && playOne(deed);
    }
    const [first, second] = [one.first, one.second].map((deed) => meant({ ...deed, session: one.session }));
    if (first && second) await playRace(first, second);
  };
}

async function recognise(store: Store, name: string, { organization, teaches }: (typeof CAST)[Name]): Promise<Actor> {
  const sighting = { organization, chat: 'slack', space: 'T1', userId: `U-${name}`, name, zone: 'Europe/Berlin' };
  const { person, account } = await store.recognise(sighting, new Date(START));
  if (teaches) {
    const offer = { bio: '', subjects: ['Algebra'], lengths: [LENGTH_MINUTES], weeklyHours: [], isPaused: false };
    await store.transaction((tx) =>
      tx.saveOffer(person, { ...offer, defaultPlatform: undefined, ownRoom: undefined, platformAccount: undefined }),
    );
  }
  return { person, account, isAdmin: false };
}

function someMeeting(madeAt: Date) {
  const url = 'https://meet.example.org/room';
  return {
    platform: 'jitsi',
    meetingId: 'room',
    url,
    passcode: undefined,
    host: undefined,
    madeAt,
    fallback: undefined,
  };
}

/** Everything that the model speaks of, in its terms. */
function tell(model: Model) {
  return {
    sessions: model.sessions.map((one) => ({
      state: one.state,
      version: one.version,
      tutor: one.tutor,
      asked: one.tutor === undefined ? one.asked : [],
      participants: participantsOf(one).map((person) => ({
        person,
        hasJoined: one.joined.includes(person),
        claim: one.claims[person],
        rating: one.ratings[person],
        outcome: person === one.learner ? one.outcome : undefined,
      })),
      endedAt: one.endedAt,
      audit: one.audit,
    })),
    holds: model.sessions
      .flatMap((one) => holdersOf(one).map((person) => `${person} ${one.startsAt} ${one.endsAt}`))
      .toSorted(),
    ratings: model.people
      .filter((one) => one.teaches)
      .map(({ id }) => {
        const all = ratingsOf(model, id);
        return { tutor: id, sum: all.reduce((sum, one) => sum + one, 0), count: all.length };
      }),
  };
}

/** What the database holds: whole, and told as the model tells it. */
async function look({ store, database: { prisma } }: FreshDatabase, ids: readonly string[]) {
  const [all, audit, holds, teachers] = await Promise.all([
    store.sessions({}),
    prisma.audit.findMany({ orderBy: { id: 'asc' } }),
    prisma.hold.findMany({ orderBy: { id: 'asc' } }),
    prisma.tutor.findMany({ include: { person: true } }),
  ]);
  const sessions = all.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  expectNoOverlap(holds);
  const order = Object.keys(CAST);
  return {
    sessions,
    audit,
    holds,
    told: {
      sessions: sessions.map((one) => ({
        state: one.state as string,
        version: one.version,
        tutor: one.tutor,
        asked: one.tutor === undefined ? one.candidates.toSorted() : [],
        participants: one.participants.map(({ person, joinedAt, claim, rating, outcome }) => ({
          person,
          hasJoined: joinedAt !== undefined,
          claim,
          rating,
          outcome,
        })),
        endedAt: one.endedAt?.getTime(),
        audit: audit
          .filter((entry) => entry.subjectId === one.id)
          .map(({ event, by, from, to }) => `${event} ${by}: ${from ?? '-'} > ${to}`),
      })),
      holds: holds.map((one) => `${one.personId} ${one.startsAt.getTime()} ${one.endsAt.getTime()}`).toSorted(),
      ratings: teachers
        .toSorted((a, b) => order.indexOf(a.person.name) - order.indexOf(b.person.name))
        .map(({ personId, ratingSum, ratingCount }) => ({ tutor: personId, sum: ratingSum, count: ratingCount })),
    },
  };
}

function expectNoOverlap(holds: readonly { personId: string; startsAt: Date; endsAt: Date }[]): void {
  for (const [index, one] of holds.entries()) {
    const other = holds.slice(index + 1).find((two) => two.personId === one.personId);
    if (other)
      expect(one.endsAt <= other.startsAt || other.endsAt <= one.startsAt, 'nobody is in two sessions').toBe(true);
  }
}
