import { offsetsOf } from './zone-index.ts';
import { isZone } from './zones.ts';

/** Of each season, for the names that the engine gives clocks. */
const WINTER_AND_SUMMER = [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)];

/** Whoever lives there names clocks by letters; whatever language the host has. */
const AMERICAN = new Intl.Locale('und-US').maximize();

/**
 * The zones that a name can mean to somebody in `own`: their own, if its clocks go by that name ("CST" typed in Chicago,
 * "hora de España" in Madrid); otherwise all of them, even where one happens to show the same time.
 */
export function zonesMeant(
  { zones, letters }: { readonly zones: readonly string[]; readonly letters?: string },
  own: string,
): readonly string[] {
  if (letters === undefined || zones.length < 2) return zones;
  const places = zones.filter(isZone);
  const [first, ...others] = places;
  const isOwn = first !== undefined && others.length === 0 && keepsTimeOf(first, own);
  return isOwn || places.includes(own) || isCalled(own, letters) ? [own] : zones;
}

/** Madrid keeps the time of Berlin, in winter and in summer. */
const keepsTimeOf = (zone: string, own: string) => offsetsOf(zone).join() === offsetsOf(own).join();

/** What the engine calls the clocks of `own`: "MST" in Phoenix. */
function isCalled(own: string, letters: string): boolean {
  const format = new Intl.DateTimeFormat(AMERICAN, { timeZone: own, timeZoneName: 'short' });
  const names = WINTER_AND_SUMMER.flatMap((at) => format.formatToParts(at));
  return names.some(({ type, value }) => type === 'timeZoneName' && value === letters.toUpperCase());
}
