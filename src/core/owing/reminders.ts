import { REMINDER_GRACE_MINUTES } from '../limits.ts';
import type { Person } from '../people/person.ts';
import type { Session } from '../session/session.ts';

const MINUTE = 60_000;

export interface DueReminder {
  readonly person: string;
  readonly leadMinutes: number;
}

/**
 * The reminders that are due now. Of several leads that passed while the bot was away only the shortest is sent: it says
 * what is true now. A lead that lay before the confirmation is none: the confirmation itself said it all.
 */
export function dueReminders(
  session: Session,
  people: ReadonlyMap<string, Person>,
  usualLeads: readonly number[],
  now: Date,
): readonly DueReminder[] {
  if (session.state !== 'confirmed' && session.state !== 'started') return [];
  if (now.getTime() > session.startsAt.getTime() + REMINDER_GRACE_MINUTES * MINUTE) return [];
  const since = session.confirmedAt ?? session.requestedAt;
  return session.participants
    .filter((one) => one.joinedAt === undefined)
    .flatMap((one) => {
      const leads = people.get(one.person)?.reminderLeads ?? usualLeads;
      const due = leads.filter((lead) => {
        const at = session.startsAt.getTime() - lead * MINUTE;
        return at <= now.getTime() && at > since.getTime();
      });
      return due.length === 0 ? [] : [{ person: one.person, leadMinutes: Math.min(...due) }];
    });
}
