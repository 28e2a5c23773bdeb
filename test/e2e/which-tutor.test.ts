import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorld, type World } from '../world/world.ts';

let world: World;
/** Lucía teaches too, and calls herself Theo Prieto: now there are two of that name. */
beforeEach(async () => {
  world = await createWorld();
  const { app, lucia, discord } = world;
  await lucia.types('/enseñar');
  await lucia.waitsFor('dialog: Enseñar');
  await lucia.fills({ subjects: 'Algebra', zone: 'Madrid' });
  await lucia.waitsFor('Algebra');
  await lucia.types('/disponibilidad', { cambio: 'lun-vie 9-18' });
  await lucia.waitsFor('lun–vie 09:00–18:00');
  const who = { chat: 'discord', space: discord.credentials.serverId, userId: lucia.userId, name: 'Theo Prieto' };
  await app.reception.recognise(who, false);
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.stop();
});

test('in Discord, half a name that two tutors have is asked about, with both as buttons', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { tutor: 'theo', subject: 'Algebra', when: 'tomorrow 9am', note: 'Quadratics' });
  await noor.waitsFor('“theo” could be Theo Park or Theo Prieto. Who do you mean?');
  expect(noor.buttonsOf('Who do you mean?').toSorted()).toEqual(['Change', 'Theo Park', 'Theo Prieto']);
  await noor.presses('Theo Park');
  await noor.waitsFor('Algebra with Theo Park. Nothing is sent until');
  expect(noor.sees('What to achieve: Quadratics')).toBe(true);
});

test('in Slack the same is asked of words to the bot, in English and in Spanish', async () => {
  const { lena, mateo } = world;
  await lena.says('algebra with theo tomorrow 17:00');
  await lena.waitsFor('“theo” could be Theo Park or Theo Prieto. Who do you mean?');
  await lena.presses('Theo Prieto');
  await lena.waitsFor('Algebra with Theo Prieto. Nothing is sent until');
  await mateo.says('álgebra con Theo mañana a las 9:00 de la mañana');
  await mateo.waitsFor(/“Theo” puede ser Theo Park o Theo Prieto/);
  expect(mateo.buttons()).toEqual(expect.arrayContaining(['Theo Park', 'Theo Prieto']));
});

test('two names in one sentence: neither is taken for the one who is meant', async () => {
  const { lena } = world;
  await lena.says('algebra with Jonas or Camila tomorrow 17:00');
  await lena.waitsFor(/could be (Jonas Weber or Camila Rojas|Camila Rojas or Jonas Weber). Who do you mean/);
  await lena.presses('Camila Rojas');
  await lena.waitsFor('Algebra with Camila Rojas. Nothing is sent until');
});
