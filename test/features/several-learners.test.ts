import { expect, test } from 'vitest';
import type { Message } from '../../src/conversation/message.ts';
import { plain } from '../../src/conversation/say.ts';
import type { Person } from '../../src/core/people/person.ts';
import type { Outcome, Session } from '../../src/core/session/session.ts';
import { feedbackCard } from '../../src/features/cards/feedback-card.ts';
import { meetingCard, outcomeCard } from '../../src/features/cards/session-card.ts';
import { reader, type SessionView } from '../../src/features/shared/reader.ts';
import { NOW, someParticipant, someSession } from '../store/some.ts';

const NAMES = ['Theo', 'Lena', 'Mia', 'Noah', 'Grace'] as const;
type Name = (typeof NAMES)[number];

const named = (name: string): Person => ({
  id: name,
  organization: 'school',
  name,
  zone: 'Europe/Berlin',
  email: undefined,
  reminderLeads: undefined,
});

const deps = { platforms: [], publicUrl: undefined, boardOf: () => undefined };

/** What Theo's session with these learners is to somebody. */
function seenBy(name: Name, participants: Session['participants'], more: Partial<Session> = {}, locale = 'en') {
  const view: SessionView = {
    session: someSession('Lena', 'Theo', { participants, confirmedAt: NOW, ...more }),
    people: new Map(NAMES.map((one) => [one, named(one)])),
    ownRoom: undefined,
    together: [],
    reader: reader(named(name), locale, name === 'Grace'),
    now: NOW,
  };
  return view;
}

const text = ({ title, text: more }: Message) =>
  [title, more].map((one) => (one === undefined ? '' : plain(one, () => 'then'))).join(' | ');
const buttons = ({ actions = [] }: Message) => actions.map((one) => one.label);

const theo = someParticipant('Theo', 'tutor');
const learner = (name: Name, outcome?: Outcome) => ({ ...someParticipant(name, 'learner'), outcome });
const THREE = [theo, learner('Lena'), learner('Mia'), learner('Noah')];

test('a card names all learners to the tutor, in the reader’s language, and the tutor to each learner', () => {
  const title = (name: Name, locale?: string) =>
    text(meetingCard(seenBy(name, THREE, { state: 'confirmed' }, locale), deps)).split(' | ')[0];
  expect(title('Theo')).toBe('Algebra with Lena, Mia, and Noah');
  expect(title('Theo', 'es')).toBe('Algebra con Lena, Mia y Noah');
  expect(title('Mia')).toBe('Algebra with Theo');
});

test('what became of it is told to each as it was for them', () => {
  const over = [theo, learner('Lena', 'took-place'), learner('Mia', 'learner-missing'), learner('Noah', 'disputed')];
  const told = (name: Name, participants = over) =>
    text(outcomeCard(seenBy(name, participants, { state: 'ended', endedAt: NOW }))).split(' | ')[1];
  expect(told('Lena')).toBe('The session took place.');
  expect(told('Mia')).toBe('Mia didn’t come.');
  expect(told('Noah')).toContain('say different things');
  expect(told('Theo')).toContain('say different things');
  expect(told('Grace')).toBe('no agreement on whether it took place');
  const nobodyCame = [theo, learner('Lena', 'learner-missing'), learner('Mia', 'learner-missing')];
  expect(told('Theo', nobodyCame)).toBe('Lena and Mia didn’t come.');
  expect(told('Lena', nobodyCame)).toBe('Lena didn’t come.');
  expect(told('Theo', [theo, learner('Lena', 'took-place'), learner('Mia')])).toBe('The session is over.');
});

test('a tutor to whom nobody has come yet has a card, and nobody to rate', () => {
  const card = meetingCard(seenBy('Theo', [theo], { state: 'confirmed' }), deps);
  expect(text(card)).toMatch(/^Algebra with somebody/);
  expect(buttons(card)).toContain('Cancel');
  const ended = feedbackCard(seenBy('Theo', [theo], { state: 'ended', endedAt: NOW }), deps);
  expect(buttons(ended)).toEqual([]);
});
