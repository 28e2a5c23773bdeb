import type { Actor } from './people/person.ts';
import { Refusal, type RefusalCode, type Refusals } from './refusal.ts';
import { learners, participant, type Role, type Session, type SessionState } from './session/session.ts';
import { answerBy, doorOpensAt, endsByItselfAt, rateBy, settlesAt } from './session/times.ts';

/** What somebody is to a session: in it, asked whether they will teach it, an admin of its organization, or no person at all. */
export type Party = Role | 'candidate' | 'admin' | 'clock' | 'webhook';

export type Who = Pick<Actor, 'person' | 'isAdmin'> | 'clock' | 'webhook';

interface Line {
  readonly who: readonly Party[];
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
const EVER = [...PLANNED, 'started', 'ended', ...CAME_TO_NOTHING] as const;

/**
 * What may be done to a session, by whom, in which state, when, and what follows: the table of DESIGN.md. An act with
 * several lines may be done by whoever one of them allows. Where that table leaves room:
 * - A candidate is somebody only while it is requested: afterwards they hear what became of their press, and nothing else.
 * - Admins answer for a tutor, but cannot say who of several candidates it will be.
 * - A tutor's way out of a request is Decline, which sends the learner on to somebody else; Cancel is for what is agreed.
 * - People cancel until the start: who is late or stays away has missed it, and cannot undo that it was to be. For the
 *   same reason nobody moves it then. Admins can still cancel it.
 * - The clock starts a session only where its people were early; that they are there is for `shouldStart` to say.
 * - Whoever has the host's link is the host, so not even admins get it. They may look in as everybody does.
 * - What concerns the room is over with the session's time, and so is the checklist on the card of those who enter.
 */
export const TABLE = {
  see: [
    { who: [...IN_IT, 'admin'], from: EVER },
    { who: ['candidate'], from: ['requested'] },
  ],

  confirm: [
    { who: OFFERED_TO, from: ['requested'], when: 'before the start', to: 'confirmed' },
    { who: ['admin'], from: ['requested'], when: 'before the start', with: 'a tutor', to: 'confirmed' },
  ],
  'confirm-all': [{ who: ['tutor'], from: ['requested'], when: 'before the start', to: 'confirmed' }],
  'choose-platform': [{ who: OFFERED_TO, from: ['requested'], when: 'before the start' }],
  decline: [
    { who: OFFERED_TO, from: ['requested'], to: 'declined' },
    { who: ['admin'], from: ['requested'], with: 'a tutor', to: 'declined' },
  ],
  nudge: [{ who: ['admin'], from: ['requested'], when: 'before the start' }],
  expire: [{ who: ['clock'], from: ['requested'], when: 'unanswered for too long', to: 'expired' }],

  move: [{ who: ['admin'], from: PLANNED, when: 'before the start' }],
  cancel: [
    { who: ['learner'], from: PLANNED, when: 'before the start', to: 'cancelled' },
    { who: ['tutor'], from: ['confirmed'], when: 'before the start', to: 'cancelled' },
    { who: ['admin'], from: PLANNED, to: 'cancelled' },
  ],

  'new-link': [{ who: HOSTS, from: ON, when: 'before the end', with: 'a room' }],
  'other-platform': [{ who: HOSTS, from: ON, when: 'before the end', with: 'a room' }],
  'own-link': [{ who: HOSTS, from: ON, when: 'before the end' }],
  'make-again': [{ who: HOSTS, from: ON, when: 'before the end' }],
  record: [{ who: IN_IT, from: ['confirmed'], when: 'before the start' }],

  join: [{ who: [...IN_IT, 'admin'], from: ON, when: 'while the door is open', with: 'a room' }],
  'start-as-host': [{ who: ['tutor'], from: ON, when: 'while the door is open', with: 'a room' }],
  tick: [{ who: IN_IT, from: ON, when: 'while the door is open' }],
  start: [{ who: [...IN_IT, 'webhook', 'clock'], from: ['confirmed'], when: 'from the start', to: 'started' }],
  end: [
    { who: [...IN_IT, 'admin', 'webhook'], from: ON, when: 'from the start', to: 'ended' },
    { who: ['clock'], from: ON, when: 'after the end and a grace', to: 'ended' },
  ],

  rate: [{ who: IN_IT, from: ['ended'], when: 'in the week after the end', with: 'a learner' }],
  'not-held': [{ who: IN_IT, from: ['ended'], when: 'in the week after the end', with: 'a learner' }],
  settle: [{ who: ['clock'], from: ['ended'], when: 'after time enough to speak' }],
  'book-again': [{ who: ['learner'], from: ['ended'], with: 'a tutor' }],
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
  const [verdict, ...others] = current.map((line) => check(line, session, now));
  if (verdict) return others.find((one) => one.isAllowed) ?? verdict;
  if (mine.length > 0 && act !== 'see') return refused('moved-on', { state: session.state });
  // Whoever may not see it is told nothing about it, not even that there is one.
  if (act === 'see' || !may(who, 'see', session, now).isAllowed) return refused('no-such-session', {});
  return lines.every((line) => line.who.every((party) => party === 'admin'))
    ? refused('only-admins', {})
    : refused('not-yours', {});
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
    ...(role ? [role] : session.candidates.includes(person.id) ? (['candidate'] as const) : []),
    ...(isAdmin ? (['admin'] as const) : []),
  ];
}

function check(line: Line, session: Session, now: Date): Verdict {
  const objection = (line.when && WHEN[line.when](session, now)) ?? (line.with && WITH[line.with](session));
  return objection ?? { isAllowed: true, to: line.to ?? session.state };
}

type Objection = Verdict & { readonly isAllowed: false };

function refused<Code extends RefusalCode>(code: Code, data: Refusals[Code]): Objection {
  return { isAllowed: false, code, data } as Objection;
}

/** What is wrong with the time; undefined where nothing is. */
const WHEN = {
  'before the start': ({ startsAt }, now) => until(startsAt, now),
  'from the start': ({ startsAt }, now) => from(startsAt, now),
  'before the end': ({ endsAt }, now) => until(endsAt, now),
  'while the door is open': (session, now) => from(doorOpensAt(session), now) ?? until(session.endsAt, now),
  'unanswered for too long': (session, now) => from(answerBy(session), now),
  'after the end and a grace': (session, now) => from(endsByItselfAt(session), now),
  'in the week after the end': (session, now) =>
    now > (rateBy(session) ?? now) ? refused('rating-closed', {}) : undefined,
  'after time enough to speak': (session, now) => from(settlesAt(session) ?? now, now),
} as const satisfies Record<string, (session: Session, now: Date) => Objection | undefined>;

const WITH = {
  'a tutor': ({ tutor }) => (tutor === undefined ? refused('not-yours', {}) : undefined),
  'a learner': (session) =>
    learners(session).length === 0 ? refused('moved-on', { state: session.state }) : undefined,
  'a room': ({ meeting }) => (meeting ? undefined : refused('no-meeting-yet', {})),
} as const satisfies Record<string, (session: Session) => Objection | undefined>;

function from(opensAt: Date, now: Date): Objection | undefined {
  return now < opensAt ? refused('too-early', { opensAt }) : undefined;
}

function until(at: Date, now: Date): Objection | undefined {
  return now >= at ? refused('too-late', {}) : undefined;
}
