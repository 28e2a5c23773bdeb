import { tellAdmins } from '../core/community/moderation.ts';
import type { Log } from '../core/log.ts';
import type { Job } from '../core/owing/job.ts';
import type { Delivery } from '../core/owing/port.ts';
import type { SystemReads } from '../core/store.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** What to do with a job that failed for good: the log has the whole story, the moderation channel a card. */
export function createDeadLetters(deps: SystemDeps, log: Log): (job: Job, why: string) => Promise<void> {
  return async (job, why) => {
    // The same for every try to report it, so that it is reported once.
    const id = idOf(job);
    log.error({ job: job.name, data: job.data, id, why }, 'a job failed for good');
    const delivery = job.name === 'deliver' ? await deps.store.delivery(job.data.delivery) : undefined;
    const now = deps.clock();
    await deps.store.transaction(async (tx) => {
      if (delivery) await tx.changeDelivery(delivery.id, { fate: 'failed', error: why });
      // A card of the moderation channel that cannot be sent there cannot be told there.
      const to = delivery?.to;
      const except = to && 'community' in to && to.channel === undefined ? to.community : undefined;
      const card = { kind: 'dead-letter', about: { kind: 'job', id }, data: { job: job.name, why } } as const;
      await tellAdmins(tx, await organizationOf(tx, job, delivery), card, now, except);
    });
  };
}

/** Whose admins it concerns; undefined: those of everybody. */
async function organizationOf(
  reads: SystemReads,
  job: Job,
  delivery: Delivery | undefined,
): Promise<string | undefined> {
  const to = delivery?.to;
  if (to) return ('person' in to ? await reads.person(to.person) : await reads.community(to.community))?.organization;
  const session = job.name === 'refresh' ? job.data.about.id : 'session' in job.data ? job.data.session : undefined;
  return session === undefined ? undefined : (await reads.session(session))?.organization;
}

function idOf(job: Job): string {
  if (job.name === 'deliver') return job.data.delivery;
  const ids = job.name === 'refresh' ? Object.values(job.data.about) : Object.values(job.data);
  return [job.name, ...ids].join('-');
}
