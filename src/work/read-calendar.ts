import type { BusyElsewhere, ForeignCalendar, ForeignTrouble } from '../core/calendar/foreign.ts';
import { type FreeBusy, googleOwner, without } from '../core/calendar/free-busy.ts';
import { FOREIGN_DAYS_AHEAD, FOREIGN_KEPT_HOURS, FOREIGN_READ_EVERY_MINUTES } from '../core/limits.ts';
import type { NoticeData } from '../core/owing/kinds.ts';
import type { SystemTransaction } from '../core/store.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How many are read at a tick: the others come with the next. */
const AT_A_TICK = 50;

/** What an address gave. */
export type Fetched =
  | { readonly kind: 'calendar'; readonly text: string; readonly etag: string | undefined }
  | { readonly kind: 'same' }
  | { readonly kind: 'trouble'; readonly why: ForeignTrouble };

/** What reads calendars elsewhere. */
export interface Elsewhere {
  fetch(address: string, etag?: string): Promise<Fetched>;
  busyIn(
    text: string,
    range: { readonly from: Date; readonly to: Date; readonly zone: string },
  ): Promise<readonly BusyElsewhere[] | undefined>;
  /** Undefined where Google is not set up. */
  readonly freeBusy?: FreeBusy | undefined;
}

/** Calendars elsewhere, whose busy times keep their owners from being booked. */
export interface ReadCalendars {
  read(calendar: string): Promise<void>;
  /** Has those read whose time has come. */
  due(): Promise<void>;
}

export function createReadCalendars(
  { store, clock, defaultZone }: Pick<SystemDeps, 'store' | 'clock' | 'defaultZone'>,
  { fetch, busyIn, freeBusy }: Elsewhere,
): ReadCalendars {
  async function read(id: string): Promise<void> {
    const calendar = await store.foreignCalendar(id);
    if (!calendar) return;
    const owner = googleOwner(calendar.address);
    if (owner !== undefined) return ask(calendar, owner);
    // What is known reaches a day less far each day, so once a day all of it is read.
    const isStale = !calendar.readAt || clock().getTime() - calendar.readAt.getTime() > DAY;
    const fetched = await fetch(calendar.address, isStale ? undefined : calendar.etag);
    if (fetched.kind === 'trouble') return failed(calendar, fetched.why);
    if (fetched.kind === 'same') return succeeded(calendar);
    const now = clock();
    const zone = (await store.person(calendar.person))?.zone ?? defaultZone;
    const to = new Date(now.getTime() + FOREIGN_DAYS_AHEAD * DAY);
    const busy = await busyIn(fetched.text, { from: now, to, zone });
    return busy ? succeeded(calendar, { busy, etag: fetched.etag }) : failed(calendar, 'no-calendar');
  }

  async function ask(calendar: ForeignCalendar, owner: string): Promise<void> {
    const box = await store.postbox(calendar.person);
    if (!box?.isConfirmed || box.address !== owner) return failed(calendar, 'not-confirmed');
    const from = clock();
    const to = new Date(from.getTime() + FOREIGN_DAYS_AHEAD * DAY);
    const busy = (await freeBusy?.of(owner, from, to)) ?? 'not-granted';
    if (typeof busy === 'string') return failed(calendar, busy);
    const known = await store.inSessions(calendar.person, from, to);
    return succeeded(calendar, { busy: without(busy, known), etag: undefined });
  }

  function succeeded(
    calendar: ForeignCalendar,
    found?: { readonly busy: readonly BusyElsewhere[]; readonly etag: string | undefined },
  ): Promise<void> {
    const now = clock();
    return store.transaction(async (tx) => {
      await tx.lockPerson(calendar.person);
      // Removed while it was read: then nothing of it is held.
      if (!(await tx.foreignCalendar(calendar.id))) return;
      const news = found && { readAt: now, etag: found.etag };
      await tx.changeForeignCalendar(calendar.id, { ...news, failing: undefined });
      if (found) await tx.setBusyElsewhere(calendar, found.busy);
      if (found && !calendar.readAt) await tell(tx, calendar, { count: found.busy.length }, 'read', now);
    });
  }

  /** What was known counts for some hours; then it keeps nobody from booking any more, and its owner hears of it once. */
  function failed(calendar: ForeignCalendar, why: ForeignTrouble): Promise<void> {
    const now = clock();
    const since = calendar.failing?.since ?? now;
    return store.transaction(async (tx) => {
      await tx.lockPerson(calendar.person);
      if (!(await tx.foreignCalendar(calendar.id))) return;
      await tx.changeForeignCalendar(calendar.id, { failing: { since, why } });
      const isKept = calendar.readAt && now.getTime() - since.getTime() < FOREIGN_KEPT_HOURS * HOUR;
      if (isKept) return;
      await tx.setBusyElsewhere(calendar, []);
      await tell(tx, calendar, { why }, String(since.getTime()), now);
    });
  }

  async function tell(
    tx: SystemTransaction,
    { id, name, person }: ForeignCalendar,
    news: Omit<NoticeData<'foreign-calendar'>, 'name'>,
    what: string,
    at: Date,
  ): Promise<void> {
    const about = { kind: 'person', id: person } as const;
    const data = { name, ...news };
    await tx.owe([{ kind: 'foreign-calendar', to: { person }, about, dedupeKey: `${id} ${what}`, data }], at);
  }

  return {
    read,
    due: async () => {
      const now = clock();
      if (!(await store.isDue('calendars', now))) return;
      const again = new Date(now.getTime() + FOREIGN_READ_EVERY_MINUTES * MINUTE);
      await store.transaction(async (tx) => {
        for (const calendar of await tx.takeDueCalendars(now, again, AT_A_TICK))
          await tx.enqueue({ name: 'read-calendar', data: { calendar } });
      });
    },
  };
}
