import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';

/** Times among which people choose. */
export const polls = {
  poll: {
    formTitle: 'Find a time together',
    times: 'Times',
    timesHint: 'Two to ten, one on each line.',
    timesPlaceholder: 'Tue 5pm\nWed 18:30\n2026-12-04 17:00',
    whom: 'Whom to ask',
    whomHint: 'Names with commas between. In a channel everybody there is asked, too.',
    everybodyHere: say`everybody in this channel`,
    preview: (subject: string, length: string): Text =>
      say`${strong(subject)}, ${length}. Nobody is asked until you press “Ask them”.`,
    asked: say`I’ve asked them. You read the answers in a direct message, and take a time there.`,
    askedHere: say`I’ve asked them, and I’m asking in this channel, where I have to be a member. You read the answers in a direct message, and take a time there.`,
    title: (tutor: string, subject: string, length: string): Text =>
      say`When does it suit you? ${subject} with ${tutor}, ${length}`,
    ask: say`Press all times that fit you. The tutor then takes one.`,
    askTutor: say`Take a time, and everybody whom it suits is in the session.`,
    fits: (count: number): Text => say`fits ${count}`,
    fitsThem: (names: string): Text => say`fits ${names}`,
    silent: 'No answer yet',
    becomes: (at: Span): Text => say`It’s settled: ${at} is the time of the session.`,
    signUp: say`If you’re not in it yet, press “Sign up”.`,
    over: say`This poll is over, and no time was taken.`,
    chosen: (at: Span, count: number): Text =>
      say`The session is on ${at}, with ${count} signed up. All of them hear of it.`,
  },
};
