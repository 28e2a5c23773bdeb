import type { Action, Field, Message, Text } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { isOffered } from '../../core/calendar/availability.ts';
import type { PlatformChoice } from '../../core/meeting/platforms.ts';
import type { Tutor } from '../../core/people/person.ts';
import { waiting } from '../../core/series/answer.ts';
import { changeable } from '../../core/series/change.ts';
import { seenKey } from '../../core/session/confirm-all.ts';
import { isOpen, type Session } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import { answerBy } from '../../core/session/times.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { choicesOf, usualOf } from '../shared/platform-name.ts';
import { isTutorOf, learnersNamed, nameOf, otherOf, type SessionView } from '../shared/reader.ts';
import { ruleWords } from '../shared/rule-words.ts';
import { isPossible, isPossibleForMe, leaving } from './actions.ts';
import { aheadIn, type SeriesView } from './series-view.ts';
import { noteField, subjectField } from './session-fields.ts';

/** Lines of a card: a quarter of a year of weeks fits into a message of every chat. */
const LISTED = 13;

/** The one card that each has of a series: all of it at a glance, and what can be done with all of it. */
export async function seriesCard(view: SeriesView, deps: RenderDeps): Promise<Message> {
  const { reader, views } = view;
  const { words } = reader;
  const [first] = views;
  const asked = waiting(views.map(({ session }) => session));
  const isForMe = asked.length > 0 && isTutorOf(first);
  const tutor = isForMe ? await deps.store.tutor(reader.person.id) : undefined;
  return {
    title: titleOf(view, asked),
    text: join([...states(view), ...(isForMe ? whatToAnswer(view, asked, tutor) : whatComes(view, asked))], ' '),
    fields: [
      subjectField(first),
      ruleField(view),
      { name: words.series.dates, value: join(lines(view), '\n') },
      ...noteField(first),
    ],
    actions: isForMe ? answersToAll(view, asked, tutor, deps) : seriesActions(view),
  };
}

function titleOf(view: SeriesView, asked: readonly Session[]): Text {
  const { reader, views } = view;
  const { series } = reader.words;
  const [first] = views;
  if (asked.length === 0) return series.title(first.session.subject, otherOf(aheadIn(view)[0]), views.length);
  return isTutorOf(first) ? series.asks(learnersNamed(first), asked.length) : series.isOut(asked.length);
}

/** "8 confirmed · 2 cancelled", where they are not all in one state. */
function states({ views, reader }: SeriesView): readonly Text[] {
  const { sessions, series } = reader.words;
  const groups = Map.groupBy(views, ({ session }) => standing(session, reader.person.id));
  const counted = [...groups].map(([state, some]) => series.counted(some.length, sessions.state[state]));
  return [say`${{ kind: 'plain', text: counted.join(' · ') }}.`];
}

function whatToAnswer({ reader }: SeriesView, asked: readonly Session[], tutor: Tutor | undefined): readonly Text[] {
  const { request, series } = reader.words;
  const [first] = asked;
  const outside = asked.filter(({ startsAt, endsAt }) => tutor && !isOffered(tutor, startsAt, endsAt)).length;
  return [
    ...(outside > 0 ? [series.outside(outside)] : []),
    series.one,
    ...(first ? [request.answerBy(moment(answerBy(first), reader.zone))] : []),
  ];
}

function whatComes({ reader, views }: SeriesView, asked: readonly Session[]): readonly Text[] {
  const { receipt, series } = reader.words;
  const [first] = asked;
  const isPlanned = views.some(({ session }) => session.state === 'confirmed' && !session.meeting);
  if (first) return [receipt.toOne(nameOf(views[0], first.tutor), moment(answerBy(first), reader.zone))];
  return isPlanned ? [series.linkLater] : [];
}

export function ruleField({ series, reader }: Pick<SeriesView, 'series' | 'reader'>): Field {
  return { name: reader.words.series.field, value: say`${ruleWords(series, reader)}. ${reader.words.series.clock}` };
}

/** Those that are to come, in lines; how many more there are is said. */
function lines(view: SeriesView): readonly Text[] {
  const { series } = view.reader.words;
  const isAhead = view.views.some(({ session }) => isOpen(session));
  const from = isAhead ? Math.max(0, view.views.indexOf(aheadIn(view)[0])) : 0;
  const shown = view.views.slice(from, from + LISTED);
  const more = view.views.length - from - shown.length;
  return [...shown.map(lineOf), ...(more > 0 ? [series.more(more)] : [])];
}

