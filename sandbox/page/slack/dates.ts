import { dayOf, inWords, relative, sandboxNow } from '../clock.ts';

type Style = 'date' | 'date_long' | 'date_short';

const STYLES: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  date: { dateStyle: 'long' },
  date_long: { dateStyle: 'full' },
  date_short: { dateStyle: 'medium' },
};

/** "November 20th, 2026": in English, Slack writes dates with ordinals. */
function withOrdinal(words: string, locale: string): string {
  if (!locale.startsWith('en-US')) return words;
  return words.replace(/ (\d+),/, (_, day: string) => {
    const kind = new Intl.PluralRules('en', { type: 'ordinal' }).select(Number(day));
    return ` ${day}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[kind]},`;
  });
}

/**
 * The text of `<!date^…>` in somebody's zone and language; undefined when Slack would show the fallback.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function formatDate(
  at: Date,
  format: string,
  locale: string,
  zone: string,
  now = sandboxNow(),
): string | undefined {
  let isKnown = true;
  const text = format.replace(/\{(\w+)\}/g, (_, token: string) => {
    const written = tokenIn(token, at, locale, zone, now);
    if (written === undefined) isKnown = false;
    return written ?? '';
  });
  return isKnown ? text : undefined;
}

function tokenIn(token: string, at: Date, locale: string, zone: string, now: Date): string | undefined {
  const isPretty = token.endsWith('_pretty');
  const style = isPretty ? token.slice(0, -'_pretty'.length) : token;
  if (style === 'date' || style === 'date_long' || style === 'date_short') {
    const words = withOrdinal(inWords(at, locale, zone, STYLES[style]), locale);
    return isPretty ? (nearby(at, locale, zone, now) ?? words) : words;
  }
  switch (token) {
    case 'date_num':
      return dayOf(at, zone);
    case 'date_slash':
      return inWords(at, locale, zone, { day: '2-digit', month: '2-digit', year: 'numeric' });
    case 'time':
      return inWords(at, locale, zone, { timeStyle: 'short' });
    case 'time_secs':
      return inWords(at, locale, zone, { timeStyle: 'medium' });
    case 'ago':
      return relative(at, locale, now);
    default:
      return undefined;
  }
}

/** "yesterday", "today" or "tomorrow". */
function nearby(at: Date, locale: string, zone: string, now: Date): string | undefined {
  const days = Math.round((Date.parse(dayOf(at, zone)) - Date.parse(dayOf(now, zone))) / 86_400_000);
  return Math.abs(days) <= 1 ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day') : undefined;
}
