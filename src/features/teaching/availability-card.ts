import type { Reply } from '../../conversation/handler.ts';
import type { Action, Message, Section, Text } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { lengthWords, onDay } from '../../conversation/when/clock-words.ts';
import { formatWeekly } from '../../conversation/when/weekly.ts';
import { placeOf } from '../../conversation/when/zone-index.ts';
import type { Changed } from '../../core/calendar/availabilities.ts';
import type { Exception, Rules } from '../../core/calendar/hours.ts';
import type { Tutor } from '../../core/people/person.ts';
import type { Session } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { learnersNamed, type Reader, viewsOf } from '../shared/reader.ts';

/** Sessions that are named one by one. */
const NAMED = 8;

/** When a tutor teaches: the usual week, what differs, the rules, and ways to change each. */
export function availabilityCard(
  tutor: Tutor,
  reader: Reader,
  deps: Pick<Deps, 'defaultZone'>,
  news: Text = [],
): Message {
  const words = reader.words.availability;
  const hours = formatWeekly(tutor.weeklyHours, reader.language);
  const place = placeOf(tutor.person.zone ?? deps.defaultZone, reader.language);
  const text = hours === '' ? words.byArrangement : words.hours(hours, place);
  const { exceptions } = tutor;
  const days = exceptions.map((one) => dayLine(one, reader));
  return {
    title: say`${words.title}`,
    text: news.length === 0 ? text : say`${news}\n${text}`,
    sections: [
      ...(days.length === 0 ? [] : [{ title: say`${words.daysTitle}`, text: join(days, '\n') }]),
      { title: say`${words.rulesTitle}`, text: join(ruleLines(tutor, reader), '\n') },
    ],
    actions: [...changes(reader), ...removal(exceptions, reader)],
  };
}

/** The same after a change, with the sessions that lie outside now: they stay. */
export async function changedCard({ tutor, outside }: Changed, reader: Reader, deps: Deps): Promise<Reply> {
  const words = reader.words.availability;
  const card = availabilityCard(tutor, reader, deps, words.saved);
  const named = outside.length === 0 ? [] : [await outsideNow(outside, reader, deps)];
  return { kind: 'private', message: { ...card, sections: [...named, ...(card.sections ?? [])] } };
}

async function outsideNow(outside: readonly Session[], reader: Reader, deps: Deps): Promise<Section> {
  const views = await viewsOf(outside.slice(0, NAMED), reader, deps);
  const lines = views.map((view) => {
    const { subject, startsAt } = view.session;
    return say`${moment(startsAt, reader.zone)}: ${reader.words.meeting.title(subject, learnersNamed(view))}`;
  });
  const more = outside.length > NAMED ? [say`…`] : [];
  return { text: join([reader.words.availability.outsideNow(outside.length), ...lines, ...more], '\n') };
}

/** The buttons of all that can be changed. */
function changes({ words }: Reader): readonly Action[] {
  const button = (label: string, handler: string): Action => ({
    kind: 'button',
    label,
    style: 'plain',
    target: { handler, input: {} },
  });
  return [
    button(words.buttons.weeklyHours, 'availability-hours'),
    button(words.buttons.daysThatDiffer, 'availability-days'),
    button(words.buttons.whatYouOffer, 'availability-rules'),
    button(words.buttons.breaksAndLimits, 'availability-limits'),
    button(words.buttons.week, 'week'),
    button(words.buttons.statement, 'statement'),
  ];
}

function removal(exceptions: readonly Exception[], reader: Reader): readonly Action[] {
  if (exceptions.length === 0) return [];
  const options = exceptions.map((one) => {
    const label = dayLine(one, reader)
      .map((span) => ('text' in span ? span.text : ''))
      .join('');
    return { value: one.id, label };
  });
  const target = { handler: 'availability-remove', input: {} };
  return [{ kind: 'choice', label: reader.words.availability.remove, target, options }];
}

function dayLine({ kind, from, until, windows }: Exception, { words, locale }: Reader): Text {
  const days = from === until ? onDay(from, locale) : `${onDay(from, locale)} – ${onDay(until, locale)}`;
  return words.availability[kind](days, windows.map((one) => `${one.from}–${one.to}`).join(', '));
}

function ruleLines({ rules, lengths }: Tutor, { words, locale, language }: Reader): readonly Text[] {
  const said = words.availability;
  const list = new Intl.ListFormat(language.id, { type: 'disjunction' });
  const long = (minutes: Rules['noticeMinutes']) => (minutes ? lengthWords(minutes, locale) : '');
  const count = (most: number | undefined) => (most === undefined ? '' : String(most));
  return [
    said.lengths(list.format(lengths.map((one) => lengthWords(one, locale))), lengthWords(rules.everyMinutes, locale)),
    said.asked(noticeWords(rules.noticeMinutes, locale, said.days), rules.aheadDays),
    said.buffers(long(rules.beforeMinutes), long(rules.afterMinutes)),
    said.limits(count(rules.mostADay), count(rules.mostAWeek)),
    rules.takesOutside ? said.takesOutside : said.refusesOutside,
  ];
}

const DAY = 24 * 60;

/** "2 days", "90 minutes"; nothing where there is no minimum. */
export function noticeWords(minutes: number | undefined, locale: string, days: (count: number) => string): string {
  if (!minutes) return '';
  return minutes % DAY === 0 ? days(minutes / DAY) : lengthWords(minutes, locale);
}
