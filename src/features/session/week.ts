import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Image, Message } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { dayLabel, hourLabel, shortDay } from '../../conversation/when/clock-words.ts';
import { placeOf } from '../../conversation/when/zone-index.ts';
import { countedOf } from '../../core/calendar/objection.ts';
import { closedOn, openOn } from '../../core/calendar/open-days.ts';
import { dayIn, partsOf } from '../../core/calendar/wall-clock.ts';
import { type Mark, type MarkKind, type Week, weekOf } from '../../core/calendar/week.ts';
import type { Tutor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { otherOf, type Reader, readerOf, viewsOf } from '../shared/reader.ts';
import { UPCOMING } from './session-section.ts';

const DAYS = 7;
/** Sessions of one week that are drawn. */
const DRAWN = 100;
/** Weeks to which one can turn. */
const WEEKS_AWAY = 60;

/** Somebody's seven days from a date on, as a picture and in words. */
export const week = handler({
  input: z.object({ from: Short, turn: Short }),
  run: async (by, { from, turn }, deps: Deps) => {
    const reader = readerOf(by);
    const zone = reader.zone ?? deps.defaultZone;
    const today = dayIn(deps.clock().getTime(), zone);
    const message = await weekMessage(reader, dateMeant(from, today), today, zone, deps);
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

/** Old buttons may carry anything: what is no date near today is today. */
function dateMeant(from: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  if (from === undefined || !/^\d{4}-\d\d-\d\d$/.test(from)) return today;
  try {
    const date = Temporal.PlainDate.from(from);
    return Math.abs(today.until(date).total('days')) <= WEEKS_AWAY * DAYS ? date : today;
  } catch {
    return today;
  }
}

async function weekMessage(
  reader: Reader,
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
  zone: string,
  deps: Deps,
): Promise<Message> {
  const words = reader.words.week;
  const tutor = await deps.store.tutor(reader.person.id);
  const shown = await weekShown(reader, tutor, from, zone, deps);
  const days = shown.days.map(({ date }) => dayLabel(date, reader.locale));
  const place = placeOf(zone, reader.language);
  const [first, last] = [from, from.add({ days: DAYS - 1 })].map((date) => shortDay(date, reader.locale));
  const title = words.title(`${first} – ${last}`, place);
  const png = await deps.pictures.week(shown, {
    title,
    days,
    hour: (hour) => hourLabel(hour, reader.locale),
    offered: words.offered,
    kinds: words.kinds,
  });
  const image: Image = { png, name: 'week', alt: inWords(shown, reader) };
  const turned = (label: string, date: Temporal.PlainDate): Action => ({
    kind: 'button',
    label,
    style: 'plain',
    target: { handler: 'week', input: { from: date.toString(), turn: 'page' } },
  });
  return {
    title: say`${title}`,
    images: [image],
    actions: [
      turned(words.before, from.subtract({ days: DAYS })),
      ...(from.equals(today) ? [] : [turned(words.thisWeek, today)]),
      turned(words.after, from.add({ days: DAYS })),
      {
        kind: 'button',
        label: reader.words.buttons.sessions,
        style: 'plain',
        target: { handler: 'sessions', input: {} },
      },
    ],
  };
}

async function weekShown(
  reader: Reader,
  tutor: Tutor | undefined,
  from: Temporal.PlainDate,
  zone: string,
  deps: Deps,
): Promise<Week> {
  const dates = Array.from({ length: DAYS }, (_, index) => from.add({ days: index }));
  const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(zone).epochMilliseconds);
  const [begins, ends, now] = [midnight(from), midnight(from.add({ days: DAYS })), deps.clock()];
  const [found, around] = await Promise.all([
    deps.store.sessions({
      person: reader.person.id,
      states: [...UPCOMING, 'ended'],
      startsFrom: midnight(from.subtract({ days: 1 })), // what goes on over midnight
      startsBefore: ends,
      order: 'soonest',
      limit: DRAWN,
    }),
    deps.store.around({
      people: [reader.person.id],
      counted: tutor ? countedOf([tutor]) : [],
      from: begins,
      to: ends,
      now,
    }),
  ]);
  const views = await viewsOf(found, reader, deps);
  const sessions = views.map((view) => ({
    kind: view.session.state === 'requested' ? ('request' as const) : ('session' as const),
    label: reader.words.week.session(view.session.subject, otherOf(view)),
    startsAt: view.session.startsAt,
    endsAt: view.session.endsAt,
  }));
  const busy = around.held
    .filter(({ why }) => why === 'calendar')
    .map(({ startsAt, endsAt }) => ({ kind: 'busy' as const, label: reader.words.week.kinds.busy, startsAt, endsAt }));
  const off = dates.flatMap((date) => {
    const closed = closedOn(date, around.closures);
    const label = closed?.name ?? reader.words.week.kinds.off;
    return closed
      ? [{ kind: 'off' as const, label, startsAt: midnight(date), endsAt: midnight(date.add({ days: 1 })) }]
      : [];
  });
  return weekOf({
    zone,
    from,
    now,
    offered: tutor ? offeredOn(dates, tutor, deps) : [],
    items: [...off, ...busy, ...sessions],
  });
}

/** The tutor's own hours, which are in the tutor's zone: a day more to each side for whoever looks from elsewhere. */
function offeredOn(dates: readonly Temporal.PlainDate[], tutor: Tutor, deps: Deps) {
  const zone = tutor.person.zone ?? deps.defaultZone;
  const [first, last] = [dates[0], dates.at(-1)];
  const all = first && last ? [first.subtract({ days: 1 }), ...dates, last.add({ days: 1 })] : [];
  return all.flatMap((date) =>
    openOn(date, tutor, partsOf(date, zone)).map(({ from, to }) => ({
      startsAt: new Date(from),
      endsAt: new Date(to),
    })),
  );
}

/** The picture for those who do not see it: what is on, day by day. */
function inWords({ days }: Week, { words, locale }: Reader): string {
  const time = (minute: number) => hourLabel(minute / 60, locale);
  const inLine = ({ kind, label, fromMinute, toMinute }: Mark) =>
    kind === 'off' ? label : `${time(fromMinute)}–${time(toMinute)} ${labelled(label, kind)}`;
  const labelled = (label: string, kind: MarkKind) => (kind === 'request' ? words.week.unanswered(label) : label);
  const lines = days
    .filter(({ marks }) => marks.length > 0)
    .map(({ date, marks }) => `${shortDay(date, locale)}: ${marks.map(inLine).join('; ')}`);
  return lines.length > 0 ? lines.join('. ') : words.week.nothing;
}
