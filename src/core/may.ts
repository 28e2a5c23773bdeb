import { isGroup, isWaitingFor, needsMore } from './groups/group.ts';
import type { Actor } from './people/person.ts';
import { Refusal, type RefusalCode, type Refusals } from './refusal.ts';
import {
  isUndecided,
  learners,
  observedBy,
  participant,
  type Role,
  type Session,
  type SessionState,
} from './session/session.ts';
import { wasAsked } from './session/still-coming.ts';
import {
  answerBy,
  doorOpensAt,
  endsByItselfAt,
  lapsesAt,
  lateBetween,
  proposeBy,
  rateBy,
  settlesAt,
  talkBy,
} from './session/times.ts';

/**
 * What somebody is to a session: in it, there for one of its learners, asked whether they will teach it, an admin of its organization, or no person at
 * all. To a group session everybody else of the organization is something too: they wait for a place, or could take one.
 */
export type Party = Role | 'observer' | 'candidate' | 'waiting' | 'member' | 'admin' | 'clock' | 'webhook';

export type Who = Pick<Actor, 'person' | 'isAdmin'> | 'clock' | 'webhook';

interface Line {
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
 * - A learner of a group session does not call it off, but leaves it. Whoever has a place takes no other one.
 * - People cancel until the start: who is late or stays away has missed it, and cannot undo that it was to be. For the
 *   same reason nobody moves it then. Admins can still cancel it.
 * - The clock starts a session only where its people were early; that they are there is for `shouldStart` to say.
 * - Whoever has the host's link is the host: by the tutor's way in they are, and not even admins get it.
 * - Nobody decides who is right of two of whom they are one: another admin does, or the two come to agree after all.
 * - Whoever suggests a time agrees to it, and so does whoever takes it: then it is confirmed, also where it was only
 *   asked for, declined or expired. That needs one tutor and one learner; a group's time is for an admin to move. Of
 *   several tutors who were asked one can suggest a time as long as no other one has: whoever takes it takes them.
 * - Who hands a session over is out of it at once, also of a confirmed one: they will not be there. It is a request
 *   then, to all other tutors of the subject who are free, and one of them has to agree.
 * - What came to nothing, or was ended too early, an admin can bring back as it was: a request, or what was agreed.
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
  nudge: [{ who: ['admin'], from: ['requested'], when: 'before the start' }],
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
  announce: [{ who: HOSTS, from: ['confirmed'], when: 'before the start', with: 'a group' }],
  'call-off': [{ who: ['clock'], from: ['confirmed'], when: 'too few by then', to: 'cancelled' }],

  'new-link': [{ who: HOSTS, from: ON, when: 'before the end', with: 'a room' }],
  'other-platform': [{ who: HOSTS, from: ON, when: 'before the end', with: 'a room' }],
  'own-link': [{ who: HOSTS, from: ON, when: 'before the end' }],
  'make-again': [{ who: HOSTS, from: ON, when: 'before the end' }],
  coming: [{ who: ['learner'], from: ['confirmed'], when: 'before the start', with: 'a question whether they come' }],
  late: [{ who: IN_IT, from: ['confirmed'], when: 'around the start' }],
  record: [{ who: IN_IT, from: ['confirmed'], when: 'before the start' }],

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
    { who: IN_IT, from: EVER, with: 'others in it' },
    { who: ['admin'], from: EVER, with: 'messages that admins read' },
  ],

  rate: [{ who: IN_IT, from: ['ended'], when: 'in the week after the end', with: 'a learner' }],
  'not-held': [{ who: IN_IT, from: ['ended'], when: 'in the week after the end', with: 'a learner' }],
  decide: [{ who: ['admin'], exceptFor: IN_IT, from: ['ended'], with: 'a dispute' }],
  settle: [{ who: ['clock'], from: ['ended'], when: 'after time enough to speak' }],
  'book-again': [{ who: ['learner'], from: ['ended'], with: 'a tutor' }],
  repeat: [{ who: ['learner'], from: [...PLANNED, 'started', 'ended'], with: 'a tutor and no series' }],
  complaint: [{ who: IN_IT, from: EVER, with: 'others in it' }],
  'find-another': [{ who: ['learner'], from: CAME_TO_NOTHING }],
} as const satisfies Record<string, readonly Line[]>;

