import type { Session } from '../session/session.ts';
import type { Series } from './series.ts';

export interface SeriesReads {
  series(id: string): Promise<Series | undefined>;
  /** Its sessions, whatever has become of them, soonest first. */
  sessionsOfSeries(id: string): Promise<readonly Session[]>;
}

export interface SeriesWrites {
  addSeries(series: Series): Promise<void>;
  changeSeries(
    id: string,
    patch: Partial<Pick<Series, 'goesOnBy' | 'goesOnIn' | 'first' | 'proposal' | 'proposalUntil'>>,
  ): Promise<void>;
  /** The series and all its sessions, soonest first, locked until the transaction ends. */
  lockSeries(id: string): Promise<{ readonly series: Series; readonly sessions: readonly Session[] } | undefined>;
  /** Those of these sessions about which something is on somebody's screen. */
  sessionsShown(ids: readonly string[]): Promise<readonly string[]>;
}

export interface SeriesClock {
  /** Series of which another time was suggested and not answered in time. */
  movesDue(now: Date): Promise<readonly string[]>;
}
