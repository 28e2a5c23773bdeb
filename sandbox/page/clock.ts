import { useEffect, useState } from 'preact/hooks';

let aheadMs = 0;

/** Sets the page's clock by the sandbox's. */
export function setClock(now: string): void {
  aheadMs = Date.parse(now) - Date.now();
}

export function sandboxNow(): Date {
  return new Date(Date.now() + aheadMs);
}

/** Draws again every so many milliseconds, for texts such as "in 5 minutes". */
export function useTicking(everyMs: number): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}

/** Slack's Latin American Spanish is `es-LA`, which to others is Spanish as in Laos. */
const asTag = (locale: string) => (locale === 'es-LA' ? 'es-419' : locale);

/** A date or time in words. */
export function inWords(at: Date, locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(asTag(locale), { timeZone, ...options }).format(at);
}

/** `2026-11-20` in that zone. */
export function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** "in 5 minutes", "2 days ago". */
export function relative(at: Date, locale: string, now = sandboxNow()): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(asTag(locale)).format(Math.round(seconds / size), unit);
}

/** "Today", "Yesterday", or the day in full: the line between the messages of two days. */
export function dayInWords(at: Date, locale: string, zone: string, now = sandboxNow()): string {
  const days = Math.round((Date.parse(dayOf(at, zone)) - Date.parse(dayOf(now, zone))) / 86_400_000);
  if (Math.abs(days) > 1) return inWords(at, locale, zone, { weekday: 'long', day: 'numeric', month: 'long' });
  const word = new Intl.RelativeTimeFormat(asTag(locale), { numeric: 'auto' }).format(days, 'day');
  return word.charAt(0).toLocaleUpperCase(asTag(locale)) + word.slice(1);
}

/** The instant at which a clock in that zone shows `2026-12-01T17:00`. */
export function instantOf(wall: string, zone: string): Date {
  const asUtc = Date.parse(`${wall}Z`);
  // Twice: the first guess may lie on the other side of a change of the clocks.
  const guess = asUtc - offsetMs(new Date(asUtc), zone);
  return new Date(asUtc - offsetMs(new Date(guess), zone));
}

/** What a clock in that zone shows: `2026-12-01T17:00`. */
export function wallOf(at: Date, zone: string): string {
  return new Date(at.getTime() + offsetMs(at, zone)).toISOString().slice(0, 16);
}

function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(at.getTime() / 1000) * 1000;
}
