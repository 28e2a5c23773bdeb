import type { OrganizationRules } from '../community/rules.ts';
import { observedBy, participant, type Session } from './session.ts';

const HOUR = 3_600_000;

/** What stands in the history of a group session beside somebody who left it so late that it counts as cancelling late. */
export const LEFT_LATE = { late: 1 } as const;

/** Whether somebody who calls off a session now, or leaves it, does so late: of what was agreed, as one of its people or for one. */
export function cancelsLate(
  session: Session,
  person: string,
  { lateCancelHours }: Pick<OrganizationRules, 'lateCancelHours'>,
  now: Date,
): boolean {
  const isTheirs = participant(session, person) !== undefined || observedBy(session, person).length > 0;
  return (
    session.state === 'confirmed' && isTheirs && now.getTime() > session.startsAt.getTime() - lateCancelHours * HOUR
  );
}
