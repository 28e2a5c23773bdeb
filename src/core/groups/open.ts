import { GROUP_PLACES, LENGTHS_MINUTES, NOTE_MOST, SUBJECT_MOST } from '../limits.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor, Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session/session.ts';
import { holdFor, newParticipant, newSession } from '../session/steps.ts';
import type { OrganizationTransaction } from '../store.ts';

const MINUTE = 60_000;

/** A session that a tutor opens for many. */
export interface GroupPlan {
  readonly tutor: string;
  readonly subject: string;
  readonly startsAt: Date;
  readonly lengthMinutes: number;
  readonly capacity: number;
  readonly minimum: number;
  /** When it is decided whether enough have signed up. */
  readonly minimumUntil: Date;
  readonly note: string;
  readonly platform: string;
}

type Described = Pick<GroupPlan, 'subject' | 'note' | 'lengthMinutes' | 'capacity' | 'minimum'>;

/** Whether what is said of it is possible at all, whenever it is. @throws Refusal at the field that is wrong. */
export function checkGroup({ subject, note, lengthMinutes, capacity, minimum }: Described): void {
  if (subject === '') throw new Refusal('required', {}, 'subject');
  if (subject.length > SUBJECT_MOST) throw new Refusal('too-long', { most: SUBJECT_MOST }, 'subject');
  if (note.length > NOTE_MOST) throw new Refusal('too-long', { most: NOTE_MOST }, 'note');
  if (!LENGTHS_MINUTES.some((minutes) => minutes === lengthMinutes))
    throw new Refusal('length-not-offered', { minutes: LENGTHS_MINUTES }, 'length');
  const { least, most } = GROUP_PLACES;
  if (capacity < least || capacity > most || minimum < 1 || minimum > capacity)
    throw new Refusal('not-places', { least, most }, 'places');
}

export function endOf({ startsAt, lengthMinutes }: Pick<GroupPlan, 'startsAt' | 'lengthMinutes'>): Date {
  return new Date(startsAt.getTime() + lengthMinutes * MINUTE);
}

/** Opens it, in a transaction: it holds its tutor, has its room made, and its tutor gets the card. */
export async function createOpened(
  tx: OrganizationTransaction,
  by: Actor,
  tutor: Person,
  plan: GroupPlan,
  now: Date,
): Promise<Session> {
  const { subject, note, startsAt, capacity, minimum, minimumUntil, platform: platformWanted } = plan;
  const agreed = { tutor: tutor.id, candidates: [], subject, note, startsAt, endsAt: endOf(plan) };
  const session: Session = {
    ...newSession(tutor, agreed, now),
    participants: [newParticipant(tutor.id, 'tutor')],
    capacity,
    minimum,
    minimumUntil,
    state: 'confirmed',
    confirmedAt: now,
    confirmedBy: by.person.id,
    platformWanted,
  };
  await tx.addSession(session);
  if (!(await holdFor(tx, tutor.id, session))) throw busyTutor(by, tutor);
  const about = sessionSubject(session.id);
  await tx.audit({ about, by: by.person.id, event: 'open', to: session.state, at: now });
  await tx.owe([{ kind: 'opened', to: { person: tutor.id }, about }], now);
  await tx.enqueue({ name: 'make-meeting', data: { session: session.id } });
  await tx.enqueue({ name: 'refresh', data: { about } });
  return session;
}

export function busyTutor(by: Actor, tutor: Person): Refusal {
  if (tutor.id === by.person.id) return new Refusal('you-are-busy', {}, 'when');
  return new Refusal('tutor-busy', { tutor: tutor.name }, 'when');
}

/** The channel in which somebody acts, where others read there. */
export async function hereOf(
  tx: OrganizationTransaction,
  { channel, account, person }: Actor,
): Promise<{ readonly community: string; readonly channel: string } | undefined> {
  if (channel === undefined) return undefined;
  const communities = await tx.communities(person.organization);
  const here = communities.find((one) => one.chat === account.chat && one.space === account.space);
  return here && { community: here.id, channel };
}
