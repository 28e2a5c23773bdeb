import type { Clock } from '../clock.ts';
import { tellAdmins } from '../community/moderation.ts';
import { closeOfficesOf } from '../groups/close-offices.ts';
import { newId } from '../id.ts';
import { COMPLAINTS_A_DAY, REASON_MOST, SUSPENDED_DAYS } from '../limits.ts';
import { follow } from '../may/may.ts';
import { mayDo, permit } from '../may/tasks.ts';
import type { Actor, Doer, Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { participant } from '../session/session.ts';
import type { OrganizationTransaction, Store } from '../store.ts';

const DAY = 86_400_000;

export const COMPLAINT_STATES = ['open', 'talking', 'warned', 'paused', 'blocked', 'dismissed', 'readmitted'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** What somebody tells the admins about somebody else; whom it is about never learns who it was. */
export interface Complaint {
  readonly id: string;
  readonly organization: string;
  readonly complainant: string;
  /** Whom it is about. */
  readonly person: string;
  readonly session: string | undefined;
  readonly reason: string;
  readonly madeAt: Date;
  readonly state: ComplaintState;
  readonly decidedBy: string | undefined;
}

export interface ComplaintReads {
  complaint(id: string): Promise<Complaint | undefined>;
}

export interface ComplaintWrites {
  addComplaint(complaint: Complaint): Promise<void>;
  lockComplaint(id: string): Promise<Complaint | undefined>;
  decideComplaint(id: string, state: ComplaintState, by: string, at: Date): Promise<void>;
  /** How much this person has complained since then. */
  complaintsBy(person: string, since: Date): Promise<number>;
  /** What admins decide about somebody: undefined takes it back. */
  restrict(person: string, patch: { suspendedUntil?: Date | undefined; bannedAt?: Date | undefined }): Promise<void>;
}

/** What is told, and about whom: of a session somebody who is in it, else somebody who teaches. */
export interface Told {
  readonly person: string;
  readonly session: string | undefined;
  readonly reason: string;
}

/** What admins do about a complaint. */
export type Decision = Exclude<ComplaintState, 'open'>;

export interface Complaints {
  make(by: Actor, told: Told): Promise<void>;
  decide(by: Actor, id: string, decision: Decision): Promise<Complaint>;
}

/** What can follow on what: whoever was let back in can be complained of anew. */
const AFTER: Readonly<Record<ComplaintState, readonly Decision[]>> = {
  open: ['talking', 'warned', 'paused', 'blocked', 'dismissed'],
  talking: ['warned', 'paused', 'blocked', 'dismissed'],
  warned: [],
  paused: ['readmitted'],
  blocked: ['readmitted'],
  dismissed: [],
  readmitted: [],
};

/** What an admin can decide now. */
export function decisionsOn({ state }: Pick<Complaint, 'state'>): readonly Decision[] {
  return AFTER[state];
}

export function createComplaints(store: Pick<Store, 'of'>, clock: Clock): Complaints {
  return {
    make: (by, { person, session: id, reason }) =>
      store.of(by.person.organization).transaction(async (tx) => {
        const me = by.person.id;
        const now = clock();
        await tx.lockPerson(me);
        if (!(await isTheirs(tx, by, person, id, now))) throw new Refusal('unknown-person', { typed: '' });
        if (reason === '') throw new Refusal('required', {}, 'reason');
        if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
        if ((await tx.complaintsBy(me, new Date(now.getTime() - DAY))) >= COMPLAINTS_A_DAY)
          throw new Refusal('too-many-complaints', { most: COMPLAINTS_A_DAY });
        const { organization } = by.person;
        const rest = { madeAt: now, state: 'open', decidedBy: undefined } as const;
        const complaint: Complaint = {
          id: newId(),
          organization,
          complainant: me,
          person,
          session: id,
          reason,
          ...rest,
        };
        await tx.addComplaint(complaint);
        const about = { kind: 'complaint', id: complaint.id } as const;
        await tx.audit({ about, by: me, event: 'complain', at: now });
        await tellAdmins(tx, organization, { kind: 'complaint', about }, now);
      }),

    decide: (by, id, decision) =>
      store.of(by.person.organization).transaction(async (tx) => {
        permit(by, 'judge a complaint');
        const complaint = await tx.lockComplaint(id);
        if (!complaint || !decisionsOn(complaint).includes(decision)) throw new Refusal('complaint-over', {});
        if (complaint.person === by.person.id) throw new Refusal('own-complaint', {});
        const now = clock();
        await tx.decideComplaint(id, decision, by.person.id, now);
        const person = await tx.person(complaint.person);
        if (person) await carryOut(tx, person, decision, by.person.id, now);
        const about = { kind: 'complaint', id } as const;
        await tx.audit({ about, by: by.person.id, event: decision, from: complaint.state, to: decision, at: now });
        await tx.enqueue({ name: 'refresh', data: { about } });
        return { ...complaint, state: decision, decidedBy: by.person.id };
      }),
  };
}

/** Whether it is somebody of whom they can know: who is in that session with them, or teaches. */
async function isTheirs(
  tx: OrganizationTransaction,
  by: Actor,
  person: string,
  id: string | undefined,
  now: Date,
): Promise<boolean> {
  if (person === by.person.id) return false;
  if (id === undefined) return (await tx.tutor(person)) !== undefined;
  const session = await tx.session(id);
  if (!session) throw new Refusal('no-such-session', {});
  follow(by, 'complaint', session, now);
  return participant(session, person) !== undefined;
}

async function carryOut(
  tx: OrganizationTransaction,
  person: Person,
  decision: Decision,
  by: string,
  now: Date,
): Promise<void> {
  const about = { kind: 'person', id: person.id } as const;
  const tell = (what: 'warned' | 'paused' | 'readmitted', until?: Date) =>
    tx.owe(
      [
        {
          kind: 'moderated',
          to: { person: person.id },
          about,
          dedupeKey: String(now.getTime()),
          data: { what, until: until?.getTime() },
        },
      ],
      now,
    );
  switch (decision) {
    case 'talking':
    case 'dismissed':
      return;
    case 'warned':
      return tell('warned');
    case 'paused': {
      const until = new Date(now.getTime() + SUSPENDED_DAYS * DAY);
      await tx.restrict(person.id, { suspendedUntil: until });
      await pauseOffer(tx, person);
      return tell('paused', until);
    }
    case 'blocked':
      await tx.restrict(person.id, { bannedAt: now });
      await pauseOffer(tx, person);
      await closeOfficesOf(tx, person.id, by, now);
      return tx.enqueue({ name: 'call-off', data: { person: person.id, organization: person.organization } });
    case 'readmitted':
      await tx.restrict(person.id, { suspendedUntil: undefined, bannedAt: undefined });
      return tell('readmitted');
  }
}

async function pauseOffer(tx: OrganizationTransaction, person: Person): Promise<void> {
  const tutor = await tx.lockTutor(person.id);
  if (tutor && !tutor.isPaused) await tx.saveOffer(person, { ...tutor, isPaused: true });
}

/** @throws Refusal `suspended`, with when it is over: whoever is paused begins nothing new. */
export function refuseSuspended({ suspendedUntil }: Pick<Person, 'suspendedUntil'>, now: Date): void {
  if (suspendedUntil && suspendedUntil > now) throw new Refusal('suspended', { until: suspendedUntil });
}

/** @throws Refusal `banned` for whoever the admins have blocked. An admin is let in, whoever else has decided so. */
export function refuseBanned(by: Doer): void {
  if (by.person.isBanned && !mayDo(by, 'come in while blocked')) throw new Refusal('banned', {});
}
