import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Words } from '../../conversation/languages/language.ts';
import type { Action, Message, Section } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { moment, say } from '../../conversation/say.ts';
import { isOffered } from '../../core/calendar/availability.ts';
import type { Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { seenKey } from '../../core/session/confirm-all.ts';
import { answerBy } from '../../core/session/times.ts';
import { opening } from '../cards/actions.ts';
import { whenField } from '../cards/session-fields.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { choicesOf, usualOf } from '../shared/platform-name.ts';
import { learnersNamed, type Reader, readerOf, type SessionView, type View, viewsOf } from '../shared/reader.ts';

/** Requests on one page: with a button for each they fit into a message of every chat. */
const PAGE = 6;

const List = z.string().min(1).max(64);
const Page = z.coerce.number().int().min(1).max(1000).catch(1);

/** To a tutor, in place of many request cards that waited at once: a list of them, until all are answered. */
export const requests = notice({
  kind: 'requests',
  data: z.object({ list: z.string() }),
  render: async ({ reader }: View, { data: { list }, isShown }, deps: RenderDeps) => {
    const { sessions, count } = await deps.store.listed(reader.person.id, list, PAGE);
    if (count === 0) return isShown ? answeredAll(reader) : undefined;
    return listOf(list, 1, count, await viewsOf(sessions, reader, deps), deps);
  },
});

/** Further pages of the list, for whose it is. */
export const listedRequests = handler({
  input: z.object({ list: List, page: Page, turn: z.string().optional() }),
  run: async (by, { list, page, turn }, deps: Deps) => {
    const reader = readerOf(by);
    const { sessions, count } = await deps.store.listed(by.person.id, list, PAGE, (page - 1) * PAGE);
    const message =
      sessions.length === 0
        ? answeredAll(reader)
        : await listOf(list, page, count, await viewsOf(sessions, reader, deps), deps);
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

/** Yes to all that stand on one page. */
export const confirmListed = handler({
  input: z.object({ list: List, page: Page, seen: z.string(), platform: z.string() }),
  run: async (by, { list, page, seen, platform }, deps: Deps) => {
    const reader = readerOf(by);
    const tutor = await deps.store.tutor(by.person.id);
    if (!choicesOf(tutor, reader, deps).some((one) => one.id === platform)) throw new Refusal('unknown-platform', {});
    const on = { list, limit: PAGE, offset: (page - 1) * PAGE };
    const { confirmed, left } = await deps.sessions.confirmListed(by, on, seen, platform);
    return { kind: 'private', message: { text: reader.words.requests.confirmed(confirmed.length, left) } };
  },
});

function answeredAll({ words }: Reader): Message {
  return { title: say`${words.requests.title}`, text: words.requests.none };
}

async function listOf(
  list: string,
  page: number,
  count: number,
  views: readonly SessionView[],
  deps: RenderDeps,
): Promise<Message> {
  const [{ reader } = { reader: undefined }] = views;
  if (!reader) throw new Error('a page of a list is empty');
  const { words } = reader;
  const tutor = await deps.store.tutor(reader.person.id);
  const seen = seenKey(views.map(({ session }) => session));
  const platform = usualOf(choicesOf(tutor, reader, deps), tutor?.defaultPlatform) ?? '';
  const hasMore = count > page * PAGE;
  const turn = (label: string, to: number): Action => ({
    kind: 'button',
    label,
    style: 'plain',
    // The list itself stays as it is: its other pages are shown beside it.
    target: { handler: 'requests', input: { list, page: String(to), ...(page > 1 && { turn: 'page' }) } },
  });
  return {
    title: words.requests.titleOf(count),
    text: words.requests.text(views.length, count),
    sections: [
      ...views.map((view) => requestSection(view, tutor)),
      {
        actions: [
          {
            kind: 'button',
            label: confirmLabel(views.length, count, words),
            style: 'primary',
            target: { handler: 'confirm-listed', input: { list, page: String(page), seen, platform } },
          },
          ...(page > 2 ? [turn(words.buttons.back, page - 1)] : []),
          ...(hasMore ? [turn(words.buttons.more, page + 1)] : []),
        ],
      },
    ],
  };
}

function requestSection(view: SessionView, tutor: Tutor | undefined): Section {
  const { session, reader } = view;
  const { words } = reader;
  const isOutside = tutor !== undefined && !isOffered(tutor, session.startsAt, session.endsAt);
  return {
    title: words.sessions.line(session.subject, say`${learnersNamed(view)}`),
    text: [
      ...whenField(view).value,
      ...(isOutside ? say`\n${words.request.outsideHours}` : []),
      ...say`\n${words.request.answerBy(moment(answerBy(session), reader.zone))}`,
    ],
    actions: [opening(view)],
  };
}

function confirmLabel(shown: number, count: number, { buttons }: Words): string {
  if (shown < count) return buttons.confirmThese(shown);
  return count === 1 ? buttons.confirm : buttons.confirmAll(count);
}
