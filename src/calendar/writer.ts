import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import type { CalendarWriter, Entry } from '../core/calendar/entry.ts';
import { clean } from '../core/clean.ts';
import { cut } from '../core/cut.ts';
import { googleLink, outlookLink } from './links.ts';

const PRODUCT = { company: 'Tutorline', product: 'Tutorline', language: 'EN' };
const TITLE_MOST = 200;
const NAME_MOST = 100;
const TEXT_MOST = 2000;
/** Calendars that subscribe ask again after about so long. */
const REFRESH_SECONDS = 60 * 60;

/** Writes iCalendar, https://www.rfc-editor.org/rfc/rfc5545. `organizer`: in whose name entries are sent. */
export function createCalendarWriter(organizer: { readonly name: string; readonly address: string }): CalendarWriter {
  /**
   * Instants in UTC: what was agreed to is a moment, and a calendar shows it in its reader's zone. The reader is in it
   * already, so nobody is asked to answer.
   */
  const eventOf = (entry: Entry): ICalEventData => {
    const { uid, sequence, changedAt, startsAt, endsAt, title, description, url, isCancelled, attendee, alarms } =
      entry;
    return {
      id: uid,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      start: startsAt,
      end: endsAt,
      summary: inOneLine(title, TITLE_MOST),
      description: cut(clean(description), TEXT_MOST),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: isCancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
      organizer: { name: organizer.name, email: organizer.address },
      attendees: [
        {
          name: inOneLine(attendee.name, NAME_MOST),
          email: attendee.address ?? NO_ADDRESS,
          role: ICalAttendeeRole.REQ,
          type: ICalAttendeeType.INDIVIDUAL,
          status: isCancelled ? ICalAttendeeStatus.DECLINED : ICalAttendeeStatus.ACCEPTED,
          rsvp: false,
        },
      ],
      ...(url !== undefined && { url, location: url }),
      alarms: isCancelled ? [] : alarms.map((minutes) => alarmOf(minutes, title)),
    };
  };

  const written = (calendar: ICalCalendar, entries: readonly Entry[]): string => {
    for (const entry of entries) calendar.createEvent(eventOf(entry));
    return calendar.toString();
  };

  return {
    several: (entries) => {
      const isOff = entries.every(({ isCancelled }) => isCancelled);
      // What concerns more than one is published: https://www.rfc-editor.org/rfc/rfc5546#section-3.2.1
      const method = isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
      return written(ical({ prodId: PRODUCT, method }), entries);
    },
    file: (entry) => {
      const method = entry.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
      return written(ical({ prodId: PRODUCT, method }), [entry]);
    },
    feed: (entries, name) =>
      written(ical({ prodId: PRODUCT, method: ICalCalendarMethod.PUBLISH, name, ttl: REFRESH_SECONDS }), entries),
    links: (entry) => ({ google: googleLink(entry), outlook: outlookLink(entry) }),
  };
}

/** Stands for people who gave none: a name that there never is, https://www.rfc-editor.org/rfc/rfc2606#section-2 */
const NO_ADDRESS = 'nobody@tutorline.invalid';

function alarmOf(minutes: number, title: string) {
  return {
    type: ICalAlarmType.display,
    trigger: minutes * 60, // seconds before the start
    description: inOneLine(title, TITLE_MOST),
  };
}

/** What people typed may have line ends: a title has none. */
function inOneLine(text: string, most: number): string {
  return cut(clean(text).replaceAll(/\s+/g, ' ').trim(), most);
}
