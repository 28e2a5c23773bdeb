import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';

/** A person’s own settings. */
export const person = {
  settings: {
    title: 'Settings',
    submit: 'Save',
    reminders: 'Reminders before a session',
    remindersHint: 'For example: 24h, 1h, 10m. Write “none” for no reminders.',
    none: 'none',
    zone: 'Your city or time zone',
    saved: say`Saved.`,
    savedReminders: (leads: string): Text => say`I’ll remind you ${strong(leads)} before a session.`,
    savedNone: say`I won’t send you reminders.`,
  },

  timezone: {
    unknownYet: say`I don’t know your time zone yet.`,
    saved: (zone: string, now: string): Text =>
      say`Your time zone is ${strong(zone)}. There it’s ${now} now. Sessions that you have already keep their time.`,
    title: 'Your time zone',
    which: say`Several places fit. Which one is yours?`,
  },
};
