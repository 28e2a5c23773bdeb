import { REMINDER_GRACE_MINUTES } from '../limits.ts';
import { isOn, type Session } from '../session/session.ts';

const MINUTE = 60_000;

export interface DueReminder {
  readonly person: string;
  readonly leadMinutes: number;
}

/** Somebody's leads in minutes: their own, or else the organization's. */
export type LeadsOf = (person: string) => readonly number[];

/**
 * The reminders that are due now. Of several leads that passed while the bot was away only the shortest is sent: it says
 * what is true now. A lead that lay before the confirmation is none: the confirmation itself said it all.
 */
export function dueReminders(session: Session, leadsOf: LeadsOf, now: Date): readonly DueReminder[] {
  if (now.getTime() > session.startsAt.getTime() + REMINDER_GRACE_MINUTES * MINUTE) return [];
  const due = Map.groupBy(
    undecided(session, leadsOf).filter(({ at }) => at <= now.getTime()),
    ({ person }) => person,
  );
  return [...due].map(([person, leads]) => ({
    person,
    leadMinutes: Math.min(...leads.map(({ leadMinutes }) => leadMinutes)),
  }));
}

/** When somebody in the session is to be reminded next; undefined when nobody is any more. */
export function nextReminderAt(session: Session, leadsOf: LeadsOf): Date | undefined {
  const instants = undecided(session, leadsOf).map(({ at }) => at);
  return instants.length === 0 ? undefined : new Date(Math.min(...instants));
}

/** All leads, past and future, of those who are not there yet, which were not decided on before. */
function undecided(session: Session, leadsOf: LeadsOf) {
  if (!isOn(session)) return [];
  const { startsAt, requestedAt, confirmedAt = requestedAt, decidedUntil = confirmedAt } = session;
  const since = Math.max(confirmedAt.getTime(), decidedUntil.getTime());
  return session.participants
    .filter((one) => one.joinedAt === undefined)
    .flatMap(({ person }) =>
      leadsOf(person).map((leadMinutes) => ({
        person,
        leadMinutes,
        at: startsAt.getTime() - leadMinutes * MINUTE,
      })),
    )
    .filter(({ at }) => at > since);
}
