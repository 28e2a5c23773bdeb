import type { Action, Message, Text } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { onDay } from '../../conversation/when/clock-words.ts';
import type { ClosuresChanged } from '../../core/calendar/closures.ts';
import type { Closure } from '../../core/calendar/hours.ts';
import type { Deps } from '../shared/deps.ts';
import { learnersNamed, nameOf, type Reader, viewsOf } from '../shared/reader.ts';

/** Sessions that are named one by one, and days that are listed. */
const NAMED = 8;
const LISTED = 40;

/** Holidays and terms from today on, with ways to change them. */
export function holidaysCard(
  closures: readonly Closure[],
  reader: Reader,
  deps: Pick<Deps, 'clock' | 'defaultZone'>,
  news?: Text,
): Message {
  const words = reader.words.holidays;
  const zone = reader.zone ?? deps.defaultZone;
  const today = deps.clock().toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().toString();
  const ahead = closures.filter(({ until }) => until >= today);
  const lines = ahead.slice(0, LISTED).map((one) => lineOf(one, reader));
  const list =
    lines.length === 0 ? words.none : join([words.intro, ...lines, ...(ahead.length > LISTED ? [say`…`] : [])], '\n');
  const { buttons } = reader.words;
  return {
    title: say`${words.title}`,
    text: news ? say`${news}\n${list}` : list,
    actions: [
      button(buttons.addHoliday, 'holiday-add'),
      button(buttons.readCalendar, 'holidays-read'),
      ...removal(ahead, reader),
    ],
  };
}

/** The same after a change, with the sessions that lie on such days now: they stay. */
export async function holidaysChanged(
  { closures, inside }: ClosuresChanged,
  news: Text,
  reader: Reader,
  deps: Deps,
): Promise<Message> {
  const card = holidaysCard(closures, reader, deps, news);
  if (inside.length === 0) return card;
  const views = await viewsOf(inside.slice(0, NAMED), reader, deps);
  const lines = views.map((view) => {
    const { subject, startsAt, tutor } = view.session;
    const who = tutor === undefined ? reader.words.anyTutor : nameOf(view, tutor);
    return say`${moment(startsAt, reader.zone)}: ${reader.words.tutoring.line(subject, learnersNamed(view), who)}`;
  });
  const more = inside.length > NAMED ? [say`…`] : [];
  return {
    ...card,
    sections: [{ text: join([reader.words.holidays.insideNow(inside.length), ...lines, ...more], '\n') }],
  };
}

function lineOf({ kind, name, from, until }: Closure, { words, locale }: Reader): Text {
  const days = from === until ? onDay(from, locale) : `${onDay(from, locale)} – ${onDay(until, locale)}`;
  const called = name === '' ? words.holidays.unnamed : name;
  return kind === 'term' ? words.holidays.term(called, days) : words.holidays.holiday(called, days);
}

function removal(closures: readonly Closure[], reader: Reader): readonly Action[] {
  if (closures.length === 0) return [];
  const options = closures.slice(0, LISTED).map((one) => {
    const label = lineOf(one, reader)
      .map((span) => ('text' in span ? span.text : ''))
      .join('');
    return { value: one.id, label };
  });
  const target = { handler: 'holiday-remove', input: {} };
  return [{ kind: 'choice', label: reader.words.holidays.remove, target, options }];
}

function button(label: string, handler: string): Action {
  return { kind: 'button', label, style: 'plain', target: { handler, input: {} } };
}
