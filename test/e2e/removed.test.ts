import { afterEach, expect, test } from 'vitest';
import { books } from '../world/pairs.ts';
import { createWorld, START, type World } from '../world/world.ts';

const DAY = 86_400_000;

let world: World;
afterEach(() => world.stop());

test('a server that took the bot out hears nothing more, and is forgotten after a month; an outage is none', async () => {
  world = await createWorld();
  const { noor, theo, discord, app } = world;
  const server = discord.credentials.serverId;
  await books(noor, theo.name, '2026-12-03 17:00');
  await theo.waitsFor('asks you for a session');
  await theo.presses('Confirm');
  await noor.waitsFor('Where: Jitsi');
  await world.settled();
  const { person } = await world.actor(noor);
  const removedAt = async () => (await app.store.communities()).find(({ space }) => space === server)?.removedAt;

  discord.loses(server);
  await world.moveTo(START.getTime() + 60_000);
  expect(await removedAt()).toBeUndefined();
  discord.loses(server, true);

  discord.removeBot(server);
  await expect.poll(removedAt).toBeDefined();
  const read = noor.messages().length;
  // Two reminders are due, and the end.
  await world.moveTo('2026-12-03T16:30:00Z');
  await world.settled();
  expect(noor.messages()).toHaveLength(read);
  expect(theo.sees('isn’t here any more')).toBe(false);

  discord.invite(server);
  await expect.poll(removedAt).toBeUndefined();
  discord.removeBot(server);
  await expect.poll(removedAt).toBeDefined();
  await world.moveTo(world.now().getTime() + 29 * DAY);
  expect(await app.store.person(person.id)).toBeDefined();
  await world.moveTo(world.now().getTime() + 2 * DAY);
  await world.settled();
  expect(await app.store.person(person.id)).toBeUndefined();
  expect((await world.actor(theo)).person.name).toBe(theo.name);
  await theo.types('/sessions', { which: 'past' });
  await theo.waitsFor('a former member');
});

test('a workspace that uninstalled the app, and installs it again, goes on where it was', async () => {
  world = await createWorld();
  const { lena, slack, app } = world;
  await lena.types('/sessions');
  await lena.waitsFor('Nothing is planned');
  const removedAt = async () => (await app.store.communities()).find(({ chat }) => chat === 'slack')?.removedAt;
  await slack.uninstalls();
  await expect.poll(removedAt).toBeDefined();
  await slack.uninstalls(false);
  await expect.poll(removedAt).toBeUndefined();
  lena.reloads();
  await lena.types('/sessions');
  await lena.waitsFor('Nothing is planned');
});
