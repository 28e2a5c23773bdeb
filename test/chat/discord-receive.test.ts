import { afterEach, describe, expect, test } from 'vitest';
import type { DiscordOptions } from '../../sandbox/discord/index.ts';
import { SERVER_ID, UNLISTED_SERVER_ID } from '../../sandbox/discord/place.ts';
import type { DiscordScreen, ScreenMessage } from '../../sandbox/discord/screen.ts';
import { createDiscordChat } from '../../src/chat/discord/index.ts';
import { type Chat, DmClosed, MessageGone, RateLimited } from '../../src/conversation/chat.ts';
import type { Form } from '../../src/conversation/form.ts';
import type { RawInput, Reply } from '../../src/conversation/handler.ts';
import { wordsFor } from '../../src/conversation/languages/index.ts';
import type { Action, Message } from '../../src/conversation/message.ts';
import type { Reception } from '../../src/conversation/reception.ts';
import { say } from '../../src/conversation/say.ts';
import type { Community } from '../../src/core/community/community.ts';
import { newId } from '../../src/core/id.ts';
import type { Account, Actor } from '../../src/core/people/person.ts';
import { loggable } from '../../src/core/told-error.ts';
import { discordStage } from '../sandbox/discord-stage.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const said = (text: string, ...actions: Action[]): Message => ({ text: say`${text}`, actions });
const button = (label: string, handler: string, input: RawInput = {}): Action => ({
  kind: 'button',
  label,
  style: 'plain',
  target: { handler, input },
});
const bookForm = (input: RawInput): Form => ({
  title: 'Book a session',
  submit: 'Send',
  carry: input,
  fields: [
    {
      kind: 'text',
      name: 'when',
      label: 'When',
      isOptional: false,
      isLong: false,
      most: 100,
      value: input['when'] ?? '',
    },
  ],
});

/** A product of four handlers: enough for every way in which Discord is answered. */
function fakeReception(): Reception & {
  readonly runs: { handler: string; input: RawInput; isAdmin: boolean }[];
  readonly shownAt: string[];
  hold: Promise<void>;
} {
  const kept = new Map<string, RawInput>();
  const met = new Map<string, Actor>();
  const runs: { handler: string; input: RawInput; isAdmin: boolean }[] = [];
  const shownAt: string[] = [];
  const replies: Record<string, (input: RawInput) => Reply> = {
    sessions: () => ({
      kind: 'private',
      message: said('Your sessions', button('Cancel it', 'cancel', { session: 's1' }), {
        kind: 'choice',
        label: 'Subject',
        target: { handler: 'choose', input: { page: '1' } },
        options: [{ value: 'algebra', label: 'Algebra' }],
      }),
    }),
    confirm: ({ session = '' }) => ({ kind: 'replace', message: said(`Confirmed ${session}`) }),
    cancel: ({ session = '' }) => ({ kind: 'replace', message: said(`Cancelled ${session}`) }),
    choose: ({ choice = '', page = '' }) => ({ kind: 'private', message: said(`Chosen ${choice} on ${page}`) }),
    breaks: () => {
      throw new Error('broken');
    },
  };
  const reception: ReturnType<typeof fakeReception> = {
    runs,
    shownAt,
    hold: Promise.resolve(),
    commands: [
      {
        name: 'book',
        forAdminsOnly: false,
        options: [
          { name: 'subject', kind: 'suggested' },
          { name: 'when', kind: 'suggested' },
          { name: 'note', kind: 'text' },
        ],
      },
      { name: 'sessions', forAdminsOnly: false, options: [] },
      { name: 'tutors', forAdminsOnly: false, options: [{ name: 'subject', kind: 'suggested' }] },
    ],
    hasForm: (handler) => handler === 'book' || handler === 'decline',
    recognise: async (sighting, isAdmin) => {
      const before = met.get(sighting.userId);
      const account: Account = {
        id: sighting.userId,
        person: sighting.userId,
        chat: 'discord',
        space: sighting.space,
        userId: sighting.userId,
        name: sighting.name,
        locale: sighting.locale ?? before?.account.locale ?? 'en-US',
        dmChannel: sighting.dmChannel,
        dmClosed: undefined,
        homeOpenedAt: undefined,
      };
      const person = {
        id: sighting.userId,
        organization: 'school',
        name: sighting.name,
        zone: undefined,
        email: undefined,
        reminderLeads: undefined,
      };
      const actor = { person, account, isAdmin };
      met.set(sighting.userId, actor);
      return actor;
    },
    recall: async ({ userId }) => met.get(userId),
    left: async () => {},
    removed: async () => {},
    there: async () => {},
    open: async (_by, _handler, input) => {
      await reception.hold;
      if (input['draft']) return { kind: 'form', form: bookForm({ ...kept.get(input['draft']) }) };
      return input['when'] ? { kind: 'nothing-to-ask' } : { kind: 'form', form: bookForm(input) };
    },
    run: async (by, handler, input) => {
      runs.push({ handler, input, isAdmin: by.isAdmin });
      await reception.hold;
      if (handler === 'book')
        return { kind: 'private', message: said(`Asked for ${input['subject']} ${input['when']}`) };
      const reply = replies[handler];
      return reply ? reply(input) : { kind: 'private', message: said('This button does nothing any more') };
    },
    submit: async (_by, handler, input) => {
      if (input['when'] === 'never') {
        kept.set('d1', input);
        return {
          kind: 'refused',
          fields: { when: 'Not a time' },
          message: said('Not a time', button('Edit', handler, { draft: 'd1' })),
        };
      }
      if (handler === 'decline')
        return { kind: 'reply', reply: { kind: 'replace', message: said(`Declined ${input['session']}`) } };
      return {
        kind: 'reply',
        reply: {
          kind: 'private',
          message: said(`Asked for ${input['subject']} ${input['when']}, ${input['note']?.length ?? 0}`),
        },
      };
    },
    suggest: async (_by, _handler, field, typed) => [
      { value: `${typed}-${field}`, label: `${typed}…`.padEnd(150, '.') },
    ],
    read: async () => ({}),
    help: (_by, command) => said(`Help with ${command}`),
    typed: async (by, text) => said(`${by.account.name} typed ${text}`),
    home: async () => said('home'),
    shown: async (_chat, { messageId }) => void shownAt.push(messageId),
    keep: async (by, _handler, input) => {
      kept.set(`${by.account.userId.slice(-2)}k`, input);
      return `${by.account.userId.slice(-2)}k`;
    },
    kept: async (by, id) => (id.startsWith(by.account.userId.slice(-2)) ? kept.get(id) : undefined),
  };
  return reception;
}

