import type { Reply } from '../../conversation/handler.ts';
import type { Action, Message, Section, Text } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { blocked, kept, type Planned, type RepeatedWish, type SeriesPlan } from '../../core/series/plan.ts';
import type { Wish } from '../../core/session/wish.ts';
import type { Deps } from '../shared/deps.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { ruleWords } from '../shared/rule-words.ts';
import { bestOf } from './best.ts';
import { type Booking, button, keepBooking } from './booking.ts';
import { insteadOf } from './series-instead.ts';
import { seriesWish } from './series-wish.ts';

/** Obstacles that are asked about at once; the others after them. */
const ASKED = 4;
/** Lines of dates: a quarter of a year of weeks. */
const LISTED = 13;
/** What a menu of every chat takes. */
const MENU = 25;
/** How often is offered where nobody has said it. */
const TIMES = [4, 6, 8, 10, 12] as const;

/** All dates of a series, with what is in the way of each, before anything is sent: to skip or to move, one after the other. */
export async function seriesPreview(by: Actor, booking: Booking, wish: Wish, deps: Deps): Promise<Reply> {
  const reader = readerOf(by);
  const all = { ...booking, when: wish.startsAt.toISOString(), length: String(wish.lengthMinutes) };
  const series = seriesWish(all, wish, reader, deps);
  if (!series) {
    const message = howLong(await keepBooking(by, all, deps), booking.repeat ?? 'week', reader);
    return { kind: 'private', message };
  }
  const { tutor, why } = await tutorOf(by, series, reader, deps);
  const draft = await keepBooking(by, { ...all, tutor }, deps);
  const plan = await deps.series.plan(by, { ...series, tutor });
  return { kind: 'private', message: await preview(plan, why, draft, reader, deps) };
}

/** Where any tutor would do, the one who fits best of those who have the most of its dates free, and why. */
async function tutorOf(by: Actor, series: RepeatedWish, reader: Reader, deps: Deps) {
  if (series.tutor !== undefined) return { tutor: series.tutor, why: [] };
  const { tutors, free, of } = await deps.series.whoFits(by, series);
  const best = await bestOf({ tutors }, reader, deps);
  if (!best) throw new Refusal('nobody-free', { subject: series.subject }, 'when');
  const why = say`${best.text} ${reader.words.series.freeAt(free, of)} `;
  return { tutor: best.tutor.person.id, why };
}

function howLong(draft: string, every: string, { words }: Reader): Message {
  const times = TIMES.map((count) =>
    button(words.series.times(count), 'plain', 'book-series', { draft, repeat: `${every} times ${count}` }),
  );
  return {
    text: say`${words.series.howLong}`,
    actions: [...times, button(words.buttons.repeat, 'plain', 'book-repeat', { draft })],
  };
}

async function preview(plan: SeriesPlan, why: Text, draft: string, reader: Reader, deps: Deps): Promise<Message> {
  const { words } = reader;
  const { series, buttons, fields } = words;
  const { wish, tutor, rule } = plan;
  const inTheWay = blocked(plan);
  const asked = await Promise.all(inTheWay.slice(0, ASKED).map((one) => choiceFor(one, plan, draft, reader, deps)));
  return {
    title: say`${series.previewTitle}`,
    text: [
      ...why,
      ...series.preview(wish.subject, tutor.person.name, kept(plan).length),
      ...(inTheWay.length > 0 ? say` ${series.choose(inTheWay.length)}` : []),
    ],
    fields: [
      { name: series.field, value: say`${ruleWords(rule, reader)}. ${series.clock}` },
      { name: fields.length, value: say`${lengthWords(wish.lengthMinutes, reader.locale)}` },
      { name: series.dates, value: join(lines(plan, reader), '\n') },
      ...(wish.note === '' ? [] : [{ name: fields.note, value: say`${wish.note}` }]),
    ],
    sections: [
      ...asked,
      {
        actions: [
          ...(inTheWay.length === 0 ? [button(buttons.send, 'primary', 'series-send', { draft })] : []),
          ...(inTheWay.length > 1
            ? [button(buttons.skipThese(inTheWay.length), 'plain', 'book-series', skipping(draft, inTheWay))]
            : []),
          choosing(plan, draft, reader),
          button(buttons.repeat, 'plain', 'book-repeat', { draft }),
          button(buttons.change, 'plain', 'book', { draft }),
        ],
      },
    ],
  };
}

function skipping(draft: string, all: readonly Planned[]) {
  return { draft, act: 'skip', nr: all.map(({ nr }) => nr).join(',') };
}

/** One that is not possible: skip it, or one of the times near it. */
async function choiceFor(one: Planned, plan: SeriesPlan, draft: string, reader: Reader, deps: Deps): Promise<Section> {
  const { buttons, series } = reader.words;
  const nr = String(one.nr);
  const options = await insteadOf(one, plan, reader, deps);
  const move: Action = {
    kind: 'choice',
    label: series.moveTo(one.nr),
    target: { handler: 'book-series', input: { draft, nr } },
    options,
  };
  return {
    text: lineOf(one, reader),
    actions: [
      button(buttons.skip(one.nr), 'plain', 'book-series', { draft, act: 'skip', nr }),
      ...(options.length > 0 ? [move] : []),
    ],
  };
}

/** Any other can be skipped, too, and what was skipped or moved taken back. */
function choosing(plan: SeriesPlan, draft: string, { words }: Reader): Action {
  const options = plan.all.map(({ nr, isSkipped, ruledAt }) =>
    isSkipped || ruledAt !== undefined
      ? { value: `keep ${nr}`, label: words.buttons.keep(nr) }
      : { value: `skip ${nr}`, label: words.buttons.skip(nr) },
  );
  const target = { handler: 'book-series', input: { draft, act: 'which' } };
  return { kind: 'choice', label: words.series.skipOne, target, options: options.slice(0, MENU) };
}

function lines({ all }: SeriesPlan, reader: Reader): readonly Text[] {
  // What needs a look comes before what is as everybody thinks.
  const isNotable = ({ obstacle, isSkipped, ruledAt }: Planned) => Boolean(obstacle) || isSkipped || Boolean(ruledAt);
  const notable = all.filter(isNotable).slice(0, LISTED);
  const others = all.filter((one) => !isNotable(one)).slice(0, LISTED - notable.length);
  const shown = [...notable, ...others].toSorted((a, b) => a.nr - b.nr);
  const more = all.length - shown.length;
  const last = all.at(-1);
  return [
    ...shown.map((one) => lineOf(one, reader)),
    ...(more > 0 ? [reader.words.series.more(more)] : []),
    ...(more > 0 && last && !shown.includes(last) ? [lineOf(last, reader)] : []),
  ];
}

function lineOf({ nr, startsAt, isSkipped, ruledAt, obstacle }: Planned, { words, zone }: Reader): Text {
  const { series } = words;
  const said: Text[] = [
    ...(isSkipped ? [say`${series.skipped}`] : []),
    ...(ruledAt && !isSkipped ? [series.movedFrom(moment(ruledAt, zone))] : []),
    ...(obstacle && !isSkipped ? [say`⚠ ${series.obstacles[obstacle.why]}`] : []),
  ];
  return say`${nr}. ${moment(startsAt, zone)}${said.flatMap((one) => say` · ${one}`)}`;
}
