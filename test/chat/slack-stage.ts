import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { Slack } from '../../sandbox/slack/index.ts';
import type { ScreenMessage, ScreenView } from '../../sandbox/slack/screen.ts';
import { createSlackChat, type SlackChat } from '../../src/chat/slack/index.ts';
import type { Form } from '../../src/conversation/form.ts';
import type { RawInput, Reply } from '../../src/conversation/handler.ts';
import type { Message } from '../../src/conversation/message.ts';
import type { Reception } from '../../src/conversation/reception.ts';
import { say, strong } from '../../src/conversation/say.ts';
import type { Community } from '../../src/core/community/community.ts';
import type { Log } from '../../src/core/log.ts';
import type { Account, Actor } from '../../src/core/people/person.ts';
import { GRACE, LENA, type SlackStage, slackStage, THEO } from '../sandbox/slack-stage.ts';

export { GRACE, LENA, THEO };
export const GENERAL = 'C0GENERAL1';
export const ADMINS = 'C0ADMINS01';
const MATEO = 'U0MATEO002';

/** What a test changes in the reception: one function each. */
export type Wishes = Partial<Pick<Reception, 'open' | 'run' | 'submit' | 'suggest' | 'home' | 'typed'>>;

/** The real Bolt before the stand-in, with a reception that knows one form, one card and one answer to each. */
export interface Stage {
  readonly slack: Slack;
  /** Where Slack sends requests over HTTP. */
  readonly url: string;
  readonly chat: SlackChat;
  readonly stage: SlackStage;
  readonly logged: string[];
  readonly shown: { place: string; title: string }[];
  readonly met: Actor[];
  dmOf(user: string): readonly ScreenMessage[];
  seenIn(user: string, conversation: string): readonly ScreenMessage[];
  /** The modal in front. */
  modalOf(user: string): Promise<ScreenView>;
  account(user: string): Pick<Account, 'userId' | 'dmChannel' | 'locale'> & Account;
  close(): Promise<void>;
}

export const SLASHES = [
  { command: '/book', description: 'Book', shouldEscape: true },
  { command: '/tutorline', description: 'All', shouldEscape: true },
];

