import type { Role, SessionState } from '../session/session.ts';
import type { Party } from './parties.ts';
import type { WHEN } from './when.ts';
import type { WITH } from './with.ts';

export interface Line {
  readonly who: readonly Party[];
  /** Whoever is one of these may not, whatever else they are. */
  readonly exceptFor?: readonly Role[];
  readonly from: readonly SessionState[];
  /** Left out: at any time. */
  readonly when?: keyof typeof WHEN;
  /** What the session has to have. */
  readonly with?: keyof typeof WITH;
  /** The state that follows; left out: it stays. */
  readonly to?: SessionState;
}

const IN_IT = ['learner', 'tutor'] as const;
const OFFERED_TO = ['tutor', 'candidate'] as const;
const HOSTS = ['tutor', 'admin'] as const;
const PLANNED = ['requested', 'confirmed'] as const;
const ON = ['confirmed', 'started'] as const;
const CAME_TO_NOTHING = ['declined', 'expired', 'cancelled'] as const;
const PROPOSED_IN = ['requested', 'confirmed', 'declined', 'expired'] as const;
const TALKED_IN = [...PLANNED, 'started', 'ended', 'cancelled'] as const;
const EVER = [...PLANNED, 'started', 'ended', ...CAME_TO_NOTHING] as const;

/**
 * What may be done to a session, by whom, in which state, when, and what follows: the table of DESIGN.md. An act with
 * several lines may be done by whoever one of them allows. Where that table leaves room:
 * - A candidate is somebody only while it is requested: afterwards they hear that their press came too late, and nothing else.
 * - Admins answer for a tutor. Where any of several may answer they say first which one it is for, or no for all.
 * - A tutor's way out of a request is Decline, which sends the learner on to somebody else; Cancel is for what is agreed.
 * - An observer of a learner, such as a parent, sees all of that learner's sessions and calls off what the learner could,
 *   and nothing else: they are not in it.
 * - A learner of a group session does not call it off, but leaves it. Whoever has a place takes no other one. Nor does
 *   an observer call it off: they take their learner out of it.
 * - People cancel until the start: who is late or stays away has missed it, and cannot undo that it was to be. For the
 *   same reason nobody moves it then. Admins can still cancel it.
 * - The clock starts a session only where its people were early; that they are there is for `shouldStart` to say.
 * - Whoever has the host's link is the host: by the tutor's way in they are, and not even admins get it.
 * - Nobody decides who is right of two of whom they are one: another admin does, or the two come to agree after all.
 * - Whoever suggests a time agrees to it, and so does whoever takes it: then it is confirmed, also where it was only
 *   asked for, declined or expired. That needs one tutor and one learner; a group's time is for an admin to move. Of
 *   several tutors who were asked one can suggest a time as long as no other one has: whoever takes it takes them.
 * - What the learner of a request to several tutors writes goes to all of them, who answer by taking it: they write
 *   nothing themselves, and read no more of it once somebody else has taken it. A note can be reported as any message.
 * - Who hands a session over is out of it at once, also of a confirmed one: they will not be there. It is a request
 *   then, to all other tutors of the subject who are free, and one of them has to agree.
 * - What came to nothing, or was ended too early, an admin can bring back as it was: a request, or what was agreed.
 * - All that a session wants attention for by itself is done by the clock as an act of the same name. That it is time is
 *   for `alarmsOf` to say; the table says of what can still happen to the session, however late the clock comes. What else
 *   is done by itself, such as a reminder of what two aim at, a digest, or a poll that closes, acts on no session.
 * - What concerns the room is over with the session's time, and so is the checklist on the card of those who enter.
 */
