import { inWords, relative } from '../clock.ts';

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** `<t:…:style>` in somebody's zone and language: https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
export function formatTime(at: Date, style: string, locale: string, zone: string, now?: Date): string {
  if (style === 'R') return relative(at, locale, now);
  return inWords(at, locale, zone, STYLES[style] ?? { dateStyle: 'long', timeStyle: 'short' });
}
