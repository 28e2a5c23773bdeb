import type { OrganizationRules } from '../community/rules.ts';
import { LEFT_LATE } from '../session/late-cancel.ts';
import { learners, type Participant, type Session } from '../session/session.ts';
import { allot, type CreditClaim, type CreditEntry, type CreditUse, heldBy } from './credit.ts';
import type { CreditReads, CreditWrites } from './port.ts';
import { noCredit } from './refuse.ts';

/** What happened to a session in a transaction, as its audit has it. */
export interface Happened {
  readonly session: string;
  readonly by: string;
  readonly event: string;
  readonly at: Date;
  readonly isLate: boolean;
}

type Tx = CreditReads &
  CreditWrites & {
    rules(organization: string): Promise<OrganizationRules>;
    person(id: string): Promise<{ readonly name: string } | undefined>;
  };

/** What a learner's credit for a session is to be now. */
interface Wanted {
  readonly session: Session;
  readonly person: string;
  readonly use: CreditUse;
}

/**
 * The one place where credits are reserved, taken and given back: whatever a transaction does to sessions, the ledger
 * follows at its end, from what they are then.
 * @throws Refusal `no-credit` where somebody has none for what was done
 */
export async function settleCredits(tx: Tx, sessions: readonly Session[], happened: readonly Happened[]) {
  const paid = sessions.filter((one) => one.needsCredit);
  if (paid.length === 0) return;
  // The clock does things to sessions of several organizations at once.
  for (const [organization, theirs] of Map.groupBy(paid, (one) => one.organization))
    await settleTheirs(tx, theirs, happened, await tx.rules(organization));
}

async function settleTheirs(
  tx: Tx,
  paid: readonly Session[],
  happened: readonly Happened[],
  { lateCostsCredit }: Pick<OrganizationRules, 'lateCostsCredit'>,
) {
  const claims = await tx.creditClaims(paid.map(({ id }) => id));
  const entries: CreditEntry[] = [];
  const needed: { readonly wanted: Wanted; readonly step: number }[] = [];
  for (const session of paid) {
    for (const wanted of wantedOf(session, claims, happened, lateCostsCredit)) {
      const before = claims.find((one) => one.session === session.id && one.person === wanted.person);
      if (before?.use === wanted.use || (!before && wanted.use === 'returned')) continue;
      const amount = heldBy(before?.use) - heldBy(wanted.use);
      const step = (before?.step ?? 0) + 1;
      if (before && amount >= 0) entries.push(entry(wanted, before.package, amount, step, happened));
      else needed.push({ wanted, step });
    }
  }
  for (const [person, mine] of Map.groupBy(needed, ({ wanted }) => wanted.person)) {
    const inOrder = mine.toSorted((a, b) => a.wanted.session.startsAt.getTime() - b.wanted.session.startsAt.getTime());
    const starts = inOrder.map(({ wanted }) => wanted.session.startsAt);
    const found = allot(await tx.lockPackages(person), starts);
    inOrder.forEach(({ wanted, step }, index) => {
      const id = found[index];
      if (id !== undefined) entries.push(entry(wanted, id, -1, step, happened));
    });
    if (found.includes(undefined)) {
      const isTheirs = happened.some(({ by }) => by === person);
      throw noCredit(found, isTheirs ? undefined : ((await tx.person(person))?.name ?? ''));
    }
  }
  await tx.addCreditEntries(entries);
}

function wantedOf(
  session: Session,
  claims: readonly CreditClaim[],
  happened: readonly Happened[],
  lateCosts: boolean,
): readonly Wanted[] {
  const inIt = learners(session);
  const mine = claims.filter((one) => one.session === session.id);
  const gone = mine.filter(({ person, use }) => use !== 'kept' && !inIt.some((one) => one.person === person));
  const leftLate = (person: string) =>
    lateCosts && happened.some((one) => one.session === session.id && one.by === person && one.isLate);
  return [
    ...inIt.map((learner) => ({ session, person: learner.person, use: useOf(session, learner, lateCosts) })),
    ...gone.map(({ person }) => ({
      session,
      person,
      use: leftLate(person) ? ('kept' as const) : ('returned' as const),
    })),
  ];
}

/** What a learner's credit for a session is, as the session is now. */
export function useOf(
  { state, cancelledLate, closedBy, tutor }: Pick<Session, 'state' | 'cancelledLate' | 'closedBy' | 'tutor'>,
  { outcome }: Pick<Participant, 'outcome'>,
  lateCosts: boolean,
): CreditUse {
  switch (state) {
    case 'requested':
      return 'reserved';
    case 'confirmed':
    case 'started':
      return 'taken';
    case 'declined':
    case 'expired':
      return 'returned';
    case 'cancelled':
      return lateCosts && cancelledLate && closedBy !== tutor ? 'kept' : 'returned';
    case 'ended':
      if (outcome === 'tutor-missing') return 'returned';
      if (outcome === 'learner-missing') return lateCosts ? 'kept' : 'returned';
      return 'taken';
  }
}

function entry(
  { session, person, use }: Wanted,
  id: string,
  amount: number,
  step: number,
  happened: readonly Happened[],
): CreditEntry {
  const at = happened.findLast((one) => one.session === session.id)?.at ?? session.requestedAt;
  return { package: id, person, kind: use, amount, at, session: session.id, step };
}

/** Whether an entry of the audit says that somebody left a session so late that it counts. */
export function isLeftLate(data: Readonly<Record<string, unknown>> | undefined): boolean {
  return data?.['late'] === LEFT_LATE.late;
}
