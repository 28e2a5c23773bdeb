import { expect } from 'vitest';
import type { Human } from '../world/human.ts';
import type { Bot } from './bot.ts';
import type { CrashStage } from './stage.ts';

const WHEN = '2026-12-10 17:00';
const NOTE = 'Quadratic equations';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Somebody's own way into the room. */
const LINK = 'https://tutoring.example/j/';

export type Facts = Awaited<ReturnType<Bot['ask']>> & Awaited<ReturnType<import('./child.ts').Commands['facts']>>;

/** Something that somebody does, up to the last message that it causes. */
export interface Scenario {
  readonly name: string;
  /** What comes before, once for all. */
  prepare(stage: CrashStage): Promise<void>;
  /** What comes right before, while nobody dies yet. */
  begin?(stage: CrashStage): Promise<void>;
  /** What is done; the bot dies somewhere in it or after it. */
  act(stage: CrashStage): Promise<void>;
  /** What the person does who sees that it was not done; nothing where the screen says that it was. */
  again(stage: CrashStage, facts: Facts): Promise<void>;
  /** What must be true in the end, whatever happened. */
  expects(stage: CrashStage, facts: Facts): void;
}

async function beginsBooking({ learner, tutor }: CrashStage): Promise<void> {
  const wish = { tutor: tutor.name, subject: 'Algebra', note: NOTE, when: WHEN };
  if (learner.chat === 'slack') {
    await learner.types('/book');
    await learner.waitsFor('dialog: Book a session');
    return;
  }
  await learner.types('/book', wish);
  if (learner.dialog()) await learner.fills({ zone: 'Chicago' });
  await learner.waitsFor('Is this right?');
}

async function sendsBooking({ learner, tutor }: CrashStage): Promise<void> {
  if (learner.chat === 'slack') await learner.fills({ tutor: tutor.name, subject: 'Algebra', note: NOTE, when: WHEN });
  else await learner.presses('Send the request');
}

async function books(stage: CrashStage): Promise<void> {
  await beginsBooking(stage);
  await sendsBooking(stage);
  await stage.learner.waitsFor('Your request is out');
  await stage.bot().ask('settled');
}

async function confirms(stage: CrashStage): Promise<void> {
  await stage.tutor.presses('Confirm');
  await stage.learner.waitsFor(LINK);
  await stage.bot().ask('settled');
}

async function session(stage: CrashStage) {
  const { sessions } = await stage.bot().ask('facts');
  const [only] = sessions;
  if (!only) throw new Error('there is no session');
  return only;
}

function theOne({ sessions }: Facts) {
  expect(sessions).toHaveLength(1);
  return sessions[0] as NonNullable<(typeof sessions)[0]>;
}

/** The fates of the messages of one kind, each for another person. */
function fates({ deliveries }: Facts, kind: string): string[] {
  return deliveries.filter((one) => one.kind === kind).map(({ fate }) => fate);
}

const has = (human: Human, button: string) => human.buttons().includes(button);

export const booking: Scenario = {
  name: 'a request',
  prepare: async () => {},
  begin: beginsBooking,
  act: sendsBooking,
  again: async (stage, { sessions: [asked] }) => {
    const { learner } = stage;
    if (asked?.state === 'expired') return; // to ask once more would be another request
    const isOpen = learner.chat === 'slack' ? learner.dialog() !== undefined : has(learner, 'Send the request');
    if (!isOpen && !asked) await beginsBooking(stage);
    if (isOpen || !asked) await sendsBooking(stage);
  },
  expects: ({ learner, tutor }, facts) => {
    const { state } = theOne(facts);
    expect(fates(facts, 'receipt')).toEqual(['sent']);
    if (state === 'requested') {
      expect(fates(facts, 'request')).toEqual(['sent']);
      expect(has(tutor, 'Confirm')).toBe(true);
    } else {
      expect(state).toBe('expired');
      expect(fates(facts, 'expired')).toEqual(['sent']);
      // What only they saw when they asked is not kept up to date; who looks again does not see it any more.
      learner.reloads();
      // In Slack a message that was under way at the kill may be there twice, and the first of the two stays as it was.
      if (learner.chat === 'discord') expect(learner.sees('Your request is out')).toBe(false);
      if (tutor.chat === 'discord') expect(has(tutor, 'Confirm')).toBe(false);
    }
  },
};

