import type { PgBoss, SendOptions } from 'pg-boss';
import type { Job } from '../core/owing/job.ts';

/** How often and how soon a job is tried again. */
export interface Retry {
  readonly limit: number;
  /** Before the first retry; doubled, with jitter, for each further one. 0: at once, always. */
  readonly delaySeconds: number;
}

/** About seven minutes in all: a vendor that restarts is waited for, then people are told. */
export const RETRY: Retry = { limit: 8, delaySeconds: 1 };
const RETRY_DELAY_MAX_SECONDS = 300;

/** Jobs that were given up. */
export const DEAD = 'dead';

/** A job without a sign of life for this long is taken up by another process. pg-boss allows no less. */
const HEARTBEAT_SECONDS = 10;
/** A worker that takes longer is taken to hang. */
export const EXPIRE_SECONDS = 120;
const NO_JOB = '00000000-0000-0000-0000-000000000000';
const DAY_SECONDS = 24 * 60 * 60;

/** How many of a kind run at once in this process. */
export const CONCURRENCY = {
  deliver: 10,
  'make-meeting': 5,
  'update-meeting': 3,
  'remove-meeting': 3,
  'handle-webhook': 3,
  attendance: 1,
  'sweep-meetings': 1,
  refresh: 5,
} as const satisfies Record<Job['name'], number>;

/** How many dead letters are worked off at once. */
export const DEAD_CONCURRENCY = 1;

/**
 * What about one session is done one at a time, in all processes: two at once would make two meetings, and the older of
 * two cards might be written last.
 */
export const ONE_AT_A_TIME: ReadonlySet<string> = new Set(['make-meeting', 'update-meeting', 'refresh']);

/** How a job is queued. */
export function sendOptions(job: Job): Pick<SendOptions, 'singletonKey' | 'group'> {
  switch (job.name) {
    case 'deliver':
    case 'remove-meeting':
    case 'handle-webhook':
    case 'attendance':
    case 'sweep-meetings':
      return {};
    case 'make-meeting':
    case 'update-meeting':
      return { group: { id: job.data.session } };
    case 'refresh':
      // One that waits already will show what is true when it runs: a second one would be for nothing.
      return { group: { id: job.data.session }, singletonKey: job.data.session };
  }
}

/** Adds the queues that are missing and sets what may have changed since the last version. */
export async function prepareQueues(boss: PgBoss, retry: Retry): Promise<void> {
  const life = {
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: EXPIRE_SECONDS,
    deleteAfterSeconds: DAY_SECONDS,
  };
  const known = new Set((await boss.getQueues()).map((queue) => queue.name));
  const prepare = async (name: string, policy: 'standard' | 'short', options: object) => {
    if (!known.has(name)) await boss.createQueue(name, { policy, ...options });
    await boss.updateQueue(name, options);
    // pg-boss forgets the queue here and asks for it at its next use. In a transaction on PGlite that question would
    // wait for the transaction, and the transaction for it: it is asked now.
    await boss.getJobById(name, NO_JOB);
  };
  await prepare(DEAD, 'standard', {
    ...life,
    ...retries({ limit: 100, delaySeconds: retry.delaySeconds }),
    notify: true,
  });
  for (const name of Object.keys(CONCURRENCY)) {
    const policy = name === 'refresh' ? 'short' : 'standard';
    await prepare(name, policy, { ...life, ...retries(retry), notify: true, deadLetter: DEAD });
  }
}

function retries({ limit, delaySeconds }: Retry) {
  const backoff = { retryBackoff: true, retryDelay: delaySeconds, retryDelayMax: RETRY_DELAY_MAX_SECONDS };
  return { retryLimit: limit, ...(delaySeconds > 0 ? backoff : { retryBackoff: false, retryDelay: 0 }) };
}
