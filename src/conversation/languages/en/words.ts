import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { commands } from './commands.ts';
import { refusals } from './refusals.ts';

const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The English sentences. Every other language is of this shape, so that the compiler names what it lacks. */
export const en = {
  commands,
  refusals,

  /** Words that a chat itself needs around what the features say. */
  chat: {
    /** Where the bot is in a server or workspace that it was not set up for. */
    notForThisServer:
      'Tutorline isn’t set up for this server, so I keep nothing here. Ask the people who run Tutorline.',
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
    unknownWord: (word: string) => `I don’t know “${word}”.`,
    /** How to open DMs again, and where to find everything until then. */
    dmsClosedHint: {
      slack:
        'Open Tutorline under Apps, choose Messages, and allow messages from it. Until then you find everything under Home.',
      discord:
        'Open the server’s menu, choose Privacy Settings, and allow direct messages. Until then you find everything with /sessions.',
    },
  },

  reception: {
    /** When something broke that is not the person's doing. The id is the one in the log. */
    fault: (id: string): Text =>
      say`Something went wrong on my side. Please look at your sessions before you try again. If it keeps happening, tell an admin this number: ${id}.`,
    tookTooLong: say`That took me too long. Press the button and the form opens.`,
    dmsWereClosed: (hint: string): Text =>
      say`I couldn’t send you direct messages lately, so I’m trying again now. If nothing arrives: ${hint}`,
    unknownButton: say`This button is from an older version of me and does nothing any more. Send me a message, and I’ll show you what you can do.`,
  },

  help: {
    title: 'What I can do',
    intro: say`I book tutoring sessions. You ask, the tutor confirms, and both of you get the link and reminders.`,
    line: (command: string, usage: string, description: string): Text =>
      say`${strong(command)}${usage === '' ? '' : ` ${usage}`}: ${description}`,
    usage: 'How to type it',
    typed: (text: string): Text =>
      say`I only understand commands and buttons, so I couldn’t do anything with “${text}”. Maybe one of these is what you need:`,
  },

  buttons: {
    tryAgain: 'Try again',
    newLink: 'New link',
    otherPlatform: 'Meet elsewhere',
    startAsHost: 'Start as host',
    record: 'Record',
    dontRecord: 'Don’t record',
    giveLink: 'Give a link',
    move: 'Move',
    moveTo: (when: string) => `Move: ${when}`,
    rooms: 'Rooms and accounts',
    status: 'Status',
    allSessions: 'All sessions',
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
    confirmAll: (count: number) => `Confirm all ${count}`,
    confirmFor: (tutor: string) => `Confirm for ${tutor}`,
    decline: 'Decline',
    cancel: 'Cancel',
    cancelSession: 'Yes, cancel it',
    join: 'Join',
    openRoom: 'Open the room',
    end: 'End the session',
    rate: 'Rate the session',
    changeRating: 'Change my rating',
    notHeld: 'It didn’t take place',
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
    meetingId: 'Meeting ID',
    before: 'Before',
    ownRoom: 'Own room',
    account: 'Account',
    today: 'Today',
    limits: 'Left to use',
    webhooks: 'News from it',
    attendance: 'Who came',
    passcode: 'Passcode',
    recording: 'Recording',
    seen: 'Seen by the platform',
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
      tutorHint: 'Any tutor: I ask everybody who teaches it and is free then. The first to confirm takes it.',
      tutorUnknown: 'Nobody of that name teaches here, or more than one person does. Please choose.',
      subject: 'Subject',
      subjectHint: (known: string) => `For example: ${known}`,
      when: 'When',
      whenPlaceholder: 'tomorrow 5pm · Tue 9:30am · 2026-12-01 17:00',
      length: 'Length',
      note: 'What do you want to achieve?',
      notePlaceholder: 'A question, a topic, a goal: so that the tutor can prepare',
      zone: 'Your city or time zone',
      zonePlaceholder: 'Berlin, Mexico City, UTC+2 …',
    },
    tutorOption: (name: string, rating: string) => (rating === '' ? name : `${name} · ${rating}`),
    previewTitle: 'Is this right?',
    preview: (subject: string, tutor: Text): Text =>
      say`${subject} with ${tutor}. Nothing is sent until you press “Send the request”.`,
    previewZone: (when: string): Text => say`${strong(when)}`,
    whichTime: say`Which of these do you mean?`,
    needTime: (day: string): Text => say`What time on ${day}? Press “Change” to add it.`,
    needDay: (time: string): Text =>
      time === ''
        ? say`On which day? Press “Change” to add it.`
        : say`On which day, at ${time}? Press “Change” to add it.`,
    skipped: say`The clocks change that night, and this time doesn’t exist. Is it one of these?`,
    whichZone: say`Several places fit. Which one is yours?`,
    chooseZone: 'Choose your place',
    sent: say`Your request is out. I sent you the details in a direct message.`,
    noOpenTime: say`I know of no open time of this tutor in the coming weeks. Suggest one yourself:`,
  },

  receipt: {
    title: 'Your request is out',
    toOne: (tutor: string, by: Span): Text =>
      say`${tutor} gets it as a direct message and can answer until ${by}. You’ll hear from me either way.`,
    toAny: (count: number, by: Span): Text =>
      count === 1
        ? say`One tutor is free then, and I’ve asked them. You’ll hear from me either way, by ${by}.`
        : say`${count} tutors are free then, and I’ve asked them all. The first to confirm takes it. You’ll hear from me either way, by ${by}.`,
  },

  request: {
    title: (learner: string): Text => say`${learner} asks you for a session`,
    titleAny: (learner: string): Text => say`${learner} is looking for a tutor`,
    confirmedAll: (confirmed: number, left: number): Text =>
      left === 0
        ? say`You confirmed all ${confirmed}. Both of you get the link of each.`
        : say`You confirmed ${confirmed}. ${left} could not be confirmed any more: their cards say why.`,
    first: say`It would be your first session together.`,
    earlier: (count: number, last: Span): Text =>
      say`You’ve had ${times(count, 'session', 'sessions')} together. The last one: ${last}.`,
    outsideHours: say`This is outside your weekly hours.`,
    answerBy: (by: Span): Text => say`Please answer before ${by}. After that, the request expires.`,
    platform: 'Where to meet',
    declineTitle: 'Decline the request',
    declineReason: 'Why? The learner will read this.',
    declineReasonPlaceholder: 'For example: I’m away that week, try the next one',
    youDeclined: say`You declined this request. Others may still take it.`,
    taken: (tutor: string): Text => say`${tutor} took this one. Thanks all the same!`,
  },

  /** What happened to a session, for the cards on which it can no longer be acted upon. */
  happened: {
    confirmedByYou: say`You confirmed. The link comes in a separate message.`,
    confirmedBy: (tutor: string): Text => say`${tutor} confirmed. The link comes in a separate message.`,
    declinedByYou: say`You declined this request.`,
    declinedBy: (tutor: string): Text => say`${tutor} can’t take this session.`,
    cancelledByYou: say`You cancelled this session.`,
    cancelledBy: (who: string): Text => say`${who} cancelled this session.`,
    expired: say`Nobody answered in time, so this request expired.`,
    started: say`The session is under way.`,
    ended: say`The session is over.`,
    completed: say`The session took place.`,
    'learner-no-show': (learner: string): Text => say`${learner} didn’t come.`,
    'tutor-no-show': (tutor: string): Text => say`${tutor} didn’t come.`,
    disputed: say`The two of you don’t agree on whether it took place. An admin will look at it.`,
    unknown: say`Nobody said how it went.`,
  },

  meeting: {
    title: (subject: string, other: string): Text => say`${subject} with ${other}`,
    confirmed: say`The session is confirmed. I’ll remind you in time.`,
    preparing: say`The session is confirmed. I’m making the room: the link comes in a moment.`,
    later: say`The session is confirmed. The platform makes no more meetings today: the link comes in time, as a message of its own.`,
    fallback: (wanted: string, used: string): Text => say`${wanted} wasn’t available, so we use ${used}`,
    jitsiTutor: say`On meet.jit.si the first to enter must log in (Google, Facebook or GitHub). Please be that one, a minute early.`,
    cancelTitle: 'Cancel the session',
    cancelReason: 'Why? The other side will read this.',
    cancelPlaceholder: 'For example: I’m ill, sorry',
  },

  /** A session that starts now. */
  meet: {
    title: 'Meet now',
    submit: 'Start',
    person: 'Whom do you want to meet?',
    platform: 'Where to meet',
    /** What a session is about where the tutor teaches nothing by name. */
    subject: 'Meeting',
    started: (name: string): Text => say`${name} hears it now. The link comes to both of you as a direct message.`,
    now: say`It starts now. Press “Join” to enter.`,
    preparing: say`It starts now. I’m making the room: the link comes in a moment.`,
  },

  move: {
    title: 'Move the session',
    submit: 'Move',
    when: 'New time',
    movedTitle: (subject: string): Text => say`${subject} has a new time`,
    moved: say`The session is at another time now. Cancel it if that doesn’t suit you.`,
    readBack: say`Is this the new time? Nothing is moved until you press it.`,
    which: say`Which of these do you mean? Nothing is moved until you press one.`,
    done: say`Everybody gets a message with the new time.`,
  },

  declined: {
    title: (tutor: string): Text => say`${tutor} can’t take your request`,
    titleAny: 'No tutor could take your request',
    next: say`You can ask another tutor, or ask for another time.`,
  },
  expired: {
    title: 'Your request expired',
    text: say`I’m sorry: nobody answered in time. You can ask another tutor, or ask for another time.`,
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
      say`In the first minute, say what you want to know or be able to do by the end.`,
      say`Keep the last five minutes for what comes next.`,
    ],
    asAdmin: say`You’re here as an admin: I don’t record that you came.`,
    ended: say`The session is over. Thank you! I’m sending both of you a short question.`,
  },

  feedback: {
    titleLearner: (tutor: string): Text => say`How was your session with ${tutor}?`,
    titleTutor: (learner: string): Text => say`How was your session with ${learner}?`,
    ask: say`It takes ten seconds, and it helps others to choose.`,
    askTutor: say`Only admins see your rating. Your notes are for both of you.`,
    formTitle: 'How was it?',
    submit: 'Send',
    rating: 'Your rating',
    ratings: { '5': '5 · excellent', '4': '4 · good', '3': '3 · all right', '2': '2 · not so good', '1': '1 · bad' },
    comment: 'Anything to add?',
    notes: 'Notes that both of you can read',
    thanks: say`Thank you! You can change it for a week after the session.`,
    youSaid: (stars: string): Text => say`You gave ${strong(stars)}.`,
    youSaidItTookPlace: say`You said that it took place.`,
    youSaidNotHeld: say`You said that it didn’t take place.`,
    notHeldTitle: 'What happened?',
    whoWasMissing: 'Who didn’t come?',
    missing: { tutor: 'The tutor didn’t come', learner: 'The learner didn’t come' },
    nudgeTitle: (other: string): Text => say`One last question about your session with ${other}`,
    closed: say`Ratings are open for a week, and that week is over.`,
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
      'learner-no-show': 'learner didn’t come',
      'tutor-no-show': 'tutor didn’t come',
      disputed: 'no agreement on whether it took place',
      unknown: 'nobody said how it went',
    },
    waitsForYou: 'waits for your answer',
    page: (page: number, pages: number): Text => say`Page ${page} of ${pages}`,
  },

  tutors: {
    title: 'Tutors',
    titleOf: (subject: string): Text => say`Tutors of ${subject}`,
    none: say`Nobody teaches here yet. Would you like to be the first?`,
    noneOf: (subject: string): Text => say`Nobody teaches ${subject} yet. See what others teach:`,
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
    hoursHint: 'In your own time zone. Leave it empty for times by arrangement.',
    zone: 'Your city or time zone',
    saved: say`Saved. This is what learners see:`,
    savedPaused: say`Saved. You’re paused: nobody can ask you until you take requests again.`,
    roomsTitle: 'Rooms and accounts',
    room: 'Your own permanent room',
    roomHint: 'A public https:// address. You can then choose it wherever you choose where to meet.',
    roomPlaceholder: 'https://meet.example.org/theo',
    account: 'Your Zoom account',
    accountHint: 'The address that you use there: your meetings are then yours, and you start them.',
    accountPlaceholder: 'theo@school.example',
    ownRoom: 'Tutor’s own room',
    paused: say`You’re paused: nobody can ask you until you take requests again. Sessions that are planned stay.`,
    resumed: say`Welcome back! Learners can ask you again.`,
    notYet: say`You don’t teach here yet. Press the button to offer it.`,
    intro: say`Say what you teach and when. Learners then find you among the tutors and can ask you for a session.`,
  },

  settings: {
    title: 'Settings',
    submit: 'Save',
    reminders: 'Reminders before a session',
    remindersHint: 'For example: 24h, 1h, 10m. Write “none” for no reminders.',
    none: 'none',
    zone: 'Your city or time zone',
    email: 'E-mail for calendar invitations',
    emailHint: 'Leave it empty to get none.',
    saved: say`Saved.`,
    savedReminders: (leads: string): Text => say`I’ll remind you ${strong(leads)} before a session.`,
    savedNone: say`I won’t send you reminders.`,
    savedEmail: (email: string): Text => say`Calendar invitations go to ${email}.`,
    savedNoEmail: say`You get no calendar invitations.`,
  },

  timezone: {
    unknownYet: say`I don’t know your time zone yet.`,
    saved: (zone: string, now: string): Text =>
      say`Your time zone is ${strong(zone)}. There it’s ${now} now. Sessions that you have already keep their time.`,
    title: 'Your time zone',
    which: say`Several places fit. Which one is yours?`,
  },

  home: {
    title: (name: string): Text => say`Hello, ${name}!`,
    intro: say`Book a session, see what’s planned, or offer to teach.`,
  },

  recording: {
    title: (subject: string): Text => say`The recording of ${subject} is ready`,
    askedTitle: (other: string, subject: string): Text => say`May ${subject} with ${other} be recorded?`,
    asked: say`The other side would like to record it. It’s recorded only if you both agree, both of you get the recording, and either of you can change their mind until the start.`,
    agree: 'Agree',
    no: 'No',
    on: say`You both agreed: the session will be recorded.`,
    waiting: say`Not everybody has agreed yet. Until then, nothing is recorded.`,
    off: say`The session won’t be recorded.`,
  },

  /** The way in with the host's rights. */
  host: {
    ready: say`This opens the room with you as the host. It’s only for you and works only for a while, so please don’t pass it on.`,
    failed: say`I couldn’t get the host’s link just now. Try again in a minute, or enter with “Join”.`,
  },

  meetingGone: {
    title: (platform: string, subject: string): Text => say`The meeting for ${subject} was deleted on ${platform}`,
    text: say`The session stays. I’m making a new room, and both of you get the new link.`,
  },

  ownLink: {
    title: 'A link of your own',
    submit: 'Send to both',
    url: 'Where will you meet?',
    wantedTitle: 'I need a link from you',
    wanted: (subject: string): Text =>
      say`None of the meeting platforms works just now, so I couldn’t make a room for ${subject}. The session stays. Give me a link of your own, and I’ll send it to both of you.`,
    name: 'Own link',
  },

  /** What admins see with `/tutoring`. */
  tutoring: {
    statusTitle: 'Meeting platforms',
    sessionsTitle: 'Everybody’s upcoming sessions',
    none: say`No session is planned.`,
    line: (subject: string, learner: string, tutor: string): Text => say`${strong(subject)}: ${learner} with ${tutor}`,
    works: (account: string): Text => say`Works, as ${account}.`,
    notSetUp: say`Not set up.`,
    fails: (why: string): Text => say`Doesn’t work. ${why}`,
    failsSince: (at: Span): Text => say`It has been so since ${at}.`,
    calls: (calls: number, failures: number): Text =>
      say`${times(calls, 'call', 'calls')}, ${times(failures, 'failure', 'failures')}`,
    lastFailure: (why: string, at: Span): Text => say`Last failure ${at}: ${why}`,
    left: {
      second: (of: string, remaining: number): Text => say`${of}: ${remaining} this second`,
      minute: (of: string, remaining: number): Text => say`${of}: ${remaining} this minute`,
      day: (of: string, remaining: number): Text => say`${of}: ${remaining} today`,
    },
    writesLeft: (count: number): Text => say`meetings to make or move: ${count} today`,
    lastWebhook: (at: Span): Text => say`last came ${at}`,
    noWebhook: say`none has come yet`,
    attendanceSeen: say`the platform says it`,
    attendanceByClock: say`known from the buttons and the clock alone`,
  },

  /** Why a meeting platform did not work, and what an admin can do. */
  platformFailures: {
    'not-set-up': 'It isn’t set up any more. Add it to MEETING_PLATFORMS, or leave it out for good.',
    'bad-credentials':
      'Its credentials aren’t accepted. Check them in the settings; they may have expired or been revoked.',
    'missing-permission': 'The app lacks a permission (scope). Add it where the app is registered, then restart.',
    'no-link':
      'Its account gets no video links. Turn Google Meet on for it, or use one that has it; a service account needs GOOGLE_SUBJECT.',
    'needs-paid-plan': 'The account’s plan doesn’t cover this. Upgrade it, or choose another platform.',
    'no-such-host': 'An account or calendar in the settings doesn’t exist. Correct its name.',
    'no-host-free': 'All hosts were taken at that time. Add more to ZOOM_HOSTS.',
    refused: 'It refused the request. Check the account’s settings.',
    'rate-limited': 'It asked us to slow down. Nothing to do: I’ll try again.',
    'quota-used-up': 'Today’s limit is used up. It works again tomorrow; more hosts raise the limit.',
    gone: 'The meeting was deleted there.',
    'in-progress': 'People are in the meeting.',
    unreachable: 'It can’t be reached. Check its status page and your network.',
    'timed-out': 'It didn’t answer in time. Check its status page.',
    broken: 'It has a fault of its own. Check its status page.',
    'not-understood': 'Its answer made no sense to me. Look into the log.',
  },

  moderation: {
    platformTrouble: (platform: string): Text => say`${platform} doesn’t work`,
    noHostFree: (platform: string): Text => say`${platform} had no free host`,
    platformTroubleText: (why: string): Text => say`${why} Until then I use the next platform, and no session is lost.`,
    platformRecovered: (platform: string): Text => say`${platform} works again`,
    platformRecoveredText: say`New meetings are made there again.`,
    vendorSaid: 'What it said',
    unanswered: (tutor: Text, learner: string): Text => say`No answer yet from ${tutor} to ${learner}`,
    sinceWhen: (at: Span): Text => say`Asked ${at}.`,
    answered: say`Nothing left to do here.`,
    nudged: say`I’ve reminded them.`,
    undelivered: (who: string): Text => say`I can’t send direct messages to ${who}`,
    undeliveredText: (chat: string, why: string): Text =>
      say`The answer of ${chatName(chat)} was: ${why}. I’ll try again as soon as they use me; until then they can look at their sessions themselves.`,
    deadLetter: (what: string): Text => say`I gave up on ${what}`,
    deadLetterText: (why: string, id: string): Text =>
      say`The last problem was: ${why}. You find it in the log under the number ${id}.`,
    jobs: {
      deliver: 'sending a message',
      'make-meeting': 'making a room',
      refresh: 'updating messages',
      'update-meeting': 'moving a room',
      'remove-meeting': 'deleting a room',
      'handle-webhook': 'news from a meeting platform',
      attendance: 'asking who came',
      'sweep-meetings': 'tidying up rooms',
    },
  },

  /** The page behind a `/j/` link. */
  door: {
    title: 'Tutorline',
    notYours: 'This link isn’t valid. Open the session in your chat and press “Join”.',
    notYet: 'The room isn’t ready yet. Please try again in a few seconds.',
    tooEarly: (when: string) => `It’s too early to enter. Come back at this time: ${when}.`,
    over: 'This session is over.',
    cancelled: 'This session doesn’t take place any more. You find the details in your chat.',
  },
};

export type Words = typeof en;

/** A chat as people know it, by its id in the registry. */
export function chatName(chat: string): string {
  return ({ slack: 'Slack', discord: 'Discord' } as Readonly<Record<string, string>>)[chat] ?? chat;
}
