import type { Chat } from '../conversation/chat.ts';
import type { Log } from '../core/log.ts';
import type { Job } from '../core/owing/job.ts';
import type { Deps } from '../features/shared/deps.ts';

/** What to do with a job that failed for good: the log has the whole story, the moderation channel a card. */
export function createDeadLetters(
  deps: Deps,
  chats: ReadonlyMap<string, Chat>,
  log: Log,
): (job: Job, why: string) => Promise<void> {
  return async (job, why) => {
    // The same for every try to report it, so that it is reported once.
    const id = job.name === 'deliver' ? job.data.delivery : `${job.name}-${Object.values(job.data).join('-')}`;
    log.error({ job: job.name, data: job.data, id, why }, 'a job failed for good');
    const delivery = job.name === 'deliver' ? await deps.store.delivery(job.data.delivery) : undefined;
    const now = deps.clock();
    await deps.store.transaction(async (tx) => {
      if (delivery) await tx.changeDelivery(delivery.id, { fate: 'failed', error: why });
      for (const chat of chats.values()) {
        // A card of the moderation channel that cannot be sent there cannot be told there.
        const isItsOwn =
          delivery !== undefined && 'moderationOf' in delivery.to && delivery.to.moderationOf === chat.id;
        if (!chat.hasModeration || isItsOwn) continue;
        await tx.owe(
          { kind: 'dead-letter', to: { moderationOf: chat.id }, about: id, data: { job: job.name, why, id } },
          now,
        );
      }
    });
  };
}
