import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { acrossChats, type Pair } from '../world/pairs.ts';

let pair: Pair;
afterEach(() => pair.stop());

const event = (uid: string, from: string, to: string) =>
  ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART:${from}`, `DTEND:${to}`, 'END:VEVENT'].join('\r\n');
const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');

/** Whether the tutor can be booked for an hour from then on. */
async function isFree(tutor: Human, at: string): Promise<boolean> {
  const { person } = await pair.actor(tutor);
  const from = new Date(at);
  return (await pair.app.store.busy([person.id], from, new Date(from.getTime() + 3_600_000))).length === 0;
}

acrossChats((meet) => {
  test('a tutor connects a calendar: nobody books them while they are busy there, and what goes wrong is said', async () => {
    pair = await meet();
    const { learner, tutor, ics } = pair;
    ics.put('school', calendar(event('a', '20261201T160000Z', '20261201T170000Z')));
    await tutor.types('/calendar');
    await tutor.waitsFor('Your calendar');
    await tutor.presses('Connect a calendar');
    await tutor.waitsFor('dialog: Connect a calendar');
    await tutor.fills({ address: 'http://192.168.0.1/router.ics' });
    await tutor.waitsFor('It has to be a public https:// address');
    if (tutor.chat === 'discord') await tutor.presses('Change');
    await tutor.waitsFor('dialog: Connect a calendar');
    await tutor.fills({ address: ics.addressOf('school') });
    await tutor.waitsFor('1 stretch of time is taken there');
    expect([await isFree(tutor, '2026-12-01T16:00:00Z'), await isFree(tutor, '2026-12-02T16:00:00Z')]).toEqual([
      false,
      true,
    ]);

    const { person } = await pair.actor(tutor);
    const wish = {
      tutor: person.id,
      subject: 'Algebra',
      when: '2026-12-01T17:00[Europe/Berlin]',
      length: '60',
      zone: 'Europe/Berlin',
    };
    const answer = await pair.app.reception.run(await pair.actor(learner), 'book', wish);
    expect(JSON.stringify(answer)).toContain('already has something at that time');

    // It follows, asks no more than it must, and fails open.
    await pair.moveTo('2026-11-30T09:31:00Z');
    const asked = ics.asked('school');
    ics.put('school', calendar(event('a', '20261202T160000Z', '20261202T170000Z')));
    await pair.moveTo('2026-11-30T09:35:00Z');
    expect(ics.asked('school')).toBe(asked);
    await pair.moveTo('2026-11-30T10:05:00Z');
    expect([await isFree(tutor, '2026-12-01T16:00:00Z'), await isFree(tutor, '2026-12-02T16:00:00Z')]).toEqual([
      true,
      false,
    ]);
    ics.put('school', undefined);
    await pair.moveTo('2026-11-30T10:40:00Z');
    expect(await isFree(tutor, '2026-12-02T16:00:00Z')).toBe(false);
    expect(tutor.sees('can’t read the calendar')).toBe(false);
    await pair.moveTo('2026-11-30T17:00:00Z');
    await tutor.waitsFor('There’s nothing at that address any more');
    expect(await isFree(tutor, '2026-12-02T16:00:00Z')).toBe(true);

    ics.put('school', calendar(event('a', '20261203T160000Z', '20261203T170000Z')));
    await pair.moveTo('2026-11-30T17:40:00Z');
    expect(await isFree(tutor, '2026-12-03T16:00:00Z')).toBe(false);
    await tutor.types('/calendar');
    await tutor.waitsFor('I follow the calendar at');
    await tutor.presses('Remove it');
    await tutor.waitsFor('Its times are free again');
    expect(await isFree(tutor, '2026-12-03T16:00:00Z')).toBe(true);
    await pair.moveTo('2026-11-30T19:00:00Z');
    expect(await isFree(tutor, '2026-12-03T16:00:00Z')).toBe(true);
    expect(pair.faults).toEqual([]);
  });
});
