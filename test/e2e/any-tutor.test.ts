import { afterEach, expect, test } from 'vitest';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

test('any tutor: everybody who teaches it and is free is asked, and the first to confirm takes it', async () => {
  world = await createWorld();
  const { lena, theo, ada, camila, mateo } = world;
  // 16:00 in Berlin is 10:00 in New York, 16:00 in Lagos, 10:00 in Bogotá and 15:00 in London: four teach algebra then.
  await books(lena, 'Any tutor', '2026-12-01 16:00');
  await lena.waitsFor('4 tutors are free');
  await theo.waitsFor('Lena Vogel is looking for a tutor');
  await ada.waitsFor('Lena Vogel is looking for a tutor');
  await camila.waitsFor(/Lena Vogel/);
  expect(mateo.sees('Lena Vogel')).toBe(false);

  await Promise.all([theo.presses('Confirm'), ada.presses('Confirm')]);
  await lena.waitsFor(/\/j\//);
  await world.settled();
  const winners = [theo, ada].filter((tutor) => tutor.sees('You confirmed'));
  expect(winners).toHaveLength(1);
  const [winner] = winners;
  const loser = winner === theo ? ada : theo;
  expect(loser.sees('Another tutor took this one')).toBe(true);
  expect(loser.sees(winner?.name ?? '')).toBe(false);
  expect(loser.buttons()).not.toContain('Confirm');
  expect(camila.buttons()).not.toContain('Confirm');
  const [session] = await world.app.store.sessions({ states: ['confirmed'] });
  expect(session?.participants).toHaveLength(2);
  // What became of it is the business of those who are in it.
  await loser.types('/sessions');
  await loser.waitsFor('Nothing is planned');
  expect(world.faults).toEqual([]);
});

test('any tutor: where one of them would meet is nobody else’s choice', async () => {
  world = await createWorld({
    env: { MEETING_PLATFORMS: 'jitsi,custom', CUSTOM_MEETING_BASE_URL: 'https://rooms.example.org/tutoring' },
  });
  const { lena, theo, ada } = world;
  await books(lena, 'Any tutor', '2026-12-01 16:00');
  await theo.waitsFor('is looking for a tutor');
  await ada.waitsFor('is looking for a tutor');
  await theo.chooses('rooms.example.org');
  await world.settled();
  await ada.presses('Confirm');
  await lena.waitsFor('Where: Jitsi');
  await world.settled();

  await books(lena, 'Any tutor', '2026-12-02 16:00');
  await theo.waitsFor('is looking for a tutor');
  await theo.chooses('rooms.example.org');
  await world.settled();
  await theo.presses('Confirm');
  await lena.waitsFor('Where: rooms.example.org');
  expect(world.faults).toEqual([]);
});

test('any tutor: when the last one declines, the learner is told', async () => {
  world = await createWorld();
  const { lena, theo, ada, jonas, camila } = world;
  await books(lena, 'Any tutor', '2026-12-01 16:00');
  await camila.waitsFor(/Lena Vogel/);
  await theo.waitsFor('is looking for a tutor');
  for (const tutor of [theo, ada, jonas]) {
    await tutor.waitsFor('is looking for a tutor');
    await tutor.presses('Decline');
    await tutor.waitsFor('dialog: ');
    await tutor.fills({ reason: 'Busy' });
    await tutor.waitsFor('You declined this request');
    expect(lena.sees('No tutor could take it')).toBe(false);
  }
  await camila.presses(/Declinar|Rechazar|Decline/);
  await camila.waitsFor('dialog: ');
  await camila.fills({ reason: 'Ocupada' });
  await lena.waitsFor('No tutor could take it');
  expect(world.faults).toEqual([]);
});

test('any tutor: a time at which nobody is free is refused at the field, and nothing is lost', async () => {
  world = await createWorld();
  const { lena } = world;
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  await lena.fills({ tutor: 'Any tutor', subject: 'algebra', when: '2026-12-01 03:00', note: 'At night' });
  expect(lena.sees('No tutor of Algebra is free at that time')).toBe(true);
  expect(lena.dialog()?.['note']).toBe('At night');
  expect(world.faults).toEqual([]);
});

test('any tutor: one who cannot then suggests another time, and the learner takes it with one press', async () => {
  world = await createWorld();
  const { lena, theo, ada } = world;
  await books(lena, 'Any tutor', '2026-12-01 16:00');
  await theo.waitsFor('Lena Vogel is looking for a tutor');
  await world.settled();
  await theo.presses('Suggest another time');
  await theo.waitsFor('dialog: Suggest another time');
  const open = theo.choices('times')[0] ?? '';
  await theo.fills({ times: open });
  await lena.waitsFor('Theo Park suggests another time');
  await world.settled();
  expect(ada.sees('Suggested')).toBe(false);
  await lena.presses(/^Take /);
  await lena.waitsFor('Agreed (');
  await theo.waitsFor('Lena Vogel');
  await world.settled();
  const [session] = await world.app.store.sessions({ states: ['confirmed'] });
  expect(session?.tutor).toBe((await world.actor(theo)).person.id);
  expect(ada.sees('Another tutor took this one')).toBe(true);
  expect(world.faults).toEqual([]);
});
