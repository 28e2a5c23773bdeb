import type { CalendarWay, Person } from '../people/person.ts';
import type { Session } from '../session/session.ts';

/** An appointment as calendars know it: https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1 */
export interface Entry {
  /** The same for ever. */
  readonly uid: string;
  /** Grows with each change. */
  readonly sequence: number;
  /** When it became what it is. */
  readonly changedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly description: string;
  /** The way in, where there is one. */
  readonly url: string | undefined;
  readonly isCancelled: boolean;
  /** Whose entry it is; `address`: where they have confirmed one. */
  readonly attendee: { readonly name: string; readonly address: string | undefined };
  /** Minutes before the start. */
  readonly alarms: readonly number[];
}

/** Writes entries down. */
export interface CalendarWriter {
  /** One entry, to be put into a calendar or taken out of it: https://www.rfc-editor.org/rfc/rfc5546#section-3.2 */
  file(entry: Entry): string;
  /** Several: all of them to be put in, or all to be taken out. */
  several(entries: readonly Entry[]): string;
  /** All of somebody's entries, to be subscribed to. */
  feed(entries: readonly Entry[], name: string): string;
  /** Pages on which it is put into a calendar with one press. */
  links(entry: Entry): { readonly google: string; readonly outlook: string };
}

/**
 * The one rule against double entries: how a session comes into somebody's calendar. Whom the platform has invited has
 * its entry already; who subscribes to their calendar finds it there; everybody else gets a file, unless they want none.
 */
export function calendarWay(
  session: Pick<Session, 'meeting'>,
  person: Pick<Person, 'id' | 'email' | 'calendar'>,
): CalendarWay | 'invited' {
  if (person.email !== undefined && session.meeting?.invited?.includes(person.id)) return 'invited';
  return person.calendar ?? 'files';
}
