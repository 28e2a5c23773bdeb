import { SERIES_MEETING_DAYS } from '../limits.ts';
import type { NoticeData } from '../owing/kinds.ts';
import { seriesSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session/session.ts';
import { refresh } from '../session/steps.ts';
import type { Store, Transaction } from '../store.ts';
import type { Series } from './series.ts';

/** What every way of a series is made of. */

const DAY = 86_400_000;

/** Locks a series with all its sessions. Of another organization there is none. */
export function lockingSeries(store: Pick<Store, 'of'>) {
  return <T>(
    by: Pick<Actor, 'person'>,
    id: string,
    work: (tx: Transaction, sessions: readonly Session[], series: Series) => Promise<T>,
  ): Promise<T> =>
    store.of(by.person.organization).transaction(async (tx) => {
      const locked = await tx.lockSeries(id);
      if (!locked) throw new Refusal('no-such-session', {});
      return work(tx, locked.sessions, locked.series);
    });
}

/** When the meeting of one of a series is made: those that are near at once, the others in time. */
export function meetingDueAt({ startsAt, series }: Pick<Session, 'startsAt' | 'series'>, now: Date): Date | undefined {
  const at = new Date(startsAt.getTime() - SERIES_MEETING_DAYS * DAY);
  return series && at > now ? at : undefined;
}

/** Most of many have no card yet: what is on screens is brought up to date, and the dashboards once. */
export async function refreshMany(tx: Transaction, sessions: readonly Session[]): Promise<void> {
  const shown = await tx.sessionsShown(sessions.map(({ id }) => id));
  await refresh(
    tx,
    sessions.filter(({ id }) => shown.includes(id)),
  );
  for (const id of new Set(sessions.flatMap(({ series }) => series?.id ?? [])))
    await tx.enqueue({ name: 'refresh', data: { about: seriesSubject(id) } });
}

/** Tells of several of a series in one message. */
export async function tellOfMany(
  tx: Transaction,
  series: string,
  people: readonly string[],
  news: Omit<NoticeData<'series-news'>, 'count' | 'first' | 'last'>,
  sessions: readonly Pick<Session, 'startsAt'>[],
  at: Date,
): Promise<void> {
  const starts = sessions.map(({ startsAt }) => startsAt.getTime());
  const data = { ...news, count: sessions.length, first: Math.min(...starts), last: Math.max(...starts) };
  // Those that expire at the same moment are seen to one after the other, and told of together.
  const dedupeKey = `${news.what}-${at.getTime()}${news.what === 'expired' ? '' : `-${data.first}`}`;
  await tx.owe(
    [...new Set(people)].map((person) => ({
      kind: 'series-news' as const,
      to: { person },
      about: seriesSubject(series),
      dedupeKey,
      data,
    })),
    at,
  );
}

/** Everybody in these sessions but whoever did it. */
export function othersIn(sessions: readonly Session[], by: string): readonly string[] {
  const people = sessions.flatMap(({ participants }) => participants.map(({ person }) => person));
  return [...new Set(people)].filter((person) => person !== by);
}
