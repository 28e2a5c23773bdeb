import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BusyElsewhere } from '../../src/core/calendar/foreign.ts';
import { atGoogle, type FreeBusyTrouble } from '../../src/core/calendar/free-busy.ts';
import { createReadCalendars } from '../../src/work/read-calendar.ts';
import { freshDatabase } from '../database.ts';
import { at, booked, NOW, someone } from '../store/some.ts';

type Fresh = Awaited<ReturnType<typeof freshDatabase>>;
let fresh: Fresh;
let now: Date;
let theo: string;
/** What Google says. */
let says: readonly BusyElsewhere[] | FreeBusyTrouble;
beforeEach(async () => {
  fresh = await freshDatabase('embedded');
  now = NOW;
  theo = await someone(fresh.store, 'Theo');
  const unread = { etag: undefined, readAt: undefined, failing: undefined };
  const calendar = {
    id: 'google',
    person: theo,
    address: atGoogle('theo@school.example'),
    name: 'theo@school.example',
  };
  await fresh.store.transaction(async (tx) => {
    await tx.changePerson(theo, { email: 'theo@school.example', emailConfirmedAt: NOW });
    await tx.addForeignCalendar({ ...calendar, ...unread }, NOW);
  });
});
afterEach(() => fresh.drop());

const stretch = (from: string, to: string) => ({ startsAt: at(from, 3), endsAt: at(to, 3) });
const asked: string[] = [];
const reads = () =>
  createReadCalendars(
    { store: fresh.store, clock: () => now, defaultZone: 'UTC' },
    {
      fetch: () => Promise.reject(new Error('nothing on the web is asked')),
      busyIn: async () => undefined,
      freeBusy: {
        of: async (email) => {
          asked.push(email);
          return says;
        },
      },
    },
  ).read('google');
const isHeld = async (from: string, to: string) =>
  (await fresh.store.busy([theo], at(from, 3), at(to, 3))).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
/** A repeat has a job too, which finds no message of its own. */
async function owed(): Promise<number> {
  const ids = fresh.queued.flatMap((job) => (job.name === 'deliver' ? [job.data.delivery] : []));
  const found = await Promise.all(ids.map((id) => fresh.store.delivery(id)));
  return found.filter((one) => one !== undefined).length;
}
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

test('what Google says is held, but not what is booked here, and it fails open with one word', async () => {
  const lena = await someone(fresh.store, 'Lena');
  const times = stretch('17:00', '18:00');
  const { id } = await booked(fresh.store, lena, theo, { state: 'confirmed', confirmedAt: NOW, ...times });
  await fresh.store.transaction((tx) => tx.hold(theo, { why: 'session', id }, times.startsAt, times.endsAt));
  says = [stretch('10:00', '11:00'), stretch('16:30', '18:00')];
  const before = await owed();
  await reads();
  expect(asked).toEqual(['theo@school.example']);
  expect(await isHeld('09:00', '20:00')).toEqual([
    stretch('10:00', '11:00'),
    stretch('16:30', '17:00'),
    stretch('17:00', '18:00'),
  ]);
  expect(await owed()).toBe(before + 1);

  now = hours(1);
  says = [stretch('12:00', '13:00')];
  await reads();
  expect(await isHeld('09:00', '16:00')).toEqual([stretch('12:00', '13:00')]);

  says = 'not-granted';
  await reads();
  now = hours(6);
  await reads();
  expect(await isHeld('09:00', '16:00')).toEqual([stretch('12:00', '13:00')]);
  expect(await owed()).toBe(before + 1);
  now = hours(8);
  await reads();
  await reads();
  expect(await isHeld('09:00', '16:00')).toEqual([]);
  expect(await fresh.store.foreignCalendar('google')).toMatchObject({ failing: { why: 'not-granted' } });
  expect(await owed()).toBe(before + 2);

  says = [stretch('12:00', '13:00')];
  await reads();
  expect(await isHeld('09:00', '16:00')).toEqual([stretch('12:00', '13:00')]);
  expect(await fresh.store.foreignCalendar('google')).toMatchObject({ failing: undefined });
});

test('nobody asks for an address that its owner has taken away', async () => {
  await fresh.store.transaction((tx) => tx.changePerson(theo, { email: undefined, emailConfirmedAt: undefined }));
  asked.length = 0;
  await reads();
  expect(asked).toEqual([]);
  expect(await fresh.store.foreignCalendar('google')).toMatchObject({ failing: { why: 'not-confirmed' } });
});
