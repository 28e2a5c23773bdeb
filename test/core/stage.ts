import { createGroups } from '../../src/core/groups/groups.ts';
import type { OpenRequests } from '../../src/core/limits.ts';
import { createFeedback } from '../../src/core/outcome/feedback.ts';
import { createDue, type DueOptions } from '../../src/core/owing/due.ts';
import type { Job } from '../../src/core/owing/job.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { createSeries } from '../../src/core/series/create-series.ts';
import { createSessions } from '../../src/core/session/sessions.ts';
import { createStore } from '../../src/store/index.ts';
import { type DatabaseKind, freshDatabase } from '../database.ts';
import { SILENT } from '../jobs/with-jobs.ts';
import { LENA, someCommunity } from '../store/some.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A Monday morning. */
export const START = new Date('2026-03-02T08:00:00Z');

/** A day, an hour and ten minutes before. */
const LEADS = [24 * 60, 60, 10];

/** How many requests may wait has a test of its own. */
const ANY_NUMBER: OpenRequests = { most: 1000, perTutor: 1000 };

/** The core on a database of its own, with a clock that a test moves and four people. */
export async function createStage(kind: DatabaseKind = 'embedded', openRequests = ANY_NUMBER) {
  const queued: Job[] = [];
  const enqueue = (jobs: readonly Job[]) => void queued.push(...jobs);
  const { store, database, drop } = await freshDatabase(kind, { enqueue, reminderLeads: LEADS });
  let now = START;
  const clock = () => now;
  const sessions = createSessions(store, clock, openRequests);
  const series = createSeries(store, clock, openRequests);
  const feedback = createFeedback(store, clock);
  const groups = createGroups(store, clock);
  const tick = createDue({ store, clock, log: SILENT });

  await someCommunity(store, 'slack');
  await someCommunity(store, 'discord');

  async function meet(name: string, more: Partial<Actor> = {}): Promise<Actor> {
    return { ...(await store.recognise({ ...LENA, name, userId: `U-${name}` }, now)), isAdmin: false, ...more };
  }
  const [lena, theo, ada, grace] = [
    await meet('Lena'),
    await meet('Theo'),
    await meet('Ada'),
    await meet('Grace', { isAdmin: true }),
  ];
  for (const { person } of [theo, ada]) {
    const offer = { bio: '', subjects: ['Algebra'], lengths: [60], weeklyHours: [], isPaused: false };
    const rest = { defaultPlatform: undefined, ownRoom: undefined, platformAccount: undefined };
    await store.transaction((tx) => tx.saveOffer(person, { ...offer, ...rest }));
  }
  const names = new Map([lena, theo, ada, grace].map(({ person }) => [person.id, person.name]));

  /** Lena asks for an hour that starts then, of Theo or of any tutor. */
  async function request(startsAt: Date, tutor: Actor | 'any' = theo): Promise<string> {
    const whom = tutor === 'any' ? undefined : tutor.person.id;
    const wish = { subject: 'Algebra', startsAt, lengthMinutes: 60, note: '', tutor: whom };
    return (await sessions.request(lena, wish)).id;
  }

  return {
    store,
    database,
    clock,
    sessions,
    series,
    feedback,
    groups,
    meet,
    drop,
    lena,
    theo,
    ada,
    grace,
    tick,
    /** The minute's work of another process, or of this one after a restart with other settings. */
    another: ({ reminderLeads = LEADS, ...more }: Partial<DueOptions> & { reminderLeads?: readonly number[] } = {}) => {
      return createDue({
        store: createStore(database, { enqueue, reminderLeads }),
        clock,
        log: SILENT,
        ...more,
      });
    },
    request,
    /** Moves the clock, without a tick. */
    moveTo: (at: Date | number) => {
      now = new Date(at);
    },
    /** Moves the clock and lets the bot do its minute's work. */
    tickAt: async (at: Date | number) => {
      now = new Date(at);
      await tick();
    },
    /** Lena asks, and Theo confirms. */
    book: async (startsAt: Date): Promise<string> => {
      const id = await request(startsAt);
      await sessions.confirm(theo, id, 1, 'jitsi');
      return id;
    },
    stateOf: async (id: string) => (await store.session(id))?.state,
    /** What became of it for Lena. */
    outcomeOf: async (id: string) => (await store.session(id))?.participants[0]?.outcome,
    /** The messages of a kind that were owed so far: `Lena`, or `moderation of slack`. */
    owed: async (kind: string): Promise<readonly string[]> => {
      const jobs = queued.filter((job) => job.name === 'deliver');
      const deliveries = await Promise.all(jobs.map((job) => store.delivery(job.data.delivery)));
      return deliveries
        .filter((delivery) => delivery?.kind === kind)
        .map((delivery) => {
          const to = delivery?.to ?? { person: '' };
          if ('community' in to) return `moderation of ${to.community}`;
          return 'person' in to ? (names.get(to.person) ?? to.person) : to.mail;
        })
        .toSorted();
    },
    /** The jobs of a kind that were queued so far. */
    queued: (name: Job['name']) => queued.filter((job) => job.name === name),
    /** How many messages of any kind were owed so far. */
    owedInAll: () => queued.filter((job) => job.name === 'deliver').length,
  };
}

export type Stage = Awaited<ReturnType<typeof createStage>>;