export const confirming: Scenario = {
  name: 'a confirmation',
  prepare: books,
  act: ({ tutor }) => tutor.presses('Confirm'),
  again: async ({ tutor }, facts) => {
    const { state } = theOne(facts);
    expect(has(tutor, 'Confirm')).toBe(state === 'requested');
    if (state === 'requested') await tutor.presses('Confirm');
  },
  expects: ({ learner, tutor }, facts) => {
    const { state } = theOne(facts);
    expect(has(tutor, 'Confirm')).toBe(false);
    if (state === 'expired') return expect(fates(facts, 'expired')).toEqual(['sent']);
    expect(state).toBe('confirmed');
    expect(fates(facts, 'confirmed')).toEqual(['sent']);
    for (const human of [learner, tutor]) expect(human.sees(LINK)).toBe(true);
    expect(learner.sees('confirmed')).toBe(true);
  },
};

export const cancelling: Scenario = {
  name: 'a cancellation',
  prepare: async (stage) => {
    await books(stage);
    await confirms(stage);
  },
  begin: async ({ learner }) => {
    await learner.presses(/^Cancel/);
    await learner.waitsFor('dialog: ');
  },
  act: ({ learner }) => learner.fills({ reason: 'I am ill.' }),
  again: async (stage, facts) => {
    const { learner } = stage;
    if (learner.dialog()) await learner.fills({ reason: 'I am ill.' });
    else if (theOne(facts).state === 'confirmed') {
      await cancelling.begin?.(stage);
      await cancelling.act(stage);
    }
  },
  expects: ({ tutor, learner }, facts) => {
    expect(theOne(facts).state).toBe('cancelled');
    expect(fates(facts, 'cancelled')).toEqual(['sent']);
    expect(tutor.sees('I am ill.')).toBe(true);
    for (const human of [learner, tutor]) expect(has(human, 'Join')).toBe(false);
  },
};

export const reminding: Scenario = {
  name: 'a reminder',
  prepare: async (stage) => {
    await books(stage);
    await confirms(stage);
    const { startsAt } = await session(stage);
    // The one an hour before brings buttons that only the clock brings: they stand on it, and on cards when these are written next.
    await stage.moveTo(new Date(startsAt.getTime() - DAY - MINUTE));
  },
  act: async (stage) => stage.moveTo(new Date(stage.now().getTime() + MINUTE)),
  again: async () => {},
  expects: (stage, facts) => {
    const { state, startsAt } = theOne(facts);
    const reminders = fates(facts, 'reminder').filter((fate) => fate === 'sent');
    if (stage.now() < startsAt) {
      expect(state).toBe('confirmed');
      expect(fates(facts, 'reminder')).toEqual(['sent', 'sent']);
    } else {
      expect(reminders.length).toBeLessThanOrEqual(2);
      expect(state).toBe('ended');
      expect(fates(facts, 'feedback')).toEqual(['sent', 'sent']);
    }
  },
};

export const rating: Scenario = {
  name: 'a rating',
  prepare: async (stage) => {
    await books(stage);
    await confirms(stage);
    const { endsAt } = await session(stage);
    await stage.moveTo(new Date(endsAt.getTime() + 16 * MINUTE));
  },
  begin: async ({ learner }) => {
    await learner.presses('Rate the session');
    await learner.waitsFor('dialog: How was it?');
  },
  act: ({ learner }) => learner.fills({ rating: '5', comment: 'Now I get it.' }),
  again: async (stage, facts) => {
    const { learner } = stage;
    const isRated = theOne(facts).participants.some((one) => one.rating === 5);
    if (learner.dialog()) await learner.fills({ rating: '5', comment: 'Now I get it.' });
    else if (!isRated) {
      await rating.begin?.(stage);
      await rating.act(stage);
    }
  },
  expects: (_stage, facts) => {
    expect(theOne(facts).participants.filter((one) => one.rating === 5)).toHaveLength(1);
    const rated = facts.tutors.filter(({ ratingCount }) => ratingCount > 0);
    expect(rated.map(({ ratingSum, ratingCount }) => [ratingSum, ratingCount])).toEqual([[5, 1]]);
  },
};
