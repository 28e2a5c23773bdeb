import { afterEach, describe, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.stop();
});

/** Somebody of that chat who has said where they are. */
async function begins(chat: 'slack' | 'discord', locale?: string): Promise<Human> {
  world = await createWorld(locale === undefined ? {} : { locale });
  if (chat === 'slack') return world.lena;
  const { noor } = world;
  // The chat tells the bot their language with the first command.
  await noor.types('/timezone', { zone: 'Europe/Berlin' });
  await noor.waitsFor('Europe/Berlin');
  return noor;
}

describe.each(['slack', 'discord'] as const)('in %s, words to the bot', (chat) => {
  test('that ask for a session lead to the time read back, and to the form filled in', async () => {
    const person = await begins(chat);
    await person.says('can I book algebra with Theo tomorrow at 5pm?');
    await person.waitsFor('Algebra with Theo Park. Nothing is sent until you press');
    expect(person.sees(/Tuesday, December 1, 5:00 PM/)).toBe(true);
    await world.settled();
    expect(await world.app.store.sessions({})).toHaveLength(0);
    await person.presses('Change');
    await person.waitsFor('dialog: Book a session');
    expect(person.dialog()).toMatchObject({ tutor: 'Theo Park', subject: 'Algebra', length: '1 hour' });
    await person.fills({ note: 'Quadratics' });
    if (chat === 'discord') await person.waitsFor('What to achieve: Quadratics');
    if (chat === 'discord') await person.presses('Send the request');
    await person.waitsFor('Your request is out');
    expect(await world.app.store.sessions({})).toMatchObject([{ subject: 'Algebra', note: 'Quadratics' }]);
  });

  test('that leave the time open lead to open times, and what can be two things is asked', async () => {
    const person = await begins(chat);
    await person.says('I need help with phisics');
    await person.waitsFor('Physics with any tutor, 1 hour');
    await person.says('can I book algebra tomorrow at 5?');
    await person.waitsFor('Which of these do you mean?');
    await person.presses('Tue Dec 1 5:00 PM');
    await person.waitsFor('Your request is out');
  });

  test('that are a tutor’s name, misspelt or not, or only a time, are asked about', async () => {
    const person = await begins(chat);
    await person.says('jonas webr');
    await person.waitsFor('What do you want to work on?');
    await person.chooses('Essay writing');
    await person.waitsFor('Essay writing with Jonas Weber, 1 hour');
    await person.says('tomorrow 17:00');
    await person.waitsFor('What do you want to work on?', 1);
    await person.chooses('Spanish');
    await person.waitsFor('Spanish with any tutor. Nothing is sent until you press');
  });

  test('help, hello and what nobody understands get an answer', async () => {
    const person = await begins(chat);
    await person.says('help');
    await person.waitsFor('What I can do');
    expect(person.sees(chat === 'slack' ? '/tutorline sessions' : '/sessions')).toBe(true);
    // Not for them.
    expect(person.sees('For admins')).toBe(false);
    await person.says('Hello there!');
    await person.waitsFor('What I can do', 2);
    await person.says('xyzzy');
    await person.waitsFor('I couldn’t do anything with “xyzzy”');
  });

  test('my sessions, and cancel: the list, and the card or the question which', async () => {
    const person = await begins(chat);
    await person.says('my sessions');
    await person.waitsFor('Nothing is planned');
    await books(person, 'Theo Park', '2026-12-01 17:00');
    await world.settled();
    await person.says('I can’t make it, cancel');
    await person.waitsFor(/I can’t make it, cancel[\s\S]*Your request is out/);
    await books(person, 'Ada Obi', '2026-12-02 17:00');
    await world.settled();
    await person.says('cancel');
    await person.waitsFor('Which one do you want to cancel?');
    await person.says('what are my sessions?');
    await person.waitsFor('Your upcoming sessions', 2);
    await person.says('cancel the one with Ada');
    // Her card, below the list.
    await person.waitsFor(/cancel the one with Ada[\s\S]*Your request is out[\s\S]*Ada Obi/);
    await world.settled();
    await person.presses('Cancel');
    await person.waitsFor('dialog: Cancel the session');
    await person.fills({ reason: 'Ill' });
    await world.settled();
    const states = (await world.app.store.sessions({ order: 'soonest' })).map(({ state }) => state);
    expect(states).toEqual(['requested', 'cancelled']);
  });

  test('lo mismo en español', async () => {
    const person = await begins(chat, 'es-ES');
    await person.says('¿puedo reservar algebra con Theo mañana a las 17:00?');
    await person.waitsFor('Algebra con Theo Park. No se envía nada');
    await person.says('ayuda');
    await person.waitsFor('Lo que puedo hacer');
    await person.says('mis sesiones');
    await person.waitsFor('Tus próximas sesiones');
    await person.says('quiero cancelar mi clase');
    await person.waitsFor('No hay nada previsto');
    await person.says('necesito una clase de física');
    await person.waitsFor('Physics con cualquier tutor, 1 hora');
    await person.says('necesito una clase');
    await person.waitsFor('¿Qué quieres trabajar?');
  });
});

test('on Discord /help says it all, and admins see what is theirs', async () => {
  world = await createWorld();
  const { noor, priya } = world;
  await noor.types('/help');
  await noor.waitsFor('What I can do');
  expect(noor.sees('/tutoring')).toBe(false);
  await priya.types('/help');
  await priya.waitsFor('/tutoring');
});

test('who has not said where they are is asked for it in the form, with all that was written', async () => {
  world = await createWorld();
  const { noor } = world;
  await noor.says('algebra with theo tomorrow 17:00');
  await noor.waitsFor('Where are you?');
  await noor.presses('Open the form');
  await noor.waitsFor('dialog: Book a session');
  expect(noor.dialog()).toMatchObject({ tutor: 'Theo Park', subject: 'Algebra', when: 'tomorrow 17:00' });
});
