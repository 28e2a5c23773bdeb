import type { MomentStyle } from '../../conversation/message.ts';
import { distanceWords, inZone } from '../../conversation/when/clock-words.ts';
import { isZone } from '../../conversation/when/zones.ts';

/** Slack's own tokens: https://docs.slack.dev/reference/block-kit/block-elements/date-element */
export const DATE_FORMATS = { full: '{date_long_pretty} {time}', time: '{time}', relative: '{ago}' } as const;

/** A moment in words, for places where Slack does not show it in the reader's own zone: so the zone is named. */
export function inWords(
  at: Date,
  style: MomentStyle,
  where: { locale: string; zone: string | undefined; now: Date },
): string {
  const zone = where.zone !== undefined && isZone(where.zone) ? where.zone : 'UTC';
  switch (style) {
    case 'full':
      return inZone(at, zone, where.locale, where.now);
    case 'time':
      return inZone(at, zone, where.locale).replace(/^.*, (?=\d)/, '');
    case 'relative':
      return distanceWords(at, where.now, where.locale);
  }
}
