import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** A session after the request: its cards, lists and reminders. */
export const session = {
  /** What happened to a session, for the cards on which it can no longer be acted upon. */
  happened: {
    confirmedByYou: say`You confirmed.`,
    confirmedBy: (tutor: string): Text => say`${tutor} confirmed.`,
    confirmedFor: (who: string, tutor: string): Text => say`${who} confirmed for ${tutor}.`,
    confirmedForYou: (who: string): Text => say`${who} confirmed for you.`,
    declinedByYou: say`You declined this request.`,
    declinedBy: (tutor: string): Text => say`${tutor} can’t take this session.`,
    cancelledByYou: say`You cancelled this session.`,
    cancelledBy: (who: string): Text => say`${who} cancelled this session.`,
    late: say`That was late.`,
    expired: say`Nobody answered in time, so this request expired.`,
    started: say`The session is under way.`,
    ended: say`The session is over.`,
    endedByYou: say`You ended the session.`,
    endedBy: (who: string): Text => say`${who} ended the session.`,
    'took-place': say`The session took place.`,
    'learner-missing': (learner: string): Text => say`${learner} didn’t come.`,
    'tutor-missing': (tutor: string): Text => say`${tutor} didn’t come.`,
    disputed: say`You two say different things about whether it took place. I’ve asked the admins: they decide, and you’ll read it here. Until then, no rating counts.`,
    unknown: say`Nobody said how it went.`,
  },

  otherLeft: {
    title: (name: string): Text => say`${name} isn’t here any more`,
    text: (subject: string, at: Span): Text =>
      say`They left or were deactivated, so your session (${subject}, ${at}) may not take place. Cancel it and ask somebody else; the admins know.`,
  },

  meeting: {
    title: (subject: string, other: string): Text => say`${subject} with ${other}`,
    confirmed: say`I’ll remind you in time.`,
    preparing: say`I’m making the room: the link comes here in a moment.`,
    later: say`The platform makes no more meetings today: I’ll tell you when the link is there, in good time.`,
    slow: say`I’m still making the room: it takes longer than usual. You don’t have to do anything, the link comes here.`,
    huddle: (other: string): Text =>
      say`Rather talk in Slack? Open your chat with ${other} and press the headphones: that starts a huddle. I can’t start it for you.`,
    fallback: (wanted: string, used: string): Text => say`${wanted} wasn’t available, so we use ${used}`,
    jitsiTutor: say`On meet.jit.si the first to enter must log in (Google, Facebook or GitHub). Please be that one, a minute early.`,
    cancelTitle: 'Cancel the session',
    cancelReason: 'Why? The other side will read this.',
    cancelLateHint: 'This is late: it can still be cancelled, but it’s counted, and admins see it.',
    cancelPlaceholder: 'For example: I’m ill, sorry',
  },

  reopen: {
    title: 'Reopen the session',
    reason: 'Why? Everybody concerned reads it',
    placeholder: 'For example: it was called off by mistake',
    news: (who: string, what: Text): Text => say`${who} reopened it: ${what}`,
  },

  move: {
    reason: 'Why? Everybody reads it',
    title: 'Move the session',
    submit: 'Move',
    when: 'New time',
    movedBy: (was: Span, who: string): Text => say`${was} (${who} moved it)`,
    readBack: say`Is this the new time? Nothing is moved until you press it.`,
    which: say`Which of these do you mean? Nothing is moved until you press one.`,
    done: (at: Span): Text => say`Moved to ${at}, and everybody hears of it.`,
  },

  reminder: {
    title: (subject: string, other: string, at: Span): Text => say`${subject} with ${other} starts ${at}`,
    started: (subject: string, other: string): Text => say`${subject} with ${other} has started`,
    over: (what: Text): Text => say`Reminder: ${what}`,
  },

  /** What somebody has to know now, in one line. `what` is a session in short. */
  news: {
    eventDeleted: (what: Text): Text =>
      say`Somebody deleted this in Google Calendar, but the session stands: ${what}. Should it be cancelled?`,
    eventMoved: (what: Text, to: Span): Text =>
      say`Somebody moved this in Google Calendar to ${to}, but the session stands as it was: ${what}. Should it move?`,
    eventSettled: (what: Text): Text => say`Somebody had changed this in Google Calendar. That’s settled: ${what}`,
    session: (subject: string, other: string, when: Span): Text => say`${strong(subject)} with ${other}, ${when}`,
    confirmed: (who: string, what: Text): Text => say`${who} confirmed: ${what}`,
    confirmedFor: (who: string, tutor: string, what: Text): Text => say`${who} confirmed for ${tutor}: ${what}`,
    confirmedForYou: (who: string, what: Text): Text => say`${who} confirmed for you: ${what}`,
    declined: (who: string, what: Text): Text => say`${who} declined: ${what}`,
    declinedByAll: (what: Text): Text => say`No tutor could take it: ${what}`,
    expired: (what: Text): Text => say`Nobody answered in time: ${what}`,
    cancelled: (who: string, what: Text): Text => say`${who} cancelled: ${what}`,
    moved: (who: string, what: Text, was: Span): Text => say`${who} moved it: ${what} (was: ${was})`,
    timeTaken: (who: string, what: Text, was: Span): Text => say`${who} takes your time: ${what} (was: ${was})`,
    movedBySomebody: (what: Text, was: Span): Text => say`There is a new time: ${what} (was: ${was})`,
    waiting: (learner: string, subject: string, when: Span): Text =>
      say`${learner} is still waiting for your answer: ${strong(subject)}, ${when}`,
    newLink: (who: string, what: Text): Text => say`${who} made a new link, the old one no longer works: ${what}`,
    newPlace: (who: string, what: Text, place: string, before: string): Text =>
      say`${who} moved it to ${place} (was: ${before}): ${what}`,
    linkAfterDeleted: (platform: string, what: Text): Text =>
      say`The meeting was deleted in ${platform}, so there is a new link: ${what}`,
    linkChanged: (what: Text): Text => say`There is a new link, the old one no longer works: ${what}`,
    linkIsThere: (what: Text): Text => say`The link is there: ${what}`,
    over: (what: Text): Text => say`${what}: how was it?`,
    onceMore: (what: Text): Text => say`One last question about ${what}: how was it?`,
  },

  sessions: {
    titleUpcoming: 'Your upcoming sessions',
    titlePast: 'Your past sessions',
    titleWeek: 'Your next seven days',
    noneSuch: say`There’s none like that.`,
    with: (name: string): Text => say`with ${name}`,
    today: (count: number): Text =>
      say`Today you teach ${count === 0 ? 'nothing' : times(count, 'session', 'sessions')}.`,
    waiting: (count: number): Text =>
      count === 0
        ? say`No request waits for your answer.`
        : say`${times(count, 'request waits', 'requests wait')} for your answer.`,
    taught: (week: string, month: string): Text => say`Taught: ${week} this week, ${month} this month.`,
    filterTitle: 'Only some sessions',
    filterSubmit: 'Show',
    whichLabel: 'When',
    which: { upcoming: 'Everything ahead', week: 'The next seven days', past: 'Past' },
    stateLabel: 'How it stands',
    personLabel: 'With whom',
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
      'took-place': 'took place',
      'learner-missing': 'learner didn’t come',
      'tutor-missing': 'tutor didn’t come',
      disputed: 'no agreement on whether it took place',
      unknown: 'nobody said how it went',
    },
    whichToCancel: say`Which one do you want to cancel?`,
    waitsForYou: 'waits for your answer',
  },
};
