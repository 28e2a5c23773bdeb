import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { FOREIGN_CALENDARS_MOST } from '../limits.ts';
import { safeRoom } from '../meeting/own-room.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import { atGoogle, type FreeBusy, type FreeBusyTrouble } from './free-busy.ts';

/** Why a calendar elsewhere cannot be read. */
export type ForeignTrouble =
  | 'unreachable'
  | 'inside'
  | 'refused'
  | 'gone'
  | 'too-large'
  | 'no-calendar'
  | 'not-confirmed'
  | FreeBusyTrouble;

/** Somebody's calendar elsewhere, of which only the busy times are read. */
export interface ForeignCalendar {
  readonly id: string;
  readonly person: string;
  /** Whoever has it reads the calendar: it is shown to nobody, and in no log. */
  readonly address: string;
  /** The host, or the address of its owner at Google: by it people know it again. */
  readonly name: string;
  /** What its host calls the state that was read last. */
  readonly etag: string | undefined;
  /** When it was read last; undefined: never yet. */
  readonly readAt: Date | undefined;
  /** Since when it cannot be read, and why. */
  readonly failing: { readonly since: Date; readonly why: ForeignTrouble } | undefined;
}

/** A stretch of time in which somebody is busy elsewhere. */
export interface BusyElsewhere {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface ForeignCalendars {
  /** It is read at once, by a job: the word on it comes as a message. */
  connect(by: Actor, typed: string): Promise<ForeignCalendar>;
  /** The busy times of Google's calendar of the address that they confirmed: asked for once before it is followed. */
  connectGoogle(by: Actor): Promise<ForeignCalendar>;
  /** Its times are free again. */
  remove(by: Actor, id: string): Promise<void>;
}

/** `trusted`: an origin that is ours, although it is inside. `freeBusy`: undefined where Google is not set up. */
export function createForeignCalendars(
  store: Pick<Store, 'of'>,
  clock: Clock,
  trusted?: string,
  freeBusy?: FreeBusy,
): ForeignCalendars {
  const ours = ({ person }: Actor) => store.of(person.organization);
  const add = (by: Actor, address: string, name: string): Promise<ForeignCalendar> =>
    ours(by).transaction(async (tx) => {
      await tx.lockPerson(by.person.id);
      const mine = await tx.foreignCalendars(by.person.id);
      const known = mine.find((one) => one.address === address);
      if (!known && mine.length >= FOREIGN_CALENDARS_MOST)
        throw new Refusal('too-many-calendars', { most: FOREIGN_CALENDARS_MOST }, 'address');
      const calendar = known ?? { id: newId(), person: by.person.id, address, name, ...UNREAD };
      if (!known) await tx.addForeignCalendar(calendar, clock());
      await tx.enqueue({ name: 'read-calendar', data: { calendar: calendar.id } });
      return calendar;
    });
  return {
    connect: async (by, typed) => {
      const given = typed.trim().replace(/^webcals?:/i, 'https:');
      const isOurs = trusted !== undefined && URL.parse(given)?.origin === trusted;
      const address = isOurs ? given : safeRoom(given);
      if (address === undefined) throw new Refusal('not-a-calendar-address', {}, 'address');
      return add(by, address, new URL(address).host);
    },
    connectGoogle: async (by) => {
      const box = await ours(by).postbox(by.person.id);
      if (!freeBusy || !box?.isConfirmed || box.address === undefined) throw new Refusal('no-google-calendar', {});
      const now = clock();
      const busy = await freeBusy.of(box.address, now, new Date(now.getTime() + HOUR));
      if (typeof busy === 'string') throw new Refusal(`google-calendar-${busy}`, {});
      return add(by, atGoogle(box.address), box.address);
    },
    remove: (by, id) =>
      ours(by).transaction(async (tx) => {
        const mine = await tx.foreignCalendars(by.person.id);
        if (!mine.some((one) => one.id === id)) return;
        await tx.removeForeignCalendar(id);
        await tx.release({ id, why: 'calendar' });
      }),
  };
}

const HOUR = 3_600_000;
const UNREAD = { etag: undefined, readAt: undefined, failing: undefined } as const;

/** What is asked about them. */
export interface ForeignCalendarReads {
  /** Somebody's, in the order in which they were connected. */
  foreignCalendars(person: string): Promise<readonly ForeignCalendar[]>;
}

export interface ForeignCalendarLookups {
  foreignCalendar(id: string): Promise<ForeignCalendar | undefined>;
  /** When somebody has sessions, as far as they are held. */
  inSessions(person: string, from: Date, to: Date): Promise<readonly BusyElsewhere[]>;
}

export interface ForeignCalendarWrites {
  addForeignCalendar(calendar: ForeignCalendar, dueAt: Date): Promise<void>;
  removeForeignCalendar(id: string): Promise<void>;
  changeForeignCalendar(
    id: string,
    patch: Partial<Pick<ForeignCalendar, 'etag' | 'readAt' | 'failing'>>,
  ): Promise<void>;
  /** Its busy times are these, and no others. */
  setBusyElsewhere(calendar: Pick<ForeignCalendar, 'id' | 'person'>, busy: readonly BusyElsewhere[]): Promise<void>;
}

/** What the clock does about them. */
export interface ForeignCalendarClock {
  /** Those that are to be read again, each for this process alone: the next time is `again`. */
  takeDueCalendars(now: Date, again: Date, limit: number): Promise<readonly string[]>;
}
