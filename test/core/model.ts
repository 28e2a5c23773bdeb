/**
 * What may follow what, written down a second time from the table in DESIGN.md, with nothing of `src/core` in it. The
 * tests of the state machine do the same to the core and to this, and compare.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface ModelPerson {
  readonly id: string;
  readonly organization: string;
  readonly teaches: boolean;
  readonly isAdmin: boolean;
}

export type Claim = 'took-place' | 'learner-missing' | 'tutor-missing';

/** What somebody does, at the model's time. `session` is the number of the session, in the order of their requests. */
export type Deed =
  | {
      readonly kind: 'request';
      readonly by: ModelPerson;
      readonly tutor: string | undefined;
      readonly startsAt: number;
    }
  | {
      readonly kind: 'confirm' | 'decline';
      readonly by: ModelPerson;
      readonly session: number;
      readonly version: number;
    }
  | { readonly kind: 'cancel' | 'join' | 'end' | 'nudge'; readonly by: ModelPerson; readonly session: number }
  | {
      readonly kind: 'feedback';
      readonly by: ModelPerson;
      readonly session: number;
      readonly claim: Claim;
      readonly rating: number | undefined;
    }
  /** The platform has made the room. */
  | { readonly kind: 'room'; readonly session: number }
  /** The clock goes on to that time, and nothing else happens. */
  | { readonly kind: 'wait'; readonly until: number }
  /** The minute's work. */
  | { readonly kind: 'tick' };

export interface ModelSession {
  state: string;
  version: number;
  readonly learner: string;
  tutor: string | undefined;
  asked: string[];
  readonly requestedAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  hasRoom: boolean;
  endedAt: number | undefined;
  joined: string[];
  claims: Record<string, Claim>;
  /** When the last of them was said, in milliseconds. */
  spokenAt: number;
  /** What became of it for the learner. */
  outcome: Claim | 'disputed' | 'unknown' | undefined;
  ratings: Record<string, number>;
  /** `event by: from > to` */
  audit: string[];
}

export interface Model {
  now: number;
  readonly people: readonly ModelPerson[];
  readonly sessions: ModelSession[];
}

export const LENGTH_MINUTES = 60;

/** Does it to a copy; undefined when it must be refused. */
export function follow(model: Model, deed: Deed): Model | undefined {
  const next = structuredClone(model);
  return happens(next, deed) ? next : undefined;
}

/** The people whose time a session takes: the learner's and the tutor's, from the request until it is over. */
export function holdersOf(session: ModelSession): readonly string[] {
  return ['requested', 'confirmed', 'started'].includes(session.state) ? participantsOf(session) : [];
}

export function participantsOf({ learner, tutor }: ModelSession): readonly string[] {
  return tutor === undefined ? [learner] : [learner, tutor];
}

/** The ratings of a tutor that count: all, but where it is known, or in dispute, that the two did not meet. */
export function ratingsOf(model: Model, tutor: string): readonly number[] {
  return model.sessions
    .filter((session) => session.tutor === tutor)
    .filter(({ outcome }) => outcome === undefined || outcome === 'took-place' || outcome === 'unknown')
    .flatMap(({ learner, ratings }) => ratings[learner] ?? []);
}

function happens(model: Model, deed: Deed): boolean {
  switch (deed.kind) {
    case 'wait':
      model.now = deed.until;
      return true;
    case 'tick':
      for (const session of model.sessions) tick(session, model.now);
      return true;
    case 'request':
      return requests(model, deed.by, deed.tutor, deed.startsAt);
    case 'room': {
      const session = model.sessions[deed.session];
      if (!session || !['confirmed', 'started'].includes(session.state)) return false;
      session.hasRoom = true;
      return true;
    }
    case 'confirm':
    case 'decline':
    case 'cancel':
    case 'join':
    case 'end':
    case 'nudge':
    case 'feedback': {
      const session = model.sessions[deed.session];
      // Nothing of another organization can be seen or touched, not even by its admins.
      if (!session || deed.by.organization !== 'school') return false;
      return acts(model, session, deed);
    }
  }
}

function requests(model: Model, by: ModelPerson, tutor: string | undefined, startsAt: number): boolean {
  const endsAt = startsAt + LENGTH_MINUTES * MINUTE;
  const isFree = (person: string) =>
    model.sessions.every((one) => !holdersOf(one).includes(person) || one.endsAt <= startsAt || one.startsAt >= endsAt);
  const teachers = model.people.filter((one) => one.teaches && one.organization === by.organization && one !== by);
  const asked = teachers.map(({ id }) => id).filter((id) => id !== by.id && (tutor ?? id) === id && isFree(id));
  if (startsAt <= model.now || startsAt > model.now + 60 * DAY || !isFree(by.id) || asked.length === 0) return false;
  model.sessions.push({
    state: 'requested',
    version: 1,
    learner: by.id,
    tutor,
    asked: tutor === undefined ? asked.toSorted() : [],
    requestedAt: model.now,
    startsAt,
    endsAt,
    hasRoom: false,
    endedAt: undefined,
    joined: [],
    claims: {},
    spokenAt: 0,
    outcome: undefined,
    ratings: {},
    audit: [`request ${by.id}: - > requested`],
  });
  return true;
}

