import type { Span, Text } from '../../message.ts';
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
    language: 'Language',
    languageAsChat: 'As in my chat',
    saved: say`Saved.`,
    savedReminders: (leads: string): Text => say`I’ll remind you ${strong(leads)} before a session.`,
    savedNone: say`I won’t send you reminders.`,
  },

  quiet: {
    title: 'Quiet hours',
    from: 'Quiet from',
    to: 'Until',
    fromHint: 'On your own clock. Reminders and what is urgent come all the same.',
    never: 'No quiet hours',
    where: 'Write to me in',
    lastSeen: 'The chat that I used last',
    saved: (from: string, to: string): Text =>
      say`Saved. From ${strong(from)} to ${strong(to)} I only write what can’t wait: reminders, links, and what is about to begin. The rest comes afterwards.`,
    savedNone: say`Saved. You have no quiet hours.`,
  },

  rights: {
    dataComes: say`I’m putting together all that I have stored about you. It comes to you as a file in a direct message, once an hour at most.`,
    dataTitle: 'Your data',
    dataText: say`The file holds all that I have stored about you: accounts, settings, sessions, notes, ratings, messages with the names of their files, calendars, and what happened when.`,
    deleteTitle: 'Delete me',
    deleteWhat: (upcoming: number): Text =>
      upcoming === 0
        ? say`Your name, accounts, settings, notes, comments, messages and addresses would go for good. Past sessions stay for the others, with “a former member” in your place.`
        : say`Your name, accounts, settings, notes, comments, messages and addresses would go for good. What is planned (${String(upcoming)}) would be called off, and the others told. Past sessions stay for them, with “a former member” in your place.`,
    deleteSure: say`Really? This can’t be undone. If you want to keep your data, get it first with “My data” in your settings.`,
    deleted: say`Done: nothing that I have stored says who you were. What I wrote in this chat stays here until you delete it. If you ever use me again, you begin anew.`,
  },

  link: {
    code: (code: string, minutes: number): Text =>
      say`Type ${strong(`/link ${code}`)} in your other chat within ${String(minutes)} minutes (in Slack: ${strong(`/tutorline link ${code}`)}). Then you’re one person in both: your sessions, settings and reminders are the same. Give the code to nobody else.`,
    sure: (name: string): Text =>
      say`This code was given to ${name}. Is that you, in your other chat? Then both accounts become one, with all that either has.`,
    done: say`Done: you’re one person in both chats now.`,
    linked: (kept: string, gone: string): Text => say`${kept} and ${gone} are one person now.`,
    linkedText: say`They showed in one chat the code that they were given in the other. What either had is both’s. If something is wrong with it, take it back.`,
    undone: say`They are two people again, each with what they had before.`,
  },

  complaint: {
    what: say`A report goes to the admins: they see what you write, and the person isn’t told who it was. A block is between you two, and nobody is told.`,
    title: 'Report',
    submit: 'Send',
    reason: 'What happened?',
    reasonHint: 'Only the admins read it.',
    sent: say`Thank you. The admins have it now and will look at it. The person isn’t told that it was you.`,
  },

  moderated: {
    said: {
      warned: say`A word from the admins of your organization: something that you did or wrote was not all right for somebody. Please be considerate. If you have a question, ask them.`,
      readmitted: say`The admins of your organization have lifted what kept you from using me. Tutors take requests again with “Teach”.`,
    },
    paused: (until: Span): Text =>
      say`The admins of your organization have paused you until ${until}: until then you can’t ask for anything new or be asked. What is agreed stays. If you have a question, ask them.`,
  },

  block: {
    sure: (name: string): Text =>
      say`Block ${strong(name)}? Then neither of you finds or books the other, and a request between you is withdrawn. They aren’t told. Sessions that are agreed stay: cancel those yourself.`,
    done: (name: string): Text =>
      say`${strong(name)} is blocked. You can take it back in your settings, at “Blocked people”.`,
    title: 'Blocked people',
    list: say`Neither of you finds or books the other.`,
    nobody: say`You have blocked nobody.`,
  },

  timezone: {
    unknownYet: say`I don’t know your time zone yet.`,
    saved: (zone: string, now: string): Text =>
      say`Your time zone is ${strong(zone)}. There it’s ${now} now. Sessions that you have already keep their time.`,
    title: 'Your time zone',
    which: say`Several places fit. Which one is yours?`,
  },
};
