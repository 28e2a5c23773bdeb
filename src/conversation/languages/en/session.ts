import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';

/** A session after the request: its cards, lists and reminders. */
export const session = {
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
    'took-place': say`The session took place.`,
    'learner-missing': (learner: string): Text => say`${learner} didn’t come.`,
    'tutor-missing': (tutor: string): Text => say`${tutor} didn’t come.`,
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
      'took-place': 'took place',
      'learner-missing': 'learner didn’t come',
      'tutor-missing': 'tutor didn’t come',
      disputed: 'no agreement on whether it took place',
      unknown: 'nobody said how it went',
    },
    waitsForYou: 'waits for your answer',
  },
};
