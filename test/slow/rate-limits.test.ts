import { afterEach, expect, test } from 'vitest';
import { REQUEST_CARDS_AT_ONCE } from '../../src/core/limits.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { someParticipant, someSession } from '../store/some.ts';
import type { Human } from '../world/human.ts';
import { createWorld, type World } from '../world/world.ts';

const HOUR = 3_600_000;

let world: World;
afterEach(() => world.stop());

const numbered = (count: number) => Array.from({ length: count }, (_, nr) => `wish ${String(nr).padStart(3, '0')}`);

/** As if so many learners had asked the same tutor at the same moment. */
async function isAskedByMany(tutor: Human, subjects: readonly string[]): Promise<void> {
  const { app, lena, now } = world;
  const { person: learner } = await world.actor(lena);
  const { person } = await world.actor(tutor);
  const sessions = subjects.map((subject, nr) =>
    someSession(learner.id, person.id, {
      organization: learner.organization,
      subject,
      startsAt: new Date(now().getTime() + (nr + 100) * HOUR),
      endsAt: new Date(now().getTime() + (nr + 101) * HOUR),
      participants: [someParticipant(learner.id, 'learner'), someParticipant(person.id, 'tutor')],
      requestedAt: now(),
    }),
  );
  await app.store.transaction(async (tx) => {
    for (const session of sessions) {
      await tx.addSession(session);
      await tx.owe([{ kind: 'request', to: { person: person.id }, about: sessionSubject(session.id) }], now());
    }
  });
}

/** Messages one after the other that nothing makes a list of: as if so many sessions had been cancelled. */
async function isToldMuch(tutor: Human, subjects: readonly string[]): Promise<void> {
  const { app, lena, now } = world;
  const { person: learner } = await world.actor(lena);
  const { person } = await world.actor(tutor);
  await app.store.transaction(async (tx) => {
    for (const [nr, subject] of subjects.entries()) {
      const session = someSession(learner.id, person.id, {
        organization: learner.organization,
        state: 'cancelled',
        subject,
        startsAt: new Date(now().getTime() + (nr + 100) * HOUR),
        endsAt: new Date(now().getTime() + (nr + 101) * HOUR),
        participants: [someParticipant(learner.id, 'learner'), someParticipant(person.id, 'tutor')],
      });
      await tx.addSession(session);
      await tx.owe([{ kind: 'cancelled', to: { person: person.id }, about: sessionSubject(session.id) }], now());
    }
  });
}

const wishesOn = (text: string) => text.match(/wish \d{3}/g) ?? [];
const wishes = (tutor: Human) => tutor.messages().flatMap(wishesOn);
/** What Theo was sent, more than a screen holds. */
function inSlack(): string[] {
  const { conversations } = (world.slack.dump() as { workspace: { conversations: { messages: { text: string }[] }[] } })
    .workspace;
  return conversations.flatMap(({ messages }) => messages.flatMap(({ text }) => wishesOn(text)));
}
/** Waits for as long as more of it comes: how much that is in a second is up to the machine, too. */
async function arrives(count: () => number, wanted: number): Promise<void> {
  while (count() < wanted) await expect.poll(count, { interval: 200 }).toBeGreaterThan(count());
}
const posts = () =>
  world.traffic.filter(({ method, path }) => method === 'POST' && /chat\.postMessage|\/messages$/.test(path));

test('somebody who has to be told five hundred things at once gets each, once and in order, at one a second for a channel', async () => {
  // A second is a fiftieth of one.
  world = await createWorld({ rateLimits: 50, isSlackStrict: true });
  const all = numbered(500);
  const few = numbered(60);
  await Promise.all([isToldMuch(world.theo, all), isToldMuch(world.jonas, few)]);
  await arrives(() => inSlack().length, all.length);
  await arrives(() => wishes(world.jonas).length, few.length);
  await world.settled();
  expect(inSlack()).toEqual(all);
  expect(wishes(world.jonas)).toEqual(few);
  expect(world.faults).toEqual([]);
  // Nothing was written over: what was not sent because it was too early was not taken for sent.
  const edits = world.traffic.filter(({ method, path }) => method === 'PATCH' || path.endsWith('chat.update'));
  expect(edits).toEqual([]);
});

test.each(['theo', 'jonas'] as const)(
  'five hundred who ask %s at once: one list takes the place of the cards, shows each request once and in order, and stays true',
  async (name) => {
    world = await createWorld({ rateLimits: 50, isSlackStrict: true });
    const tutor = world[name];
    const all = numbered(500);
    await isAskedByMany(tutor, all);
    await tutor.waitsFor('You have 500 requests');
    await world.settled();
    expect(tutor.messages().filter((message) => message.includes('You have'))).toHaveLength(1);
    expect(posts()).toHaveLength(1);

    const listed = () => tutor.messages().findLast((message) => message.includes('You have')) ?? '';
    const seen = [...wishesOn(listed())];
    while (seen.length < all.length) {
      await tutor.presses('More');
      const before = seen.length;
      await expect.poll(() => wishesOn(listed())[0]).toBe(all[before]);
      seen.push(...wishesOn(listed()));
    }
    expect(seen).toEqual(all);
    expect(world.faults).toEqual([]);
  },
);

test('a list of requests: one is opened and answered, those on it are confirmed together, and what comes later rings', async () => {
  world = await createWorld();
  const { theo, app } = world;
  const all = numbered(REQUEST_CARDS_AT_ONCE + 3);
  await isAskedByMany(theo, all);
  await theo.waitsFor('You have');
  await world.settled();
  const listed = () => theo.messages().findLast((message) => message.includes('You have')) ?? '';
  const [opened = ''] = wishesOn(listed());
  await theo.presses('Open');
  await theo.waitsFor('asks you for a session');
  expect(theo.messages().at(-1)).toContain(opened);
  await theo.presses('Confirm');
  await world.settled();
  expect(wishesOn(listed())).not.toContain(opened);

  // One more has a card of its own, and while many wait the list takes them in.
  await isAskedByMany(theo, ['wish 900']);
  await world.settled();
  expect(wishesOn(theo.messages().at(-1) ?? '')).toEqual(['wish 900']);

  await theo.presses('Confirm these 6');
  await theo.waitsFor('You confirmed 6');
  await world.settled();
  expect(wishesOn(listed())).toEqual(['wish 007']);
  const left = await app.store.sessions({ states: ['requested'] });
  expect(left.map(({ subject }) => subject).toSorted()).toEqual(['wish 007', 'wish 900']);
  expect(world.faults).toEqual([]);
});