function lineOf({ session, reader }: SessionView): Text {
  const { series, sessions } = reader.words;
  const state = sessions.state[standing(session, reader.person.id)];
  return series.line(session.series?.ordinal ?? 0, moment(session.startsAt, reader.zone), state);
}

function answersToAll(
  { series, views, reader }: SeriesView,
  asked: readonly Session[],
  tutor: Tutor | undefined,
  deps: Pick<RenderDeps, 'platforms'>,
): readonly Action[] {
  const { buttons, request } = reader.words;
  const [first] = views;
  const choices = choicesOf(tutor, reader, deps, first.together);
  const platform = usualOf(choices, asked[0]?.platformWanted ?? tutor?.defaultPlatform) ?? '';
  const answerable = asked.filter((session) => isPossibleForMe({ ...first, session }, 'confirm'));
  const input = { series: series.id, seen: seenKey(answerable) };
  const choice: Action = {
    kind: 'choice',
    label: request.platform,
    target: { handler: 'series-platform', input: { series: series.id } },
    options: choices.map(({ id, name }) => ({ value: id, label: name })),
    selected: platform,
  };
  if (answerable.length === 0) return [dates(series.id, buttons.seriesDates)];
  return [
    ...(choices.length > 1 ? [choice] : []),
    {
      kind: 'button',
      label: answerable.length === 1 ? buttons.confirm : buttons.confirmAll(answerable.length),
      style: 'primary',
      target: { handler: 'series-confirm', input: { ...input, platform } },
    },
    dates(series.id, buttons.seriesDates),
    {
      kind: 'button',
      label: answerable.length === 1 ? buttons.decline : buttons.declineAll(answerable.length),
      style: 'danger',
      target: { handler: 'series-decline', input },
    },
  ];
}

/** What can be done with a series that does not wait for the reader's answer. */
function seriesActions(view: SeriesView): readonly Action[] {
  const { series, reader, now, views } = view;
  const { buttons } = reader.words;
  const [next] = changeable(
    { ...reader, isAdmin: false },
    'cancel',
    views.map(({ session }) => session),
    now,
  );
  const cancel: Action[] = next
    ? [
        {
          kind: 'button',
          label: buttons.cancelSeries,
          style: 'danger',
          target: { handler: 'cancel', input: { session: next.id, scope: 'all' } },
        },
      ]
    : [];
  const going = aheadIn(view)[0];
  return [dates(series.id, buttons.seriesDates), ...leaving(going), ...cancel];
}

function dates(series: string, label: string): Action {
  return { kind: 'button', label, style: 'plain', target: { handler: 'series', input: { series } } };
}

/** For the admins: requests of a series that nobody has answered; `places`: where they could meet, the usual one first. */
export function unansweredSeries(view: SeriesView, places: readonly Pick<PlatformChoice, 'id' | 'name'>[]): Message {
  const { reader, views, series } = view;
  const { words } = reader;
  const [first] = views;
  const asked = waiting(views.map(({ session }) => session));
  const tutor = nameOf(first, (asked[0] ?? first.session).tutor);
  const may = (act: 'nudge' | 'confirm' | 'decline') =>
    asked.filter((session) => isPossible({ ...first, session }, act));
  const button = (
    label: string,
    style: 'primary' | 'plain' | 'danger',
    handler: string,
    some: readonly Session[],
    more = {},
  ): readonly Action[] =>
    some.length === 0
      ? []
      : [
          {
            kind: 'button',
            label,
            style,
            target: { handler, input: { series: series.id, seen: seenKey(some), ...more } },
          },
        ];
  return {
    title: words.series.unanswered(tutor, learnersNamed(first), asked.length || views.length),
    text:
      asked.length > 0
        ? words.moderation.sinceWhen(moment(series.createdAt, reader.zone, 'relative'))
        : join([words.moderation.answered, ...states(view)], ' '),
    fields: [subjectField(first), ruleField(view)],
    actions: [
      ...button(words.buttons.nudge, 'primary', 'series-nudge', may('nudge')),
      ...places.flatMap(({ id, name }) => {
        const label = places.length === 1 ? words.buttons.confirmFor(tutor) : words.buttons.confirmOn(name);
        return button(label, 'plain', 'series-confirm', may('confirm'), { platform: id });
      }),
      ...button(words.buttons.declineAll(asked.length), 'danger', 'series-decline', may('decline')),
      dates(series.id, words.buttons.seriesDates),
    ],
  };
}
