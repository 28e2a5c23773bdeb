import type { Subject } from './owing/subject.ts';

/** Who did what to whom or what, and when. Written in the transaction that does it. */
export interface AuditEntry {
  readonly about: Subject;
  /** A person's id, `clock`, `webhook`, or `tutorline` for what it did by itself. */
  readonly by: string;
  readonly event: string;
  /** The states before and after, where the subject has states. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly at: Date;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** Half-open. */
export interface AuditQuery {
  readonly by?: string;
  readonly from?: Date;
  readonly before?: Date;
  readonly limit: number;
  readonly offset: number;
}

export interface AuditSearches {
  /** What was done in the organization, the latest first. */
  auditEntries(query: AuditQuery): Promise<readonly AuditEntry[]>;
}

export interface AuditReads {
  /** What happened to the subject, in order. */
  auditOf(about: Subject): Promise<readonly AuditEntry[]>;
}

export interface AuditWrites {
  audit(entry: AuditEntry): Promise<void>;
}
