import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action, Section, Text } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { moment, say } from '../../conversation/say.ts';
import { MESSAGE_MOST } from '../../core/limits.ts';
import type { Relayed } from '../../core/talk/port.ts';
import { isPossibleForMe, offer } from '../cards/actions.ts';
import { inShort, news } from '../cards/news.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { SessionId, Short, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { From, pageOf } from '../shared/pages.ts';
import { nameOf, type Reader, readerOf, type SessionView, viewOf } from '../shared/reader.ts';
import { enclosed } from './files.ts';
import { writtenTo } from './written-to.ts';

/** To everybody else in the session, whichever chat each of them uses. */
export const message = handler({
  input: z.object({ session: SessionId, text: Words }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'message');
    const reader = readerOf(by);
    const { talk: words } = reader.words;
    return {
      title: words.title,
      submit: words.submit,
      carry: { session: session.id },
      fields: [
        {
          kind: 'text',
          name: 'text',
          label: words.to(writtenTo(await viewOf(session, reader, deps))),
          hint: session.messages === 'seen' ? words.seenHint : words.textHint,
          isLong: true,
          isOptional: false,
          most: MESSAGE_MOST,
          ...(input['text'] === undefined ? {} : { value: input['text'] }),
        },
      ],
    };
  },
  run: async (by, { session: id, text }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const session = await deps.talk.say(by, id, text);
    const view = await viewOf(session, reader, deps);
    const actions = offer(view, 'messages', reader.words.buttons.messages);
    return { kind: 'private', message: { text: reader.words.talk.sent(writtenTo(view)), actions } };
  },
});

/** Messages on one page. */
const PAGE = 8;

/** What was written in a session, the newest first. */
export const messages = handler({
  input: z.object({
    session: SessionId,
    from: From,
    turn: Short,
  }),
  run: async (by, { session: id, from, turn }, deps: Deps): Promise<Reply> => {
    const found = await deps.talk.read(by, id, PAGE + 1, from);
    const reader = readerOf(by);
    const session = await mine(by, id, deps);
    const view = await viewOf(session, reader, deps);
    const { talk: words, buttons } = reader.words;
    const to = (label: string, target: number): Action => ({
      kind: 'button',
      label,
      style: 'plain',
      target: { handler: 'messages', input: { session: id, from: String(target), turn: 'page' } },
    });
    const sections: Section[] = found.slice(0, PAGE).map((one) => ({
      text: [
        ...words.line(nameOf(view, one.from), moment(one.sentAt, reader.zone)),
        ...(one.text === '' ? [] : say` ${one.text}`),
        ...whatCame(one, reader),
      ],
      ...(one.files.length > 0 && {
        actions: [
          {
            kind: 'button',
            label: buttons.filesAgain,
            style: 'plain',
            target: { handler: 'files-again', input: { message: one.id } },
          },
        ],
      }),
    }));
    const hasMore = found.length > PAGE;
    const { shown, turns } = pageOf(sections, reader, { from, size: PAGE, hasMore, turn: to });
    return {
      kind: turn === undefined ? 'private' : 'replace',
      message: {
        title: words.listTitle(inShort(view)),
        ...(sections.length === 0 && { text: words.none }),
        sections: shown,
        actions: [...offer(view, 'message', buttons.message, 'primary'), ...turns],
      },
    };
  },
});

/** The names of the files that came with it. */
function whatCame({ files }: Pick<Relayed, 'files'>, { words }: Reader): Text {
  return files.length === 0 ? [] : say`\n${words.talk.withIt(files.join(', '))}`;
}

/** To the others: what somebody wrote, and the way to answer. */
export const messageNotice = notice({
  kind: 'message',
  data: z.object({ message: z.string() }),
  render: async (view: SessionView, { data, card, isShown, isMail }, deps: RenderDeps) => {
    const written = await deps.store.relayed(data.message);
    // Files stay below what was sent: it is not written anew.
    if (!written || (isShown && written.files.length > 0)) return undefined;
    const { talk: words, buttons } = view.reader.words;
    const from = nameOf(view, written.from);
    const line = words.from(from, inShort(view, undefined, written.from));
    const seen = view.session.messages === 'seen' ? say`\n${words.seen}` : [];
    const said = written.text === '' ? [] : say`\n${written.text}`;
    const text = [...line, ...said, ...whatCame(written, view.reader), ...seen];
    const enclosures = isMail || written.files.length === 0 ? [] : await enclosed(written.id, deps);
    const target = { handler: 'complain-about', input: { message: written.id } };
    const report: readonly Action[] = isPossibleForMe(view, 'complaint')
      ? [{ kind: 'more', label: buttons.rarely, options: [{ label: buttons.reportThem, target }] }]
      : [];
    const actions = [...offer(view, 'message', buttons.reply, 'primary'), ...report];
    return { ...news(view, text, await card(), actions), ...(enclosures.length > 0 && { enclosures }) };
  },
});
