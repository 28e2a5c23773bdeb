import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';
import { times } from '../times.ts';

/** Waiting for a time that nobody has free. */
export const waitlist = {
  waitlist: {
    joined: (before: number): Text =>
      before === 0
        ? say`I’ll tell you as soon as a time is free, and keep it for you for two hours. You’re the first in line.`
        : say`I’ll tell you as soon as a time is free, and keep it for you for two hours. ${times(before, 'person is', 'people are')} before you.`,
    daysTitle: 'Only on some days',
    daysSubmit: 'Only then',
    days: 'Which days?',
    onlyThen: (days: string): Text => say`I only tell you of times then: ${days}.`,
    left: say`You don’t wait for it any more.`,
    title: (subject: string, tutor: string): Text => say`A time is free: ${subject} with ${tutor}`,
    kept: (until: Span): Text =>
      say`You wanted to know. It’s kept for you until ${until}; then the next in line is asked.`,
    over: say`This is over: you asked for it, passed it on, or it went to the next in line.`,
  },
};
