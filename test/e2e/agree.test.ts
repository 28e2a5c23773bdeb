import ICAL from 'ical.js';
import { afterEach, expect, test } from 'vitest';
import { wallTime } from '../../src/core/series/rule.ts';
import type { Session } from '../../src/core/session/session.ts';
import type { Human } from '../world/human.ts';
import { acrossChats, type Pair } from '../world/pairs.ts';

/** A Monday; the clocks change on 14 March in America, on 28 March in Europe. */
const MONDAY = new Date('2027-03-01T09:00:00Z');
const ADDRESS = 'learner@school.example';

let pair: Pair;
afterEach(() => pair.stop());

interface Entry {
  readonly startsAt: string;
  readonly isCancelled: boolean;
}

function entriesIn(text: string): ReadonlyMap<string, Entry> {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return new Map(
    events.map((one) => {
      const event = new ICAL.Event(one);
      const isCancelled = one.getFirstPropertyValue('status') === 'CANCELLED';
      return [event.uid, { startsAt: event.startDate.toJSDate().toISOString(), isCancelled }];
    }),
  );
}

async function feedOf(human: Human): Promise<string> {
  await human.types('/calendar');
  await human.waitsFor('Get my address');
  await human.presses('Get my address');
  await human.waitsFor('address of your calendar');
  return /https?:\/\/\S+\/calendar\/\w+\.ics/.exec(human.reads())?.[0] ?? '';
}

async function confirmsAddress(human: Human): Promise<void> {
  await human.types('/settings');
  await human.waitsFor('dialog: Settings');
  await human.fills({ zone: human.chat === 'slack' ? 'Berlin' : 'Chicago', email: ADDRESS });
  await human.waitsFor('I’ve sent a code');
  await expect.poll(() => pair.mail.letters(ADDRESS).length).toBe(1);
  const code = /^(\d{6}) is your code/.exec(pair.mail.letters(ADDRESS)[0]?.subject ?? '')?.[1] ?? '';
  await human.presses('Enter the code');
  await human.waitsFor('dialog: Confirm your address');
  await human.fills({ code });
  await human.waitsFor('Confirmed. Mails about your sessions');
}

/** All that says when these sessions are says the same: calendars, meetings, mails, and what people see. */
async function allAgrees(sessions: readonly Session[], feeds: readonly string[]): Promise<void> {
  const { zoom, mail } = pair;
  const told = new Map(sessions.map(({ id, startsAt, state }) => [`${id}@tutorline`, { startsAt, state }]));
  const expected = new Map(
    [...told].map(([uid, { startsAt, state }]) => [
      uid,
      { startsAt: startsAt.toISOString(), isCancelled: state === 'cancelled' },
    ]),
  );
  for (const feed of feeds) expect(entriesIn(await (await fetch(feed)).text())).toEqual(expected);
  const meetings = zoom.meetings().map(({ id, start_time }) => [String(id), start_time]);
  const held = sessions.filter(({ meeting, state }) => meeting && state !== 'cancelled');
  expect(meetings.toSorted()).toEqual(
    held.map(({ meeting, startsAt }) => [meeting?.meetingId, startsAt.toISOString().replace('.000Z', 'Z')]).toSorted(),
  );
  // The last entry that came by mail for each is what is true of it.
  const files = mail.letters(ADDRESS).flatMap((letter) => letter.files.map(({ text }) => entriesIn(text)));
  const inMails = new Map(files.flatMap((entries) => [...entries]));
  for (const [uid, entry] of inMails) expect(entry, uid).toEqual(expected.get(uid));
}

acrossChats((meet) => {
  test('hours, ten weeks over the change of the clocks, one moved, the rest called off: calendars, mails, meetings and reminders agree at each step', async () => {
    pair = await meet({ at: MONDAY, env: { MEETING_PLATFORMS: 'zoom,jitsi', DEFAULT_TIME_ZONE: 'Europe/Berlin' } });
    const { learner, tutor, app } = pair;
    await tutor.types('/availability', { change: 'Mon-Fri 6-22' });
    await tutor.waitsFor('Your availability');
    await confirmsAddress(learner);
    const feeds = [await feedOf(tutor)];

    await learner.says(`algebra with ${tutor.name} every tuesday at 17:00 for ten weeks`);
    await learner.waitsFor('Are these right?');
    await learner.presses('Send the request');
    await tutor.waitsFor('asks you for 10 sessions');
    await pair.settled();
    await tutor.presses('Confirm all 10');
    await tutor.waitsFor('10 confirmed');
    await pair.settled();
    const [first] = await app.store.sessions({ states: ['confirmed'], order: 'soonest' });
    const all = () => app.store.sessionsOfSeries(first?.series?.id ?? '');
    const zone = learner.chat === 'slack' ? 'Europe/Berlin' : 'America/Chicago';
    const walls = (await all()).map(({ startsAt }) => wallTime(startsAt, zone).slice(11));
    expect(walls).toEqual(Array(10).fill('17:00'));
    await allAgrees(await all(), feeds);

    // The second is tomorrow when the tutor suggests another hour for it.
    await pair.moveTo('2027-03-08T09:00:00Z');
    await tutor.waitsFor('2 of 10');
    await tutor.presses('Suggest another time');
    await tutor.waitsFor('dialog: Suggest another time');
    await tutor.fills({ when: '2027-03-10 11:00' });
    await pair.settled();
    if (tutor.chat === 'discord') await tutor.presses(/^Suggest: /);
    await learner.waitsFor('suggests another time for');
    await pair.settled();
    await learner.presses(/^Take /);
    await tutor.waitsFor('takes your time: Algebra');
    await pair.settled();
    const [, second] = await all();
    expect(second).toMatchObject({ sequence: 1, movedFromAt: expect.any(Date) });
    await allAgrees(await all(), feeds);

    await pair.moveTo((second?.startsAt.getTime() ?? 0) - 60 * 60_000);
    for (const [human, other] of [[learner, tutor] as const, [tutor, learner] as const]) {
      const reminders = human.messages().filter((one) => one.includes(`Algebra with ${other.name} starts`));
      expect(reminders, human.name).toHaveLength(1);
    }
    const subjects = () => pair.mail.letters(ADDRESS).map(({ subject }) => subject);
    await expect.poll(subjects).toContainEqual(expect.stringMatching(/Algebra with .* starts/));

    await pair.moveTo('2027-03-15T09:00:00Z');
    await learner.types('/sessions');
    await learner.waitsFor('3 of 10');
    await learner.presses('Cancel');
    await learner.waitsFor('This and the following: 8 sessions');
    await learner.fills({ scope: 'following', reason: 'Exams' });
    await learner.waitsFor('8 sessions are cancelled');
    await pair.settled();
    const states = Object.groupBy(await all(), ({ state }) => state);
    expect(states.cancelled).toHaveLength(8);
    await allAgrees(await all(), feeds);

    expect(pair.faults).toEqual([]);
  });
});