function acts(model: Model, session: ModelSession, deed: Extract<Deed, { by: ModelPerson; session: number }>): boolean {
  const { now } = model;
  const { id, isAdmin } = deed.by;
  const isParticipant = participantsOf(session).includes(id);
  const isAsked = session.tutor === undefined && session.asked.includes(id);
  switch (deed.kind) {
    case 'confirm': {
      const mayAnswer = id === session.tutor || isAsked || (isAdmin && session.tutor !== undefined);
      if (!mayAnswer || session.state !== 'requested' || session.version !== deed.version) return false;
      if (now >= session.startsAt || (isAsked && !isFreeFor(model, id, session))) return false;
      if (isAsked) session.tutor = id;
      moves(session, 'confirm', id, 'confirmed');
      return true;
    }
    case 'decline': {
      const mayAnswer = id === session.tutor || isAsked || isAdmin;
      if (!mayAnswer || session.state !== 'requested' || session.version !== deed.version) return false;
      if (isAsked) session.asked = session.asked.filter((one) => one !== id);
      if (isAsked && session.asked.length > 0) session.audit.push(`decline ${id}: requested > requested`);
      else moves(session, 'decline', id, 'declined');
      return true;
    }
    case 'cancel':
      if (!['requested', 'confirmed'].includes(session.state)) return false;
      if (!isAdmin && (!isParticipant || now >= session.startsAt)) return false;
      // A tutor declines what they have not agreed to.
      if (!isAdmin && session.state === 'requested' && id === session.tutor) return false;
      moves(session, 'cancel', id, 'cancelled');
      return true;
    case 'join':
      if (!(isParticipant || isAdmin) || !['confirmed', 'started'].includes(session.state)) return false;
      if (now < session.startsAt - 15 * MINUTE || now >= session.endsAt || !session.hasRoom) return false;
      if (!isParticipant) return true; // an admin may look in
      if (!session.joined.includes(id)) {
        session.joined.push(id);
        session.audit.push(`join ${id}: ${session.state} > ${session.state}`);
      }
      startsIfBothAreThere(session, now, id);
      return true;
    case 'end':
      if (!(isParticipant || isAdmin) || !['confirmed', 'started'].includes(session.state)) return false;
      if (now < session.startsAt) return false;
      ends(session, now, id);
      return true;
    case 'nudge':
      if (!isAdmin || session.state !== 'requested' || now >= session.startsAt) return false;
      session.audit.push(`nudge ${id}: requested > requested`);
      return true;
    case 'feedback': {
      if (!isParticipant || session.endedAt === undefined || now > session.endedAt + 7 * DAY) return false;
      if (session.claims[id] !== deed.claim) session.spokenAt = now;
      session.claims[id] = deed.claim;
      if (deed.rating === undefined) delete session.ratings[id];
      else session.ratings[id] = deed.rating;
      session.audit.push(`feedback ${id}: ${session.state} > ${session.state}`);
      const claims = participantsOf(session).map((one) => session.claims[one]);
      // Of a dispute they can still agree.
      const isOpen = session.outcome === undefined || session.outcome === 'disputed' || session.outcome === 'unknown';
      if (!isOpen || claims.includes(undefined)) return true;
      const [first] = claims;
      const outcome = first !== undefined && claims.every((one) => one === first) ? first : 'disputed';
      if (outcome !== session.outcome) settles(session, id, outcome);
      return true;
    }
  }
}

/** It stays ended: the outcome is the learner's. */
function settles(session: ModelSession, by: string, outcome: NonNullable<ModelSession['outcome']>): void {
  session.outcome = outcome;
  session.audit.push(`outcome ${by}: ended > ended`);
}

function tick(session: ModelSession, now: number): void {
  const unansweredFor = now - session.requestedAt;
  if (session.state === 'requested' && (unansweredFor >= 48 * HOUR || now >= session.startsAt))
    moves(session, 'expire', 'clock', 'expired');
  startsIfBothAreThere(session, now, 'clock');
  if (['confirmed', 'started'].includes(session.state) && now >= session.endsAt + 15 * MINUTE)
    ends(session, now, 'clock');
  if (session.outcome !== undefined || session.endedAt === undefined) return;
  if (now < Math.max(session.endedAt, session.spokenAt) + 3 * DAY) return;
  // Only one of them can have spoken: where both had, it was settled then.
  const [word] = Object.values(session.claims);
  settles(session, 'clock', word ?? 'unknown');
}

function startsIfBothAreThere(session: ModelSession, now: number, by: string): void {
  const areThere = session.tutor !== undefined && participantsOf(session).every((one) => session.joined.includes(one));
  if (session.state === 'confirmed' && areThere && now >= session.startsAt) moves(session, 'start', by, 'started');
}

function ends(session: ModelSession, now: number, by: string): void {
  moves(session, 'end', by, 'ended');
  session.endedAt = now;
}

function moves(session: ModelSession, event: string, by: string, to: string): void {
  session.audit.push(`${event} ${by}: ${session.state} > ${to}`);
  session.state = to;
  session.version += 1;
}

function isFreeFor(model: Model, person: string, session: ModelSession): boolean {
  return model.sessions.every(
    (one) =>
      one === session ||
      !holdersOf(one).includes(person) ||
      one.endsAt <= session.startsAt ||
      one.startsAt >= session.endsAt,
  );
}
