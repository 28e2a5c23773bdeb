import { afterEach, beforeEach, expect, test } from 'vitest';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.stop();
});

test('everybody reads their own language: an English learner, a Spanish tutor', async () => {
  const { lena, camila } = world;
  await books(lena, 'Camila Rojas', '2026-12-01 16:00');
  await camila.waitsFor(/Lena Vogel/);
  await world.settled();
  expect(camila.sees(/asks you|session/)).toBe(false);
  await camila.presses('Confirmar');
  await lena.waitsFor(/\/j\//);
  await camila.waitsFor(/\/j\//);
  await lena.waitsFor('Camila Rojas confirmed');
});

test('commands have Spanish names, and Spanish phrases are understood', async () => {
  const { lucia } = world;
  await lucia.types('/reservar', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'mañana a las 17' });
  await lucia.waitsFor('dialog:');
  await lucia.fills({ zone: 'Madrid' });
  await lucia.waitsFor(/martes 1 de diciembre.* 17:00/);
});

test('help shows each command as it is typed there', async () => {
  const { lena, mateo, lucia } = world;
  await lena.types('/help');
  await lena.waitsFor('/tutorline sessions');
  expect(lena.sees(/(?<!\/tutorline )\/sessions/)).toBe(false);
  expect(lena.sees('/book')).toBe(true);
  await mateo.types('/ayuda');
  await mateo.waitsFor('/tutorline sesiones');
  await lucia.types('/reservar', { tutor: 'ayuda' });
  await lucia.waitsFor('/reservar');
});

test('a choice after a command is understood in the person’s language', async () => {
  const { mateo } = world;
  await mateo.types('/sesiones pasadas');
  await mateo.waitsFor('Tus sesiones pasadas');
  await mateo.types('/sessions past');
  await mateo.waitsFor('Tus sesiones pasadas', 2);
});
