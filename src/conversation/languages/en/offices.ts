import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';

/** Office hours. */
export const offices = {
  office: {
    formTitle: 'Open office hours',
    submit: 'Open',
    openUntil: 'Until when?',
    minutes: 'Time for each',
    title: (tutor: string, subject: string): Text => say`Office hours of ${tutor}: ${subject}`,
    until: 'Open until',
    queue: 'Queue',
    waiting: (count: number): Text => (count === 0 ? say`nobody` : say`${count} waiting`),
    open: (minutes: number, at: Span): Text =>
      say`Join the queue, and you’re called when it’s your turn. Each has ${minutes} minutes (you from about ${at} on).`,
    full: say`Nobody new can join the queue now.`,
    yourPlace: (place: number, at: Span): Text =>
      say`You’re number ${place} in the queue, and it’s your turn at about ${at}: I then send you the link.`,
    yourTurn: say`It’s your turn: the link is in a message of its own.`,
    free: say`Nobody is with you. Call the next one when you’re ready.`,
    withWhom: (learner: string, until: Span): Text =>
      say`${learner} is with you (until ${until}). Calling the next one ends that session.`,
    called: (learner: string): Text => say`I’ve called ${learner}. You each get the link.`,
    left: say`You’re not in the queue any more.`,
    opened: say`Your office hours are open. People find them with “Find a tutor”; to announce them in a channel, open them there.`,
    openedHere: say`Your office hours are open, and I’m announcing them in this channel, where I have to be a member.`,
    announced: say`I’m announcing them in this channel, where I have to be a member.`,
    over: say`These office hours are over.`,
  },
};
