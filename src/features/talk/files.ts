import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Enclosure, Message } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { MESSAGE_MOST } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { askedIn } from '../../core/session/session.ts';
import type { SentFile } from '../../core/talk/talk.ts';
import { isPossibleForMe, offer } from '../cards/actions.ts';
import { inShort, news } from '../cards/news.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { nameOf, otherOf, readerOf, type SessionView, viewOf, viewsOf } from '../shared/reader.ts';
import { writtenTo } from './written-to.ts';

/** Sessions that are asked about: those to come, and a few of those that were. */
const AHEAD = 6;
const BEFORE = 3;
const BEFORE_DAYS = 8;

/** Somebody has sent files to the bot: they are kept, and the question is for which session they are. */
export async function askWhere(by: Actor, text: string, sent: readonly SentFile[], deps: Deps): Promise<Message> {
  if (text.length > MESSAGE_MOST) throw new Refusal('too-long', { most: MESSAGE_MOST });
  const { talk: words, buttons } = readerOf(by).words;
  const names = sent.map(({ name }) => name).join(', ');
  const views = await whereItCanBe(by, deps);
  if (views.length === 0) return { text: words.nowhere(names) };
  const files = await deps.talk.keep(by, sent);
  const draft = await deps.drafts.keep(by, 'give-files', { files: files.join(','), text });
  const which = words.which(names);
  return {
    text: views.some(({ session }) => session.messages === 'seen') ? [...which, ...say`\n${words.seen}`] : which,
    sections: views.map((view) => ({
      text: inShort(view),
      actions: [
        {
          kind: 'button',
          label: askedIn(view.session).length > 0 ? buttons.giveFilesToAll : buttons.giveFiles(otherOf(view)),
          style: views.length === 1 ? 'primary' : 'plain',
          target: { handler: 'give-files', input: { session: view.session.id, draft } },
        },
      ],
    })),
  };
}

async function whereItCanBe(by: Actor, deps: Deps): Promise<readonly SessionView[]> {
  const now = deps.clock();
  const mine = { person: by.person.id, states: ['requested', 'confirmed', 'started', 'ended', 'cancelled'] } as const;
  const since = new Date(now.getTime() - BEFORE_DAYS * 86_400_000);
  const [ahead, before] = await Promise.all([
    deps.store.sessions({ ...mine, startsFrom: now, order: 'soonest', limit: AHEAD }),
    deps.store.sessions({ ...mine, startsFrom: since, startsBefore: now, order: 'latest', limit: BEFORE }),
  ]);
  const views = await viewsOf([...before, ...ahead], readerOf(by), deps);
  return views.filter((view) => isPossibleForMe(view, 'message'));
}

/** To everybody else in that session, or to all who were asked. */
export const giveFiles = handler({
  input: z.object({ session: SessionId, files: Words.transform((ids) => ids.split(',')), text: Words }),
  run: async (by, { session: id, files, text }, deps: Deps): Promise<Reply> => {
    const session = await deps.talk.say(by, id, text, files);
    const reader = readerOf(by);
    const view = await viewOf(session, reader, deps);
    const actions = offer(view, 'messages', reader.words.buttons.messages);
    return { kind: 'replace', message: { text: reader.words.talk.sent(writtenTo(view)), actions } };
  },
});

/** Out of what was written before: whoever may read it gets its files once more. */
export const filesAgain = handler({
  input: z.object({ message: z.string().min(1).max(40) }),
  run: async (by, { message }, deps: Deps): Promise<Reply> => {
    await deps.talk.sendAgain(by, message);
    return { kind: 'private', message: { text: readerOf(by).words.talk.filesCome } };
  },
});

export const filesNotice = notice({
  kind: 'files',
  data: z.object({ message: z.string() }),
  render: async (view: SessionView, { data, card, isShown }, deps: RenderDeps) => {
    const written = isShown ? undefined : await deps.store.relayed(data.message);
    if (written?.session !== view.session.id) return undefined;
    const enclosures = await enclosed(written.id, deps);
    const { talk: words } = view.reader.words;
    const what = inShort(view, undefined, written.from);
    const text = enclosures.length > 0 ? words.filesHere(nameOf(view, written.from), what) : words.filesGone(what);
    return { ...news(view, text, await card()), enclosures };
  },
});

/** The files of a message, as they go to a chat. */
export async function enclosed(message: string, { store }: Pick<RenderDeps, 'store'>): Promise<readonly Enclosure[]> {
  const files = await store.filesOf(message);
  return files.map(({ name, type, bytes }) => ({ name, type, content: bytes }));
}
