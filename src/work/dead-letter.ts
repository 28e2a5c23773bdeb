import { hasAdminsToTell } from '../core/community/moderation.ts';
import { FAILURES_TOGETHER_MINUTES } from '../core/limits.ts';
import type { Log } from '../core/log.ts';
import type { Job } from '../core/owing/job.ts';
import type { NoticeData } from '../core/owing/kinds.ts';
import type { Delivery } from '../core/owing/port.ts';
import type { SystemReads, SystemTransaction } from '../core/store.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** So many ids are kept, to know what was told. */
const IDS_KEPT = 1000;

/**
 * What to do with a job that failed for good: the log has the whole story, the moderation channel a card. Many that fail
 * within a short time are one card, which counts them.
 */
export function createDeadLetters(deps: SystemDeps, log: Log): (job: Job, why: string) => Promise<void> {
  return async (job, why) => {
    // The same for every try to report it, so that it is reported once.
    const id = idOf(job);
    log.error({ job: job.name, data: job.data, id, why }, 'a job failed for good');
    const delivery =
      job.name === 'deliver' || job.name === 'mail' ? await deps.store.delivery(job.data.delivery) : undefined;
    const now = deps.clock();
    await deps.store.transaction(async (tx) => {
      if (delivery) await tx.changeDelivery(delivery.id, { fate: 'failed', error: why });
      // A card of the moderation channel that cannot be sent there cannot be told there.
      const to = delivery?.to;
      const except = to && 'community' in to && to.channel === undefined ? to.community : undefined;
      const card = { kind: 'dead-letter', about: { kind: 'job', id }, data: { job: job.name, why } } as const;
      const organization = await organizationOf(tx, job, delivery);
      const since = new Date(now.getTime() - FAILURES_TOGETHER_MINUTES * 60_000);
      const told = (await tx.communities(organization)).filter(hasAdminsToTell).filter((one) => one.id !== except);
      for (const { id: community } of told)
        if (!(await addTo(tx, community, { id, job: job.name, why }, since)))
          await tx.owe([{ ...card, to: { community } }], now);
    });
  };
}

/** Counts it on the card that is there. @returns false where there is none. */
async function addTo(
  tx: SystemTransaction,
  community: string,
  { id, job, why }: { readonly id: string; readonly job: string; readonly why: string },
  since: Date,
): Promise<boolean> {
  const card = await tx.lockNewest('dead-letter', community, since);
  if (!card) return false;
  const told = card.data as NoticeData<'dead-letter'>; // as it was owed
  const { counts = { [told.job]: 1 }, ids = [card.about.id] } = told;
  if (ids.includes(id)) return true;
  const more = { ...counts, [job]: (counts[job] ?? 0) + 1 };
  await tx.changeDelivery(card.id, {
    data: { ...told, why, counts: more, ids: [...ids, id].slice(-IDS_KEPT) },
  });
  await tx.enqueue({ name: 'refresh', data: { about: card.about } });
  return true;
}

/** Whose admins it concerns; undefined: those of everybody. */
async function organizationOf(
  reads: SystemReads,
  job: Job,
  delivery: Delivery | undefined,
): Promise<string | undefined> {
  const to = delivery?.to;
  if (to && 'community' in to) return (await reads.community(to.community))?.organization;
  if (to) return (await reads.person('mail' in to ? to.of : to.person))?.organization;
  const session = job.name === 'refresh' ? job.data.about.id : 'session' in job.data ? job.data.session : undefined;
  return session === undefined ? undefined : (await reads.session(session))?.organization;
}

function idOf(job: Job): string {
  if (job.name === 'deliver' || job.name === 'mail') return job.data.delivery;
  const ids = job.name === 'refresh' ? Object.values(job.data.about) : Object.values(job.data);
  return [job.name, ...ids].join('-');
}
