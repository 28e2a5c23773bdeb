import { afterEach, describe, expect, test } from 'vitest';
import { booked } from '../store/some.ts';
import type { Human } from '../world/human.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.stop();
});

/** Somebody of that chat who has asked Theo and Ada for a session each. */
async function begins(chat: Human['chat'], locale?: string): Promise<Human> {
  world = await createWorld(locale === undefined ? {} : { locale });
  const person = chat === 'slack' ? world.lena : world.noor;
  // Discord tells the bot their language with the first command.
  await person.types('/sessions');
  await person.waitsFor(/Nothing is planned|No hay nada/);
  if (locale !== undefined) return person;
  await books(person, 'Theo Park', '2026-12-01 17:00');
  await books(person, 'Ada Obi', '2026-12-02 17:00');
  await world.settled();
  person.reloads();
  return person;
}

const listOf = (human: Human) => human.messages().findLast((one) => one.includes('Your upcoming sessions')) ?? '';

/** So many more sessions with the one who teaches the first. */
async function meetsOften(count: number): Promise<void> {
  const { store } = world.app;
  const [first] = await store.sessions({ order: 'soonest' });
  const learner = first?.participants.find(({ role }) => role === 'learner')?.person ?? '';
  for (const day of Array.from({ length: count }, (_, index) => index + 10)) {
    const startsAt = new Date(`2026-12-${String(day)}T17:00:00Z`);
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    const organization = first?.organization ?? '';
    await booked(store, learner, first?.tutor ?? '', { organization, startsAt, endsAt, state: 'confirmed' });
  }
}

describe.each(['slack', 'discord'] as const)('in %s', (chat) => {
  test('one’s sessions with one person: all pages, what was, and what is chosen of them keep to the person', async () => {
    const person = await begins(chat);
    await meetsOften(4);
    await person.types('/sessions', { person: 'theo' });
    await person.waitsFor('Your upcoming sessions · with Theo Park');
    expect(listOf(person)).toContain('Algebra with Theo Park');
    expect(listOf(person)).not.toContain('Ada Obi');
    await person.presses('More');
    await expect.poll(() => person.buttonsOf('with Theo Park')).toContain('Back');
    expect(listOf(person)).toContain('· with Theo Park');
    expect(listOf(person)).not.toContain('Ada Obi');
    await person.presses('Only some');
    await person.waitsFor('dialog: Only some sessions');
    expect(person.dialog()).toMatchObject({ person: 'Theo Park' });
    await person.fills({ state: 'requested' });
    await person.waitsFor('Your upcoming sessions · waiting for an answer · with Theo Park');
    await person.presses('Past sessions');
    await person.waitsFor('Your past sessions · with Theo Park');
    await person.presses('Upcoming sessions');
    await expect.poll(() => listOf(person)).toContain('· with Theo Park');
  });

  test('a tutor finds those who have asked them, and with whom there is none there is none', async () => {
    const person = await begins(chat);
    const tutor = chat === 'slack' ? world.theo : world.jonas;
    await books(person, 'Jonas Weber', '2026-12-03 17:00');
    await tutor.types('/sessions', { which: 'week', person: person.name.split(' ')[0] ?? '' });
    await tutor.waitsFor(`Your next seven days · with ${person.name}`);
    await tutor.waitsFor(`Algebra with ${person.name}`);
    await person.types('/sessions', { person: 'Camila' });
    await person.waitsFor('Your upcoming sessions · with Camila Rojas');
    await person.waitsFor('There’s none like that.');
  });

  test('a name that nobody has, and one that two have', async () => {
    const person = await begins(chat);
    await person.types('/sessions', { person: 'Merlin' });
    await person.waitsFor('I can’t tell who “Merlin” is');
    const who = { chat: 'slack', space: world.slack.credentials.teamId, userId: world.ada.userId, name: 'Theo Obi' };
    await world.app.reception.recognise(who, false);
    await person.types('/sessions', { person: 'theo' });
    await person.waitsFor(/“theo” could be Theo (Park or Theo Obi|Obi or Theo Park). Who do you mean\?/);
    await person.presses('Theo Obi');
    await person.waitsFor('Your upcoming sessions · with Theo Obi');
    expect(listOf(person)).not.toContain('Theo Park');
  });

  test('the same in words to the bot', async () => {
    const person = await begins(chat);
    await person.says('my sessions with Theo');
    await person.waitsFor('Your upcoming sessions · with Theo Park');
    expect(listOf(person)).not.toContain('Ada Obi');
    await person.says('what do I have with ada this week?');
    await person.waitsFor('Your upcoming sessions · with Ada Obi');
    await person.says('past sessions with Theo Park');
    await person.waitsFor('Your past sessions · with Theo Park');
    await person.says('my sessions with Merlin');
    await person.waitsFor('I can’t tell who “Merlin” is');
    await person.says('what are my sessions with my tutor?');
    await person.waitsFor(/Algebra with Theo Park[\s\S]*Algebra with Ada Obi/);
  });

  test('en español y en portugués', async () => {
    const person = await begins(chat, 'es-ES');
    await person.says('mis sesiones con Theo');
    await person.waitsFor('Tus próximas sesiones · con Theo Park');
    await person.says('minhas aulas com Ada');
    await person.waitsFor('Tus próximas sesiones · con Ada Obi');
  });
});

test('in Slack with a mention, on either side of what is meant', async () => {
  const person = await begins('slack');
  await person.types('/sessions', { text: 'past @theo' });
  await person.waitsFor('Your past sessions · with Theo Park');
  await person.types('/sessions', { text: 'with ada obi week' });
  await person.waitsFor('Your next seven days · with Ada Obi');
  await person.types('/sessions', { text: '@mateo' });
  await person.waitsFor('I don’t know this person yet');
});

test('in Discord they are found while the name is typed, and nobody else', async () => {
  const person = await begins('discord');
  expect(await person.completes('/sessions', 'person', '')).toEqual(['Ada Obi', 'Theo Park']);
  expect(await person.completes('/sessions', 'person', 'teo')).toEqual(['Theo Park']);
  expect(await person.completes('/sessions', 'person', 'jonas')).toEqual([]);
});
