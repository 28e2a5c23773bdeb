const HOUR = 60;
const DAY = 24 * HOUR;

/** "2 hours", "1 day 12 hours", "90 minutos" as people say them. */
export function durationOf(minutes: number, language: string): string {
  const all = { days: Math.floor(minutes / DAY), hours: Math.floor((minutes % DAY) / HOUR), minutes: minutes % HOUR };
  const said = Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
  return new Intl.DurationFormat(language, { style: 'long' }).format(said).replaceAll(', ', ' ');
}