export const TABLE = {
  see: [
    { who: [...IN_IT, 'observer', 'admin'], from: EVER },
    { who: ['candidate'], from: ['requested'] },
    { who: ['waiting'], from: ['confirmed', 'cancelled'] },
  ],

  confirm: [
    { who: OFFERED_TO, from: ['requested'], when: 'before the start', to: 'confirmed' },
    { who: ['admin'], from: ['requested'], when: 'before the start', with: 'a tutor', to: 'confirmed' },
  ],
  'confirm-all': [{ who: ['tutor'], from: ['requested'], when: 'before the start', to: 'confirmed' }],
  'choose-platform': [{ who: OFFERED_TO, from: ['requested'], when: 'before the start' }],
  decline: [{ who: [...OFFERED_TO, 'admin'], from: ['requested'], to: 'declined' }],
  nudge: [
    { who: ['admin'], from: ['requested'], when: 'before the start' },
    { who: ['clock'], from: ['requested'] },
  ],
  escalate: [{ who: ['clock'], from: ['requested'] }],
  expire: [{ who: ['clock'], from: ['requested'], when: 'unanswered for too long', to: 'expired' }],

  move: [{ who: ['admin'], from: PLANNED, when: 'before the start' }],
  'hand-over': [
    { who: HOSTS, from: PLANNED, when: 'before the start', with: 'a tutor who can be replaced', to: 'requested' },
  ],
  'hand-to': [{ who: ['admin'], from: PLANNED, when: 'before the start', with: 'no group', to: 'requested' }],
  reopen: [
    {
      who: ['admin'],
      from: ['declined', 'expired', 'cancelled'],
      when: 'before the start',
      with: 'only a request of its own',
      to: 'requested',
    },
    { who: ['admin'], from: ['cancelled'], when: 'before the start', with: 'an agreement', to: 'confirmed' },
    { who: ['admin'], from: ['ended'], when: 'before the end', with: 'nothing said of it', to: 'confirmed' },
  ],
  'move-rest': [{ who: IN_IT, from: PLANNED, when: 'before the start', with: 'a series of two' }],
  propose: [
    { who: IN_IT, from: PROPOSED_IN, when: 'while another time helps', with: 'two people' },
    { who: ['candidate'], from: ['requested'], when: 'while another time helps', with: 'no other’s times' },
  ],
  'take-time': [{ who: IN_IT, from: PROPOSED_IN, with: 'times to answer', to: 'confirmed' }],
  'refuse-times': [{ who: IN_IT, from: PROPOSED_IN, with: 'times to answer' }],
  'withdraw-times': [
    { who: IN_IT, from: PROPOSED_IN, with: 'times of their own' },
    { who: ['candidate'], from: ['requested'], with: 'times of their own' },
  ],
  lapse: [{ who: ['clock'], from: PROPOSED_IN, when: 'when its other times are over' }],
  cancel: [
    { who: ['learner', 'observer'], from: PLANNED, when: 'before the start', with: 'nobody else', to: 'cancelled' },
    { who: ['tutor'], from: ['confirmed'], when: 'before the start', to: 'cancelled' },
    { who: ['admin'], from: PLANNED, to: 'cancelled' },
  ],

  enrol: [
    { who: ['member', 'waiting'], from: ['confirmed'], when: 'before the start' },
    { who: IN_IT, from: ['confirmed'], when: 'before the start', with: 'somebody else' },
  ],
  leave: [
    { who: ['learner', 'waiting'], from: ['confirmed'], when: 'before the start', with: 'a group' },
    { who: ['member', 'tutor'], from: ['confirmed'], when: 'before the start', with: 'something to leave' },
  ],
  'take-out': [{ who: ['observer'], from: ['confirmed'], when: 'before the start', with: 'a group' }],
  announce: [{ who: HOSTS, from: ['confirmed'], when: 'before the start', with: 'a group' }],
  minimum: [{ who: ['clock'], from: ['confirmed'], when: 'when its minimum is decided on' }],
  'call-off': [{ who: ['clock'], from: ['confirmed'], when: 'too few by then', to: 'cancelled' }],

  'new-link': [{ who: HOSTS, from: ON, when: 'before the end', with: 'a room' }],
  'other-platform': [{ who: HOSTS, from: ON, when: 'before the end', with: 'a room' }],
  'own-link': [{ who: HOSTS, from: ON, when: 'before the end' }],
  'make-again': [{ who: HOSTS, from: ON, when: 'before the end' }],
  'make-meeting': [{ who: ['clock'], from: ['confirmed'] }],

  remind: [{ who: ['clock'], from: ON }],
  'ask-coming': [{ who: ['clock'], from: ['confirmed'] }],
  silence: [{ who: ['clock'], from: ['confirmed'] }],
  coming: [{ who: ['learner'], from: ['confirmed'], when: 'before the start', with: 'a question whether they come' }],
  late: [{ who: IN_IT, from: ['confirmed'], when: 'around the start' }],
  record: [{ who: IN_IT, from: ['confirmed'], when: 'before the start' }],
  recording: [{ who: ['clock'], from: ['ended'] }],

  join: [{ who: [...IN_IT, 'admin'], from: ON, when: 'while the door is open', with: 'a room' }],
  host: [{ who: ['tutor'], from: ON, when: 'while the door is open', with: 'a room' }],
  tick: [{ who: IN_IT, from: ON, when: 'while the door is open' }],
  start: [{ who: [...IN_IT, 'webhook', 'clock'], from: ['confirmed'], when: 'from the start', to: 'started' }],
  end: [
    { who: [...IN_IT, 'admin', 'webhook'], from: ON, when: 'from the start', to: 'ended' },
    { who: ['clock'], from: ON, when: 'after the end and a grace', to: 'ended' },
  ],

  aims: [{ who: IN_IT, from: [...PLANNED, 'started', 'ended'], with: 'two people' }],
  note: [{ who: IN_IT, from: ['ended'], with: 'a learner' }],

  message: [{ who: IN_IT, from: TALKED_IN, when: 'in the week after its time', with: 'somebody to write to' }],
  messages: [
    { who: IN_IT, from: EVER, with: 'others who read it' },
    { who: ['admin'], from: EVER, with: 'messages that admins read' },
  ],

  rate: [{ who: IN_IT, from: ['ended'], when: 'in the week after the end', with: 'a learner' }],
  'not-held': [{ who: IN_IT, from: ['ended'], when: 'in the week after the end', with: 'a learner' }],
  ask: [{ who: ['clock'], from: ['ended'] }],
  decide: [{ who: ['admin'], exceptFor: IN_IT, from: ['ended'], with: 'a dispute' }],
  settle: [{ who: ['clock'], from: ['ended'], when: 'after time enough to speak' }],
  'book-again': [{ who: ['learner'], from: ['ended'], with: 'a tutor' }],
  'go-on': [{ who: ['clock'], from: ['confirmed'] }],
  repeat: [{ who: ['learner'], from: [...PLANNED, 'started', 'ended'], with: 'a tutor and no series' }],
  complaint: [
    { who: IN_IT, from: EVER, with: 'others in it' },
    { who: ['candidate'], from: ['requested'] },
  ],
  'find-another': [{ who: ['learner'], from: CAME_TO_NOTHING }],
} as const satisfies Record<string, readonly Line[]>;

/** Everything that somebody, the clock or a platform can do to a session that there is. */
export type Act = keyof typeof TABLE;
