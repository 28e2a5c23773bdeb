import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';

/** What is kept of a session, and what happens when two do not agree on it. */
export const history = {
  history: {
    came: 'Who came',
    nobodyCame: say`Nobody pressed “Join”, so I don’t know.`,
    comment: (name: string) => `Comment by ${name}`,
    ratings: 'Ratings',
    adminsOnly: 'for admins only',
    said: (name: string) => `${name} says`,
    claims: {
      'took-place': 'it took place',
      'learner-missing': 'the learner didn’t come',
      'tutor-missing': 'the tutor didn’t come',
    },
  },

  /** All that happened to something, for admins. */
  chronicle: {
    title: 'History',
    none: say`Nothing has happened yet.`,
    to: (at: Span): Text => say`, to ${at}`,
    other: 'changed something',
    nobody: { clock: 'The clock', webhook: 'The meeting platform' },
    events: {
      request: 'asked for it',
      meet: 'started it at once',
      open: 'opened it',
      confirm: 'confirmed',
      decline: 'declined',
      cancel: 'cancelled it',
      'call-off': 'called it off: too few had signed up',
      expire: 'nobody answered in time',
      lapse: 'the other times were not answered in time',
      start: 'it started',
      end: 'ended it',
      reopen: 'reopened it',
      join: 'came',
      leave: 'left',
      enrol: 'signed up',
      wait: 'joined the waitlist',
      'stop-waiting': 'left the waitlist',
      'move-up': 'got a place',
      nudge: 'reminded the tutor',
      move: 'moved it',
      'hand-over': 'handed it over',
      propose: 'suggested other times',
      'take-time': 'took another time',
      'refuse-times': 'took none of the other times',
      'withdraw-times': 'took the suggestion back',
      late: 'said that they’re late',
      coming: 'said that they’re coming',
      'agree-to-recording': 'agreed to a recording',
      'refuse-recording': 'didn’t want a recording',
      'new-link': 'asked for a new link',
      'make-again': 'had the room made again',
      meeting: 'made the room',
      feedback: 'said how it went',
      outcome: 'decided what became of it',
    },
  },

  dispute: {
    title: (subject: string, learner: string, tutor: string): Text =>
      say`${learner} and ${tutor} don’t agree on ${subject}`,
    text: say`They say different things about whether it took place. What is true? Until an admin who wasn’t in it says so, the rating doesn’t count.`,
    decided: (state: string): Text => say`It’s decided: ${state}.`,
    silentTitle: (subject: string, learner: string, tutor: string): Text =>
      say`Did ${subject} take place? ${learner} and ${tutor} haven’t said`,
    silentText: say`Nobody has answered in three days, and no platform saw them together. If you know what is true, say so: both read it.`,
    news: (who: string, what: Text): Text => say`${who} decided about ${what}.`,
    done: say`Thank you! Both read it on their cards.`,
    decide: {
      'took-place': 'It took place',
      'learner-missing': 'Learner didn’t come',
      'tutor-missing': 'Tutor didn’t come',
    },
  },
};