export async function slackChatStage(
  how: 'socket' | 'http',
  wishes: (stage: () => Stage) => Wishes = () => ({}),
): Promise<Stage> {
  let listener: SlackChat['requestListener'];
  const server = createServer((request, response) => listener?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const stage = await slackStage({ commands: SLASHES, ...(how === 'http' && { deliverTo: { url } }) });
  const { slack, origin } = stage;
  const { botToken, appToken, signingSecret, apiPath } = slack.credentials;

  const logged: string[] = [];
  const write = (level: string) => (data: object, message: string) =>
    logged.push(
      `${level} ${message} ${JSON.stringify(data, (_, value) => (value instanceof Error ? value.stack : value))}`,
    );
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const shown: Stage['shown'] = [];
  const met: Actor[] = [];
  let homes: readonly Community[] = [];
  const chat: SlackChat = createSlackChat({
    config: {
      botToken,
      ...(how === 'socket' ? { appToken } : { signingSecret }),
      apiUrl: origin + apiPath,
      admins: [GRACE],
      moderationChannel: ADMINS,
    },
    communities: { at: async (chat, space) => homes.find((one) => one.chat === chat && one.space === space) },
    reception: { ...deskAnswers(met, shown, () => it), ...wishes(() => it) },
    log,
    now: () => stage.clock.now,
  });
  listener = chat.requestListener;
  const seenIn: Stage['seenIn'] = (user, conversation) =>
    slack.screen(user).conversations.find(({ id }) => id === conversation)?.messages ?? [];
  const it: Stage = {
    slack,
    url,
    chat,
    stage,
    logged,
    shown,
    met,
    seenIn,
    dmOf: (user) => seenIn(user, `D${user.slice(1)}`),
    async modalOf(user) {
      await until(() => slack.screen(user).modals.length > 0);
      const modal = slack.screen(user).modals.at(-1);
      if (!modal) throw new Error('no modal');
      return modal;
    },
    account: (userId) => actor(userId, 'en-US', undefined, false).account,
    async close() {
      await chat.stop();
      await stage.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const named = await chat.namedSpaces();
  homes = named.map((space) => ({ ...space, id: space.space, organization: 'school', language: 'en' }));
  await chat.start();
  return it;
}

export async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { interval: 2 }).toBe(true);
}

/** Everything that a message or view says, without its marking. */
export function wordsOf(blocks: unknown): string {
  if (Array.isArray(blocks)) return blocks.map(wordsOf).join(' ');
  if (typeof blocks !== 'object' || blocks === null) return '';
  return Object.entries(blocks)
    .map(([key, value]) => (['text', 'fallback'].includes(key) && typeof value === 'string' ? value : wordsOf(value)))
    .filter(Boolean)
    .join(' ');
}

function actor(userId: string, locale: string, zone: string | undefined, isAdmin: boolean, name = userId): Actor {
  const person = {
    id: `person-${userId}`,
    organization: 'school',
    name,
    zone,
    email: undefined,
    reminderLeads: undefined,
  };
  const account = { id: `account-${userId}`, person: person.id, chat: 'slack', space: 'T', userId, name, locale };
  return {
    person,
    account: { ...account, dmChannel: undefined, dmClosed: undefined, homeOpenedAt: undefined },
    isAdmin,
  };
}

export const bookForm = (input: RawInput): Form => ({
  title: 'Book a session with somebody',
  submit: 'Send',
  carry: { origin: input['origin'] ?? 'command' },
  fields: [
    {
      kind: 'search',
      name: 'tutor',
      label: 'Tutor',
      isOptional: false,
      options: [],
      ...(input['tutor'] && { chosen: { value: input['tutor'], label: 'Theo Park' } }),
    },
    {
      kind: 'text',
      name: 'subject',
      label: 'Subject',
      isOptional: false,
      isLong: false,
      most: 100,
      ...(input['subject'] && { value: input['subject'] }),
    },
    {
      kind: 'when',
      name: 'when',
      label: 'When',
      isOptional: false,
      zone: 'Europe/Berlin',
      placeholder: 'tomorrow 5pm',
    },
    { kind: 'text', name: 'note', label: 'Note', isOptional: true, isLong: true, most: 500 },
  ],
});

export const requestCard = (subject: string, when: string): Message => ({
  title: say`Request: ${subject}`,
  text: say`At ${when}.`,
  fields: [{ name: 'Learner', value: say`${strong('Lena')}` }],
  actions: [
    {
      kind: 'button',
      label: 'Confirm',
      style: 'primary',
      target: { handler: 'confirm', input: { session: 's1', version: '1' } },
    },
    { kind: 'button', label: 'Book again', style: 'plain', target: { handler: 'book', input: { origin: 'card' } } },
    {
      kind: 'choice',
      label: 'Where',
      target: { handler: 'where', input: { session: 's1' } },
      options: [
        { value: 'jitsi', label: 'Jitsi' },
        { value: '', label: 'Anywhere' },
      ],
    },
  ],
});

const privately = (text: string): Reply => ({ kind: 'private', message: { text: say`${text}` } });

/** Real answers to a few handlers, kept nowhere. */
function deskAnswers(met: Actor[], shown: Stage['shown'], stage: () => Stage): Reception {
  const drafts = new Map<string, RawInput>();
  const whole = (input: RawInput) => ({ ...drafts.get(input['draft'] ?? ''), ...input });
  const run = async (by: Actor, handler: string, given: RawInput): Promise<Reply> => {
    const input = whole(given);
    switch (handler) {
      case 'confirm':
        return {
          kind: 'replace',
          message: { title: say`Confirmed`, text: say`${by.person.name} teaches ${JSON.stringify(input)}.` },
        };
      case 'where':
        return privately(`You meet at ${JSON.stringify(input['choice'])} for ${input['session']}`);
      case 'sessions':
        return privately('You have no sessions.');
      case 'book': {
        const theo = stage().account(THEO);
        await stage().chat.sendDm(theo, requestCard(input['subject'] ?? '?', input['when'] ?? '?'), {
          nonce: 'n',
          locale: 'en',
          triedAt: undefined,
        });
        return privately(`Asked ${input['tutor']} about ${input['subject']} (${input['origin']})`);
      }
      case 'broken':
        throw new Error('the database is gone');
      default:
        return privately('This button does nothing any more.');
    }
  };
  return {
    commands: ['book', 'sessions', 'timezone'].map((name) => ({ name, options: [], forAdminsOnly: false })),
    hasForm: (handler) => handler === 'book',
    async recognise({ userId, locale = 'en-US', zone, name }, isAdmin) {
      const by = actor(userId, locale, zone, isAdmin, name);
      met.push(by);
      return by;
    },
    left: async () => {},
    removed: async () => {},
    there: async () => {},
    recall: async ({ userId }) =>
      [THEO, LENA].some((known) => known === userId) ? actor(userId, 'en-US', 'Europe/Berlin', false) : undefined,
    open: async (_by, handler, input) =>
      handler === 'book' ? { kind: 'form', form: bookForm(whole(input)) } : { kind: 'nothing-to-ask' },
    run,
    async submit(by, handler, input) {
      const fields: Record<string, string> = {};
      if (input['subject'] === 'nothing') fields['subject'] = 'Say what you want to learn.';
      if (input['when']?.startsWith('2020')) fields['when'] = 'That is past.';
      if (input['subject'] === 'busy') Object.assign(fields, { '': 'The tutor is busy.', elsewhere: 'And ill.' });
      if (Object.keys(fields).length === 0) return { kind: 'reply', reply: await run(by, handler, input) };
      return { kind: 'refused', fields, message: { text: say`${Object.values(fields).join(' ')}` } };
    },
    suggest: async (_by, handler, field, typed, input) =>
      [{ value: THEO, label: 'Theo Park', description: `${handler}.${field} ${input['subject'] ?? ''}` }].filter(
        ({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()),
      ),
    read: async (_by, _handler, { text, mentions }) => ({
      ...(text && { subject: text }),
      ...(mentions[0] && { tutor: mentions[0] }),
      ...(mentions.some((one) => one === undefined) && { stranger: 'yes' }),
    }),
    help: (by, command) => ({ title: say`Help`, text: say`for ${command ?? 'everything'}, ${by.account.locale}` }),
    typed: async (_by, text) => ({
      text: say`I do not understand ${text}`,
      actions: requestCard('', '').actions ?? [],
    }),
    home: async (by) => ({
      title: say`Hello ${by.person.name}`,
      actions: [
        { kind: 'button', label: 'Book', style: 'primary', target: { handler: 'book', input: { origin: 'home' } } },
        { kind: 'button', label: 'Sessions', style: 'plain', target: { handler: 'sessions', input: {} } },
      ],
    }),
    async shown(_chat, { channel, messageId }, message) {
      shown.push({
        place: `${channel} ${messageId}`,
        title: message.title?.map((span) => ('text' in span ? span.text : '')).join('') ?? '',
      });
    },
    async keep(_by, _handler, input) {
      const id = `draft${drafts.size}`;
      drafts.set(id, input);
      return id;
    },
    kept: async (_by, id) => drafts.get(id),
  };
}

export const SPANISH_SPEAKER = MATEO;
