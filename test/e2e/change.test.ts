import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.stop();
});

const NOTE = 'Ser and estar, once more';
const WISH = { tutor: 'Camila Rojas', subject: 'Spanish', when: 'tomorrow 9am', length: '30', note: NOTE };

/** Somebody in Discord, whose commands and forms are gone from the screen as soon as they are sent. */
async function inChicago(): Promise<Human> {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  return noor;
}

/** Asks at a moment that was chosen, for which nothing is read back. */
async function asks(human: Human, tutor: string, hour: number): Promise<void> {
  const when = `2026-12-02T${hour}:00:00.000Z`;
  await human.types('/book', { tutor, subject: 'Algebra', when, length: '30', note: NOTE });
}

test.each([
  ['a tutor whom nobody knows', { tutor: 'Merlin' }, 'I can’t tell which tutor “Merlin” is', { tutor: 'Any tutor' }],
  ['a subject that is not on offer', { subject: 'Alchemy' }, '“Alchemy” isn’t on offer', { subject: '' }],
  ['a time that says nothing', { when: 'whenever' }, /I didn’t understand|I don’t know what “whenever”/, {}],
  ['a time that has passed', { when: 'yesterday 9am' }, 'That time has passed', {}],
  ['a day beyond the horizon', { when: '2027-06-01 09:00' }, 'You can book up to 60 days ahead', {}],
  [
    'a length that the tutor does not offer',
    { length: '120' },
    'Please choose one of these lengths',
    { length: '1 hour' },
  ],
])('after %s, Change opens the form with all else that was typed', async (_, typed, refused, shown) => {
  const noor = await inChicago();
  await noor.types('/book', { ...WISH, ...typed });
  await noor.waitsFor(refused);
  await noor.presses('Change');
  await noor.waitsFor('dialog: Book a session');
  expect(noor.dialog()).toEqual({ ...WISH, length: '30 minutes', ...typed, ...shown });
});

test('a tutor who is busy, too many requests with one tutor and in all: each can be changed', async () => {
  const noor = await inChicago();
  const { lucia } = world;
  await lucia.types('/timezone', { zone: 'Europe/Madrid' });
  await lucia.waitsFor('Europe/Madrid');
  await asks(lucia, 'Theo Park', 14);
  await lucia.waitsFor('Tu solicitud está enviada');
  await asks(noor, 'Theo Park', 14);
  await noor.waitsFor('Theo Park already has something at that time');
  await changes(noor, 'Theo Park', '2026-12-02 08:00');

  await isAsked(noor, 'Theo Park', 15, 1);
  await isAsked(noor, 'Theo Park', 16, 2);
  await asks(noor, 'Theo Park', 17);
  await noor.waitsFor('Theo Park hasn’t answered your last 2 requests yet');
  await changes(noor, 'Theo Park', '2026-12-02 11:00');

  await isAsked(noor, 'Ada Obi', 17, 3);
  await isAsked(noor, 'Ada Obi', 18, 4);
  await isAsked(noor, 'Camila Rojas', 14, 5);
  await asks(noor, 'Camila Rojas', 19);
  await noor.waitsFor('You’re waiting for answers to 5 requests already');
  await changes(noor, 'Camila Rojas', '2026-12-02 13:00');
});

async function isAsked(human: Human, tutor: string, hour: number, times: number): Promise<void> {
  await asks(human, tutor, hour);
  await human.waitsFor('Your request is out, and', times);
}

async function changes(human: Human, tutor: string, when: string): Promise<void> {
  await human.presses('Change');
  await human.waitsFor('dialog: Book a session');
  expect(human.dialog()).toEqual({ tutor, subject: 'Algebra', when, length: '30 minutes', note: NOTE });
}

test('what is refused after it was read back can be changed too', async () => {
  const noor = await inChicago();
  await noor.types('/book', { ...WISH, length: '60' });
  await noor.waitsFor('Is this right?');
  await world.camila.types('/teach', { what: 'pause' });
  await world.camila.waitsFor('en pausa');
  await noor.presses('Send the request');
  await noor.waitsFor('Camila Rojas takes no requests at the moment');
  await noor.presses('Change');
  await noor.waitsFor('dialog: Book a session');
  expect(noor.dialog()).toMatchObject({ subject: 'Spanish', note: NOTE });
});

test('other commands and forms too: a place, whom to meet, reminders, weekly hours', async () => {
  const { jonas } = world;
  await jonas.types('/timezone', { zone: 'Atlantis' });
  await jonas.waitsFor('called “Atlantis”');
  await jonas.presses('Change');
  await jonas.waitsFor('dialog: Your time zone');
  expect(jonas.dialog()).toEqual({ zone: 'Atlantis' });

  await jonas.types('/meet', { person: 'Merlin' });
  await jonas.waitsFor('I can’t tell who “Merlin” is');
  await jonas.presses('Change');
  await jonas.waitsFor('dialog: Meet now');

  await jonas.types('/settings');
  await jonas.waitsFor('dialog: ');
  await jonas.fills({ reminders: 'now and then', zone: 'Berlin', email: 'jonas@example.org' });
  await jonas.waitsFor('I didn’t understand “now and then”');
  await jonas.presses('Change');
  await jonas.waitsFor('dialog: ');
  expect(jonas.dialog()).toMatchObject({ reminders: 'now and then', email: 'jonas@example.org' });

  await jonas.types('/availability');
  await jonas.waitsFor('Your availability');
  await jonas.presses('Weekly hours');
  await jonas.waitsFor('dialog: Weekly hours');
  await jonas.fills({ hours: 'weekdays 9-5' });
  await jonas.waitsFor('5 is before 9');
  await jonas.presses('Change');
  await jonas.waitsFor('dialog: Weekly hours');
  expect(jonas.dialog()).toMatchObject({ hours: 'weekdays 9-5', zone: 'Europe/London' });
});

test('where no form would help there is no Change: a dialog for a session that is over', async () => {
  const noor = await inChicago();
  await asks(noor, 'Camila Rojas', 15);
  await noor.waitsFor('Your request is out');
  await world.settled();
  await noor.presses('Cancel');
  await noor.waitsFor('dialog: Cancel');
  await world.camila.presses('Rechazar');
  await world.camila.waitsFor('dialog: ');
  await world.camila.fills({});
  await world.settled();
  await noor.fills({ reason: 'Ill' });
  await noor.waitsFor('This request was declined in the meantime');
  expect(noor.buttonsOf('This request was declined in the meantime')).not.toContain('Change');
});
