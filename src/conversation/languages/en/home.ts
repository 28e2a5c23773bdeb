import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** The Home and the help. */
export const home = {
  help: {
    /** What people type after a command. */
    word: 'help',
    title: 'What I can do',
    intro: say`I book tutoring sessions. You ask, the tutor confirms, and both of you get the link and reminders.`,
    line: (command: string, usage: string, description: string): Text =>
      say`${strong(command)}${usage === '' ? '' : ` ${usage}`}: ${description}`,
    typed: (text: string): Text =>
      say`I couldn’t do anything with “${text}”. Write, for example, “algebra tomorrow at 5 pm”, “my sessions” or “cancel”, or press one of these:`,
    /** In a channel, where others read: the rest is said in private. */
    mentioned: say`I answer where only you can read it.`,
    showAnswer: 'Show the answer',
  },

  home: {
    title: (name: string): Text => say`Hello, ${name}!`,
    intro: say`Book a session, see what’s planned, or offer to teach.`,
    requests: (count: number): Text => say`${times(count, 'request waits', 'requests wait')} for your answer`,
    today: say`Today`,
    next: (when: Span): Text => say`Next: ${when}`,
    teaching: say`Your teaching`,
    hours: (hours: string): Text => say`Your hours: ${hours}`,
    noHours: say`Times by arrangement. With weekly hours, learners see when you’re free.`,
    applied: say`An admin looks at your offer first: until then nobody can book you.`,
    paused: say`You’re paused: nobody can ask you until you take requests again.`,
    admin: {
      title: say`For admins`,
      nothing: say`Nothing needs you now.`,
      unanswered: (count: number): Text =>
        say`${times(count, 'request has had', 'requests have had')} no answer for long.`,
      trouble: (platform: string): Text => say`${platform} doesn’t work.`,
    },
  },
};
