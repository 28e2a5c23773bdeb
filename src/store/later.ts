import type { AuditEntry } from '../core/audit.ts';
import type { Job } from '../core/owing/job.ts';
import type { NoticeKind } from '../core/owing/kinds.ts';
import type { Transaction } from '../core/store.ts';
import type { Statement } from './at-once.ts';
import { writingEntries } from './audit.ts';
import { type OwedRow, toRow, writingOwed } from './delivery.ts';
import { writingAnswers } from './tutor.ts';

/** What a transaction writes at its end: nobody reads it before, and all of it takes one statement, however much it is. */
export interface Later {
  readonly owed: OwedRow[];
  readonly entries: AuditEntry[];
  /** In this order; among them the deliveries of what is owed. */
  readonly jobs: Job[];
  /** The sessions that need no host any more. */
  readonly hostless: string[];
  /** Of each tutor who has answered: in how many minutes, the latest first. */
  readonly answers: Map<string, number[]>;
}

export function nothingYet(): Later {
  return { owed: [], entries: [], jobs: [], hostless: [], answers: new Map() };
}

/** What nobody waits for. */
const LET_OTHERS_GO_FIRST: readonly NoticeKind[] = ['reminder', 'calendar'];

/** The writes that wait for the end: nothing of them can be read before. */
export function laterWrites(later: Later) {
  return {
    owe: async (owed, at) => {
      for (const one of owed) {
        const row = toRow(one, at);
        const { id: delivery, kind, personId, toMail, communityId } = row;
        later.owed.push(row);
        if (toMail !== null) {
          later.jobs.push({ name: 'mail', data: { delivery, to: toMail } });
          continue;
        }
        const to = personId ?? communityId ?? '';
        later.jobs.push({
          name: 'deliver',
          data: {
            delivery,
            to,
            ...(LET_OTHERS_GO_FIRST.includes(kind) && { isReminder: true }),
            ...(kind === 'requests' && { isList: true }),
          },
        });
      }
    },
    audit: async (entry) => void later.entries.push(entry),
    enqueue: async (job) => void later.jobs.push(job),
    noteAnswer: async (tutor, minutes) => {
      const before = later.answers.get(tutor) ?? [];
      later.answers.set(tutor, minutes === undefined ? before : [minutes, ...before]);
    },
    releaseHost: async (session) => void later.hostless.push(session),
  } satisfies Partial<Transaction>;
}

/** All but the jobs. One that delivers what was owed before finds nothing to deliver. */
export function writingLater({ owed, entries, hostless, answers }: Later): readonly (Statement | undefined)[] {
  const released = { text: 'DELETE FROM host_hold WHERE session_id = ANY($1::text[])', values: [hostless] };
  return [
    writingEntries(entries),
    writingOwed(owed),
    hostless.length > 0 ? released : undefined,
    ...writingAnswers(answers),
  ];
}
