import { languageOf } from '../languages/index.ts';
import { placeOf } from './zone-index.ts';
import { isZone } from './zones.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const MINUTE_MS = 60_000;

/** A BCP 47 tag, as the chats report it. */
type Locale = string;

const writingOf = (locale: Locale) => languageOf(locale).writing(locale);

/** "Tuesday, 1 December, 17:00 (Berlin, GMT+1)", read in `zone`. The year is added when it is not that of `now`. */
export function inZone(instant: Date, zone: string, locale: Locale, now?: Date): string {
  const place = placeOf(zone, languageOf(locale));
  const zoneWords = place.startsWith('UTC') ? place : `${place}, ${offsetWords(instant, zone)}`;
  return `${dayWords(instant, zone, locale, now)}, ${timeWords(instant, zone, locale)} (${zoneWords})`;
}

/** "Tue 1 Dec 17:00", for buttons and lists; read in `zone`. "Sun 25 Oct 2:30 (GMT+2)" while that hour comes twice. */
export function inZoneShort(instant: Date, zone: string, locale: Locale): string {
  const key = `${instant.getTime()} ${zone} ${locale}`;
  const before = shorts.get(key);
  if (before !== undefined) return before;
  const date = writingOf(locale).shortDay(partsOf(instant, zone, locale, 'short'));
  const short = `${date} ${timeWords(instant, zone, locale)}${whichOfTwo(instant, zone)}`;
  if (shorts.size >= SHORTS_MOST) shorts.clear();
  shorts.set(key, short);
  return short;
}

/** Menus show the same hundred open times to everybody. */
const shorts = new Map<string, string>();
const SHORTS_MOST = 2_000;

/** " (GMT+2)" when the clocks of `zone` show that time twice on that day, so that the two can be told apart; else nothing. */
export function whichOfTwo(instant: Date, zone: string | undefined): string {
  if (zone === undefined || !isZone(zone)) return '';
  const here = instant.toTemporalInstant().toZonedDateTimeISO(zone);
  const wall = here.toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  );
  return earlier?.epochMilliseconds === later?.epochMilliseconds ? '' : ` (${offsetWords(instant, zone)})`;
}

/** "Tuesday, 1 December" of an ISO date. */
export function onDay(day: string, locale: Locale): string {
  return dayWords(new Date(`${day}T12:00Z`), 'UTC', locale, undefined);
}

/** "Tue 1", over a column. */
export function dayLabel(date: Temporal.PlainDate, locale: Locale): string {
  const { weekday, day } = partsOf(noonOf(date), 'UTC', locale, 'short');
  return `${weekday} ${day}`;
}

/** "Tue 1 Dec". */
export function shortDay(date: Temporal.PlainDate, locale: Locale): string {
  return writingOf(locale).shortDay(partsOf(noonOf(date), 'UTC', locale, 'short'));
}

/** "9:30", "9:30 AM": so many hours after midnight, whatever the zone. */
export function hourLabel(hours: number, locale: Locale): string {
  return timeWords(new Date(hours * HOUR * MINUTE_MS), 'UTC', locale);
}

const noonOf = (date: Temporal.PlainDate) => new Date(`${date}T12:00Z`);

function dayWords(instant: Date, zone: string, locale: Locale, now: Date | undefined): string {
  const date = partsOf(instant, zone, locale, 'long');
  const isOtherYear = now && date.year !== partsOf(now, zone, locale, 'long').year;
  return writingOf(locale).day(isOtherYear ? date : { ...date, year: undefined });
}

function partsOf(instant: Date, zone: string, locale: Locale, width: 'long' | 'short') {
  const parts = dateFormat(writingOf(locale).tag, zone, width).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return { weekday: part('weekday'), day: part('day'), month: part('month'), year: part('year') };
}

/** "17:00", "5:00 PM". */
export function timeWords(instant: Date, zone: string, locale: Locale): string {
  const { tag, hours } = writingOf(locale);
  return timeFormat(tag, zone, String(hours)).format(instant).replaceAll('\u202F', ' ');
}

/** "GMT+1". */
function offsetWords(instant: Date, zone: string): string {
  const { offset } = instant.toTemporalInstant().toZonedDateTimeISO(zone);
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  if (Number(hours) === 0 && Number(minutes) === 0) return 'GMT';
  return `GMT${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** "45 minutes", "1 hour 30 minutes", "1 hora y 30 minutos". */
export function lengthWords(minutes: number, locale: Locale): string {
  const { tag } = writingOf(locale);
  const isUsual = Number.isInteger(minutes) && minutes >= 0 && minutes <= DAY;
  return isUsual ? usualLength(tag, String(minutes)) : lengthIn(tag, minutes);
}

function lengthIn(tag: string, minutes: number): string {
  const hours = Math.floor(minutes / HOUR);
  if (hours === 0) return lengthFormat(tag, 'always').format({ minutes });
  const length = minutes % HOUR === 0 ? { hours } : { hours, minutes: minutes % HOUR };
  return lengthFormat(tag, 'auto').format(length).replace(', ', ' ');
}

/** "in 2 hours", "in 3 days", "hace 10 minutos": how far `instant` is from `now`, in the largest unit that fits. */
export function distanceWords(instant: Date, now: Date, locale: Locale): string {
  const minutes = Math.round((instant.getTime() - now.getTime()) / MINUTE_MS);
  const format = distanceFormat(writingOf(locale).tag);
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

const dateFormat = kept((tag = '', timeZone = 'UTC', width = 'long') => {
  const name = width === 'short' ? 'short' : 'long';
  return new Intl.DateTimeFormat(tag, { timeZone, weekday: name, day: 'numeric', month: name, year: 'numeric' });
});

const calendarFormat = kept((tag = '', timeZone = 'UTC', width = 'long') => {
  return new Intl.DateTimeFormat(tag, { timeZone, dateStyle: width === 'medium' ? 'medium' : 'long' });
});

const monthFormat = kept((tag) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: 'long', year: 'numeric' }));

const timeFormat = kept(
  (tag = '', timeZone = 'UTC', hours = '24') =>
    new Intl.DateTimeFormat(tag, {
      timeZone,
      minute: '2-digit',
      ...(hours === '12' ? { hour: 'numeric', hourCycle: 'h12' } : { hour: '2-digit', hourCycle: 'h23' }),
    }),
);

/** `zero`: whether no minutes are said as well. */
const lengthFormat = kept(
  (tag, zero) => new Intl.DurationFormat(tag, { style: 'long', minutesDisplay: zero === 'always' ? zero : 'auto' }),
);

/** Almost every card says the length of its session, and saying one takes longer than all else in a line. */
const usualLength = kept((tag = '', minutes) => lengthIn(tag, Number(minutes)));

const distanceFormat = kept((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'always' }));

/** "1 December 2026" of an ISO date. */
export function longDate(day: string, locale: Locale): string {
  return calendarFormat(writingOf(locale).tag, 'UTC', 'long').format(new Date(`${day}T12:00Z`));
}

/** "1 Dec 2026, 17:00", read in `zone`: for what is read in other years, too. */
export function datedAt(instant: Date, zone: string, locale: Locale): string {
  const date = calendarFormat(writingOf(locale).tag, zone, 'medium').format(instant);
  return `${date}, ${timeWords(instant, zone, locale)}${whichOfTwo(instant, zone)}`;
}

/** "December 2026". */
export function monthWords(month: Temporal.PlainYearMonth, locale: Locale): string {
  const middle = noonOf(month.toPlainDate({ day: 15 }));
  return monthFormat(writingOf(locale).tag).format(middle);
}
