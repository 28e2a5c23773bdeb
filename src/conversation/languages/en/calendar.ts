import type { Span, Text } from '../../message.ts';
import { command, say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** What goes into people’s calendars, and into their mail. */
export const calendar = {
  calendar: {
    on: (what: Text): Text => say`For your calendar: ${what}`,
    changed: (what: Text): Text => say`Your calendar’s entry has changed: ${what}`,
    off: (what: Text): Text => say`Take it out of your calendar: ${what}`,
    outdated: (what: Text): Text => say`This entry is out of date; I’ve sent another one: ${what}`,
    several: (subject: string, other: string, count: number): Text =>
      say`${strong(subject)} with ${other}, ${times(count, 'session', 'sessions')} in one file`,
    google: 'Google Calendar',
    outlook: 'Outlook',
    file: 'Calendar file',
    entry: (subject: string, other: string) => `${subject} with ${other}`,
    description: (where: string) =>
      `${where}\nTo move or cancel it, use Tutorline in your chat: a change here tells nobody.`,
    feedName: (name: string) => `Tutorline: ${name}`,

    title: 'Your calendar',
    files: say`Each confirmation and each change comes with a file for your calendar.`,
    noFiles: say`You get no files for your calendar.`,
    invited: say`Where Google invites you itself, it’s Google’s invitation alone, so that nothing is there twice.`,
    noAddress: say`A calendar to subscribe to isn’t possible here: for that, whoever runs Tutorline has to give it a public address.`,
    feedPossible: say`Or subscribe to all your sessions once, and your calendar follows by itself. Then no more files come.`,
    feed: (url: string): Text =>
      say`This is the address of your calendar. Add it in your calendar app with “Subscribe” or “From URL”: ${url}`,
    feedSecret: say`Whoever has it sees your sessions, so keep it to yourself. If somebody else has it, make a new one: the old one then stops working.`,
    feedClosed: say`The address doesn’t work any more. Files come again with each confirmation and change.`,
    openFeed: 'Get my address',
    renewFeed: 'New address',
    closeFeed: 'Remove the address',
    wantFiles: 'Send me files',
    wantNoFiles: 'No files',
  },

  mail: {
    testTitle: say`Mail from Tutorline arrives`,
    testText: say`An admin asked for it, to see whether it does. There’s nothing to do.`,
    testSent: (address: string): Text =>
      say`I’ve sent a mail to ${address}. If it doesn’t come, look in your spam folder, and then at what npm run doctor says.`,
    codeTitle: (code: string): Text => say`${code} is your code for Tutorline`,
    codeText: (minutes: number): Text =>
      say`Press “Enter the code” in the chat and type it there. It’s good for ${minutes} minutes.`,
    codeNotYou: say`If you didn’t ask for it, do nothing: then this address isn’t used.`,
    confirmed: (what: Text): Text => say`It’s on: ${what}`,
    changed: (what: Text): Text => say`It has changed: ${what}`,
    cancelled: (what: Text): Text => say`It’s cancelled: ${what}`,
    why: 'You get this mail because you confirmed this address in Tutorline.',
    stop: 'No more of these mails',
    stopInChat: 'To stop such mails, type /settings in the chat (in Slack: /tutorline settings).',
    answer: 'Nobody reads answers to this mail: write to each other in the chat.',

    stopTitle: 'No more mails?',
    stopText:
      'Press the button, and Tutorline sends no more mails about sessions to this address. The messages in the chat go on.',
    stopButton: 'Send me no more mails',
    stoppedTitle: 'Done',
    stoppedText:
      'No more mails about sessions come here. To turn them on again, type /settings in the chat (in Slack: /tutorline settings).',
    stopUnknown:
      'This address stops nothing: it’s not whole, or not valid any more. In the chat, /settings does the same (in Slack: /tutorline settings).',
  },

  address: {
    label: 'Your e-mail address',
    usualHint: 'For mails about your sessions and Google Meet invitations. I send a code there first.',
    waitingHint: 'Not confirmed yet: type the code that I sent there.',
    unusableHint: 'I can’t send mail here, so this address isn’t confirmed and isn’t used.',
    mails: 'Mails about your sessions',
    mailsYes: 'Yes: confirmations, changes and reminders',
    mailsNo: 'No, only messages here',
    codeSent: (address: string): Text =>
      say`I’ve sent a code to ${strong(address)}. Until you type it here, nothing goes there.`,
    codeWaiting: (address: string): Text => say`${strong(address)} waits for its code.`,
    unused: (address: string): Text => say`${address} isn’t confirmed, so it isn’t used.`,
    unconfirmed: (address: string): Text =>
      say`${strong(address)} isn’t confirmed, so no mail and no invitation goes there. I send you a code, and you type it here.`,
    used: (address: string): Text => say`Google Meet invitations go to ${address}.`,
    usedForAll: (address: string): Text => say`Mails and Google Meet invitations go to ${address}.`,
    none: say`No mail goes anywhere.`,
    enter: 'Enter the code',
    again: 'Send a new code',
    codeTitle: 'Confirm your address',
    code: 'The code from the mail',
    codeHint: (address: string) => `Six digits, sent to ${address}.`,
    confirm: 'Confirm',
    confirmed: (address: string): Text =>
      say`Confirmed. Mails about your sessions and Google Meet invitations go to ${strong(address)} from now on.`,
    waitsSince: (at: Span): Text => say`Until ${at} the code is good.`,
  },

  /** Calendars elsewhere, whose busy times nobody is booked in. */
  foreign: {
    connect: 'Connect a calendar',
    connectGoogle: 'Use my Google calendar’s busy times',
    remove: 'Remove it',
    title: 'Connect a calendar',
    submit: 'Connect',
    address: 'Its address (iCal)',
    addressHint: 'In Outlook, Proton or Google: “secret” or “published” address. I read only when you’re busy.',
    reading: (name: string): Text =>
      say`I’m reading the calendar at ${strong(name)}, and I’ll tell you whether it worked.`,
    followed: (name: string): Text =>
      say`I follow the calendar at ${strong(name)}: nobody books you while you’re busy there.`,
    failing: (name: string, why: string): Text => say`The calendar at ${strong(name)} can’t be read. ${why}`,
    read: (name: string, count: number): Text =>
      count === 0
        ? say`I’ve read the calendar at ${name}: you’re never busy there in the coming months.`
        : say`I’ve read the calendar at ${name}: ${times(count, 'stretch of time is', 'stretches of time are')} taken there, and nobody books you then.`,
    failed: (name: string, why: string): Text =>
      say`I can’t read the calendar at ${name}, so it keeps nobody from booking you. ${why} I go on trying; with ${command('calendar')} you can remove it.`,
    removed: say`Removed. Its times are free again.`,
    why: {
      unreachable: 'It doesn’t answer.',
      inside: 'Its address isn’t a public one.',
      refused: 'It doesn’t let me in.',
      gone: 'There’s nothing at that address any more.',
      'too-large': 'It’s too large.',
      'no-calendar': 'What’s there is no calendar.',
      'not-granted': 'I may not ask Google any more; whoever runs Tutorline can allow it.',
      'not-confirmed': 'That address isn’t confirmed as yours any more.',
      'not-visible': 'Google doesn’t show me when you’re busy; share it with your organization.',
    },
  },
};
