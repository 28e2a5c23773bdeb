import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { chatName } from '../chat-name.ts';
import { times } from '../times.ts';

/** What admins see. */
export const admin = {
  /** What admins see with `/tutoring`. */
  tutoring: {
    statusTitle: 'Meeting platforms',
    desks: { sessions: 'Sessions and reports', people: 'People and subjects' },
    sessionsTitle: 'Everybody’s upcoming sessions',
    pastTitle: 'Everybody’s past sessions',
    foundTitle: 'Everybody’s sessions',
    dayLabel: 'Days',
    dayHint: 'For example: today, 3 Dec, 2026-11-24, 1-15 Dec',
    none: say`No session is planned.`,
    nonePast: say`No session is over yet.`,
    line: (subject: string, learner: string, tutor: string): Text => say`${strong(subject)}: ${learner} with ${tutor}`,
    works: (account: string): Text => say`Works, as ${account}.`,
    notSetUp: say`Not set up.`,
    notChecked: (account: string): Text => say`Not checked: ${account} has nothing that I can ask.`,
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
    lastWebhook: (at: Span): Text => say`last received ${at}`,
    noWebhook: say`none received yet`,
    attendanceSeen: (platform: string): Text => say`from ${platform}`,
    attendanceByClock: say`from the buttons and the clock alone`,
  },

  /** Offers to teach, for admins and for whoever made one. */
  application: {
    title: (who: string): Text => say`${who} would like to teach`,
    text: say`Nobody can book them before an admin says yes. They’re told who it was.`,
    approvedBy: (who: string): Text => say`${who} said yes: learners can book them.`,
    refusedBy: (who: string): Text => say`${who} said no. They can change their offer and apply again.`,
    bio: 'About them',
    hours: 'When',
    asked: (who: string) => `${who} asked`,
    answered: (who: string) => `${who} answered`,
    ask: { title: 'Ask the applicant', label: 'What would you like to know?' },
    refuse: { title: 'Say no', label: 'Why? They read it' },
    answer: { title: 'Your answer', label: 'The admins read it' },
    sent: say`The admins can read it now.`,
    done: {
      approved: (who: string): Text => say`${who} can be booked now, and is told that it was you.`,
      asked: (who: string): Text => say`I’ve asked ${who}. The answer will stand on this card.`,
      refused: (who: string): Text => say`${who} is told why, and that it was you.`,
    },
    news: {
      approved: (who: string): Text => say`${who} said yes to your offer: learners can book you now.`,
      asked: (who: string): Text => say`${who} would like to know something about your offer:`,
      refused: (who: string): Text => say`${who} said no to your offer, for now. You can change it and apply again:`,
    },
  },

  /** Each morning, to the admins. */
  digest: {
    title: (day: string): Text => say`Good morning! It’s ${day}`,
    nothingWaits: say`Nothing waits for an admin.`,
    waits: say`This waits for an admin:`,
    lines: {
      unanswered: (count: number): Text => say`• ${times(count, 'request', 'requests')} that nobody answers`,
      'series-unanswered': (count: number): Text =>
        say`• ${times(count, 'series', 'series')} of sessions that nobody answers`,
      disputed: (count: number): Text =>
        say`• ${times(count, 'session', 'sessions')} of which nobody knows what became`,
      application: (count: number): Text => say`• ${times(count, 'person', 'people')} who would like to teach`,
      complaint: (count: number): Text => say`• ${times(count, 'report', 'reports')} about somebody`,
      'platform-trouble': (count: number): Text =>
        say`• ${times(count, 'meeting platform', 'meeting platforms')} out of order`,
    },
    links: {
      unanswered: (count: number) => `Requests (${String(count)})`,
      'series-unanswered': (count: number) => `Series (${String(count)})`,
      disputed: (count: number) => `Outcomes (${String(count)})`,
      application: (count: number) => `Applications (${String(count)})`,
      complaint: (count: number) => `Reports (${String(count)})`,
      'platform-trouble': (count: number) => `Platforms (${String(count)})`,
    },
    yesterday: 'Yesterday',
    today: 'Today',
    none: say`No sessions.`,
    was: (tookPlace: number, missed: number, open: number, calledOff: number): Text =>
      say`${tookPlace} took place, somebody was missing in ${missed}, of ${open} nobody has said yet, ${calledOff} were called off.`,
    more: (count: number): Text => say`and ${count} more`,
  },

  /** What an admin chooses for their community. */
  setup: {
    title: 'Moderation channel',
    chosen: say`It’s chosen: what needs an admin comes there.`,
    none: say`None is chosen yet, so nobody hears what needs an admin.`,
    howSlack: say`To choose one, type /invite @Tutorline in it, and then /tutorline tutoring setup with its #name. The cards of all workspaces and servers of your organization are the same.`,
    howDiscord: say`To choose one, let me see it and write in it (Edit Channel, Permissions: View Channel, Send Messages and Embed Links), and then use /tutoring setup with it. The cards of all workspaces and servers of your organization are the same.`,
    welcomeTitle: say`I’ll bring here what needs an admin`,
    welcome: (admin: string): Text =>
      say`${admin} has chosen this channel. Requests that nobody answers, sessions that nobody can settle, low ratings and whatever fails come here, with buttons. Only admins can press them; whoever is in here can read them, so keep it private.`,
  },

  whoAsks: {
    title: 'Who may ask',
    submit: 'Save',
    label: 'Role or user group',
    labelHint: 'Its id, from this server or workspace. Empty: everybody may ask for sessions.',
    tutors: 'Role for tutors',
    tutorsHint: 'Its id. Discord only: I give it to whoever is approved as a tutor. Empty: none.',
    notGiven: (chat: string): Text => say`I may not give tutors their role in ${chat}.`,
    notGivenText: (role: string): Text =>
      say`It’s the role with the id ${role}. I need the permission Manage Roles, and a role of my own above it in the server’s settings. Until then somebody else has to give it.`,
    all: say`Saved. Everybody here may ask for sessions.`,
    some: say`Saved. From here only they, and admins, may ask for sessions.`,
  },

  complained: {
    title: (name: string): Text => say`Somebody reported ${name}.`,
    text: (days: number): Text =>
      say`The person it’s about isn’t told who reported it. “Warn” sends them a friendly word, “Pause” lets them begin nothing new for ${String(days)} days, “Block from Tutorline” takes them out of everything.`,
    by: (name: string): Text => say`It was reported by ${strong(name)}. Please keep it to yourself.`,
    now: {
      talking: (by: string): Text => say`${strong(by)} talks to them.`,
      warned: (by: string): Text => say`${strong(by)} has warned them.`,
      paused: (by: string): Text => say`${strong(by)} has paused them.`,
      blocked: (by: string): Text => say`${strong(by)} has blocked them from Tutorline.`,
      dismissed: (by: string): Text => say`${strong(by)} has dismissed it.`,
      readmitted: (by: string): Text => say`${strong(by)} has let them back in.`,
    },
    done: {
      talking: say`The card now says that you’re talking to them.`,
      warned: say`I’ve sent them a friendly warning.`,
      paused: say`They’re paused, and I’ve told them until when.`,
      blocked: say`They’re blocked. What they had planned is called off, and I tell the others.`,
      dismissed: say`It’s dismissed.`,
      readmitted: say`They can use me again, and I’ve told them so.`,
    },
  },

  blocks: {
    title: 'Blocks',
    nobody: say`Nobody is kept out, and nobody keeps apart from anybody.`,
    blocked: (name: string): Text => say`${strong(name)} is blocked from Tutorline.`,
    paused: (name: string, until: Span): Text => say`${strong(name)} is paused until ${until}.`,
    apart: (one: string, other: string): Text =>
      say`${strong(one)} and ${strong(other)} keep apart: neither finds or books the other. Only the one who asked for it can undo it.`,
  },

  moderation: {
    platformTrouble: (platform: string): Text => say`${platform} doesn’t work`,
    noHostFree: (platform: string): Text => say`${platform} had no free host`,
    platformTroubleText: (why: string): Text =>
      say`${why} Until it works again, I use the next platform, and no session is lost.`,
    platformRecovered: (platform: string): Text => say`${platform} works again`,
    platformRecoveredText: say`New meetings are made there again.`,
    vendorSaid: 'Its answer',
    unanswered: (tutor: Text, learner: string): Text => say`No answer yet from ${tutor} to ${learner}`,
    sinceWhen: (at: Span): Text => say`Asked ${at}.`,
    answered: say`Nothing left to do here.`,
    nudged: say`I’ve reminded them.`,
    lowRating: (who: string, stars: string): Text => say`${who} gave ${strong(stars)}`,
    lowRatingBack: (who: string): Text => say`${who} has taken a low rating back`,
    noShows: (who: string, count: number, days: number): Text =>
      say`${who} has missed ${times(count, 'session', 'sessions')} in ${days} days`,
    noShowsText: say`Nothing happens by itself: perhaps talk to them.`,
    missed: 'Missed',
    tutorPaused: (who: string): Text => say`${who} is paused`,
    tutorPausedText: (count: number): Text =>
      say`They let ${count} requests in a row expire, so nobody can ask them until they take requests again. I’ve told them how.`,
    undelivered: (who: string): Text => say`I can’t send direct messages to ${who}`,
    undeliveredText: (chat: string, why: string): Text =>
      say`${chatName(chat)} says: ${why}. I’ll try again as soon as they use me; until then they can look at their sessions themselves.`,
    left: (who: string, chat: string): Text => say`${who} isn’t in ${chatName(chat)} any more`,
    leftTutor: say`Nobody can ask them for a session until they come back and resume their offer.`,
    leftText: (sessions: number): Text =>
      sessions === 0
        ? say`They had no upcoming sessions.`
        : say`I’ve told the people of their ${times(sessions, 'upcoming session', 'upcoming sessions')}. Cancel what can’t take place, or find somebody else.`,
    deadLetter: (what: string): Text => say`I gave up on ${what}`,
    deadLetters: (count: number): Text => say`I gave up on ${count} things`,
    deadLetterKind: (what: string, count: number) => `${what} (${count})`,
    deadLetterKinds: (kinds: string): Text => say`They were: ${kinds}.`,
    deadLetterText: (why: string, id: string): Text =>
      say`The last problem was: ${why}. You find it in the log under the number ${id}.`,
    jobs: {
      deliver: 'sending a message',
      mail: 'sending a mail',
      'look-at-events': 'looking at calendars',
      'read-calendar': 'reading a calendar',
      'make-meeting': 'making a room',
      refresh: 'updating messages',
      'update-meeting': 'moving a room',
      'remove-meeting': 'deleting a room',
      'handle-webhook': 'news from a meeting platform',
      attendance: 'asking who came',
      recordings: 'looking for a recording',
      'sweep-meetings': 'tidying up rooms',
    },
  },
};
