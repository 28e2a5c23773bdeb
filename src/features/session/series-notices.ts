import { z } from 'zod';
import type { Action, Text } from '../../conversation/message.ts';
import { nothing, notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { type NoticeData, SERIES_EVENTS } from '../../core/owing/kinds.ts';
import { waiting } from '../../core/series/answer.ts';
import { standingProposal } from '../../core/series/propose-move.ts';
import { participant } from '../../core/session/session.ts';
import { livingCard } from '../cards/living-card.ts';
import { seriesCard, unansweredSeries } from '../cards/series-card.ts';
import { type SeriesView, seriesViewOf } from '../cards/series-view.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { choicesOf, usualFirst, usualOf } from '../shared/platform-name.ts';
import { doerNamed, learnersNamed, otherOf, type SessionView, type View } from '../shared/reader.ts';

/** To everybody in it: one of a series, with its link, once that is there. */
export const occurrence = notice({
  kind: 'occurrence',
  data: nothing,
  isCard: true,
  render: (view: SessionView, { isShown }, deps: RenderDeps) => livingCard(view, isShown, deps),
});

/** To learner and tutor: the whole of a series, from the request to the last session. */
export const seriesCardNotice = notice({
  kind: 'series-card',
  data: nothing,
  isCard: true,
  render: async ({ about, reader }: View, _told, deps: RenderDeps) => {
    const view = await seriesViewOf(about.id, reader, deps);
    return view && seriesCard(view, deps);
  },
});

/** What happened to several of a series at once, in one line. */
export const seriesNews = notice({
  kind: 'series-news',
  data: z.object({
    what: z.enum(SERIES_EVENTS),
    count: z.number(),
    first: z.number(),
    last: z.number(),
    was: z.number().optional(),
    by: z.string().optional(),
    reason: z.string().optional(),
    tutor: z.string().optional(),
    admin: z.string().optional(),
  }),
  render: async ({ about, reader }: View, { data, isShown, card }, deps: RenderDeps) => {
    const view = await seriesViewOf(about.id, reader, deps);
    if (!view) return undefined;
    // Of a tutor who has handed it over since, nobody could tell any more that it was they who did it.
    if (isShown && data.what !== 'asked-to-move' && !isOfIt(firstOf(view, data.first), data.by)) return undefined;
    const isWaiting = waiting(view.views.map(({ session }) => session)).length > 0;
    if (data.what === 'waiting' && !isWaiting && !isShown) return undefined;
    const url = await card();
    const { buttons } = reader.words;
    const open: Action =
      url === undefined
        ? {
            kind: 'button',
            label: buttons.open,
            style: 'plain',
            target: { handler: 'series', input: { series: about.id } },
          }
        : { kind: 'link', label: buttons.open, url, style: 'plain' };
    const go: Action[] =
      data.what === 'goes-on' && view.series.goesOnIn === undefined
        ? [
            {
              kind: 'button',
              label: buttons.goOn,
              style: 'primary',
              target: { handler: 'series-go-on', input: { series: about.id } },
            },
          ]
        : [];
    return { text: lineOf(view, data), actions: [...go, ...answersToMove(view, data), open] };
  },
});

function isOfIt({ session }: SessionView, by: string | undefined): boolean {
  return by === undefined || participant(session, by) !== undefined;
}

/** The first of those that it is about: not all of a series need have the same tutor. */
function firstOf({ views }: SeriesView, first: number): SessionView {
  return views.find(({ session }) => session.startsAt.getTime() === first) ?? views[0];
}

/** Yes or no to another time for the rest, while it stands. */
function answersToMove(view: SeriesView, { what, by }: News): readonly Action[] {
  const { series, reader } = view;
  if (what !== 'asked-to-move' || !isStanding(view, by) || by === reader.person.id) return [];
  const { buttons } = reader.words;
  const target = (handler: string) => ({ handler, input: { series: series.id } });
  return [
    { kind: 'button', label: buttons.takeMove, style: 'primary', target: target('take-move') },
    { kind: 'button', label: buttons.refuseTimes, style: 'plain', target: target('drop-move') },
  ];
}

function isStanding({ series, now }: SeriesView, by: string | undefined): boolean {
  return by !== undefined && standingProposal(series, now)?.by === by;
}

type News = NoticeData<'series-news'>;

function lineOf(view: SeriesView, { what, count, first, last, was, by, reason = '', tutor = '', admin }: News): Text {
  const { reader, views } = view;
  const { news, what: named } = reader.words.series;
  const one = firstOf(view, first);
  const who = doerNamed(views.find((each) => isOfIt(each, by)) ?? one, by, admin);
  const subject = named(one.session.subject, otherOf(one));
  const at = (ms: number) => moment(new Date(ms), reader.zone);
  const why: Text =
    reason === ''
      ? []
      : [
          { kind: 'plain', text: `\n${reader.words.fields.reason}: ` },
          { kind: 'typed', text: reason },
        ];
  switch (what) {
    case 'confirmed':
      return news.confirmed(who, count, subject, at(first));
    case 'declined':
      return [...news.declined(who, count, subject), ...why];
    case 'cancelled':
      return [...news.cancelled(who, count, subject, at(first), at(last)), ...why];
    case 'moved':
      return news.moved(who, count, subject, at(first), at(was ?? first));
    case 'expired':
      return news.expired(views.filter(({ session }) => session.state === 'expired').length, subject);
    case 'waiting':
      return news.waiting(learnersNamed(one), count, subject);
    case 'asked-to-move':
      if (!isStanding(view, by)) return news.moveOver(who, subject);
      return news.askedToMove(who, count, subject, at(first), at(was ?? first));
    case 'move-lapsed':
      return by === reader.person.id ? news.moveLapsedMine(subject) : news.moveLapsed(subject);
    case 'stays':
      return news.stays(who, subject);
    case 'handed-over':
      return news.handedOver(who, tutor || reader.words.formerMember, count, one.session.subject, at(first));
    case 'place':
      return news.place(count, subject);
    case 'too-few':
      return news.tooFew(count, subject);
    case 'goes-on':
      return news.goesOn(who, subject);
  }
}

/** To the admins: a series that nobody has answered, in one card. */
export const seriesUnanswered = notice({
  kind: 'series-unanswered',
  data: nothing,
  render: async ({ about, reader }: View, { isShown }, deps: RenderDeps) => {
    const view = await seriesViewOf(about.id, reader, deps);
    if (!view) return undefined;
    const [asked] = waiting(view.views.map(({ session }) => session));
    if (!asked && !isShown) return undefined;
    const tutor = asked?.tutor === undefined ? undefined : await deps.store.tutor(asked.tutor);
    const choices = choicesOf(tutor, reader, deps, view.views[0].together);
    const usual = usualOf(choices, asked?.platformWanted ?? tutor?.defaultPlatform);
    return unansweredSeries(view, usualFirst(choices, usual));
  },
});
