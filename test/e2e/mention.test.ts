import { afterEach, expect, test } from 'vitest';
import { createWorld, type World } from '../world/world.ts';

const LEARNING = 'C0LEARNING';

let world: World;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.stop();
});

test('in a channel of Slack the bot answers whoever mentions it, and nobody else reads it', async () => {
  world = await createWorld();
  const { lena, theo, slack } = world;
  await slack.types(lena.userId, LEARNING, 'hey @tutorline can I book algebra with @theo tomorrow at 5pm?');
  await lena.waitsFor('Algebra with Theo Park. Nothing is sent until you press');
  expect(theo.sees('Nothing is sent until you press')).toBe(false);
  await lena.presses('Send the request');
  await lena.waitsFor('Your request is out');
  await slack.types(lena.userId, LEARNING, '@tutorline');
  await lena.waitsFor('What I can do');
});

test('lo mismo en español, y quien no para recibe silencio', async () => {
  world = await createWorld();
  const { mateo, slack } = world;
  for (let times = 0; times < 6; times++) await slack.types(mateo.userId, LEARNING, '@tutorline mis sesiones');
  await mateo.waitsFor('Tus próximas sesiones', 4);
  await world.settled();
  expect(mateo.messages().filter((message) => message.includes('Tus próximas sesiones'))).toHaveLength(4);
});

test('on Discord a mention gets a short word and a button to the answer, which is private', async () => {
  world = await createWorld();
  const { noor, lucia, jonas, discord } = world;
  const bot = `<@${discord.credentials.applicationId}>`;
  await noor.types('/timezone', { zone: 'Europe/Berlin' });
  await noor.waitsFor('Europe/Berlin');
  await discord.types(noor.userId, 'study', `${bot} can I book algebra with <@${jonas.userId}> tomorrow at 5pm?`);
  await noor.waitsFor('I answer where only you can read it.');
  await noor.presses('Show the answer');
  await noor.waitsFor('Algebra with Jonas Weber. Nothing is sent until you press');
  expect(lucia.sees('Nothing is sent until you press')).toBe(false);
  await noor.presses('Send the request');
  await noor.waitsFor('Your request is out');

  await lucia.types('/timezone', { zone: 'Europe/Madrid' });
  await lucia.waitsFor('Europe/Madrid');
  await discord.types(lucia.userId, 'study', `${bot} ayuda`);
  await lucia.waitsFor('Te respondo donde solo lo lees tú.');
  await lucia.presses('Ver la respuesta');
  await lucia.waitsFor('Lo que puedo hacer');
});

test('on Discord nobody is answered who did not write its name: not everybody, and not those who talk', async () => {
  world = await createWorld();
  const { noor, discord } = world;
  const said = () => noor.messages().length;
  await discord.types(noor.userId, 'study', '@everyone hello');
  await discord.types(noor.userId, 'study', 'who knows algebra?');
  await world.settled();
  expect(said()).toBe(2);
  const bot = `<@${discord.credentials.applicationId}>`;
  for (let times = 0; times < 6; times++) await discord.types(noor.userId, 'study', `${bot} help`);
  await noor.waitsFor('I answer where only you can read it.', 4);
  await world.settled();
  expect(said()).toBe(2 + 6 + 4);
});
