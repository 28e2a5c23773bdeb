import { afterEach, expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { someParticipant, someSession } from '../store/some.ts';
import type { Human } from '../world/human.ts';
import { createWorld, type World } from '../world/world.ts';

/** Four times as many as a channel takes at once. */
const ASKED = 20;

let world: World;
afterEach(() => world.stop());

/** As if so many learners had asked the same tutor at the same moment. */
async function isAskedByMany(tutor: Human): Promise<void> {
  const { app, lena, now } = world;
  const { person: learner } = await world.actor(lena);
  const { person } = await world.actor(tutor);
  const sessions = Array.from({ length: ASKED }, (_, nr) =>
    someSession(learner.id, person.id, {
      organization: learner.organization,
      note: `wish ${String(nr).padStart(2, '0')}`,
      startsAt: new Date(now().getTime() + (nr + 100) * 3_600_000),
      endsAt: new Date(now().getTime() + (nr + 101) * 3_600_000),
      participants: [someParticipant(learner.id, 'learner'), someParticipant(person.id, 'tutor')],
      requestedAt: now(),
    }),
  );
  for (const session of sessions) {
    await app.store.transaction(async (tx) => {
      await tx.addSession(session);
      await tx.owe([{ kind: 'request', to: { person: person.id }, about: sessionSubject(session.id) }], now());
    });
  }
}

const wishes = (tutor: Human) => tutor.messages().flatMap((message) => message.match(/wish \d\d/g) ?? []);

test('a tutor whom many ask at once gets every request, once and in order, at the pace that the chat allows', async () => {
  world = await createWorld({ rateLimits: 10 });
  const { theo, jonas } = world;
  const all = Array.from({ length: ASKED }, (_, nr) => `wish ${String(nr).padStart(2, '0')}`);
  await Promise.all([isAskedByMany(theo), isAskedByMany(jonas)]);
  await expect
    .poll(() => [theo, jonas].map((tutor) => wishes(tutor).length), { timeout: 20_000 })
    .toEqual([ASKED, ASKED]);
  await world.settled();
  expect(wishes(theo)).toEqual(all);
  expect(wishes(jonas)).toEqual(all);
  expect(world.faults).toEqual([]);
  // Nothing was written over: it was told once and stays.
  const edits = world.traffic.filter(({ method, path }) => method === 'PATCH' || path.endsWith('chat.update'));
  expect(edits).toEqual([]);
});
