import type { Session } from '../session/session.ts';

/** So many sessions that an organization has given a learner. */
export interface CreditPackage {
  readonly id: string;
  readonly organization: string;
  readonly person: string;
  readonly sessions: number;
  /** What nobody has reserved, taken or withdrawn of them. */
  readonly left: number;
  readonly note: string;
  /** Only for sessions that start before; undefined: for good. */
  readonly validUntil: Date | undefined;
  readonly grantedAt: Date;
  readonly grantedBy: string;
}

/**
 * What becomes of a credit: asking reserves it, the confirmation takes it. `kept`: taken for good, because the learner
 * called it off late or stayed away. `returned`: it is there again.
 */
export type CreditUse = 'reserved' | 'taken' | 'kept' | 'returned';

/** An entry of the ledger: what it adds to what is left of its package. */
export interface CreditEntry {
  readonly package: string;
  readonly person: string;
  readonly kind: CreditUse | 'granted' | 'withdrawn';
  readonly amount: number;
  readonly at: Date;
  readonly session: string | undefined;
  /** Of this learner's entries for this session, counted from 1. */
  readonly step: number;
}

/** An entry that somebody reads: what its session is about, and when. */
export type CreditLine = Pick<CreditEntry, 'kind' | 'amount' | 'at'> & {
  readonly about: Pick<Session, 'subject' | 'startsAt'> | undefined;
};

/** Where a learner's credit for a session stands. */
export interface CreditClaim {
  readonly session: string;
  readonly person: string;
  readonly package: string;
  readonly use: CreditUse;
  readonly step: number;
}

/** Which session it is of how many: of the package that pays for it, or with this tutor. */
export interface CreditPlace {
  readonly nth: number;
  /** Undefined where no package pays for it. */
  readonly of: number | undefined;
}

/** How many credits this use holds. */
export function heldBy(use: CreditUse | undefined): number {
  return use === undefined || use === 'returned' ? 0 : 1;
}

/** Whether a package is good for a session that starts then. */
export function isGoodFor({ left, validUntil }: CreditPackage, startsAt: Date): boolean {
  return left > 0 && (validUntil === undefined || startsAt < validUntil);
}

/**
 * From which of somebody's packages each of these sessions is paid, the one that ends first before the others; undefined
 * where none is left for it.
 */
export function allot(packages: readonly CreditPackage[], starts: readonly Date[]): readonly (string | undefined)[] {
  const left = new Map(packages.map((one) => [one.id, one.left]));
  const inOrder = packages.toSorted((a, b) => endOf(a) - endOf(b) || a.grantedAt.getTime() - b.grantedAt.getTime());
  return starts.map((startsAt) => {
    const found = inOrder.find((one) => isGoodFor({ ...one, left: left.get(one.id) ?? 0 }, startsAt));
    if (found) left.set(found.id, (left.get(found.id) ?? 0) - 1);
    return found?.id;
  });
}

function endOf({ validUntil }: CreditPackage): number {
  return validUntil?.getTime() ?? Number.POSITIVE_INFINITY;
}
