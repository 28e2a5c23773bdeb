import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';

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
      say`I only understand commands and buttons, so I couldn’t do anything with “${text}”. Maybe one of these is what you need:`,
  },

  home: {
    title: (name: string): Text => say`Hello, ${name}!`,
    intro: say`Book a session, see what’s planned, or offer to teach.`,
  },
};
