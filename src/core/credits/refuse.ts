import type { CommunityReads } from '../community/port.ts';
import type { Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session/session.ts';
import { allot } from './credit.ts';
import type { CreditReads, CreditWrites } from './port.ts';

/** `name`: of whom there is none left, where it is not themself who asks. */
export function noCredit(found: readonly (string | undefined)[], name: string | undefined): Refusal {
  const has = found.filter((one) => one !== undefined).length;
  return new Refusal('no-credit', { needs: found.length, has, ...(name !== undefined && { name }) });
}

/**
 * Whether a learner has a credit for each of these, before anything is done: when it is, it is looked at again.
 * @throws Refusal `no-credit`
 */
export async function refuseWithoutCredit(
  store: Pick<CreditReads, 'packagesOf'> & Pick<CommunityReads, 'rules'>,
  { id, organization }: Pick<Person, 'id' | 'organization'>,
  starts: readonly Date[],
): Promise<void> {
  if (starts.length === 0 || !(await store.rules(organization)).usesCredits) return;
  const found = allot(await store.packagesOf(id), starts);
  if (found.includes(undefined)) throw noCredit(found, undefined);
}

/** Whether somebody who gets places by others' leaving has a credit for each; nobody takes it meanwhile. */
export async function canPay(
  tx: Pick<CreditWrites, 'lockPackages'>,
  person: string,
  sessions: readonly Pick<Session, 'needsCredit' | 'startsAt'>[],
): Promise<boolean> {
  const paid = sessions.filter((one) => one.needsCredit);
  if (paid.length === 0) return true;
  const starts = paid.map(({ startsAt }) => startsAt);
  return !allot(await tx.lockPackages(person), starts).includes(undefined);
}