/** The real discord.js, connected to a Discord of its own. */
async function start(
  options: DiscordOptions = {},
  more: { servers?: readonly string[]; moderationChannel?: string } = {},
) {
  const stage = await discordStage({ deadlineMs: 3000, ...options });
  const { discord, origin, clock, person } = stage;
  const reception = fakeReception();
  const logged: { level: string; data: object; message: string }[] = [];
  const note = (level: string) => (data: object, message: string) => void logged.push({ level, data, message });
  const log = { info: note('info'), warn: note('warn'), error: note('error') };
  const { token, serverId, adminRoleId, channels, apiPath } = discord.credentials;
  const config = {
    token,
    servers: more.servers ?? [serverId],
    adminRole: adminRoleId,
    moderationChannel: more.moderationChannel ?? channels.tutoringAdmins,
    apiUrl: origin + apiPath,
  };
  let homes: readonly Community[] = [];
  const communities = {
    at: async (_chat: string, space: string) => homes.find((one) => one.space === space),
    inChat: async () => homes,
  };
  const chat: Chat = createDiscordChat({ config, reception, communities, log, now: () => clock.now });
  closing.push(stage.close, () => chat.stop());
  const named = await chat.namedSpaces();
  homes = named.map((space) => ({ ...space, id: space.space, organization: 'school', language: 'en' }));
  await chat.start();
  const noor = person('noor');
  const screen = (who = noor): DiscordScreen => discord.screen(who);
  const seen = (channel: string, who = noor): readonly ScreenMessage[] => {
    const { dm, servers } = screen(who);
    return channel === 'dm'
      ? dm.messages
      : (servers.flatMap((server) => server.channels).find(({ name }) => name === channel)?.messages ?? []);
  };
  const textOf = ({ components }: ScreenMessage) => JSON.stringify(components).match(/"content":"(.*?)"/)?.[1] ?? '';
  const texts = (channel = 'study', who = noor) =>
    seen(channel, who)
      .filter(({ thinking }) => !thinking)
      .map(textOf);
  const sees = (text: string, channel = 'study', who = noor) =>
    stage.until(() => seen(channel, who).find((message) => textOf(message).includes(text)));
  const pressOn = (message: ScreenMessage, label: string, channel = 'study', who = noor) => {
    const all = JSON.stringify(message.components);
    const customId = new RegExp(`"label":"${label}"[^{}]*"custom_id":"([^"]+)"`).exec(all)?.[1];
    if (!customId) throw new Error(`${label} is not on ${all}`);
    return discord.presses(who, { channel, message: message.id, customId });
  };
  const account = (userId: string, dmChannel?: string): Account => ({
    id: userId,
    person: userId,
    chat: 'discord',
    space: serverId,
    userId,
    name: 'Noor',
    locale: 'en-US',
    dmChannel,
    dmClosed: undefined,
    homeOpenedAt: undefined,
  });
  const admins = { space: serverId, channel: channels.tutoringAdmins };
  return { ...stage, chat, named, admins, reception, logged, noor, screen, seen, texts, sees, pressOn, account };
}

