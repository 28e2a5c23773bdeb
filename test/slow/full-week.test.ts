import { afterEach, expect, test } from 'vitest';
import { expectAsCounted } from '../store/as-counted.ts';
import { type Counted, recount, unbalanced } from '../store/recount.ts';
import { createWorld, type World } from '../world/world.ts';
import { type Case, MORNINGS, type Morning } from './week/case.ts';
import { changes } from './week/changes.ts';
import { closedDms } from './week/closed-dms.ts';
import { credits } from './week/credits.ts';
import { departure } from './week/departure.ts';
import { failedDelivery, isOfDelivery } from './week/failed-delivery.ts';
import { linking } from './week/linking.ts';
import { noShows } from './week/no-shows.ts';
import { observer } from './week/observer.ts';
import { outage } from './week/outage.ts';
import { each, gather } from './week/people.ts';
import { programme } from './week/programme.ts';
import { silentTutor } from './week/silent-tutor.ts';
import { table } from './week/table.ts';
import { whoMayAsk } from './week/who-may-ask.ts';
import { workingTogether } from './week/working-together.ts';

/** On each morning in this order. */
const CASES: Readonly<Record<string, Case>> = {
  changes,
  closedDms,
  departure,
  failedDelivery,
  linking,
  noShows,
  observer,
  programme,
  silentTutor,
  table,
  workingTogether,
  credits,
  whoMayAsk,
  outage,
};
const PAIRS = 16;
const PEOPLE = 190; // and the cast of ten
const WEEKS = [
  ['2026-11-30', '2026-12-07'],
  ['2026-12-07', '2026-12-14'],
] as const;
/** What needs an admin: each card has one of these, until it was acted upon. */
const WHAT_ADMINS_DO = [/^Warn$/, /^Approve$/, /^It took place$/, /^Confirm for /, /^Nudge the tutor$/];

let world: World;
afterEach(() => world.stop());

test('whatever else happens in a week happens beside one another, and comes to an end in the moderation channel', async () => {
  world = await createWorld({
    crowd: PEOPLE,
    env: { MEETING_PLATFORMS: 'zoom,jitsi', DIGEST_AT: '08:00', DEFAULT_TIME_ZONE: 'Europe/Berlin' },
  });
  const { app, grace, priya, database, faults } = world;
  const people = await gather(world, PAIRS);
  const cases = Object.entries(CASES).map(([name, begin]) => [name, begin(world, people)] as const);
  for (const [morning, day] of Object.entries(MORNINGS) as [Morning, string][]) {
    await world.moveTo(`${day}T09:00:00Z`);
    for (const [name, mornings] of cases) {
      await mornings[morning]?.().catch((error: unknown) => {
        throw new Error(`${name}, ${morning}: ${String(error)}`, { cause: error });
      });
      await world.settled();
    }
    // Whatever nobody said.
    await each(grace, /^It took place$/, () => grace.presses('It took place'));
    await world.settled();
  }

  for (const admin of [grace, priya])
    expect(
      admin.buttons().filter((label) => WHAT_ADMINS_DO.some((one) => one.test(label))),
      admin.name,
    ).toEqual([]);
  const all = await recount(database.sql, new Date(0), new Date(WEEKS[1][1]));
  expect(all.filter(({ state }) => state === 'requested' || state === 'confirmed')).toEqual([]);
  expect(all.filter(isUnsaid)).toEqual([]);
  for (const state of ['ended', 'declined', 'expired', 'cancelled'])
    expect(
      all.some((one) => one.state === state),
      state,
    ).toBe(true);
  expect(await unbalanced(database.sql)).toEqual([]);

  // The report of each week says what one counts in the audit.
  const { organization } = (await world.actor(grace)).person;
  await grace.types('/tutoring report', { period: 'Week' });
  await world.settled();
  for (const [from, before] of WEEKS.toReversed()) {
    await grace.presses('Earlier');
    const [begin, end] = [new Date(from), new Date(before)];
    await expectAsCounted(database.sql, await app.store.of(organization).report(begin, end), begin, end);
    const counted = await recount(database.sql, begin, end);
    const held = counted.filter(({ state, outcome }) => state === 'ended' && outcome === 'took-place').length;
    await grace.waitsFor(`${some(counted.length, 'session')}, ${some(held, 'hour')} taught.`);
    const filled = counted.filter(({ isFilled }) => isFilled).length;
    expect(grace.sees(`Asked for: ${counted.length}; to ${filled} of these somebody said yes`)).toBe(true);
  }
  expect(faults.filter((one) => !isOfDelivery(one))).toEqual([]);
  expect(faults.some(isOfDelivery)).toBe(true);
});

const isUnsaid = ({ state, outcome }: Counted) => state === 'ended' && (outcome === null || outcome === 'unknown');

const some = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
