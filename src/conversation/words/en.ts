import type { Span, Text } from '../message.ts';
import { say, strong } from '../say.ts';
import { commands } from './en-commands.ts';
import { refusals } from './en-refusals.ts';

const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The English sentences. Every other language is of this shape, so that the compiler names what it lacks. */
export const en = {
  commands,
  refusals,

  /** Words that a chat itself needs around what the features say. */
  chat: {
    /** Where the bot is in a server or workspace that it was not set up for. */
    notForThisServer: 'Tutorline is not set up for this server, so I keep nothing here. Ask the people who run it.',
    openForm: 'Open the form',
    edit: 'Edit',
    more: 'More',
    required: 'Please fill this in.',
    yourTime: (zone: string) => `Your time: ${zone}`,
    date: 'Date',
    time: 'Time',
    /** Stands for what a message has no room for. */
    andMore: (count: number) => `… and ${count} more.`,
    areYouSure: (what: string) => `${what}: are you sure?`,
    leaveIt: 'No, leave it',
    unknownWord: (word: string) => `I do not know “${word}”.`,
    dmsClosedHint: {
      slack: 'Open Tutorline under Apps, choose Messages, and allow messages from it.',
      discord: 'Open the server’s menu, choose Privacy Settings, and allow direct messages.',
    },
  },

  reception: {
    /** When something broke that is not the person's doing. The id is the one in the log. */
    fault: (id: string): Text =>
      say`Something went wrong on my side and nothing was changed. Please try again in a minute. If it keeps happening, tell an admin this number: ${id}.`,
    tookTooLong: say`That took me too long. Press the button and the form opens.`,
    formKept: say`What you typed is still there.`,
    dmsWereClosed: (hint: string): Text =>
      say`I could not send you direct messages lately. ${hint} I am trying again now; until then you find everything with /sessions.`,
    unknownButton: say`This button is from an older version of me and does nothing any more. Type /sessions to see what you can do.`,
    unreadable: say`I could not read that. Please try again.`,
  },

  help: {
    title: 'What I can do',
    intro: say`I book tutoring sessions. You ask, the tutor confirms, and both of you get the link and reminders.`,
    line: (command: string, usage: string, description: string): Text =>
      say`${strong(command)} ${usage} — ${description}`,
    ofCommand: (command: string, description: string): Text => say`${strong(command)}: ${description}.`,
    usage: 'How to type it',
    typed: (text: string): Text =>
      say`I only understand commands and buttons, so I could not do anything with “${text}”. These may be what you need:`,
  },

  buttons: {
    book: 'Book a session',
    bookThem: (tutor: string) => `Book ${tutor}`,
    bookAgain: 'Book again',
    sessions: 'My sessions',
    past: 'Past sessions',
    upcoming: 'Upcoming sessions',
    tutors: 'Find a tutor',
    teach: 'Teach',
    settings: 'Settings',
    confirm: 'Confirm',
    confirmFor: (tutor: string) => `Confirm for ${tutor}`,
    decline: 'Decline',
    cancel: 'Cancel',
    cancelSession: 'Cancel session',
    join: 'Join',
    openRoom: 'Open the room',
    end: 'End the session',
    rate: 'Rate the session',
    changeRating: 'Change my rating',
    notHeld: 'It did not take place',
    send: 'Send the request',
    change: 'Change',
    open: 'Open',
    more: 'More',
    back: 'Back',
    nudge: 'Nudge the tutor',
    pause: 'Pause',
    resume: 'Take requests again',
    changeOffer: 'Change my offer',
    findOther: 'Find another tutor',
    timezone: 'Set my time zone',
  },

  fields: {
    subject: 'Subject',
    tutor: 'Tutor',
    learner: 'Learner',
    when: 'When',
    length: 'Length',
    note: 'What to achieve',
    where: 'Where',
    link: 'Link',
    meetingId: 'Meeting id',
    passcode: 'Passcode',
    reason: 'Reason',
    rating: 'Rating',
    notes: 'Tutor’s notes',
    whoIsThere: 'Who is there',
    subjects: 'Subjects',
    hours: 'Hours',
    nextOpen: 'Next open time',
  },

  whenAndLength: (when: Span, length: string): Text => say`${when}, ${length}`,
  you: 'you',
  theTutor: 'the tutor',
  anyTutor: 'Any tutor',
  somebody: 'somebody',

  book: {
    title: 'Book a session',
    submit: 'Send',
    fields: {
      tutor: 'Tutor',
      tutorHint: 'Any tutor: everybody who teaches it and is free then is asked. The first to confirm takes it.',
      tutorUnknown: 'The person you named does not teach here, or there are several. Please choose.',
      subject: 'Subject',
      subjectHint: (known: string) => `For example: ${known}`,
      when: 'When',
      whenPlaceholder: 'tomorrow 5pm · next tue 9:30 · 2026-12-01 17:00',
      length: 'Length',
      note: 'What do you want to achieve?',
      notePlaceholder: 'A question, a topic, a goal: so that the tutor can prepare',
      zone: 'Your city or time zone',
      zonePlaceholder: 'Berlin, Mexico City, UTC+2 …',
    },
    tutorOption: (name: string, rating: string) => (rating === '' ? name : `${name} · ${rating}`),
    previewTitle: 'Is this right?',
    preview: (subject: string, tutor: Text): Text =>
      say`${subject} with ${tutor}. Nothing is sent until you press Send.`,
    previewZone: (when: string): Text => say`${strong(when)}`,
    whichTime: say`Which of these do you mean?`,
    needTime: (day: string): Text => say`At what time on ${day}?`,
    needDay: (time: string): Text => say`On which day, at ${time}?`,
    skipped: say`The clocks change that night, and this time does not exist. One of these?`,
    whichZone: say`Several places fit. Which one is yours?`,
    chooseTime: 'Choose the time',
    chooseZone: 'Choose your place',
    sentAgain: say`Your request is out. I sent you the details in a direct message.`,
    noOpenTime: say`This tutor has no open time in the coming weeks that I know of. Say when you would like to meet:`,
  },

  receipt: {
    title: 'Your request is out',
    toOne: (tutor: string, by: Span): Text =>
      say`${tutor} sees it in a direct message and can answer until ${by}. You hear from me either way.`,
    toAny: (count: number, by: Span): Text =>
      count === 1
        ? say`One tutor is free then and has been asked. You hear from me by ${by}, either way.`
        : say`${count} tutors are free then and have been asked; the first to confirm takes it. You hear from me by ${by}, either way.`,
  },

  request: {
    title: (learner: string): Text => say`${learner} asks you for a session`,
    titleAny: (learner: string): Text => say`${learner} is looking for a tutor`,
    first: say`It would be your first session together.`,
    earlier: (count: number, last: Span): Text =>
      say`You have had ${times(count, 'session', 'sessions')} together, the last one on ${last}.`,
    outsideHours: say`This is outside your weekly hours.`,
    answerBy: (by: Span): Text => say`Please answer until ${by}; after that the request expires.`,
    platform: 'Where to meet',
    declineTitle: 'Decline the request',
    declineReason: 'Why? The learner reads this.',
    declineReasonPlaceholder: 'For example: I am away that week, try the next one',
    youDeclined: say`You declined this request. Others may still take it.`,
    taken: (tutor: string): Text => say`${tutor} took this one. Thank you all the same.`,
    takenByOther: say`Somebody else took this one. Thank you all the same.`,
  },

  /** What happened to a session, for the cards on which it can no longer be acted upon. */
  happened: {
    confirmedByYou: say`You confirmed. The link comes in a message of its own.`,
    confirmedBy: (tutor: string): Text => say`${tutor} confirmed. The link comes in a message of its own.`,
    declinedByYou: say`You declined this request.`,
    declinedBy: (tutor: string): Text => say`${tutor} cannot take this session.`,
    cancelledByYou: say`You cancelled this session.`,
    cancelledBy: (who: string): Text => say`${who} cancelled this session.`,
    expired: say`Nobody answered in time, so this request expired.`,
    started: say`The session is under way.`,
    ended: say`The session is over.`,
    completed: say`The session took place.`,
    'learner-no-show': (learner: string): Text => say`${learner} did not come.`,
    'tutor-no-show': (tutor: string): Text => say`${tutor} did not come.`,
    disputed: say`You do not agree on whether it took place. An admin will look at it.`,
    unknown: say`Nobody said how it went.`,
  },

  meeting: {
    title: (subject: string, other: string): Text => say`${subject} with ${other}`,
    confirmed: say`It is settled. I remind you before it starts.`,
    preparing: say`Confirmed. I am making the room; the link comes in a moment.`,
    fallback: (wanted: string, used: string): Text => say`${wanted} was not available, so we use ${used}.`,
    jitsiTutor: say`On meet.jit.si the first to enter must log in (Google, Facebook or GitHub). Please be that one, a minute early.`,
    joinFrom: (at: Span): Text => say`The door opens at ${at}.`,
    cancelTitle: 'Cancel the session',
    cancelReason: 'Why? The other side reads this.',
    cancelPlaceholder: 'For example: I am ill, sorry',
  },

  declined: {
    title: (tutor: string): Text => say`${tutor} cannot take your request`,
    titleAny: 'No tutor could take your request',
    next: say`You can ask another tutor, or ask again for another time.`,
  },
  expired: {
    title: 'Your request expired',
    text: say`Nobody answered in time. I am sorry about that. You can ask another tutor, or ask again for another time.`,
  },
  cancelled: {
    title: (who: string): Text => say`${who} cancelled your session`,
  },

  reminder: {
    title: (subject: string, at: Span): Text => say`${subject} starts ${at}`,
    started: (subject: string): Text => say`${subject} has started`,
  },

  nudge: {
    title: (learner: string): Text => say`${learner} is still waiting for your answer`,
  },

  join: {
    title: (subject: string, other: string): Text => say`${subject} with ${other}`,
    startsIn: (at: Span): Text => say`Starts ${at}.`,
    startedAgo: (at: Span): Text => say`Started ${at}.`,
    endsAt: (at: Span): Text => say`Ends at ${at}.`,
    here: (names: string): Text => say`${names}`,
    nobody: say`Nobody yet`,
    checklist: 'Before you begin',
    items: { sound: 'Sound works', camera: 'Camera works', goals: 'Goals are clear' },
    tips: [
      say`Say in the first minute what should be clear at the end.`,
      say`Keep the last five minutes for what comes next.`,
    ],
    asAdmin: say`You are here as an admin: your coming is not recorded.`,
    ended: say`The session is over. Thank you! I sent both of you a short question.`,
  },

  feedback: {
    titleLearner: (tutor: string): Text => say`How was your session with ${tutor}?`,
    titleTutor: (learner: string): Text => say`How was your session with ${learner}?`,
    ask: say`It takes ten seconds and helps the next one to choose.`,
    askTutor: say`Your rating is seen by admins alone. Notes are for both of you.`,
    formTitle: 'How was it?',
    submit: 'Send',
    rating: 'Your rating',
    ratings: { '5': '5 · excellent', '4': '4 · good', '3': '3 · all right', '2': '2 · not so good', '1': '1 · bad' },
    comment: 'Anything to add?',
    notes: 'Notes that both of you can read',
    thanks: say`Thank you! You can change it for a week.`,
    thanksFinal: say`Thank you!`,
    youSaid: (stars: string): Text => say`You gave ${strong(stars)}.`,
    youSaidItTookPlace: say`You said that it took place.`,
    youSaidNotHeld: say`You said that it did not take place.`,
    notHeldTitle: 'What happened?',
    whoWasMissing: 'Who did not come?',
    missing: { tutor: 'The tutor did not come', learner: 'The learner did not come' },
    nudgeTitle: (other: string): Text => say`One last question about your session with ${other}`,
    closed: say`The week for ratings is over.`,
  },

  sessions: {
    titleUpcoming: 'Your upcoming sessions',
    titlePast: 'Your past sessions',
    noneUpcoming: say`Nothing is planned. Shall we change that?`,
    nonePast: say`Nothing here yet.`,
    line: (subject: string, other: Text): Text => say`${strong(subject)} with ${other}`,
    state: {
      requested: 'waiting for an answer',
      confirmed: 'confirmed',
      declined: 'declined',
      expired: 'expired',
      cancelled: 'cancelled',
      started: 'under way',
      ended: 'over',
      completed: 'took place',
      'learner-no-show': 'learner did not come',
      'tutor-no-show': 'tutor did not come',
      disputed: 'disputed',
      unknown: 'nobody said how it went',
    },
    waitsForYou: 'waits for your answer',
    page: (page: number, pages: number): Text => say`Page ${page} of ${pages}`,
  },

  tutors: {
    title: 'Tutors',
    titleOf: (subject: string): Text => say`Tutors of ${subject}`,
    none: say`Nobody teaches here yet. Whoever wants to can offer it with /teach.`,
    noneOf: (subject: string): Text => say`Nobody teaches ${subject} yet.`,
    rating: (average: string, count: number) => `★ ${average} (${count})`,
    noRating: 'no ratings yet',
    nextOpen: (at: Span): Text => say`Next open time: ${at}`,
    byArrangement: say`Times by arrangement`,
  },

  teach: {
    title: 'Offer to teach',
    submit: 'Save',
    subjects: 'Subjects',
    subjectsPlaceholder: 'Algebra, Physics, Essay writing',
    bio: 'About you',
    bioPlaceholder: 'What should learners know about you?',
    lengths: 'Lengths that you offer',
    platform: 'Where you like to meet',
    hours: 'Weekly hours',
    hoursPlaceholder: 'Mon-Fri 16-19, Sat 10:00-12:30',
    hoursHint: 'In your own time. Leave it empty for times by arrangement.',
    zone: 'Your city or time zone',
    saved: say`Saved. Learners see this:`,
    savedPaused: say`Saved. You are paused: nobody can ask you until you take requests again.`,
    paused: say`You are paused: nobody can ask you until you take requests again. Sessions that are planned stay.`,
    resumed: say`Welcome back! Learners can ask you again.`,
    notYet: say`You do not teach yet. Press the button to offer yourself.`,
    intro: say`Say what you teach and when. Learners find you with /tutors and ask you with /book.`,
  },

  settings: {
    title: 'Settings',
    submit: 'Save',
    reminders: 'Reminders before a session',
    remindersHint: 'For example: 24h, 1h, 10m. Write “none” for no reminders.',
    none: 'none',
    zone: 'Your city or time zone',
    saved: say`Saved.`,
    savedReminders: (leads: string): Text => say`I remind you ${strong(leads)} before a session.`,
    savedNone: say`I send you no reminders.`,
    savedZone: (zone: string, now: string): Text => say`Your time zone is ${strong(zone)}; it is ${now} there now.`,
  },

  timezone: {
    unknownYet: say`I do not know your time zone yet.`,
    saved: (zone: string, now: string): Text =>
      say`Your time zone is ${strong(zone)}; it is ${now} there now. Sessions that are confirmed keep their time.`,
    title: 'Your time zone',
    which: say`Several places fit. Which one is yours?`,
  },

  home: {
    title: (name: string): Text => say`Hello ${name}`,
    intro: say`Book a session, see what is planned, or offer to teach.`,
    next: 'Your next sessions',
    waiting: 'Waiting for your answer',
  },

  moderation: {
    unanswered: (tutor: Text, learner: string): Text => say`${tutor} has not answered ${learner} yet`,
    sinceWhen: (at: Span): Text => say`Asked ${at}.`,
    answered: say`This request has been answered.`,
    nudged: say`I reminded them.`,
    undelivered: (who: string): Text => say`I cannot send direct messages to ${who}`,
    undeliveredText: (chat: string, why: string): Text =>
      say`${chat} says: ${why}. They see their messages with /sessions; I try again as soon as they use me.`,
    deadLetter: (what: string): Text => say`I gave up on something: ${what}`,
    deadLetterText: (why: string, id: string): Text =>
      say`The last answer was: ${why}. In the log it has the number ${id}.`,
    confirmTitle: 'Confirm for the tutor',
    jobs: { deliver: 'a message', 'make-meeting': 'making a meeting', refresh: 'bringing messages up to date' },
  },

  /** The page behind a `/j/` link. */
  door: {
    title: 'Tutorline',
    notYours: 'This link is not valid. Open the session in your chat and press Join.',
    notYet: 'The room is being made. Try again in a few seconds.',
    tooEarly: (when: string) => `The door opens ${when}. Come back then.`,
    over: 'This session is over.',
    cancelled: 'This session does not take place any more. Your chat has the details.',
  },
};

export type Words = typeof en;
