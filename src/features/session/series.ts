import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action, Section } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import { REASON_MOST } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { standing } from '../../core/session/standing.ts';
import { opening } from '../cards/actions.ts';
import { seriesCard } from '../cards/series-card.ts';
import { aheadIn, type SeriesView, seriesViewOf } from '../cards/series-view.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { checkPlatform } from '../shared/platform-name.ts';
import { isTutorOf, otherOf, readerOf, type SessionView } from '../shared/reader.ts';
import { ruleWords } from '../shared/rule-words.ts';

/** Sessions on one page: with a button for each they fit into a message of every chat. */
const PAGE = 6;

const SeriesId = z.string().min(1).max(40);

async function viewFor(by: Actor, id: string, deps: Deps): Promise<SeriesView> {
  const view = await seriesViewOf(id, readerOf(by), deps);
  if (!view) throw new Refusal('no-such-session', {});
  return view;
}

/** All of a series, each to be opened: what is done there is done to that one. Without a page the one with the next. */
export const series = handler({
  input: z.object({
    series: SeriesId,
    page: z.coerce.number().int().min(1).max(100).optional().catch(undefined),
    turn: Short,
  }),
  run: async (by, { series: id, page, turn }, deps: Deps): Promise<Reply> => {
    const view = await viewFor(by, id, deps);
    const { views, reader } = view;
    const { buttons, series: words } = reader.words;
    const at = page ?? Math.floor(Math.max(0, views.indexOf(aheadIn(view)[0])) / PAGE) + 1;
    const shown = views.slice((at - 1) * PAGE, at * PAGE);
    const to = (label: string, page: number): Action => ({
      kind: 'button',
      label,
      style: 'plain',
      target: { handler: 'series', input: { series: id, page: String(page), turn: 'page' } },
    });
    const turns = [
      ...(at > 1 ? [to(buttons.back, at - 1)] : []),
      ...(views.length > at * PAGE ? [to(buttons.more, at + 1)] : []),
    ];
    const [first] = views;
    return {
      kind: turn === undefined ? 'private' : 'replace',
      message: {
        title: words.title(first.session.subject, otherOf(first), views.length),
        text: say`${ruleWords(view.series, reader)}.`,
        sections: [...shown.map(lineOf), ...(turns.length > 0 ? [{ actions: turns }] : [])],
      },
    };
  },
});

function lineOf(view: SessionView): Section {
  const { session, reader } = view;
  const { series: words, sessions } = reader.words;
  const state = sessions.state[standing(session, reader.person.id)];
  const when = moment(session.startsAt, reader.zone);
  return { text: words.line(session.series?.ordinal ?? 0, when, state), actions: [opening(view)] };
}

/** Yes to all of a series that wait. Nobody agrees to what they have not seen. */
export const seriesConfirm = handler({
  input: z.object({ series: SeriesId, seen: z.string(), platform: z.string() }),
  run: async (by, { series: id, seen, platform }, deps: Deps): Promise<Reply> => {
    const [first] = (await viewFor(by, id, deps)).views;
    await checkPlatform(by, first.session.id, platform, deps);
    const confirmed = await deps.series.confirm(by, id, seen, platform);
    const line = readerOf(by).words.series.confirmedAll(confirmed.length, otherOf(first));
    return afterAnswer(by, id, line, deps);
  },
});

export const seriesDecline = handler({
  input: z.object({ series: SeriesId, seen: z.string(), reason: Words }),
  form: async (by, input, deps: Deps) => {
    await viewFor(by, input['series'] ?? '', deps);
    const { request: words, buttons } = readerOf(by).words;
    return {
      title: words.declineTitle,
      submit: buttons.decline,
      carry: { series: input['series'] ?? '', seen: input['seen'] ?? '' },
      fields: [
        {
          kind: 'text',
          name: 'reason',
          label: words.declineReason,
          placeholder: words.declineReasonPlaceholder,
          isLong: true,
          isOptional: true,
          most: REASON_MOST,
          ...(input['reason'] === undefined ? {} : { value: input['reason'] }),
        },
      ],
    };
  },
  run: async (by, { series: id, seen, reason }, deps: Deps): Promise<Reply> => {
    if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
    const declined = await deps.series.decline(by, id, seen, reason);
    return afterAnswer(by, id, readerOf(by).words.series.declinedAll(declined.length), deps);
  },
});

/** Where to meet, chosen before Confirm. */
export const seriesPlatform = handler({
  input: z.object({ series: SeriesId, choice: z.string() }),
  run: async (by, { series: id, choice }, deps: Deps): Promise<Reply> => {
    const [first] = (await viewFor(by, id, deps)).views;
    await checkPlatform(by, first.session.id, choice, deps);
    await deps.series.choosePlatform(by, id, choice);
    return { kind: 'replace', message: await seriesCard(await viewFor(by, id, deps), deps) };
  },
});

export const seriesNudge = handler({
  task: 'look after sessions',
  input: z.object({ series: SeriesId }),
  run: async (by, { series: id }, deps: Deps): Promise<Reply> => {
    await deps.series.nudge(by, id);
    return { kind: 'private', message: { text: readerOf(by).words.moderation.nudged } };
  },
});

/** The tutor's card as it is now; a sentence for admins, whose card in the channel follows by itself. */
async function afterAnswer(by: Actor, id: string, line: ReturnType<typeof say>, deps: Deps): Promise<Reply> {
  const view = await viewFor(by, id, deps);
  if (!isTutorOf(view.views[0])) return { kind: 'private', message: { text: line } };
  return { kind: 'replace', message: await seriesCard(view, deps), line };
}
