import { tellCalendars } from '../core/calendar/tell.ts';
import type { Meetup } from '../core/meeting/platforms.ts';
import type { Matter } from '../core/owing/matter.ts';
import { sessionSubject } from '../core/owing/subject.ts';
import type { Meeting, Session } from '../core/session/session.ts';
import { tell } from '../core/session/steps.ts';
import type { SystemTransaction } from '../core/store.ts';

/** What the jobs that make and move meetings have in common. */

/** Stands in the audit for what the bot did by itself. */
export const BY = 'tutorline';

/** How often the wanted platform is tried before another one is used: people wait for the link. */
const PATIENT_TRIES = 3;

/** Who has to wait longer for it had better meet elsewhere. */
const LONGEST_WAIT_SECONDS = 10;
/** What the wanted platform asks people to wait is no try for so long; after that it is one like any other failure. */
const WAITS_MS = 60_000;
/** So long before the start nobody is let wait any more. */
const NEAR_MS = 60_000;

export interface Attempt {
  readonly number: number;
  readonly isLast: boolean;
  /** Since the meeting was asked for. */
  readonly ageMs: number;
}

/** How long people wait for the platform that they want. */
export interface Patience {
  /** Whether it is asked again, before another one is used. `waitSeconds`: how long it says itself; 0: it says nothing. */
  isPatient(waitSeconds: number): boolean;
  /** What to throw, so that it is asked again: its wait is waited for and is no try, everything else is one. */
  again(error: unknown): Error;
}

export function patienceOf({ number, isLast, ageMs }: Attempt, startsAt: Date, now: Date): Patience {
  const isWorthAnotherTry = number < PATIENT_TRIES && !isLast;
  const isWaitedFor = (seconds: number) => seconds > 0 && ageMs + seconds * 1000 <= WAITS_MS;
  return {
    isPatient: (waitSeconds) => {
      if (waitSeconds === 0) return isWorthAnotherTry;
      const isNear = startsAt.getTime() - now.getTime() < NEAR_MS + waitSeconds * 1000;
      if (isNear || waitSeconds > LONGEST_WAIT_SECONDS) return false;
      return isWorthAnotherTry || isWaitedFor(waitSeconds);
    },
    again: (error) => {
      if (error instanceof Error && isWaitedFor(waitSecondsOf(error))) return error;
      return new Error(error instanceof Error ? error.message : String(error), { cause: error });
    },
  };
}

/** How long a platform that failed wants to be left alone; 0 where it does not say. */
export function waitSecondsOf(error: unknown): number {
  const seconds = error instanceof Error && 'retryAfterSeconds' in error ? error.retryAfterSeconds : undefined;
  return typeof seconds === 'number' ? seconds : 0;
}

/** The session with all that a platform is told of it. */
export function meetupOf(session: Session, { tutor, contacts }: Matter): Meetup {
  return { session, tutor, contacts: session.participants.flatMap(({ person }) => contacts.get(person) ?? []) };
}

/** Who is told of the confirmation at once sees the link on the card; when it takes longer, they are told of it. */
const SOON_MS = 5 * 60_000;

/** The cards show the link; where it is news, everybody hears of it. The audit says where they really meet. */
export async function announce(
  tx: SystemTransaction,
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
  await tx.enqueue({ name: 'refresh', data: { about } });
  const isFirst = dedupeKey === '1';
  // Of a series calendars know since its confirmation; but for those of whom it was thought that a platform invites them.
  if (!(isFirst && session.series) || fallback) await tellCalendars(tx, session, at, isFirst ? undefined : dedupeKey);
  // Of a series each gets its card when it has something to say.
  if (isFirst && session.series)
    return tx.owe(
      session.participants.map(({ person }) => ({ kind: 'occurrence' as const, to: { person }, about })),
      at,
    );
  if (isFirst && at.getTime() - (session.confirmedAt ?? at).getTime() < SOON_MS) return;
  const asked = isFirst ? { by: BY } : await lastAsked(tx, session);
  const news = { ...asked, at: session.startsAt.getTime() };
  await tell(tx, session, asked.by, { kind: 'link', dedupeKey, data: news }, at);
}

const ASKED: readonly string[] = ['new-link', 'make-again'];

/** Who wanted another link than the one before, and where that was. */
async function lastAsked(tx: SystemTransaction, { id }: Session): Promise<{ by: string; name?: string; was?: string }> {
  const asked = (await tx.auditOf(sessionSubject(id))).findLast(({ event }) => ASKED.includes(event));
  // Where there was none, it is only news that there is one.
  if (!asked || asked.event === 'make-again') return { by: BY };
  const was = asked.data?.['platform'];
  const name = (await tx.person(asked.by))?.name;
  return { by: asked.by, ...(name !== undefined && { name }), ...(was !== undefined && { was: String(was) }) };
}
