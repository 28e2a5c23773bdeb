import { afterEach, expect, test } from 'vitest';
import { LEARNER_ROLE_ID } from '../../sandbox/discord/place.ts';
import { LEARNERS } from '../../sandbox/slack/defaults.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

test('only those whom their community lets ask for sessions do: by a role there, by a user group here', async () => {
  world = await createWorld();
  const { lena, mateo, theo, grace, noor, lucia, priya } = world;
  for (const [admin, group] of [
    [grace, LEARNERS.id],
    [priya, `<@&${LEARNER_ROLE_ID}>`],
  ] as const) {
    await admin.types('/tutoring status');
    await admin.waitsFor('Who may ask');
    await admin.presses('Who may ask');
    await admin.waitsFor('dialog: Who may ask');
    await admin.fills({ group });
    await admin.waitsFor('only they, and admins, may ask');
  }
  await books(lena, theo.name, '2026-12-02 17:00');
  await books(noor, theo.name, '2026-12-03 17:00');
  await mateo.types('/now', { subject: 'Algebra' });
  await mateo.waitsFor('Aquí solo algunas personas pueden pedir sesiones');
  await lucia.types('/now', { subject: 'Algebra' });
  await lucia.waitsFor('Aquí solo algunas personas pueden pedir sesiones');
  expect(await world.app.store.sessions({ states: ['requested'] })).toHaveLength(2);
  expect(world.faults).toEqual([]);
});

test('whoever is approved as a tutor is given the role that is named for it; where the bot may not, admins hear of it once', async () => {
  world = await createWorld();
  const { app, discord, jonas, camila, priya } = world;
  await priya.types('/tutoring status');
  await priya.waitsFor('Who may ask');
  await priya.presses('Who may ask');
  await priya.waitsFor('dialog: Who may ask');
  await priya.fills({ tutors: LEARNER_ROLE_ID });
  await priya.waitsFor('Everybody here may ask');
  const approved = async (one: typeof jonas) => {
    const { person } = await world.actor(one);
    await app.store.transaction((tx) => tx.enqueue({ name: 'grant-role', data: { person: person.id } }));
    await world.settled();
  };
  discord.letBot('manageRoles', false);
  await approved(jonas);
  await priya.waitsFor('I may not give tutors their role in Discord');
  await approved(camila);
  expect(priya.messages().filter((one) => one.includes('I may not give tutors'))).toHaveLength(1);
  expect(discord.wasGiven(jonas.userId, LEARNER_ROLE_ID)).toBe(false);
  discord.letBot('manageRoles', true);
  await approved(jonas);
  expect(discord.wasGiven(jonas.userId, LEARNER_ROLE_ID)).toBe(true);
  expect(world.faults).toEqual([]);
});
