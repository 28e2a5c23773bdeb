import { isToBeForgotten } from '../core/community/removals.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

const HOUR = 3_600_000;

/** When a night's work is due, in the deployment's zone: few people are about. */
const DUE_AT_HOUR = 3;

/** What was typed and not sent is forgotten after this long. */
const DRAFTS_KEPT_MS = 7 * 24 * HOUR;

/** An address that nobody confirmed is forgotten after this long. */
const CODES_KEPT_MS = 7 * 24 * HOUR;

/**
 * What is done once a night, by the tick: a night that was missed is made up for by the next tick. What reaches the
 * platforms is a job, so that a slow one delays no reminder.
 */
export function createNightly({
  store,
  clock,
  defaultZone,
  retentionDays,
}: Pick<SystemDeps, 'store' | 'clock' | 'defaultZone'> & {
  readonly retentionDays: number | undefined;
}): () => Promise<void> {
  // The database decides; this only saves asking it each minute.
  let doneFor = '';
  return async () => {
    const now = clock();
    const due = new Date(now.getTime() - DUE_AT_HOUR * HOUR).toTemporalInstant().toZonedDateTimeISO(defaultZone);
    const night = due.toPlainDate().toString();
    if (night === doneFor) return;
    await store.transaction(async (tx) => {
      if (!(await tx.takeOn('nightly', night))) return;
      await tx.removeDraftsBefore(new Date(now.getTime() - DRAFTS_KEPT_MS));
      await tx.removeFilesBefore(new Date(now.getTime() - DRAFTS_KEPT_MS));
      await tx.releaseLapsed(now);
      await tx.removeCodesBefore(new Date(now.getTime() - CODES_KEPT_MS));
      if (retentionDays !== undefined) await tx.forgetWordsBefore(new Date(now.getTime() - retentionDays * 24 * HOUR));
      for (const one of await tx.communities())
        if (isToBeForgotten(one, now)) await tx.enqueue({ name: 'purge', data: { community: one.id } });
      await tx.enqueue({ name: 'sweep-meetings', data: {} });
    });
    doneFor = night;
  };
}
