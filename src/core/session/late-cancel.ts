import type { OrganizationRules } from '../community/rules.ts';
import { participant, type Session } from './session.ts';

const HOUR = 3_600_000;

/** Whether somebody who calls off a session now does so late: of what was agreed, as one of its people. */
export function cancelsLate(
  session: Session,
  person: string,
  { lateCancelHours }: Pick<OrganizationRules, 'lateCancelHours'>,
  now: Date,
): boolean {
  const isTheirs = participant(session, person) !== undefined;
  return (
    session.state === 'confirmed' && isTheirs && now.getTime() > session.startsAt.getTime() - lateCancelHours * HOUR
  );
}
