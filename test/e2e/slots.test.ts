import { afterEach, describe, expect, test } from 'vitest';
import { acrossChats, type Pair } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

const MINUTE = 60_000;

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//school//days//EN
BEGIN:VEVENT
UID:founders
DTSTART;VALUE=DATE:20261208
DTEND;VALUE=DATE:20261209
SUMMARY:Founders’ day
END:VEVENT
BEGIN:VEVENT
UID:concert
DTSTART:20261210T180000Z
DTEND:20261210T200000Z
SUMMARY:Concert
END:VEVENT
END:VCALENDAR`;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a time is kept while somebody is about to ask for it, lapses by itself, and whoever comes too late finds what is near', async () => {
    pair = await meet();
    const { learner, tutor, lena, noor, now } = pair;
    const other = learner === lena ? noor : lena;
    await noor.types('/timezone', { zone: 'Europe/Berlin' });
    await noor.waitsFor('Europe/Berlin');
    const wish = `book algebra with ${tutor.name} on 2026-12-02 16:00`;
    await learner.says(wish);
    await learner.waitsFor('Nothing is sent until');
    await other.says(wish);
    await other.waitsFor(`${tutor.name} already has something at that time`);
    expect(other.buttons().filter((label) => /Dec 2/.test(label)).length).toBeGreaterThan(1);
    expect(other.buttons().some((label) => /Dec 2 4:00 PM|Dec 2 16:00/.test(label))).toBe(false);
    // Who has it sees it open all the same, as often as they look.
    await learner.says(wish);
    await learner.waitsFor('Nothing is sent until', 2);

    await pair.moveTo(now().getTime() + 11 * MINUTE);
    await other.says(wish);
    await other.waitsFor('Nothing is sent until');
    await other.presses('Send the request');
    await other.waitsFor('hear from me');
    await learner.presses('Send the request');
    await learner.waitsFor(`${tutor.name} already has something at that time`);
    await learner.presses(/Dec 2 (5:00 PM|17:00|3:00 PM|15:00)/);
    await learner.waitsFor('hear from me');
    expect(pair.faults).toEqual([]);
  });
});

describe('across chats too, each way once', () => {
  let world: World;
  afterEach(() => world.stop());

  test('admins say when nobody teaches, and what is agreed for then stays and is named', async () => {
    world = await createWorld();
    const { lena: other, noor, theo: tutor, grace: admin, app } = world;
    const learner = noor;
    const wish = (day: string) => `book algebra with ${tutor.name} on ${day} 16:00`;
    await noor.types('/timezone', { zone: 'Europe/Berlin' });
    await noor.waitsFor('Europe/Berlin');
    await learner.says(wish('2026-12-24'));
    await learner.waitsFor('Nothing is sent until');
    await learner.presses('Send the request');
    await learner.waitsFor('hear from me');
    await admin.types('/tutoring holidays');
    await admin.waitsFor('There are no holidays and no terms');
    await admin.presses('Add a holiday or a term');
    await admin.waitsFor('dialog: Holiday or term');
    await admin.fills({ name: 'Winter break', from: '24 Dec - 2 Jan' });
    await admin.waitsFor('One session lies on such a day now. It stays as it is');
    expect(admin.sees(`${learner.name} with ${tutor.name}`)).toBe(true);
    await admin.presses('Read a calendar file');
    await admin.waitsFor('dialog: Read a calendar');
    await admin.fills({ text: CALENDAR });
    await admin.waitsFor('Saved 1 holiday. 1 event had an hour, so I left them out.');
    await other.says(wish('2026-12-08'));
    await other.waitsFor('Nobody teaches then (Founders’ day)');
    // The same file again says nothing new.
    expect(await app.store.closures()).toHaveLength(2);
    await admin.presses('Read a calendar file');
    await admin.waitsFor('dialog: Read a calendar');
    await admin.fills({ text: CALENDAR });
    await admin.waitsFor('Saved 1 holiday.', 2);
    expect(await app.store.closures()).toHaveLength(2);
    await admin.chooses(/Founders’ day/);
    await world.settled();
    await other.says(wish('2026-12-08'));
    await other.waitsFor('Nothing is sent until');
    expect(world.faults).toEqual([]);
  });

  test('of several who are free the best fit is asked alone, with why', async () => {
    world = await createWorld();
    const { noor, app } = world;
    const learner = noor;
    await noor.types('/timezone', { zone: 'Europe/Berlin' });
    await noor.waitsFor('Europe/Berlin');
    await learner.says('algebra on 2026-12-02 16:00');
    await learner.waitsFor('Nothing is sent until');
    await learner.presses('Ask only the best fit');
    await learner.waitsFor(/fits best \(.*sessions lately\)/);
    await learner.presses('Send the request');
    await learner.waitsFor('hear from me');
    await world.settled();
    const [session] = await app.store.sessions({});
    expect(session?.tutor).toBeDefined();
    expect(session?.candidates).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});