describe('commands', () => {
  test('suggestions, a dialog, a refusal, Edit, and the answer in the place of the refusal', async () => {
    const { discord, noor, reception, screen, sees, texts, pressOn } = await start();
    const [suggested] = await discord.completes(noor, 'study', 'book', { subject: 'alg' }, 'subject');
    expect(suggested).toMatchObject({ value: 'alg-subject' });
    expect(suggested?.name).toHaveLength(100);

    await discord.runs(noor, 'study', 'book', { subject: 'my own words' });
    expect(screen().modal).toMatchObject({ title: 'Book a session', customId: 'book?subject=my+own+words' });
    await discord.submits(noor, { when: 'never' });
    const refusal = await sees('Not a time');
    expect(refusal.ephemeral).toBe(true);

    await pressOn(refusal, 'Edit');
    expect(JSON.stringify(screen().modal?.components)).toContain('"value":"never"');
    await discord.submits(noor, { when: 'tomorrow' });
    await sees('Asked for my own words tomorrow');
    expect(texts()).toEqual(['Asked for my own words tomorrow, 0']);
    expect(reception.runs).toEqual([]);
  });

  test('what a dialog carries beyond a custom id is kept', async () => {
    const { discord, noor, screen, sees } = await start();
    await discord.runs(noor, 'study', 'book', { subject: 'algebra', note: 'ñ'.repeat(500) });
    expect(screen().modal?.customId).toBe('book@11k');
    await discord.submits(noor, { when: 'tomorrow' });
    await sees('Asked for algebra tomorrow, 500');
  });

  test('with nothing left to ask, no dialog', async () => {
    const { discord, noor, screen, sees } = await start();
    await discord.runs(noor, 'study', 'book', { subject: 'algebra', when: 'tomorrow' });
    await sees('Asked for algebra tomorrow');
    expect(screen().modal).toBeUndefined();
  });

  test('help instead of an option', async () => {
    const { discord, noor, sees } = await start();
    await discord.runs(noor, 'study', 'tutors', { subject: 'help' });
    await sees('Help with tutors');
  });

  test('a dialog that takes too long to prepare is offered with a button', async () => {
    const { discord, noor, reception, screen, sees, pressOn } = await start();
    reception.hold = new Promise(() => {});
    await discord.runs(noor, 'study', 'book', { subject: 'algebra' });
    const offer = await sees('That took me too long');
    reception.hold = Promise.resolve();
    await pressOn(offer, 'Open the form');
    expect(screen().modal?.title).toBe('Book a session');
    await discord.submits(noor, { when: 'tomorrow' });
    await sees('Asked for algebra tomorrow');
  });
});

