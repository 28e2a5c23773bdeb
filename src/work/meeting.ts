import type { Meetup } from '../core/meeting/platforms.ts';
import type { Owed } from '../core/owing/port.ts';
import { sessionSubject } from '../core/owing/subject.ts';
import type { Meeting, Session } from '../core/session/session.ts';
import type { Store, Transaction } from '../core/store.ts';

/** What the jobs that make and move meetings have in common. */

/** Stands in the audit for what the bot did by itself. */
export const BY = 'tutorline';

/** How often the wanted platform is tried before another one is used: people wait for the link. */
const PATIENT_TRIES = 3;

export interface Attempt {
  readonly number: number;
  readonly isLast: boolean;
}

export function isWorthAnotherTry({ number, isLast }: Attempt): boolean {
  return number < PATIENT_TRIES && !isLast;
}

/**
 * A failure to be tried again, that counts as a try also where the platform says how long it wants to be left alone: a
 * message may wait for that, but here people wait, and another platform has room for them.
 */
export function asTry(error: unknown): Error {
  return new Error(error instanceof Error ? error.message : String(error), { cause: error });
}

/** The session with all that a platform is told of it. */
export async function meetupOf(session: Session, store: Pick<Store, 'people' | 'tutor'>): Promise<Meetup> {
  const people = await store.people(session.participants.map((one) => one.person));
  const tutor = session.tutor === undefined ? undefined : await store.tutor(session.tutor);
  return { session, tutor, people: [...people.values()] };
}

/** Everybody gets the link as a message of its own, so that it rings. The audit says where they really meet. */
export async function announce(
  tx: Transaction,
  session: Session,
  meeting: Meeting,
  at: Date,
  dedupeKey = String(session.meetingAttempt),
): Promise<void> {
  const { id, state } = session;
  const { platform, fallback } = meeting;
  await tx.setMeeting(id, meeting);
  // On the platform that was used instead nobody needs the host that was kept for the wanted one.
  if (meeting.host === undefined) await tx.releaseHost(id);
  const data = { platform, ...(fallback && { wanted: fallback.from, why: fallback.why }) };
  const about = sessionSubject(id);
  await tx.audit({ about, by: BY, event: 'meeting', from: state, to: state, at, data });
  const owed = session.participants.map(({ person }): Owed => ({ kind: 'meeting', to: { person }, about, dedupeKey }));
  await tx.owe(owed, at);
  await tx.enqueue({ name: 'refresh', data: { about } });
}
