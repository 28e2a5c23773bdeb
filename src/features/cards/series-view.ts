import type { Series } from '../../core/series/series.ts';
import { isOpen } from '../../core/session/session.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { type Reader, type SessionView, viewsOf } from '../shared/reader.ts';

/** A series with its sessions as somebody may see them, soonest first. */
export interface SeriesView {
  readonly series: Series;
  readonly views: readonly [SessionView, ...SessionView[]];
  readonly reader: Reader;
  readonly now: Date;
}

/** Undefined where there is none that the reader may know of. */
export async function seriesViewOf(
  id: string,
  reader: Reader,
  deps: Pick<RenderDeps, 'store' | 'clock'>,
): Promise<SeriesView | undefined> {
  const [series, sessions] = await Promise.all([deps.store.series(id), deps.store.sessionsOfSeries(id)]);
  const [first, ...others] = await viewsOf(sessions, reader, deps);
  return series && first && { series, views: [first, ...others], reader, now: deps.clock() };
}

/** Those that are to come, or the last one where none is. */
export function aheadIn({ views, now }: SeriesView): readonly [SessionView, ...SessionView[]] {
  const [next, ...others] = views.filter(({ session }) => isOpen(session) && session.endsAt > now);
  return next ? [next, ...others] : [views.at(-1) ?? views[0]];
}