describe('buttons and menus', () => {
  test('a card in a DM is replaced by what its button did', async () => {
    const { chat, noor, account, seen, sees, pressOn, reception, texts } = await start();
    const place = await chat.sendDm(account(noor), said('A request', button('Confirm', 'confirm', { session: 's1' })), {
      nonce: 'n1',
      locale: 'en',
      triedAt: undefined,
    });
    const [card] = seen('dm');
    expect(card?.id).toBe(place.messageId);
    await pressOn(card as ScreenMessage, 'Confirm', 'dm');
    await sees('Confirmed s1', 'dm');
    expect(texts('dm')).toEqual(['Confirmed s1']);
    await expect.poll(() => reception.shownAt).toEqual([place.messageId]);
    expect(reception.runs).toEqual([{ handler: 'confirm', input: { session: 's1' }, isAdmin: false }]);
  });

  test('a dialog of a card changes the card, also after it was refused', async () => {
    const { chat, discord, noor, account, sees, pressOn, texts, until } = await start();
    const decline = button('Decline', 'decline', { session: 's1' });
    await chat.sendDm(account(noor), said('A request', decline), { nonce: 'n', locale: 'en', triedAt: undefined });
    const card = await sees('A request', 'dm');
    await pressOn(card, 'Decline', 'dm');
    await discord.submits(noor, { when: 'never' });
    await pressOn(await sees('Not a time', 'dm'), 'Edit', 'dm');
    await discord.submits(noor, { when: 'now' });
    await until(() => texts('dm').length === 1);
    expect(texts('dm')).toEqual(['Declined s1']);
  });

  test('a private list gives way to what came of a press in it', async () => {
    const { discord, noor, sees, pressOn, texts } = await start();
    await discord.runs(noor, 'study', 'sessions');
    await pressOn(await sees('Your sessions'), 'Cancel it');
    await sees('Cancelled s1');
    expect(texts()).toEqual(['Cancelled s1']);
  });

  test('what is chosen in a menu of deeds is done as if it was pressed', async () => {
    const { chat, discord, noor, account, screen, sees, reception } = await start();
    const deed = (label: string, handler: string, input: RawInput) => ({ label, target: { handler, input } });
    const options = [
      deed('Move', 'book', { subject: 'algebra' }),
      deed('Confirm', 'confirm', { session: 's1' }),
      deed('Gone', 'gone', {}),
    ];
    const card = said('A session', { kind: 'more', label: 'More…', options });
    const { messageId } = await chat.sendDm(account(noor), card, { nonce: 'n', locale: 'en', triedAt: undefined });
    const chooses = (value: string) =>
      discord.chooses(noor, { channel: 'dm', message: messageId, customId: '%2B', values: [value] });
    await chooses('book?subject=algebra');
    expect(screen().modal).toMatchObject({ title: 'Book a session', customId: 'book?subject=algebra' });
    await chooses('gone');
    await sees('This button does nothing any more', 'dm');
    await chooses('confirm?session=s1');
    await sees('Confirmed s1', 'dm');
    expect(reception.runs.map(({ handler, input }) => ({ handler, input }))).toEqual([
      { handler: 'gone', input: {} },
      { handler: 'confirm', input: { session: 's1' } },
    ]);
    await expect.poll(() => reception.shownAt).toEqual([messageId]);
  });

  test('a menu acts with what was chosen', async () => {
    const { discord, noor, sees } = await start();
    await discord.runs(noor, 'study', 'sessions');
    const list = await sees('Your sessions');
    await discord.chooses(noor, { channel: 'study', message: list.id, customId: 'choose?page=1', values: ['algebra'] });
    await sees('Chosen algebra on 1');
  });

  test.each([
    ['noor', '%E0%A4%A', 'from an older version'],
    ['noor', 'confirm@99k', 'from an older version'],
    ['noor', '!7', 'from an older version'],
    ['noor', 'nonsense?x=1', 'does nothing any more'],
  ])('an id that nobody made, or that is somebody else’s, is answered in private: %s %s', async (name, id, answer) => {
    const { api, chat, discord, person, account, sees, logged } = await start();
    const who = person(name);
    const { channel, messageId } = await chat.sendDm(account(who), said('A card'), {
      nonce: 'n',
      locale: 'en',
      triedAt: undefined,
    });
    const forged = { type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: id }] };
    await api('PATCH', `/channels/${channel}/messages/${messageId}`, { components: [forged] });
    await discord.presses(who, { channel: 'dm', message: messageId, customId: id });
    expect((await sees(answer, 'dm', who)).ephemeral).toBe(true);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a fault is logged under an id, and the person gets a sentence with it', async () => {
    const { chat, noor, account, sees, pressOn, logged } = await start();
    await chat.sendDm(account(noor), said('A card', button('Break', 'breaks')), {
      nonce: 'n',
      locale: 'en',
      triedAt: undefined,
    });
    await pressOn(await sees('A card', 'dm'), 'Break', 'dm');
    await sees('Something went wrong', 'dm');
    expect(logged.at(-1)).toMatchObject({ level: 'error', data: { what: 'breaks', error: new Error('broken') } });
  });
});

