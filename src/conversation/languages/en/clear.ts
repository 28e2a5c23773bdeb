import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';
import { times } from '../times.ts';

/** A day is cleared; a session is handed over. */
export const clear = {
  clear: {
    title: 'Clear a day',
    submit: 'Show me first',
    tutor: 'Whose day',
    day: 'Which day',
    until: 'Until (a longer stretch)',
    untilHint: 'The last day. Leave it empty for one day.',
    dayPlaceholder: 'For example: tomorrow, Fri, 24 Dec - 2 Jan',
    way: 'What happens to the sessions',
    ways: {
      move: 'Suggest other times',
      'hand-over': 'Ask other tutors',
      cancel: 'Cancel them',
    },
    adminMoves: 'Move to the nearest free time',
    why: 'Why? Everybody reads it when it’s cancelled',
    whyHint: 'Needed for cancelling.',
    nothing: (days: string): Text => say`Nothing is planned then (${days}).`,
    count: (sessions: number, people: number, days: string): Text =>
      say`${times(sessions, 'session', 'sessions')} with ${times(people, 'person', 'people')}: ${days}`,
    will: {
      move: say`I’d suggest up to three of your nearest free times for each. Until one is taken, a session stays where it is.`,
      'hand-over': say`I’d ask all other tutors of the subject who are free then. You’re out of it at once; whoever agrees first takes it.`,
      cancel: say`I’d cancel what is confirmed and decline what is only asked for. Everybody reads your reason.`,
    },
    adminMove: say`I’d move each to the tutor’s nearest free time. Everybody hears of it.`,
    notYet: say`Nothing happens until you press the button.`,
    done: {
      move: (count: number): Text => say`Other times are suggested for ${times(count, 'session', 'sessions')}.`,
      'hand-over': (count: number): Text => say`Other tutors are asked for ${times(count, 'session', 'sessions')}.`,
      cancel: (count: number): Text => say`${times(count, 'session is', 'sessions are')} called off.`,
    },
    moved: (count: number): Text => say`${times(count, 'session is', 'sessions are')} moved.`,
    left: (count: number): Text => say`Not done (${count}):`,
  },

  handOver: {
    sure: (count: number, what: Text): Text =>
      say`I’d ask ${times(count, 'other tutor', 'other tutors')} for ${what}. The tutor is out of it at once, and whoever agrees first takes it.`,
    done: (count: number): Text => say`I’ve asked ${times(count, 'other tutor', 'other tutors')}. The learner knows.`,
    news: (tutor: string, what: Text): Text =>
      say`${tutor} can’t teach ${what} after all. I’ve asked other tutors; you keep your time and hear from me.`,
    newsBy: (who: string, tutor: string, what: Text): Text =>
      say`${who} is looking for another tutor instead of ${tutor} for ${what}. You keep your time and hear from me.`,
    newsTo: (who: string, tutor: string, what: Text): Text =>
      say`${who} has asked ${tutor} to teach ${what}. You keep your time and hear from me.`,
    several: (count: number, subject: string, first: Span): Text =>
      say`${times(count, 'session', 'sessions')} of ${subject} (the first: ${first})`,
    takenOver: {
      given: (who: string, what: Text): Text =>
        say`${who} has given ${what} to somebody else. You don’t have to do anything.`,
      declined: (who: string, what: Text): Text =>
        say`${who} has declined ${what} for you. You don’t have to do anything.`,
      cancelled: (who: string, what: Text): Text =>
        say`${who} has called off the request for ${what}. You don’t have to do anything.`,
    },
  },

  /** An admin says which tutor it is for. */
  handTo: {
    title: 'Which tutor?',
    answer: 'Their answer',
    ask: 'I ask them',
    atOnce: (platform: string) => `Yes at once, on ${platform}`,
    handed: (tutor: string): Text => say`I’ve asked ${tutor}. Everybody concerned is told that it was you.`,
    handedAtOnce: (tutor: string): Text => say`${tutor} has it. Everybody concerned is told that it was you.`,
    handedSeveral: (tutor: string, count: number): Text =>
      say`I’ve asked ${tutor} for ${times(count, 'session', 'sessions')}. Everybody concerned is told once that it was you.`,
    handedSeveralAtOnce: (tutor: string, count: number): Text =>
      say`${tutor} has ${times(count, 'session', 'sessions')} now. Everybody concerned is told once that it was you.`,
    left: (tutor: string, count: number, when: Text): Text =>
      say`${tutor} can’t at ${count === 1 ? 'one of the times, so that one stays' : `${String(count)} of the times, so those stay`} as before: ${when}.`,
  },
};
