import type { Person, QuietHours } from '../people/person.ts';
import { isOpen, type Session } from '../session/session.ts';
import type { NoticeKind } from './kinds.ts';
import type { Delivery } from './port.ts';

/** What nobody has to read at night. Reminders, links, and what somebody waits for at this moment are not among it. */
const CAN_WAIT: readonly NoticeKind[] = [
  'request',
  'requests',
  'nudge',
  'confirmed',
  'declined',
  'expired',
  'cancelled',
  'moved',
  'reopened',
  'booked-for',
  'times-proposed',
  'times-refused',
  'times-lapsed',
  'handed-over',
  'taken-over',
  'taken-out',
  'decided',
  'paused',
  'application-news',
  'enrolled',
  'poll',
  'calendar',
  'event-changed',
  'foreign-calendar',
  'recording',
  'recording-asked',
  'feedback',
  'rate-nudge',
  'other-left',
  'occurrence',
  'series-card',
  'series-news',
  'series-ending',
  'calendars',
  'observe',
  'observed',
  'observer-news',
  'paired',
  'meet-again',
  'steps',
  'credits-granted',
  'cared-for',
];

/** What is about a session that begins so soon after the quiet hours does not wait for their end. */
const TOO_LATE_MS = 2 * 3_600_000;

/** Until when a message waits for the end of its reader's quiet hours; undefined: it is sent now. */
export function waitsUntil(
  { kind, fate }: Pick<Delivery, 'kind' | 'fate'>,
  session: Session | undefined,
  { person, zone }: { readonly person: Pick<Person, 'quiet'>; readonly zone: string | undefined },
  now: Date,
): Date | undefined {
  if (!person.quiet || fate !== 'queued' || !CAN_WAIT.includes(kind)) return undefined;
  const until = quietUntil(person.quiet, zone ?? 'UTC', now);
  if (!until || !session || !isOpen(session)) return until;
  return session.startsAt.getTime() < until.getTime() + TOO_LATE_MS ? undefined : until;
}

/** When the quiet hours are over that it is now; undefined: it is none. */
export function quietUntil({ from, to }: QuietHours, zone: string, now: Date): Date | undefined {
  const here = now.toTemporalInstant().toZonedDateTimeISO(zone);
  const time = here.toPlainTime().toString().slice(0, 'HH:mm'.length);
  const isOverMidnight = to <= from;
  const isQuiet = isOverMidnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return undefined;
  const day = here.toPlainDate().add({ days: isOverMidnight && time >= from ? 1 : 0 });
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: to }).epochMilliseconds);
}
