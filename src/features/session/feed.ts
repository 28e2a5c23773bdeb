import { calendarWay } from '../../core/calendar/entry.ts';
import { FEED_DAYS_BACK, FEED_MOST } from '../../core/limits.ts';
import type { Person } from '../../core/people/person.ts';
import { participant, type Session } from '../../core/session/session.ts';
import { entryOf } from '../shared/calendar-entry.ts';
import type { SystemDeps } from '../shared/deps.ts';
import { reader, viewsOf } from '../shared/reader.ts';

const DAY = 86_400_000;
const IN_CALENDARS = ['confirmed', 'started', 'ended', 'cancelled'] as const;

/** What is behind the addresses that calendars ask: all sessions of one person, or one of them. */
export interface CalendarDoor {
  /** Undefined: nobody's address. */
  feed(secret: string): Promise<string | undefined>;
  /** By the secret of somebody's own way into it. */
  session(joinToken: string): Promise<string | undefined>;
  /** The same of all of its series. */
  series(joinToken: string): Promise<string | undefined>;
}

export function createCalendarDoor(deps: SystemDeps): CalendarDoor {
  async function written(person: Person, sessions: readonly Session[]) {
    const store = deps.store.of(person.organization);
    const [account] = await store.accounts(person.id);
    const me = reader(person, account?.locale ?? '');
    const views = await viewsOf(sessions, me, { store, clock: deps.clock });
    return { me, entries: views.map((view) => entryOf(view, deps, changedAt(view.session))) };
  }

  return {
    feed: async (secret) => {
      const person = await deps.store.personByFeed(secret);
      if (!person) return undefined;
      const ours = deps.store.of(person.organization);
      const now = deps.clock();
      const query = { person: person.id, states: IN_CALENDARS } as const;
      // What is to come before what was: of whoever teaches a lot there is more than a calendar holds.
      const ahead = await ours.sessions({ ...query, startsFrom: now, order: 'soonest', limit: FEED_MOST });
      const back = { startsFrom: new Date(now.getTime() - FEED_DAYS_BACK * DAY), startsBefore: now };
      const past = await ours.sessions({ ...query, ...back, order: 'latest', limit: FEED_MOST - ahead.length });
      const sessions = [...past.toReversed(), ...ahead].filter(
        (session) =>
          participant(session, person.id) && session.confirmedAt && calendarWay(session, person) !== 'invited',
      );
      const { me, entries } = await written(person, sessions);
      return deps.calendars.feed(entries, me.words.calendar.feedName(person.name));
    },
    session: async (joinToken) => {
      const found = await deps.store.sessionByJoinToken(joinToken);
      const person = found && (await deps.store.person(found.person));
      if (!person || !found.session.confirmedAt) return undefined;
      const [entry] = (await written(person, [found.session])).entries;
      return entry && deps.calendars.file(entry);
    },
    series: async (joinToken) => {
      const found = await deps.store.sessionByJoinToken(joinToken);
      const person = found && (await deps.store.person(found.person));
      const id = found?.session.series?.id;
      if (!person || id === undefined) return undefined;
      const all = await deps.store.of(person.organization).sessionsOfSeries(id);
      const theirs = all.filter((one) => participant(one, person.id) && one.confirmedAt);
      const { entries } = await written(person, theirs);
      return entries.length === 0 ? undefined : deps.calendars.several(entries);
    },
  };
}

/** The same as long as it is the same: who asks again is told that nothing has changed. */
function changedAt({ requestedAt, confirmedAt = requestedAt, meeting }: Session): Date {
  return new Date(Math.max(confirmedAt.getTime(), meeting?.madeAt.getTime() ?? 0));
}