/** Everything that somebody, the clock or a platform can do to a session that there is. */
export type Act = keyof typeof TABLE;

type Refused = { readonly [Code in RefusalCode]: { readonly code: Code; readonly data: Refusals[Code] } }[RefusalCode];

/** `to`: the state that the session is in then. */
export type Verdict =
  | { readonly isAllowed: true; readonly to: SessionState }
  | ({ readonly isAllowed: false } & Refused);

/** Whether somebody may do this to a session now, and if not, why not. */
export function may(who: Who, act: Act, session: Session, now: Date): Verdict {
  const parties = partiesOf(session, who);
  const lines: readonly Line[] = TABLE[act];
  const mine = lines.filter((line) => line.who.some((party) => parties.includes(party)));
  const current = mine.filter((line) => line.from.includes(session.state));
  const [verdict, ...others] = current.map((line) => check(line, session, now, parties, who));
  if (verdict) return others.find((one) => one.isAllowed) ?? verdict;
  if (mine.length > 0 && act !== 'see')
    return typeof who === 'string' || maySee(who, session) || isGroup(session)
      ? refused('moved-on', { state: session.state })
      : refused('passed-over', { isTaken: session.tutor !== undefined });
  // Whoever may not see it is told nothing about it, not even that there is one.
  if (act === 'see' || !maySee(who, session)) return refused('no-such-session', {});
  return lines.every((line) => line.who.every((party) => party === 'admin'))
    ? refused('only-admins', {})
    : refused('not-yours', {});
}

/**
 * Whether somebody may know of the session: its participants, its candidates while it is requested, admins of its
 * organization, and nobody else. Every list, card and link is held against this.
 */
export function maySee(who: Who, session: Session): boolean {
  const parties = partiesOf(session, who);
  const lines: readonly Line[] = TABLE.see;
  return lines.some(({ who, from }) => from.includes(session.state) && who.some((party) => parties.includes(party)));
}

/**
 * The state that follows when somebody does this now.
 * @throws Refusal when they may not.
 */
export function follow(who: Who, act: Act, session: Session, now: Date): SessionState {
  const verdict = may(who, act, session, now);
  if (!verdict.isAllowed) throw new Refusal(verdict.code, verdict.data);
  return verdict.to;
}

/** The parties that somebody is to a session; none for a stranger, and for everybody of another organization. */
function partiesOf(session: Session, who: Who): readonly Party[] {
  if (typeof who === 'string') return [who];
  const { person, isAdmin } = who;
  if (person.organization !== session.organization) return [];
  const role = participant(session, person.id)?.role;
  return [
    ...(role ? [role] : without(session, person.id)),
    ...(observedBy(session, person.id).length > 0 ? (['observer'] as const) : []),
    ...(isAdmin ? (['admin'] as const) : []),
  ];
}

/** What somebody is who is not in it. */
function without(session: Session, person: string): readonly Party[] {
  if (isGroup(session)) return [isWaitingFor(session, person) ? 'waiting' : 'member'];
  return session.candidates.includes(person) ? ['candidate'] : [];
}

function check(line: Line, session: Session, now: Date, parties: readonly Party[], who: Who): Verdict {
  const me = typeof who === 'string' ? who : who.person.id;
  const objection = (line.when && WHEN[line.when](session, now)) ?? (line.with && WITH[line.with](session, now, me));
  if (objection) return objection;
  const isExcepted = line.exceptFor?.some((role) => parties.includes(role));
  return isExcepted ? refused('own-dispute', {}) : { isAllowed: true, to: line.to ?? session.state };
}

type Objection = Verdict & { readonly isAllowed: false };

function refused<Code extends RefusalCode>(code: Code, data: Refusals[Code]): Objection {
  return { isAllowed: false, code, data } as Objection;
}

