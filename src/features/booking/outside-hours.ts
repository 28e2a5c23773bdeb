import type { Field, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { inZone } from '../../conversation/when/clock-words.ts';
import { formatWeekly } from '../../conversation/when/weekly.ts';
import { isOffered } from '../../core/calendar/availability.ts';
import type { Tutor } from '../../core/people/person.ts';
import type { Wish } from '../../core/session/wish.ts';
import type { Reader } from '../shared/reader.ts';

const MINUTE_MS = 60_000;

/** What a learner reads before a request for a time outside the tutor's hours goes out. */
export interface OutsideHours {
  readonly text: Text;
  /** The time on the tutor's own clock. */
  readonly field: Field;
}

/** Undefined when the tutor offers that time, or has not said which times they offer. */
export function outsideHours(tutor: Tutor, wish: Wish, { words, language, locale }: Reader): OutsideHours | undefined {
  const endsAt = new Date(wish.startsAt.getTime() + wish.lengthMinutes * MINUTE_MS);
  const { zone, name } = tutor.person;
  if (zone === undefined || isOffered(tutor, wish.startsAt, endsAt)) return undefined;
  const hours = formatWeekly(tutor.weeklyHours, language).replaceAll('\n', '; ');
  return {
    text: words.book.outsideHours(name, hours),
    field: { name: words.book.whenFor(name), value: say`${inZone(wish.startsAt, zone, locale)}` },
  };
}
