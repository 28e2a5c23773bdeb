import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

const TURNED = '\u202E';
const HARMFUL = /[\0\u202a-\u202e\u2066-\u2069]/;
/** How people see it: the half of a character that was there is shown as one that is missing. */
const NOTE = `Quadr\0atic ${TURNED}equa\ud800tions`;
const NOTE_SEEN = 'Quadratic equa\ufffdtions';

let worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds) await world.stop();
  worlds = [];
});

acrossChats((meet) => {
  test('what no database can hold is taken out of what is typed, and all that is seen of it arrives', async () => {
    const pair: Pair = await meet();
    worlds.push(pair);
    const { learner, tutor } = pair;
    await books(learner, tutor.name, '2026-12-01 17:00', { note: NOTE });
    await tutor.waitsFor(NOTE_SEEN);
    await learner.types('/sessions', { what: `up\0coming${TURNED}` }).catch(() => undefined);
    await pair.settled();
    expect(tutor.reads()).not.toMatch(HARMFUL);
    await tutor.says(`Hello\0 ${TURNED}there \udfff`);
    await pair.settled();
    expect(learner.reads()).not.toMatch(HARMFUL);
    expect(pair.faults).toEqual([]);
  });
});

test('a subject and a name that turn the direction of what follows do so nowhere: not in titles, lists and choices', async () => {
  const world = await createWorld();
  worlds.push(world);
  const { lena, theo, noor } = world;
  await world.slack.changesProfile(theo.userId, { realName: `Theo${TURNED} P\0ark` });
  await theo.types('/teach', { what: 'change' });
  await theo.waitsFor('dialog: Your offer');
  await theo.fills({ subjects: `${TURNED}Alg\0ebra, Knots${TURNED}gnp` });
  await world.settled();
  await lena.types('/tutors');
  await noor.types('/tutors');
  await lena.waitsFor('Knotsgnp');
  await noor.waitsFor('Knotsgnp');
  expect(await noor.completes('/book', 'subject', `Knots${TURNED}`)).toEqual(['Knotsgnp']);
  expect(await noor.completes('/book', 'tutor', 'Theo\0')).toEqual([expect.stringContaining('Theo Park')]);
  for (const person of [lena, noor, theo]) expect(person.reads()).not.toMatch(HARMFUL);
  expect(world.faults).toEqual([]);
});

test('somebody whose name a platform cannot spell is kept with what can be seen of it', async () => {
  const world = await createWorld({ env: { MEETING_PLATFORMS: 'zoom' } });
  worlds.push(world);
  const { lena, theo } = world;
  await books(lena, theo.name);
  await theo.waitsFor('asks you for a session');
  await theo.presses('Confirm');
  await lena.waitsFor('Where: Zoom');
  await world.settled();
  const [session] = await world.app.store.sessions({ states: ['confirmed'] });
  const meetingId = session?.meeting?.meetingId ?? '';
  await world.moveTo(session?.startsAt ?? 0);
  await world.zoom.starts(meetingId);
  await world.zoom.joins(meetingId, { name: `Len\0a ${TURNED}V\ud800` });
  await world.settled();
  expect((await world.app.store.stays(session?.id ?? '')).map(({ name }) => name)).toContain('Lena V\ufffd');
  expect(world.faults).toEqual([]);
});
