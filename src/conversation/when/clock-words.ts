import type { Language } from './when.ts';
import { placeOf } from './zone-index.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const MINUTE_MS = 60_000;

/** A BCP 47 tag, as the chats report it: "en", "en-US", "es-419". American English writes twelve hours and the month first. */
type Locale = string;

/** Which of our two languages to speak to somebody with this locale. */
const languageOf = (locale: Locale): Language => (locale.toLowerCase().startsWith('es') ? 'es' : 'en');

const isAmerican = (locale: Locale) => locale === 'en-US';
const tagOf = (locale: Locale) => (isAmerican(locale) ? 'en-US' : languageOf(locale) === 'es' ? 'es' : 'en-GB');

/** "Tuesday, 1 December, 17:00 (Berlin, GMT+1)", read in `zone`. The year is added when it is not that of `now`. */
export function inZone(instant: Date, zone: string, locale: Locale, now?: Date): string {
  const place = placeOf(zone, languageOf(locale));
  const zoneWords = place.startsWith('UTC') ? place : `${place}, ${offsetWords(instant, zone)}`;
  return `${dayWords(instant, zone, locale, now)}, ${timeWords(instant, zone, locale)} (${zoneWords})`;
}

/** "Tue 1 Dec 17:00", for buttons and lists; read in `zone`. */
export function inZoneShort(instant: Date, zone: string, locale: Locale): string {
  const { weekday, day, month } = partsOf(instant, zone, locale, 'short');
  const date = isAmerican(locale) ? `${month} ${day}` : `${day} ${month}`;
  return `${weekday} ${date} ${timeWords(instant, zone, locale)}`;
}

/** "Tuesday, 1 December" of an ISO date. */
export function onDay(day: string, locale: Locale): string {
  return dayWords(new Date(`${day}T12:00Z`), 'UTC', locale, undefined);
}

function dayWords(instant: Date, zone: string, locale: Locale, now: Date | undefined): string {
  const { weekday, day, month, year } = partsOf(instant, zone, locale, 'long');
  const otherYear = now && year !== partsOf(now, zone, locale, 'long').year ? year : undefined;
  if (languageOf(locale) === 'es') return `${weekday} ${day} de ${month}${otherYear ? ` de ${otherYear}` : ''}`;
  if (isAmerican(locale)) return `${weekday}, ${month} ${day}${otherYear ? `, ${otherYear}` : ''}`;
  return `${weekday}, ${day} ${month}${otherYear ? ` ${otherYear}` : ''}`;
}

function partsOf(instant: Date, zone: string, locale: Locale, width: 'long' | 'short') {
  const parts = dateFormat(tagOf(locale), zone, width).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return { weekday: part('weekday'), day: part('day'), month: part('month'), year: part('year') };
}

function timeWords(instant: Date, zone: string, locale: Locale): string {
  return timeFormat(tagOf(locale), zone).format(instant).replaceAll('\u202F', ' ');
}

/** "GMT+1". */
function offsetWords(instant: Date, zone: string): string {
  const parts = offsetFormat(zone).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
}

/** "45 minutes", "1 hour 30 minutes", "1 hora y 30 minutos". */
export function lengthWords(minutes: number, locale: Locale): string {
  const hours = Math.floor(minutes / HOUR);
  const format = lengthFormat(tagOf(locale));
  if (hours === 0) return format.format({ minutes }) || `0 ${languageOf(locale) === 'es' ? 'minutos' : 'minutes'}`;
  const words = format.format(minutes % HOUR === 0 ? { hours } : { hours, minutes: minutes % HOUR });
  return words.replace(/^(\d+ hours?), /, '$1 ');
}

/** "in 2 hours", "in 3 days", "hace 10 minutos": how far `instant` is from `now`, in the largest unit that fits. */
export function distanceWords(instant: Date, now: Date, locale: Locale): string {
  const minutes = Math.round((instant.getTime() - now.getTime()) / MINUTE_MS);
  const format = distanceFormat(tagOf(locale));
  const size = Math.abs(minutes);
  if (size < HOUR) return format.format(minutes, 'minute');
  if (size < 2 * DAY) return format.format(Math.round(minutes / HOUR), 'hour');
  return format.format(Math.round(minutes / DAY), 'day');
}

const kept = <Format>(make: (...key: readonly string[]) => Format) => {
  const formats = new Map<string, Format>();
  return (...key: readonly string[]): Format => {
    const id = key.join(' ');
    const format = formats.get(id) ?? make(...key);
    formats.set(id, format);
    return format;
  };
};

const dateFormat = kept((tag = 'en', timeZone = 'UTC', width = 'long') => {
  const name = width === 'short' ? 'short' : 'long';
  return new Intl.DateTimeFormat(tag, { timeZone, weekday: name, day: 'numeric', month: name, year: 'numeric' });
});

const timeFormat = kept(
  (tag = 'en', timeZone = 'UTC') =>
    new Intl.DateTimeFormat(tag, {
      timeZone,
      minute: '2-digit',
      ...(tag === 'en-US' ? { hour: 'numeric', hourCycle: 'h12' } : { hour: '2-digit', hourCycle: 'h23' }),
    }),
);

const lengthFormat = kept((tag) => new Intl.DurationFormat(tag, { style: 'long' }));

const distanceFormat = kept((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'always' }));

const offsetFormat = kept(
  (timeZone = 'UTC') => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }),
);