/** What is wrong with the time; undefined where nothing is. */
const WHEN = {
  'before the start': ({ startsAt }, now) => until(startsAt, now),
  'around the start': (session, now) => {
    const [first, last] = lateBetween(session);
    return from(first, now) ?? until(last, now);
  },
  'from the start': ({ startsAt }, now) => from(startsAt, now),
  'before the end': ({ endsAt }, now) => until(endsAt, now),
  'while the door is open': (session, now) => from(doorOpensAt(session), now) ?? until(session.endsAt, now),
  'unanswered for too long': (session, now) => from(answerBy(session), now),
  'too few by then': (session, now) =>
    session.minimumUntil && needsMore(session) ? from(session.minimumUntil, now) : refused('changed', {}),
  'after the end and a grace': (session, now) => from(endsByItselfAt(session), now),
  'in the week after the end': (session, now) =>
    now > (rateBy(session) ?? now) ? refused('rating-closed', {}) : undefined,
  'in the week after its time': (session, now) => (now > talkBy(session) ? refused('talk-closed', {}) : undefined),
  'while another time helps': (session, now) => until(proposeBy(session), now),
  'when its other times are over': (session, now) => {
    const at = lapsesAt(session);
    return at ? from(at, now) : refused('times-over', {});
  },
  'after time enough to speak': (session, now) => from(settlesAt(session) ?? now, now),
} as const satisfies Record<string, (session: Session, now: Date) => Objection | undefined>;

const WITH = {
  'a tutor': ({ tutor }) => (tutor === undefined ? refused('not-yours', {}) : undefined),
  'a group': (session) => (isGroup(session) ? undefined : refused('not-yours', {})),
  'no group': (session) => (isGroup(session) ? refused('group-stays', {}) : undefined),
  'nobody else': (session) => (isGroup(session) ? refused('leave-instead', {}) : undefined),
  'somebody else': () => refused('in-already', {}),
  'something to leave': () => refused('not-in', {}),
  'a series of two': (session) => (session.series && !isGroup(session) ? undefined : refused('changed', {})),
  'a tutor and no series': (session) =>
    session.tutor === undefined || session.series || isGroup(session) ? refused('changed', {}) : undefined,
  'a learner': (session) =>
    learners(session).length === 0 ? refused('moved-on', { state: session.state }) : undefined,
  'somebody to write to': ({ messages, participants }) => {
    if (messages === 'off') return refused('no-messages', {});
    return participants.length < 2 ? refused('nobody-to-write-to', {}) : undefined;
  },
  'others in it': ({ participants }) => (participants.length < 2 ? refused('nobody-to-write-to', {}) : undefined),
  'messages that admins read': ({ messages }) => (messages === 'seen' ? undefined : refused('not-for-admins', {})),
  'a dispute': (session) => (isUndecided(session) ? undefined : refused('changed', {})),
  'an agreement': ({ confirmedAt }) => (confirmedAt ? undefined : refused('changed', {})),
  'only a request of its own': ({ confirmedAt, state, series }) => {
    if (confirmedAt && state === 'cancelled') return refused('changed', {});
    return series ? refused('request-of-series', {}) : undefined;
  },
  'nothing said of it': ({ participants }) =>
    participants.some(({ claim, outcome }) => claim ?? outcome) ? refused('spoken-of', {}) : undefined,
  'a room': ({ meeting }) => (meeting ? undefined : refused('no-meeting-yet', {})),
  'a tutor who can be replaced': (session) => {
    if (isGroup(session)) return refused('group-stays', {});
    return session.tutor === undefined ? refused('not-yours', {}) : undefined;
  },
  'a question whether they come': (session) => (wasAsked(session) ? undefined : refused('changed', {})),
  'two people': (session) => {
    const isForTwo = session.tutor !== undefined && learners(session).length === 1 && !isGroup(session);
    return isForTwo ? undefined : refused('not-for-two', { hasTutor: session.tutor !== undefined });
  },
  'times to answer': (session, now, me) =>
    hasTimes(session, now) && session.proposal?.by !== me ? undefined : refused('times-over', {}),
  'no other’s times': (session, now, me) =>
    hasTimes(session, now) && session.proposal?.by !== me ? refused('times-suggested', {}) : undefined,
  'times of their own': (session, now, me) =>
    hasTimes(session, now) && session.proposal?.by === me ? undefined : refused('times-over', {}),
} as const satisfies Record<string, (session: Session, now: Date, me: string) => Objection | undefined>;

function hasTimes(session: Session, now: Date): boolean {
  const at = lapsesAt(session);
  return at !== undefined && now < at;
}

function from(opensAt: Date, now: Date): Objection | undefined {
  return now < opensAt ? refused('too-early', { opensAt }) : undefined;
}

function until(at: Date, now: Date): Objection | undefined {
  return now >= at ? refused('too-late', {}) : undefined;
}
