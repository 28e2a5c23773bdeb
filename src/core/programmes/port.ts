import type { Pair, PairSeen, Programme } from './programme.ts';

/** What is asked about programmes. */
export interface ProgrammeReads {
  programme(id: string): Promise<Programme | undefined>;
  /** Those that have not ended, the latest first, with how many pairs each has. */
  programmes(limit: number, offset: number): Promise<readonly (Programme & { readonly pairs: number })[]>;
  pair(id: string): Promise<PairSeen | undefined>;
  /** Its pairs that have not ended: the proposed ones first, then those that met longest ago. */
  pairs(programme: string, limit: number, offset: number): Promise<readonly PairSeen[]>;
  /** In how many pairs of programmes that have not ended each of these tutors is. */
  pairCounts(tutors: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** What changes programmes, inside a transaction. */
export interface ProgrammeWrites {
  putProgramme(programme: Programme): Promise<void>;
  /** It, locked until the transaction ends. */
  lockProgramme(id: string): Promise<Programme | undefined>;
  /** @returns false where these two are a pair of it already */
  addPair(pair: Pair, lookAt: Date | undefined): Promise<boolean>;
  changePair(
    id: string,
    patch: Partial<Pick<Pair, 'since' | 'nudgedAt' | 'toldAt' | 'endedAt'>> & { lookAt?: Date | undefined },
  ): Promise<void>;
  /** All of its pairs are looked at again. */
  wakePairs(programme: string, at: Date): Promise<void>;
}

/** What the clock asks, of all organizations. */
export interface ProgrammeClock {
  /** The ids of those that are to be looked at, locked. What somebody else has locked is left to them. */
  lockPairsDue(now: Date, limit: number): Promise<readonly string[]>;
}
