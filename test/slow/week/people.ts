import { expect } from 'vitest';
import type { Human } from '../../world/human.ts';
import { books } from '../../world/pairs.ts';
import type { World } from '../../world/world.ts';

const AT_ONCE = 8;

/** A few at a time, as people are. */
export async function atOnce<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += AT_ONCE)
    await Promise.all(all.slice(start, start + AT_ONCE).map(act));
}

/** Does it until no button asks for it any more. */
export async function each(human: Human, label: RegExp, act: () => Promise<void>): Promise<void> {
  const count = () => human.buttons().filter((one) => label.test(one)).length;
  for (let left = count(); left > 0; left = count()) {
    await act();
    await expect.poll(count, { message: `${human.name}: ${label}` }).toBeLessThan(left);
  }
}

export async function teaches(tutor: Human): Promise<void> {
  await tutor.types('/teach');
  await tutor.waitsFor('dialog: ');
  const zone = tutor.chat === 'discord' ? { zone: 'Berlin' } : {};
  await tutor.fills({ subjects: 'Algebra', ...zone });
  await tutor.waitsFor(/Algebra · no ratings yet|An admin looks at it first/);
}

/** Slack knows; Discord does not say. */
export async function livesInBerlin(human: Human): Promise<void> {
  if (human.chat === 'slack') return;
  await human.types('/timezone', { zone: 'Berlin' });
  await human.waitsFor('Berlin');
}

/** A learner and a tutor, each in another chat. */
export interface Two {
  readonly learner: Human;
  readonly tutor: Human;
}

/** Those who have something to do in the week, each once. */
export interface People {
  two(tutorIn?: Human['chat']): Two;
  /** Somebody who only learns. */
  one(chat: Human['chat']): Human;
}

/** So many tutors offer Algebra and are approved; so many learners, and some more, live in Berlin. */
export async function gather({ crowd, grace, settled }: World, pairs: number): Promise<People> {
  const tutors = crowd.slice(0, pairs);
  // The chats take turns in the crowd: whoever stands at an odd distance is in the other one.
  const rest = crowd.slice(pairs % 2 === 0 ? pairs + 1 : pairs);
  const learners = rest.slice(0, pairs);
  const others = rest.slice(pairs);
  await atOnce(tutors, teaches);
  await settled();
  await each(grace, /^Approve$/, () => grace.presses('Approve'));
  await atOnce([...learners, ...others.slice(0, pairs)], async (human) => {
    await livesInBerlin(human);
    // Only who has done something is known.
    if (human.chat === 'slack') await human.types('/sessions');
  });
  await settled();
  return {
    two: (tutorIn) => {
      const index = tutors.findIndex(({ chat }) => tutorIn === undefined || chat === tutorIn);
      const [[learner], [tutor]] = [learners.splice(index, 1), tutors.splice(index, 1)];
      if (!learner || !tutor) throw new Error('more pairs are needed');
      return { learner, tutor };
    },
    one: (chat) => {
      const index = others.findIndex((human) => human.chat === chat);
      const [found] = index < 0 ? [] : others.splice(index, 1);
      if (!found) throw new Error(`more people in ${chat} are needed`);
      return found;
    },
  };
}

/** Asks and is told yes. `when`: as people in Berlin type it. */
export async function agree({ learner, tutor }: Two, when: string, subject = 'Algebra'): Promise<void> {
  await books(learner, tutor.name, when, { subject });
  const asks = `${learner.name} asks you for a session`;
  await tutor.waitsFor(asks);
  await tutor.presses('Confirm', asks);
  await expect.poll(() => tutor.buttonsOf(asks)).not.toContain('Confirm');
}

/** They say that it took place, and how it was. */
export async function rates(human: Human, other: Human, filled: Readonly<Record<string, string>> = { rating: '5' }) {
  await pressesAfter(human, other, 'Rate the session', 'dialog: How was it?');
  await human.fills(filled);
}

/** They say that it did not. */
export async function missed(human: Human, other: Human, missing: 'learner' | 'tutor'): Promise<void> {
  await pressesAfter(human, other, 'It didn’t take place', 'dialog: What happened?');
  await human.fills({ missing });
}

async function pressesAfter(human: Human, other: Human, label: string, dialog: string): Promise<void> {
  const question = `How was your session with ${other.name}?`;
  await human.waitsFor(question);
  await human.presses(label, question);
  await human.waitsFor(dialog);
}
