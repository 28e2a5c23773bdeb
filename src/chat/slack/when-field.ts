import { ANOTHER_TIME, type FormField } from '../../conversation/form.ts';
import { languageOf } from '../../conversation/languages/index.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { isZone } from '../../conversation/when/zones.ts';

export type WhenField = FormField & { readonly kind: 'when' };

/** The inputs of a moment: a menu of open times, where there are some; and pickers. */
export const openBlock = (field: string): string => `${field}:open`;
export const dateBlock = (field: string): string => `${field}:date`;
export const timeBlock = (field: string): string => `${field}:time`;

/** What of a moment is shown: `chosen` in the menu of open times, and whether pickers are needed. */
export function shownOf({ open = [], value }: WhenField): { readonly chosen?: string; readonly isPicked: boolean } {
  if (open.length === 0) return { isPicked: true };
  if (value === undefined || value === '') return { isPicked: false };
  if (open.some((option) => option.value === value)) return { chosen: value, isPicked: false };
  return { chosen: ANOTHER_TIME, isPicked: true };
}

/** The zone of a moment, if it is known already and a real one. */
export function zoneOf(field: WhenField): string | undefined {
  return field.zone !== undefined && isZone(field.zone) ? field.zone : undefined;
}

/**
 * Date and time in `zone` of what was picked, of an instant, or of a phrase as far as it says them. Where the dialog asks
 * for the zone too, only what was picked says them.
 */
export function readMoment(
  value: string | undefined,
  zone: string | undefined,
  locale: string,
  now: Date,
): { date?: string; time?: string } {
  if (!value || value === ANOTHER_TIME) return {};
  const at = pickedAt(value, zone) ?? (zone === undefined ? undefined : instantAt(value, zone));
  if (at) return { date: at.toPlainDate().toString(), time: timeOf(at) };
  if (zone === undefined) return {};
  const when = parseWhen(value, { now, zone, language: languageOf(locale), isField: true });
  if (when.unclear) return {};
  switch (when.kind) {
    case 'moment':
      return readMoment(when.start.toISOString(), zone, locale, now);
    case 'incomplete':
      return agreed(when.missing === 'time' ? when.days : [], when.missing === 'day' ? when.times : []);
    case 'ambiguous': {
      const moments = when.candidates.map((one) => readMoment(one.toISOString(), zone, locale, now));
      return agreed(
        moments.map(({ date = '' }) => date),
        moments.map(({ time = '' }) => time),
      );
    }
    case 'skipped':
    case 'unknown':
      return {};
  }
}

/** What all readings of a phrase have in common. */
function agreed(dates: readonly string[], times: readonly string[]): { date?: string; time?: string } {
  const [date, ...otherDates] = new Set(dates);
  const [time, ...otherTimes] = new Set(times);
  return { ...(date && otherDates.length === 0 && { date }), ...(time && otherTimes.length === 0 && { time }) };
}

/** `2026-12-01T17:00[Europe/Berlin]`, or without a zone. */
function pickedAt(value: string, zone: string | undefined): Temporal.ZonedDateTime | undefined {
  const [, local, given] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?:\[([^\]]+)\])?$/.exec(value) ?? [];
  return local === undefined
    ? undefined
    : orNothing(() =>
        Temporal.PlainDateTime.from(local)
          .toZonedDateTime(given ?? zone ?? 'UTC')
          .withTimeZone(zone ?? given ?? 'UTC'),
      );
}

function instantAt(value: string, zone: string): Temporal.ZonedDateTime | undefined {
  return orNothing(() => Temporal.Instant.from(value).toZonedDateTimeISO(zone));
}

function timeOf(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}

/** Temporal throws for what it cannot read. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
