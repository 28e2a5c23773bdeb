import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { languageOf, languages } from '../../conversation/languages/index.ts';
import { ownName } from '../../conversation/languages/own-name.ts';
import type { Action, Message } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import type { Community } from '../../core/community/community.ts';
import type { Chosen } from '../../core/community/setting-up.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';

/** Ids of both chats. */
const Channel = z.string().regex(/^\w{1,40}$/);

/** Which channel the admins of a community read their cards in, and what they are written in. */
export const setup = handler({
  task: 'decide what holds for all',
  input: z.object({ channel: Channel.optional(), language: Short, choice: Short }),
  read: async (_by, { channels: [channel], text }) => {
    // What is left when the channel is taken away.
    const language = text.replaceAll(/(^|\s)#\S*/g, ' ').trim();
    return { ...(channel !== undefined && { channel }), ...(language !== '' && { language }) };
  },
  run: async (by, { channel, language, choice }, deps: Deps): Promise<Reply> => {
    const before = await deps.settingUp.ofAdmin(by);
    const chosen: Chosen = { channel, language: knownLanguage(choice ?? language) };
    const isNew = channel !== undefined && channel !== before.moderationChannel;
    const welcomed = isNew ? await welcome(by, channel, { ...before, ...defined(chosen) }, deps) : undefined;
    const isChanged = isNew || (chosen.language !== undefined && chosen.language !== before.language);
    const community = isChanged ? await deps.settingUp.choose(by, chosen) : before;
    const message = setupCard(community, readerOf(by), by.channel, welcomed?.url);
    return { kind: choice === undefined ? 'private' : 'replace', message };
  },
});

/** Its first message shows that the bot can write there. @throws Refusal where it cannot */
async function welcome(by: Actor, channel: string, community: Community, deps: Deps) {
  const words = languageOf(community.language).words.setup;
  const message = { title: words.welcomeTitle, text: words.welcome(by.person.name) };
  const posted = await deps.tryChannel(community, channel, message);
  if (!posted) throw new Refusal('cannot-post', { chat: community.chat }, 'channel');
  return posted;
}

function setupCard(
  { moderationChannel, language, chat }: Community,
  { words }: Reader,
  here: string | undefined,
  url: string | undefined,
): Message {
  const { setup: said } = words;
  const how = chat === 'discord' ? said.howDiscord : said.howSlack;
  const useThis: Action = {
    kind: 'button',
    label: words.buttons.useThisChannel,
    style: 'primary',
    target: { handler: 'setup', input: { channel: here ?? '' } },
  };
  const open: readonly Action[] =
    url === undefined ? [] : [{ kind: 'link', label: words.buttons.open, url, style: 'plain' }];
  return {
    title: say`${said.title}`,
    text: join([moderationChannel === undefined ? said.none : said.chosen, how], '\n'),
    fields: [{ name: words.settings.language, value: say`${ownName(languageOf(language).id)}` }],
    actions: [
      ...(here !== undefined && here !== moderationChannel ? [useThis] : []),
      ...open,
      {
        kind: 'choice',
        label: words.settings.language,
        target: { handler: 'setup', input: {} },
        options: languages.map(({ id }) => ({ value: id, label: ownName(id) })),
        selected: languageOf(language).id,
      },
    ],
  };
}

/** @throws Refusal for one that there are no words in */
function knownLanguage(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const known = languageTyped(typed);
  if (known === undefined)
    throw new Refusal('unknown-language', { known: languages.map(({ id }) => ownName(id)) }, 'language');
  return known;
}

/** By its own name, or its id. */
function languageTyped(text: string): string | undefined {
  const words = text.split(/\s+/).map(spellingKey);
  return languages.find(({ id }) => words.includes(id) || words.includes(spellingKey(ownName(id))))?.id;
}

function defined({ language }: Chosen): Partial<Community> {
  return language === undefined ? {} : { language };
}
