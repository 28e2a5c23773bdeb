import { tellAdmins } from '../core/community/moderation.ts';
import type { Log } from '../core/log.ts';
import { isOfThatHour, isOfThosePeople, isOverNextDay, isPassing, isSeenByCheck } from '../core/meeting/failure.ts';
import type { MeetingPlatforms, PlatformFailure } from '../core/meeting/platforms.ts';
import type { NoticeData } from '../core/owing/kinds.ts';
import type { SystemTransaction } from '../core/store.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** What is known of platforms that do not work. The admins hear once that one does not, and once that it does again. */
export interface Troubles {
  /** Those that failed, and the one that works again. */
  note(failures: readonly PlatformFailure[], recovered: string | undefined): Promise<void>;
  /** Looks whether platforms that did not work do so again. */
  check(): Promise<void>;
}

type Failure = Pick<PlatformFailure, 'why' | 'detail'>;
type News =
  | { readonly kind: 'platform-trouble'; readonly data: NoticeData<'platform-trouble'> }
  | { readonly kind: 'platform-recovered'; readonly data?: undefined };

export function createTroubles(
  { store, clock }: Pick<SystemDeps, 'store' | 'clock'>,
  platforms: Pick<MeetingPlatforms, 'check'>,
  log: Log,
): Troubles {
  async function noteFailure({ platform, why, detail }: PlatformFailure): Promise<void> {
    const now = clock();
    log.warn({ platform, why, detail }, 'a meeting platform failed');
    if (isOfThosePeople(why)) return;
    await store.transaction(async (tx) => {
      // The platform works, only not at that hour: once a day is often enough to hear of it.
      if (isOfThatHour(why)) return tell(tx, platform, newsOf({ why, detail }), `${why}-${dayOf(now)}`);
      await keep(tx, platform, { why, detail });
    });
  }

  async function keep(tx: SystemTransaction, platform: string, failure: Failure): Promise<void> {
    const [known] = (await tx.troubles()).filter((one) => one.platform === platform);
    // Who was told to be patient has to hear that it takes more than that.
    if (known && isPassing(known.why) && !isPassing(failure.why)) await tx.endTrouble(platform);
    if (await tx.noteTrouble(platform, failure, clock())) await tell(tx, platform, newsOf(failure));
  }

  async function noteWorking(platform: string): Promise<void> {
    await store.transaction(async (tx) => {
      if (await tx.endTrouble(platform)) await tell(tx, platform, { kind: 'platform-recovered' });
    });
  }

  /** All organizations meet on the same platforms: the admins of each hear of it. */
  function tell(
    tx: SystemTransaction,
    platform: string,
    news: News,
    dedupeKey = `${news.data?.why ?? ''}-${clock().getTime()}`,
  ): Promise<void> {
    return tellAdmins(tx, undefined, { ...news, about: { kind: 'platform', id: platform }, dedupeKey }, clock());
  }

  return {
    note: async (failures, recovered) => {
      for (const failure of failures) await noteFailure(failure);
      if (recovered !== undefined) await noteWorking(recovered);
    },
    check: async () => {
      for (const { platform, why, since } of await store.troubles()) {
        const isNewDay = isOverNextDay(why) && dayOf(since) !== dayOf(clock());
        if (!isSeenByCheck(why) && !isNewDay) continue;
        const answer = await platforms.check(platform);
        if (answer === undefined) await noteWorking(platform);
        else if (answer !== 'not-set-up') await store.transaction((tx) => keep(tx, platform, answer));
      }
    },
  };
}

function newsOf({ why, detail }: Failure): News {
  return { kind: 'platform-trouble', data: { why, detail: detail ?? '' } };
}

/** Limits of a day are counted in UTC. */
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
