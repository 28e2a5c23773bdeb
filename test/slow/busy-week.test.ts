import { afterEach, expect, test } from 'vitest';
import { expectAsCounted } from '../store/as-counted.ts';
import { recount } from '../store/recount.ts';
import type { Human } from '../world/human.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';
import { atOnce, each, livesInBerlin, missed, rates, teaches } from './week/people.ts';

const TUTORS = 20;
const PEOPLE = 190; // and the cast of ten
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let world: World;
afterEach(() => world.stop());

interface Wish {
  readonly nr: number;
  readonly learner: Human;
  readonly tutor: Human;
  readonly startsAt: Date;
}

test('an admin runs a busy week of 200 people in both chats from the moderation channel', async () => {
  world = await createWorld({ crowd: PEOPLE, env: { DIGEST_AT: '08:00', DEFAULT_TIME_ZONE: 'Europe/Berlin' } });
  const { crowd, grace, priya, database, faults } = world;
  const tutors = crowd.slice(0, TUTORS);
  const [declines, ignores] = [tutors[TUTORS - 2], tutors[TUTORS - 1]];
  await atOnce(tutors, teaches);
  await world.settled();
  await each(grace, /^Approve$/, () => grace.presses('Approve'));
  // The fifth tutor of an organization needs nobody's yes, the sixth does.
  const applied = tutors.filter((tutor) => tutor.sees('An admin looks at it first'));
  expect(applied).toHaveLength(TUTORS - 1);
  for (const tutor of applied) await tutor.waitsFor(`${grace.name} (admin) said yes to your offer`);
  await world.settled();
  expect(priya.buttons()).not.toContain('Approve');

  // Monday: everybody asks, and nearly everybody answers.
  const wishes = crowd.slice(TUTORS).map((learner, nr) => wishOf(learner, nr, tutors));
  await atOnce(wishes, async ({ learner, tutor, startsAt }) => {
    await livesInBerlin(learner);
    await books(learner, tutor.name, inBerlin(startsAt));
  });
  await world.settled();
  await atOnce(tutors, async (tutor) => {
    if (tutor === ignores) return;
    await each(tutor, /^Confirm$/, () => (tutor === declines ? declinesOne(tutor) : tutor.presses('Confirm')));
  });
  await world.settled();

  // Tuesday to Friday: they meet, or do not, and say how it was.
  const times = [...new Set(wishes.map(({ startsAt }) => startsAt.getTime()))].toSorted((a, b) => a - b);
  for (const time of times) {
    await world.moveTo(time + 80 * MINUTE);
    const held = wishes.filter(
      ({ startsAt, tutor }) => startsAt.getTime() === time && ![declines, ignores].includes(tutor),
    );
    await atOnce(held, saysHowItWas);
    await world.settled();
    await adminActs(grace);
  }

  // Two learners report their tutor; one of the admins looks after each.
  for (const { learner, tutor } of wishes.slice(4, 6)) {
    await learner.presses('Report or block…');
    await learner.waitsFor('A report goes to the admins');
    await learner.presses('Report to the admins');
    await learner.waitsFor('dialog: Report');
    await learner.fills({ reason: 'He was rude' });
    await priya.waitsFor(`Somebody reported ${tutor.name}`);
  }
  await world.settled();
  await each(grace, /^Warn$/, () => grace.presses('Warn'));

  // Whatever nobody said comes to the admins too, after three days.
  for (let day = 1; day <= 4; day++) {
    await world.moveTo((times.at(-1) ?? 0) + day * DAY);
    await adminActs(day % 2 === 0 ? grace : priya);
  }

  // Nothing is left to do, in either chat, and everything came to an end.
  for (const admin of [grace, priya])
    expect(
      admin.buttons().filter((label) => WHAT_ADMINS_DO.some((one) => one.test(label))),
      admin.name,
    ).toEqual([]);
  const all = await recount(database.sql, new Date(0), new Date(8e15));
  expect(all.filter(({ state }) => state === 'requested' || state === 'confirmed')).toEqual([]);
  expect(all.filter(({ outcome, state }) => state === 'ended' && (outcome === null || outcome === 'unknown'))).toEqual(
    [],
  );

  // Each morning, as long as there was something: from Tuesday to the Tuesday on which the last is decided.
  for (const admin of [grace, priya])
    expect(admin.messages().filter((text) => text.includes('Good morning')).length).toBe(8);

  // The report of that week says what one counts in the audit.
  const { organization } = (await world.actor(grace)).person;
  const [begin, end] = [new Date('2026-11-30'), new Date('2026-12-07')];
  await expectAsCounted(database.sql, await world.app.store.of(organization).report(begin, end), begin, end);
  await grace.types('/tutoring report', { period: 'Week' });
  await world.settled();
  await grace.presses('Earlier');
  const held = all.filter(({ state, outcome }) => state === 'ended' && outcome === 'took-place');
  await grace.waitsFor(`${all.length} sessions, ${held.length} hours taught.`);
  const filled = all.filter(({ isFilled }) => isFilled).length;
  expect(grace.sees(`Asked for: ${all.length}; to ${filled} of these somebody said yes`)).toBe(true);
  for (const tutor of ['ended', 'declined', 'expired'] as const)
    expect(all.some(({ state }) => state === tutor)).toBe(true);
  expect(faults).toEqual([]);
});

/** What needs an admin: each card has one of these, until it was acted upon. */
const WHAT_ADMINS_DO = [/^Warn$/, /^Approve$/, /^It took place$/, /^Confirm for /, /^Nudge the tutor$/];

async function adminActs(admin: Human): Promise<void> {
  await each(admin, /^It took place$/, () => admin.presses('It took place'));
  // Of what nobody answers every second goes to another tutor.
  let handed = 0;
  await each(admin, /^Confirm for /, async () => {
    if (handed++ % 2 === 1) return admin.presses(/^Confirm for /);
    await admin.presses('Hand it to…');
    await admin.waitsFor('dialog: Which tutor?');
    await admin.fills({ tutor: admin.choices('tutor').at(-1) ?? '', platform: 'jitsi' });
  });
}

async function saysHowItWas({ nr, learner, tutor }: Wish): Promise<void> {
  switch (nr % 10) {
    case 0: // They say different things.
      await missed(learner, tutor, 'tutor');
      return rates(tutor, learner, { rating: '4' });
    case 1: // It was bad.
      await rates(learner, tutor, { rating: '1', comment: 'We had no sound.' });
      return rates(tutor, learner, { rating: '3' });
    case 2: // One word, and no objection.
      return missed(tutor, learner, 'learner');
    case 3: // Nobody says anything.
      return;
    default:
      await rates(learner, tutor);
      return rates(tutor, learner);
  }
}

async function declinesOne(tutor: Human): Promise<void> {
  await tutor.presses('Decline');
  await tutor.waitsFor('dialog: ');
  await tutor.fills({ reason: 'I am away all week' });
}

/** Each tutor is asked by eight or nine, at times that do not touch. */
function wishOf(learner: Human, nr: number, tutors: readonly Human[]): Wish {
  const round = Math.floor(nr / tutors.length);
  const tutor = tutors[nr % tutors.length];
  if (!tutor) throw new Error('there are no tutors');
  const startsAt = new Date(Date.UTC(2026, 11, 1 + (round % 4), 8 + 3 * Math.floor(round / 4)));
  return { nr, learner, tutor, startsAt };
}

/** As people in Berlin type it in winter. */
function inBerlin(at: Date): string {
  return new Date(at.getTime() + HOUR).toISOString().slice(0, 16).replace('T', ' ');
}