describe('who may use it', () => {
  test('a server that is not listed gets one sentence, and nothing is kept', async () => {
    const { discord, noor, sees, reception } = await start({ unlistedServer: true });
    await discord.runs(noor, 'general', 'sessions');
    await sees(wordsFor('en').chat.notForThisServer, 'general');
    expect(await discord.completes(noor, 'general', 'book', { subject: 'a' }, 'subject')).toEqual([]);
    expect(reception.runs).toEqual([]);
  });

  test('the moderation channel belongs to the server that has it, else to the first', async () => {
    const servers = [UNLISTED_SERVER_ID, SERVER_ID];
    const { named, admins } = await start({ unlistedServer: true }, { servers });
    expect(named.map(({ space, moderationChannel }) => [space, moderationChannel])).toEqual([
      [UNLISTED_SERVER_ID, undefined],
      [SERVER_ID, admins.channel],
    ]);
    const elsewhere = await start({}, { servers, moderationChannel: '1100000000000000999' });
    expect(elsewhere.named.map(({ moderationChannel }) => moderationChannel)).toEqual([
      '1100000000000000999',
      undefined,
    ]);
  });

  test('without any listed server nobody is served', async () => {
    const { discord, noor, sees, logged } = await start({}, { servers: [] });
    await discord.runs(noor, 'study', 'book');
    await sees(wordsFor('en').chat.notForThisServer);
    expect(logged[0]).toMatchObject({ level: 'warn' });
  });

  test('what a member types in a DM is answered; in a channel it is not read', async () => {
    const { discord, noor, sees, texts } = await start();
    await discord.types(noor, 'study', 'hello');
    await discord.types(noor, 'dm', 'hello *you*');
    await sees('Noor Haddad typed hello', 'dm');
    expect(texts('study')).toEqual(['']);
  });

  test('a DM from somebody who is in none of the servers is not served', async () => {
    const { discord, noor, sees, reception } = await start(
      { unlistedServer: true },
      { servers: ['1100000000000000200'] },
    );
    await discord.types(noor, 'dm', 'hello');
    await sees('Noor Haddad typed hello', 'dm');
    const jonas = discord.people.find(({ username }) => username === 'jonas')?.id ?? '';
    discord.fail('GET /guilds/*/members/*', { status: 404, code: 10007, message: 'Unknown Member' });
    await discord.types(jonas, 'dm', 'hello');
    await sees(wordsFor('en').chat.notForThisServer, 'dm', jonas);
    expect(reception.runs).toEqual([]);
  });

  test('admins hold the role or manage the server, wherever they act', async () => {
    const { discord, person, sees, reception, chat, account, pressOn } = await start();
    const priya = person('priya');
    await discord.runs(priya, 'study', 'sessions');
    await sees('Your sessions', 'study', priya);
    await chat.sendDm(account(priya), said('A card', button('Confirm', 'confirm')), {
      nonce: 'n',
      locale: 'en',
      triedAt: undefined,
    });
    await pressOn(await sees('A card', 'dm', priya), 'Confirm', 'dm', priya);
    await sees('Confirmed', 'dm', priya);
    expect(reception.runs.map(({ isAdmin }) => isAdmin)).toEqual([true, true]);
  });
});

