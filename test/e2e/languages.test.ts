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
  const { mateo, camila } = world;
  await camila.types('/sesiones');
  await camila.waitsFor('Hoy no das ninguna sesión.');
  await mateo.types('/sesiones pasadas');
  await mateo.waitsFor('Tus sesiones pasadas');
  await mateo.types('/sessions past');
  await mateo.waitsFor('Tus sesiones pasadas', 2);
});

test('a subject is found by its name in another language: “español” is what is offered as Spanish', async () => {
  const { lucia, mateo } = world;
  await mateo.types('/tutores', { subject: 'español' });
  await mateo.waitsFor('Camila Rojas');
  expect(await lucia.completes('/reservar', 'subject', 'espa')).toContain('Spanish');
  await lucia.types('/reservar', { tutor: 'Camila Rojas', subject: 'castellano', when: 'mañana a las 17' });
  await lucia.waitsFor('dialog:');
  await lucia.fills({ zone: 'Madrid' });
  await lucia.waitsFor('Spanish con Camila Rojas');
});

test.each(['español', 'espanol', 'Castellano', 'spanish', 'Spanish'])(
  'Spanish is found as “%s” in both chats, in a command and in words to the bot',
  async (typed) => {
    const { lena, noor } = world;
    await noor.types('/timezone', { zone: 'America/Chicago' });
    await noor.waitsFor('America/Chicago');
    await noor.types('/book', { subject: typed });
    await noor.waitsFor('Spanish with any tutor, 1 hour');
    await lena.types('/book', { text: typed });
    await lena.waitsFor('dialog: Book a session');
    expect(lena.dialog()).toMatchObject({ subject: 'Spanish' });
    await noor.says(`I need help with ${typed} tomorrow at 9am`);
    await noor.waitsFor('Spanish with any tutor. Nothing is sent until');
  },
);

test('offered times are in the reader’s words and on their clock, with the tutor’s beside it', async () => {
  const { lucia, mateo } = world;
  await lucia.types('/zona', { zone: 'Madrid' });
  await lucia.waitsFor('Europe/Madrid');
  await lucia.types('/reservar', { tutor: 'Camila Rojas', materia: 'español' });
  await lucia.waitsFor('Spanish con Camila Rojas, 1 hora');
  expect(lucia.sees('Las horas son las tuyas (Madrid)')).toBe(true);
  expect(lucia.sees(/Camila \(Bogotá\)/)).toBe(true);
  expect(lucia.buttons()).toContain('mar 1 dic 14:00 · Camila 08:00');
  await lucia.presses('mar 1 dic 14:00 · Camila 08:00');
  await lucia.waitsFor('Tu solicitud está enviada');

  await mateo.types('/reservar');
  await mateo.waitsFor('dialog: Reservar una sesión');
  await mateo.fillsIn({ tutor: 'Jonas Weber' });
  expect(mateo.choices('when')).toContain('mar 1 dic 08:00 · Jonas 14:00');
});

test('commands and options have their accents, and Slack takes them without', async () => {
  const { lucia, mateo } = world;
  await lucia.types('/enseñar');
  await lucia.waitsFor('dialog: Enseñar');
  await mateo.types('/ensenar');
  await mateo.waitsFor('dialog: Enseñar');
});

test('in Discord commands are registered with their accents and typed with them; in a message they may be without', async () => {
  const { lucia, discord } = world;
  const names = discord.screen(lucia.userId).commands.map(({ localName }) => localName);
  expect(names).toEqual(expect.arrayContaining(['reservar', 'sesiones', 'enseñar', 'ajustes', 'ayuda']));
  await lucia.types('/zona', { zona: 'Madrid' });
  await lucia.waitsFor('Europe/Madrid');
  await lucia.types('/reservar', {
    tutor: 'Camila Rojas',
    materia: 'álgebra',
    cuándo: 'mañana a las 17',
    duración: '30 minutos',
  });
  await lucia.waitsFor('Algebra con Camila Rojas. No se envía nada');
  expect(lucia.sees('30 minutos')).toBe(true);
  await lucia.says('ensenar');
  await lucia.waitsFor('/enseñar');
});
