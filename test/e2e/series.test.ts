import { afterEach, expect, test } from 'vitest';
import { wallTime } from '../../src/core/series/rule.ts';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

/** A Monday; the clocks change on 14 March in America, on 28 March in Europe. */
const MONDAY = new Date('2027-03-01T09:00:00Z');

test('from one session to three, to another day, and on: what a series can do with one press', async () => {
  const world = await createWorld({ env: { MEETING_PLATFORMS: 'jitsi,zoom' } });
  const { lena, jonas, grace, app } = world;
  await books(lena, jonas.name);
  await world.settled();
  await lena.presses('Repeat it…');
  await lena.waitsFor('dialog: Repeat it');
  expect(lena.sees('On the second Tuesday of each month')).toBe(true);
  await lena.fills({ every: 'week', long: '3' });
  await lena.waitsFor('3 sessions. Nothing is sent');
  await lena.chooses('Skip number 2');
  await lena.waitsFor('2 sessions. Nothing is sent');
  await lena.chooses('Take number 2 back');
  await lena.waitsFor('3 sessions. Nothing is sent');
  await lena.presses('Send the request');
  await jonas.waitsFor('asks you for 3 sessions');
  await world.settled();
  await jonas.chooses('Zoom');
  await world.settled();
  await jonas.presses('Confirm all 3');
  await lena.waitsFor('confirmed all 3');
  await world.settled();
  const [first] = await app.store.sessions({ states: ['confirmed'], order: 'soonest' });
  const id = first?.series?.id ?? '';
  const all = () => app.store.sessionsOfSeries(id);
  expect((await all()).map(({ platformWanted }) => platformWanted)).toEqual(['zoom', 'zoom', 'zoom']);

  // Its one request of before is taken back, so that the series is what an admin sees first.
  const [single] = await app.store.sessions({ states: ['requested'] });
  await app.reception.run(await world.actor(lena), 'cancel', { session: single?.id ?? '', reason: '' });
  await grace.types('/tutoring sessions');
  await grace.waitsFor('Everybody’s upcoming sessions');
  await grace.presses('Open');
  await world.settled();
  await grace.presses('Move');
  await grace.waitsFor('This and the following: 3 sessions');
  await grace.fills({ scope: 'following', when: '2026-12-09 18:00' });
  await grace.waitsFor('3 sessions moved');
  await jonas.waitsFor('moved 3 sessions');
  await world.settled();
  const walls = (await all()).map(({ startsAt }) => wallTime(startsAt, 'Europe/Berlin'));
  expect(walls).toEqual(['2026-12-09T18:00', '2026-12-16T18:00', '2026-12-23T18:00']);
  expect(jonas.sees(/every Wednesday at (18:00|6:00 PM)/)).toBe(true);

  await world.moveTo('2026-12-15T17:00:00Z');
  await lena.waitsFor('go on?');
  // The learner would rather have the last two on another day: the tutor takes both with one press.
  await lena.presses('Move the rest…');
  await lena.waitsFor('This and the following: 2 sessions');
  await lena.fills({ when: '2026-12-17 19:00' });
  await lena.waitsFor('whether 2 sessions can be moved');
  await jonas.waitsFor('suggests another time for 2 sessions');
  expect(wallTime((await all())[1]?.startsAt ?? new Date(0), 'Europe/Berlin')).toBe('2026-12-16T18:00');
  await jonas.presses('Yes, move them');
  await lena.waitsFor('moved 2 sessions');
  await world.settled();
  expect((await all()).map(({ startsAt }) => wallTime(startsAt, 'Europe/Berlin')).slice(1)).toEqual([
    '2026-12-17T19:00',
    '2026-12-24T19:00',
  ]);
  // Of a suggestion that nobody answers, nothing is left but a sentence.
  await lena.presses('Move the rest…');
  await lena.waitsFor('dialog: ');
  await lena.fills({ when: '2026-12-18 19:00' });
  await jonas.waitsFor('suggests another time', 2);
  await world.settled();
  await world.moveTo('2026-12-16T18:00:00Z');
  await jonas.waitsFor('wasn’t answered in time, so it stays as it was');
  await lena.waitsFor('The time that you suggested for the rest wasn’t answered');
  expect(jonas.sees('That’s settled now')).toBe(true);
  expect(jonas.buttons()).not.toContain('Yes, move them');
  await jonas.presses('I would go on');
  await lena.waitsFor('would go on');
  await world.settled();
  await lena.presses('Go on');
  await lena.waitsFor('It’s booked');
  await world.settled();
  const next = (await app.store.series(id))?.goesOnIn ?? '';
  const more = await app.store.sessionsOfSeries(next);
  expect(more.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  expect(wallTime(more[0]?.startsAt ?? new Date(0), 'Europe/Berlin')).toBe('2026-12-31T19:00');
  expect(world.faults).toEqual([]);
  await world.stop();
});

test('again and again with whoever fits best: chosen in the dialog, and read before it is sent', async () => {
  const world = await createWorld();
  const { lena, theo, app } = world;
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  expect(lena.choices('repeat')).toEqual(['Once', 'Every week', 'Every two weeks', 'Every month']);
  await lena.fillsIn({ tutor: 'Best fit: I choose', subject: 'Physics' });
  await lena.fills({ when: '2026-12-01 17:00', repeat: 'Every week' });
  await lena.waitsFor('How many');
  await lena.presses('4 times');
  await lena.waitsFor('Are these right?');
  expect(lena.sees('Theo Park fits best')).toBe(true);
  expect(lena.sees('All 4 dates are free.')).toBe(true);
  await lena.presses('Change');
  await lena.waitsFor('dialog: Book a session');
  expect(lena.dialog()).toMatchObject({ tutor: 'Theo Park', repeat: 'Every week, 4 times' });
  await lena.fills({});
  await lena.waitsFor('Are these right?', 2);
  await lena.presses('Send the request');
  await theo.waitsFor('asks you for 4 sessions');
  expect(await app.store.sessions({ states: ['requested'] })).toHaveLength(4);
  expect(world.faults).toEqual([]);
  await world.stop();
});

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  /** Each asks in the way of their chat: in a sentence to the bot, or with the command's options. */
  async function asksForTenWeeks(learner: Human, tutor: string) {
    if (learner.chat === 'slack') {
      await learner.says(`algebra with ${tutor} every tuesday at 17:00 for ten weeks`);
    } else {
      const when = 'every Tuesday at 17:00';
      await learner.types('/book', { tutor, subject: 'Algebra', when, repeat: 'for ten weeks' });
    }
    await learner.waitsFor('Are these right?');
  }

  test('ten weeks over the change of the clocks, with one answer, and the rest called off', async () => {
    pair = await meet({ at: MONDAY, env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
    const { learner, tutor, app, zoom } = pair;
    const zone = learner.chat === 'slack' ? 'Europe/Berlin' : 'America/Chicago';
    // In the third week they have something else.
    await books(learner, tutor.name, '2027-03-16 17:00');
    await pair.settled();
    await asksForTenWeeks(learner, tutor.name);
    expect(learner.sees(/every Tuesday at (17:00|5:00 PM)/)).toBe(true);
    expect(learner.sees('One of them is not possible')).toBe(true);
    expect(learner.buttonsOf('Are these right?')).not.toContain('Send the request');
    await learner.presses('Skip number 3');
    await learner.waitsFor('9 sessions. Nothing is sent');
    await learner.presses('Send the request');
    await tutor.waitsFor('asks you for 9 sessions');
    await learner.waitsFor('Your request for 9 sessions is out');
    await pair.settled();

    await tutor.presses('Confirm all 9');
    await tutor.waitsFor('9 confirmed');
    await learner.waitsFor('confirmed all 9');
    await pair.settled();
    const [first] = await app.store.sessions({ states: ['confirmed'], order: 'soonest' });
    const id = first?.series?.id ?? '';
    const all = () => app.store.sessionsOfSeries(id);
    const walls = (await all()).map(({ startsAt }) => wallTime(startsAt, zone));
    expect(walls).toHaveLength(9);
    expect(new Set(walls.map((wall) => wall.slice(11)))).toEqual(new Set(['17:00']));
    expect([walls[0], walls.at(-1)]).toEqual(['2027-03-02T17:00', '2027-05-04T17:00']);
    // One message each about all of them, and one meeting: that of tomorrow.
    expect(learner.messages().filter((one) => one.includes('confirmed all 9'))).toHaveLength(1);
    expect(zoom.meetings()).toHaveLength(1);
    await learner.waitsFor('1 of 9');
    const filesOf = async (human: Human) =>
      (await human.files()).map(({ text }) => text.split('BEGIN:VEVENT').length - 1);
    expect(await filesOf(learner)).toEqual([9]);

    await learner.types('/sessions');
    await learner.waitsFor('Your upcoming sessions');
    expect(learner.messages().at(-1)).not.toContain('2 of 9');
    await pair.moveTo('2027-03-30T08:00:00Z');
    // That of today is there; those of the weeks that nobody lived through were never needed.
    expect(zoom.meetings()).toHaveLength(2);

    // How many they are is said before anything is called off: today's, and the five after it.
    await learner.types('/sessions');
    await learner.waitsFor('4 of 9');
    await learner.presses('Cancel');
    await learner.waitsFor('dialog: Cancel the session');
    await learner.waitsFor('This and the following: 6 sessions');
    await learner.fills({ scope: 'following', reason: 'Exams' });
    await learner.waitsFor('6 sessions are cancelled');
    await pair.settled();
    const states = Object.groupBy(await all(), ({ state }) => state);
    expect(states.cancelled).toHaveLength(6);
    await tutor.waitsFor('cancelled 6 sessions');
    expect(tutor.messages().filter((one) => one.includes('cancelled'))).toHaveLength(3); // the series' card, today's, and the news
    for (const human of [learner, tutor]) expect(human.sees('6 cancelled')).toBe(true);
    expect(await filesOf(learner)).toEqual([9, 6]);
    const left = (await all()).filter(({ state, meeting }) => state !== 'cancelled' && meeting);
    expect(zoom.meetings()).toHaveLength(left.length);
    expect(pair.faults).toEqual([]);
  });
});
