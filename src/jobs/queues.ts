import type { PgBoss, Queue } from 'pg-boss';
import type { Job } from '../core/owing/job.ts';
import type { Subject } from '../core/owing/subject.ts';

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
/** A platform at hand has made its room by then; with one that is slower people read that it is being made. */
const FOLLOWED_SECONDS = 0.25;
const DAY_SECONDS = 24 * 60 * 60;

/** How many of a kind run at once in this process. */
export const CONCURRENCY = {
  deliver: 30,
  mail: 3,
  'read-calendar': 2,
  'look-at-events': 1,
  'make-meeting': 5,
  'update-meeting': 3,
  'remove-meeting': 3,
  'handle-webhook': 3,
  attendance: 1,
  recordings: 1,
  'sweep-meetings': 1,
  'call-off': 2,
  purge: 1,
  'grant-role': 1,
  refresh: 5,
} as const satisfies Record<Job['name'], number>;

/** How many dead letters are worked off at once. */
export const DEAD_CONCURRENCY = 1;

/** How a job is queued. */
export interface Queueing {
  /**
   * What has the same group is done one at a time, in all processes: two at once would make two meetings, the older of
   * two cards might be written last, and of two messages the later might arrive first.
   */
  readonly group?: string;
  /** Below what has more: 0 unless it is said. */
  readonly priority?: number;
  /** It may wait for so long, for others that make it needless. */
  readonly afterSeconds?: number;
  /** Waits only once: one that waits already will show what is true when it runs. */
  readonly once?: string;
}

export function queueing(job: Job): Queueing {
  switch (job.name) {
    case 'deliver':
      return {
        ...(job.data.to !== undefined && { group: job.data.to }),
        ...(job.data.isReminder && { priority: -1 }),
        ...(job.data.isList && { priority: 1 }),
      };
    case 'mail':
      return { group: `mail ${job.data.to}` };
    case 'read-calendar':
      return { group: `calendar ${job.data.calendar}` };
    case 'purge':
      return { group: job.data.community };
    case 'grant-role':
    case 'call-off':
      return { group: job.data.person };
    case 'handle-webhook':
    case 'attendance':
    case 'recordings':
    case 'sweep-meetings':
      return {};
    case 'look-at-events':
      return { group: job.name, once: job.name }; // each process wants it
    case 'remove-meeting':
      return { group: job.data.platform }; // Zoom takes one DELETE at a time for each user
    case 'make-meeting':
    case 'update-meeting':
      return { group: job.data.session };
    case 'refresh':
      return {
        group: idOf(job.data.about),
        once: idOf(job.data.about),
        ...(job.data.isFollowed && { afterSeconds: FOLLOWED_SECONDS }),
      };
  }
}

function idOf({ kind, id }: Subject): string {
  return `${kind} ${id}`;
}

type Settings = Omit<Queue, 'name' | 'policy'>;

/** Adds the queues that are missing and changes what is set differently since the last version. */
export async function prepareQueues(boss: PgBoss, retry: Retry): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  const prepare = async (name: string, options: Settings) => {
    const queue = known.get(name);
    if (!queue) await boss.createQueue(name, options);
    else if (Object.entries(options).some(([key, value]) => queue[key as keyof Settings] !== value))
      await boss.updateQueue(name, options);
  };
  await prepare(DEAD, { ...LIFE, ...retries({ limit: 100, delaySeconds: retry.delaySeconds }) });
  for (const name of Object.keys(CONCURRENCY)) await prepare(name, { ...LIFE, ...retries(retry), deadLetter: DEAD });
}

const LIFE = {
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: EXPIRE_SECONDS,
  deleteAfterSeconds: DAY_SECONDS,
} satisfies Settings;

function retries({ limit, delaySeconds }: Retry): Settings {
  const backoff = { retryBackoff: true, retryDelay: delaySeconds, retryDelayMax: RETRY_DELAY_MAX_SECONDS };
  return { retryLimit: limit, ...(delaySeconds > 0 ? backoff : { retryBackoff: false, retryDelay: 0 }) };
}