describe('what the bot sends by itself', () => {
  const attempt = { nonce: 'reminder-s1-60', locale: 'en', triedAt: undefined };

  test('the same message twice is shown once, at once and long after', async () => {
    const { chat, noor, account, clock, texts } = await start();
    const first = await chat.sendDm(account(noor), said('Soon'), attempt);
    expect(await chat.sendDm(account(noor, first.channel), said('Soon'), attempt)).toEqual(first);
    const triedAt = clock.now;
    clock.now = new Date(clock.now.getTime() + 3_600_000);
    expect(await chat.sendDm(account(noor, first.channel), said('Soon'), { ...attempt, triedAt })).toEqual(first);
    await chat.sendDm(account(noor), said('Soon'), { ...attempt, nonce: 'reminder-s1-10', triedAt });
    expect(texts('dm')).toEqual(['Soon', 'Soon']);
  });

  test('of messages whose ids were made at the same moment, and so are alike, all arrive', async () => {
    const { chat, noor, account, texts } = await start();
    const ids = Array.from({ length: 20 }, newId);
    for (const nonce of ids) await chat.sendDm(account(noor), said(nonce), { ...attempt, nonce });
    expect(texts('dm')).toEqual(ids);
  });

  test('closed DMs are a state, found out with one request', async () => {
    const { chat, discord, noor, account, person } = await start();
    const { channel } = await chat.sendDm(account(noor), said('Hello'), attempt);
    discord.closeDms(noor);
    await expect(chat.sendDm(account(noor, channel), said('Soon'), { ...attempt, nonce: 'n2' })).rejects.toThrow(
      new DmClosed('50007'),
    );
    expect(discord.invalidRequests()).toBe(1);
    discord.leaveServer(person('jonas'));
    await expect(chat.sendDm(account(person('jonas')), said('Soon'), attempt)).rejects.toBeInstanceOf(DmClosed);
  });

  test('a DM channel that is gone is opened anew', async () => {
    const { chat, noor, account, texts } = await start();
    await chat.sendDm(account(noor, '1100000000000009999'), said('Hello'), attempt);
    expect(texts('dm')).toEqual(['Hello']);
  });

  test('a message is edited where it is, and its pictures with it', async () => {
    const { chat, noor, account, seen, texts } = await start();
    const images = [{ png: new Uint8Array([137, 80, 78, 71]), name: 'chart.png', alt: 'Seven sessions' }];
    const place = await chat.sendDm(account(noor), { ...said('Your month'), images }, attempt);
    expect(seen('dm')[0]?.attachments).toMatchObject([{ filename: '1-chart.png', description: 'Seven sessions' }]);
    await chat.edit(place, said('Cancelled'), 'en');
    expect(texts('dm')).toEqual(['Cancelled']);
    expect(seen('dm')[0]?.attachments).toEqual([]);
    await expect(chat.edit({ ...place, messageId: '1100000000000009999' }, said('x'), 'en')).rejects.toBeInstanceOf(
      MessageGone,
    );
  });

  test('admins are told in the moderation channel', async () => {
    const { chat, admins, person, texts } = await start();
    await chat.sendToChannel(admins, said('Nobody answers'), attempt);
    expect(texts('tutoring-admins', person('priya'))).toEqual(['Nobody answers']);
  });

  test('nobody is pinged, whatever was typed', async () => {
    const { chat, admins, person, seen } = await start();
    const priya = person('priya');
    await chat.sendToChannel(admins, { text: say`@everyone ${`@everyone <@${priya}>`}` }, attempt);
    expect(seen('tutoring-admins', priya).map(({ pingsMe }) => pingsMe)).toEqual([false]);
  });

  test('a long rate limit comes back with the time to wait', async () => {
    const { chat, discord, noor, account } = await start();
    discord.fail('POST /channels/*/messages', { status: 429, retryAfter: 90 });
    const error = await chat.sendDm(account(noor), said('Soon'), attempt).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RateLimited);
    expect((error as RateLimited).retryAfterSeconds).toBeGreaterThanOrEqual(90);
  });
});

test('stopping waits for what runs, and takes nothing new', async () => {
  const { chat, discord, noor, reception, texts } = await start({ deadlineMs: 2000 });
  let release = () => {};
  reception.hold = new Promise((resolve) => {
    release = resolve;
  });
  await discord.runs(noor, 'study', 'sessions');
  await expect.poll(() => reception.runs.length).toBe(1);
  const stopped = chat.stop();
  await expect(discord.runs(noor, 'study', 'sessions')).rejects.toThrow('did not respond');
  release();
  await stopped;
  expect(texts()).toEqual(['Your sessions']);
  expect(chat.isConnected()).toBe(false);
});

test('the token is never logged', async () => {
  const { logged, chat, discord, noor, account, sees, pressOn } = await start();
  await chat.sendDm(account(noor), said('A card', button('Confirm', 'confirm')), {
    nonce: 'n',
    locale: 'en',
    triedAt: undefined,
  });
  discord.fail('PATCH /webhooks/*/*/messages/*', { status: 400, code: 50035, message: 'Invalid Form Body' });
  await pressOn(await sees('A card', 'dm'), 'Confirm', 'dm');
  await expect.poll(() => logged.some(({ level }) => level === 'error')).toBe(true);
  expect(JSON.stringify(loggable(logged))).not.toMatch(/sandbox-discord-token|webhooks\/\d|interactions\/\d/);
});
