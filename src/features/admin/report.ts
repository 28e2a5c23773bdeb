import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { shortDay } from '../../conversation/when/clock-words.ts';
import { dayIn } from '../../core/calendar/wall-clock.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { choiceTyped } from '../shared/typed-choice.ts';
import { reportMessage } from './report-message.ts';
import { PERIODS, type Period, type Stretch, stretchAround } from './report-period.ts';

/** What became of the sessions of a week, a month or a term: in numbers, in pictures, and by tutor and subject. */
export const report = handler({
  task: 'read what happens',
  input: z.object({
    period: z.enum(PERIODS).catch('week'),
    day: z.iso.date().optional().catch(undefined),
    turn: Short,
  }),
  read: async (by, { text }) => ({
    period: choiceTyped(text, readerOf(by).words.commands.tutoring.words?.['report']?.options['period']) ?? 'week',
  }),
  run: async (by, { period, day, turn }, deps: Deps) => {
    const reader = readerOf(by);
    const zone = reader.zone ?? deps.defaultZone;
    const today = dayIn(deps.clock().getTime(), zone);
    const closures = await deps.store.closures();
    const stretch = stretchAround(period, day === undefined ? today : Temporal.PlainDate.from(day), closures);
    const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(zone).epochMilliseconds);
    const found = await deps.store.report(midnight(stretch.from), midnight(stretch.before));
    const [first, last] = [stretch.from, stretch.before.subtract({ days: 1 })].map((one) => inWords(one, reader));
    const title = reader.words.report.title(`${first} – ${last}`);
    const message = await reportMessage(found, title, reader, deps);
    return {
      kind: turn === undefined ? 'private' : 'replace',
      message: { title: say`${title}`, ...message, actions: turning(period, stretch, today, reader) },
    };
  },
});

function inWords(date: Temporal.PlainDate, { locale }: Reader): string {
  return `${shortDay(date, locale)} ${String(date.year)}`;
}

function turning(
  period: Period,
  { from, before }: Stretch,
  today: Temporal.PlainDate,
  reader: Reader,
): readonly Action[] {
  const { report: words, buttons } = reader.words;
  const to = (label: string, period: Period, day: Temporal.PlainDate): Action => ({
    kind: 'button',
    label,
    style: 'plain',
    target: { handler: 'report', input: { period, day: day.toString(), turn: 'page' } },
  });
  return [
    to(words.earlier, period, from.subtract({ days: 1 })),
    ...(Temporal.PlainDate.compare(before, today) <= 0 ? [to(words.later, period, before)] : []),
    ...PERIODS.filter((one) => one !== period).map((one) => to(words.periods[one], one, today)),
    { kind: 'button', label: buttons.status, style: 'plain', target: { handler: 'tutoring', input: { turn: 'page' } } },
  ];
}
