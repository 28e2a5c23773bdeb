import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DiscordStage, discordStage, type RawBot } from './discord-stage.ts';

let stage: DiscordStage;
let bot: RawBot;
beforeAll(async () => {
  stage = await discordStage();
  bot = await stage.connect();
  await bot.event('READY');
});
afterAll(() => stage.close());

const x = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

/** The codes in Discord's nested errors, each after its path. */
function complaints(errors: unknown, path = ''): string[] {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, value]) =>
    key === '_errors'
      ? (value as { code: string }[]).map(({ code }) => `${path}: ${code}`)
      : complaints(value, path ? `${path}.${key}` : key),
  );
}

const row = (...components: unknown[]) => ({ type: 1, components });
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const select = (more: object = {}) => ({ type: 3, custom_id: 'pick', options: [{ label: 'A', value: 'a' }], ...more });
const V2 = 1 << 15;

const messages: [what: string, body: object, complaint: string][] = [
  [
    'a file that is not there',
    { flags: V2, components: [{ type: 13, file: { url: 'attachment://gone.ics' } }] },
    'components: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  ['content of 2001', { content: x(2001) }, 'content: BASE_TYPE_MAX_LENGTH'],
  ['11 embeds', { embeds: many(11, () => ({ title: 'a' })) }, 'embeds: BASE_TYPE_MAX_LENGTH'],
  ['embed title of 257', { embeds: [{ title: x(257) }] }, 'embeds.0.title: BASE_TYPE_MAX_LENGTH'],
  ['embed description of 4097', { embeds: [{ description: x(4097) }] }, 'embeds.0.description: BASE_TYPE_MAX_LENGTH'],
  [
    '26 fields',
    { embeds: [{ fields: many(26, () => ({ name: 'a', value: 'b' })) }] },
    'embeds.0.fields: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'field name of 257',
    { embeds: [{ fields: [{ name: x(257), value: 'b' }] }] },
    'embeds.0.fields.0.name: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'field value of 1025',
    { embeds: [{ fields: [{ name: 'a', value: x(1025) }] }] },
    'embeds.0.fields.0.value: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'empty field value',
    { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] },
    'embeds.0.fields.0.value: BASE_TYPE_REQUIRED',
  ],
  ['footer of 2049', { embeds: [{ footer: { text: x(2049) } }] }, 'embeds.0.footer.text: BASE_TYPE_MAX_LENGTH'],
  [
    '6001 in embeds',
    { embeds: [{ description: x(3000) }, { description: x(3001) }] },
    'embeds.0: MAX_EMBED_SIZE_EXCEEDED',
  ],
  ['colour too large', { embeds: [{ title: 'a', color: 0x1000000 }] }, 'embeds.0.color: NUMBER_TYPE_MAX'],
  ['no link', { embeds: [{ title: 'a', url: 'nowhere' }] }, 'embeds.0.url: URL_TYPE_INVALID_URL'],
  ['6 rows', { components: many(6, (n) => row(button({ custom_id: `b${n}` }))) }, 'components: BASE_TYPE_MAX_LENGTH'],
  [
    '6 buttons in a row',
    { components: [row(...many(6, (n) => button({ custom_id: `b${n}` })))] },
    'components.0.components: BASE_TYPE_BAD_LENGTH',
  ],
  ['empty row', { components: [row()] }, 'components.0.components: BASE_TYPE_BAD_LENGTH'],
  ['a button without a row', { components: [button()] }, 'components.0.type: UNION_TYPE_CHOICES'],
  [
    'button label of 81',
    { components: [row(button({ label: x(81) }))] },
    'components.0.components.0.label: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'no label',
    { components: [row(button({ label: '' }))] },
    'components.0.components.0: BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
  ],
  [
    'custom_id of 101',
    { components: [row(button({ custom_id: x(101) }))] },
    'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'no custom_id',
    { components: [row(button({ custom_id: undefined }))] },
    'components.0.components.0.custom_id: BASE_TYPE_REQUIRED',
  ],
  [
    'one custom_id twice',
    { components: [row(button(), button())] },
    'components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'link with custom_id',
    { components: [row(button({ style: 5, url: 'https://a.example' }))] },
    'components.0.components.0: BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
  ],
  [
    'url of 513',
    { components: [row({ type: 2, style: 5, label: 'a', url: `https://a.example/${x(495)}` })] },
    'components.0.components.0.url: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'url of another scheme',
    { components: [row({ type: 2, style: 5, label: 'a', url: 'javascript:alert(1)' })] },
    'components.0.components.0.url: URL_TYPE_INVALID_SCHEME',
  ],
  [
    'no emoji',
    { components: [row(button({ emoji: { name: 'smile' } }))] },
    'components.0.components.0.emoji.name: COMPONENT_INVALID_EMOJI',
  ],
  [
    '26 options',
    { components: [row(select({ options: many(26, (n) => ({ label: 'a', value: `${n}` })) }))] },
    'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'no options',
    { components: [row(select({ options: [] }))] },
    'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'option label of 101',
    { components: [row(select({ options: [{ label: x(101), value: 'a' }] }))] },
    'components.0.components.0.options.0.label: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'option value of 101',
    { components: [row(select({ options: [{ label: 'a', value: x(101) }] }))] },
    'components.0.components.0.options.0.value: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'option description of 101',
    { components: [row(select({ options: [{ label: 'a', value: 'a', description: x(101) }] }))] },
    'components.0.components.0.options.0.description: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'one value twice',
    {
      components: [
        row(
          select({
            options: [
              { label: 'a', value: 'a' },
              { label: 'b', value: 'a' },
            ],
          }),
        ),
      ],
    },
    'components.0.components.0.options.1: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'placeholder of 151',
    { components: [row(select({ placeholder: x(151) }))] },
    'components.0.components.0.placeholder: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'min above max',
    { components: [row(select({ min_values: 2, max_values: 1 }))] },
    'components.0.components.0.min_values: SELECT_COMPONENT_MIN_VALUES_TOO_LARGE',
  ],
  [
    'max_values of 26',
    { components: [row(select({ max_values: 26 }))] },
    'components.0.components.0.max_values: NUMBER_TYPE_MAX',
  ],
  [
    'select beside a button',
    { components: [row(select(), button())] },
    'components.0: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'content in V2',
    { flags: V2, content: 'a', components: [{ type: 10, content: 'a' }] },
    'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'embeds in V2',
    { flags: V2, embeds: [{ title: 'a' }], components: [{ type: 10, content: 'a' }] },
    'embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    '41 components in V2',
    { flags: V2, components: [{ type: 17, components: many(40, () => ({ type: 10, content: 'a' })) }] },
    'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4001 characters in V2',
    { flags: V2, components: many(2, (n) => ({ type: 10, content: x(2000 + n) })) },
    'components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'V2 component without the flag',
    { components: [{ type: 10, content: 'a' }] },
    'components.0.type: UNION_TYPE_CHOICES',
  ],
  ['ephemeral in a channel', { content: 'a', flags: 64 }, 'flags: MESSAGE_FLAGS_INVALID'],
  ['nonce of 26', { content: 'a', nonce: x(26) }, 'nonce: BASE_TYPE_MAX_LENGTH'],
  [
    'parse and users',
    { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions.parse: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
];

test.each(messages)('a message with %s is refused', async (_, body, complaint) => {
  const { study } = stage.discord.credentials.channels;
  const { status, body: answer } = await stage.api('POST', `/channels/${study}/messages`, body);
  expect([status, answer.code, answer.message]).toEqual([400, 50035, 'Invalid Form Body']);
  expect(complaints(answer.errors)).toContain(complaint);
});

test('a message just within every limit is taken', async () => {
  const body = {
    content: '🙂'.repeat(2000),
    nonce: x(25),
    embeds: [
      { title: x(256), description: x(4096), fields: [{ name: x(256), value: x(1024) }], footer: { text: x(368) } },
    ],
    components: [
      row(...many(5, (n) => button({ custom_id: `${x(99)}${n}`, label: x(80) }))),
      row(
        select({
          placeholder: x(150),
          options: many(25, (n) => ({ label: x(100), value: `${n}`, description: x(100) })),
          max_values: 25,
        }),
      ),
    ],
  };
  const { status } = await stage.api('POST', `/channels/${stage.discord.credentials.channels.study}/messages`, body);
  expect(status).toBe(200);
});

const input = (more: object = {}) => ({ type: 4, custom_id: 'when', style: 1, ...more });
const label = (component: unknown, more: object = {}) => ({ type: 18, label: 'When', component, ...more });
const dialog = (...components: unknown[]) => ({ custom_id: 'book', title: 'Book', components });
const choices = (count: number) => many(count, (n) => ({ label: 'a', value: `${n}` }));

const dialogs: [what: string, data: object, complaint: string][] = [
  ['a title of 46', { ...dialog(label(input())), title: x(46) }, 'data.title: BASE_TYPE_BAD_LENGTH'],
  ['a custom_id of 101', { ...dialog(label(input())), custom_id: x(101) }, 'data.custom_id: BASE_TYPE_BAD_LENGTH'],
  [
    '6 components',
    dialog(...many(6, (n) => label(input({ custom_id: `i${n}` })))),
    'data.components: BASE_TYPE_BAD_LENGTH',
  ],
  ['nothing in it', dialog(), 'data.components: BASE_TYPE_BAD_LENGTH'],
  ['a label of 46', dialog(label(input(), { label: x(46) })), 'data.components.0.label: BASE_TYPE_BAD_LENGTH'],
  [
    'a description of 101',
    dialog(label(input(), { description: x(101) })),
    'data.components.0.description: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an input with its own label',
    dialog(label(input({ label: 'a' }))),
    'data.components.0.component.label: COMPONENT_LABEL_NOT_ALLOWED',
  ],
  [
    'a placeholder of 101',
    dialog(label(input({ placeholder: x(101) }))),
    'data.components.0.component.placeholder: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'max_length of 4001',
    dialog(label(input({ max_length: 4001 }))),
    'data.components.0.component.max_length: NUMBER_TYPE_MAX',
  ],
  [
    'a value above max_length',
    dialog(label(input({ max_length: 3, value: 'long' }))),
    'data.components.0.component.value: BASE_TYPE_MAX_LENGTH',
  ],
  ['an input without label or row', dialog(input()), 'data.components.0.type: UNION_TYPE_CHOICES'],
  ['a button', dialog(label(button())), 'data.components.0.component.type: UNION_TYPE_CHOICES'],
  [
    'a disabled select',
    dialog(label(select({ disabled: true }))),
    'data.components.0.component.disabled: COMPONENT_DISABLED_IN_MODAL',
  ],
  [
    'one radio option',
    dialog(label({ type: 21, custom_id: 'r', options: choices(1) })),
    'data.components.0.component.options: BASE_TYPE_BAD_LENGTH',
  ],
  [
    '11 radio options',
    dialog(label({ type: 21, custom_id: 'r', options: choices(11) })),
    'data.components.0.component.options: BASE_TYPE_BAD_LENGTH',
  ],
  [
    '11 checkboxes',
    dialog(label({ type: 22, custom_id: 'c', options: choices(11) })),
    'data.components.0.component.options: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'required checkboxes, of which none are needed',
    dialog(label({ type: 22, custom_id: 'c', min_values: 0, options: choices(2) })),
    'data.components.0.component.min_values: COMPONENT_REQUIRED_MIN_VALUES',
  ],
  [
    'one custom_id twice',
    dialog(label(input()), label(input())),
    'data.components.1.component.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
];

const option = (more: object = {}) => ({ type: 3, name: 'subject', description: 'What', ...more });
const command = (more: object = {}) => ({ name: 'book', description: 'Book a session', ...more });

const commands: [what: string, body: object, complaint: string][] = [
  ['a name with capitals', command({ name: 'Book' }), 'name: APPLICATION_COMMAND_INVALID_NAME'],
  ['a name with a space', command({ name: 'book now' }), 'name: APPLICATION_COMMAND_INVALID_NAME'],
  ['a name of 33', command({ name: x(33) }), 'name: BASE_TYPE_BAD_LENGTH'],
  ['no description', command({ description: '' }), 'description: BASE_TYPE_REQUIRED'],
  ['a description of 101', command({ description: x(101) }), 'description: BASE_TYPE_BAD_LENGTH'],
  [
    'a translated name with capitals',
    command({ name_localizations: { 'es-ES': 'Reservar' } }),
    'name_localizations.es-ES: APPLICATION_COMMAND_INVALID_NAME',
  ],
  ['an unknown language', command({ name_localizations: { es: 'reservar' } }), 'name_localizations: BASE_TYPE_CHOICES'],
  ['26 options', command({ options: many(26, (n) => option({ name: `o${n}` })) }), 'options: BASE_TYPE_MAX_LENGTH'],
  [
    '26 choices',
    command({ options: [option({ choices: many(26, (n) => ({ name: `c${n}`, value: 'a' })) })] }),
    'options.0.choices: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a choice name of 101',
    command({ options: [option({ choices: [{ name: x(101), value: 'a' }] })] }),
    'options.0.choices.0.name: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a choice value of 101',
    command({ options: [option({ choices: [{ name: 'a', value: x(101) }] })] }),
    'options.0.choices.0.value: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'choices and autocomplete',
    command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
    'options.0.autocomplete: APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
  ],
  [
    'autocomplete for a person',
    command({ options: [option({ type: 6, autocomplete: true })] }),
    'options.0: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'required after optional',
    command({ options: [option(), option({ name: 'when', required: true })] }),
    'options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'one option twice',
    command({ options: [option(), option()] }),
    'options.1: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  ],
  [
    'a subcommand beside an option',
    command({ options: [option(), { type: 1, name: 'a', description: 'b' }] }),
    'options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    '8001 characters',
    command({
      options: many(25, (n) =>
        option({
          name: `o${n}`,
          description: x(100),
          choices: many(3, (c) => ({ name: `${c}${x(79)}`, value: x(20) })),
        }),
      ),
    }),
    ': APPLICATION_COMMAND_TOO_LARGE',
  ],
  ['an unknown context', command({ contexts: [3] }), 'contexts.0: BASE_TYPE_CHOICES'],
  ['a context twice', command({ contexts: [0, 0] }), 'contexts: SET_TYPE_ALREADY_CONTAINS_VALUE'],
  ['no integration type', command({ integration_types: [] }), 'integration_types: BASE_TYPE_BAD_LENGTH'],
  [
    'permissions in words',
    command({ default_member_permissions: 'admin' }),
    'default_member_permissions: NUMBER_TYPE_COERCE',
  ],
];

describe('commands', () => {
  const path = () => `/applications/${stage.discord.credentials.applicationId}/commands`;

  test.each(commands)('a command with %s is refused', async (_, body, complaint) => {
    const { status, body: answer } = await stage.api('POST', path(), body);
    expect([status, answer.code]).toEqual([400, 50035]);
    expect(complaints(answer.errors)).toContain(complaint);
  });

  test('two of one name are refused, and so are 101', async () => {
    const twice = await stage.api('PUT', path(), [command(), command()]);
    expect(complaints(twice.body.errors)).toEqual(['1: APPLICATION_COMMANDS_DUPLICATE_NAME']);
    const tooMany = await stage.api(
      'PUT',
      path(),
      many(101, (n) => command({ name: `c${n}` })),
    );
    expect([tooMany.status, tooMany.body.code]).toEqual([400, 30032]);
  });

  test('an unknown command cannot be changed; a known one keeps its id', async () => {
    expect((await stage.api('PATCH', `${path()}/1`, command())).body.code).toBe(10063);
    const made = await stage.api('POST', path(), command());
    expect(made.status).toBe(201);
    const again = await stage.api('PUT', path(), [command({ description: 'Other' })]);
    expect(again.body).toMatchObject([{ id: made.body.id, description: 'Other', version: expect.any(String) }]);
    expect((await stage.api('PATCH', `${path()}/${made.body.id}`, { description: 'Third' })).body.name).toBe('book');
    expect((await stage.api('DELETE', `${path()}/${made.body.id}`)).status).toBe(204);
    expect((await stage.api('GET', path())).body).toEqual([]);
  });

  test('the 201st new command of a day is refused', async () => {
    const { serverId, applicationId } = stage.discord.credentials;
    const guild = `/applications/${applicationId}/guilds/${serverId}/commands`;
    const own = await discordStage();
    for (const round of [1, 2])
      await own.api(
        'PUT',
        guild,
        many(100, (n) => command({ name: `r${round}-${n}` })),
      );
    expect((await own.api('PUT', guild, [command()])).body.code).toBe(30034);
    await own.close();
  });
});

describe('answers to interactions', () => {
  const commandsPath = () => `/applications/${stage.discord.credentials.applicationId}/commands`;

  /** Noor uses a command; the app has yet to answer. */
  async function ask(options: { command?: string; completes?: string } = {}) {
    await stage.api('PUT', commandsPath(), [command({ options: [option({ autocomplete: true })] })]);
    const noor = stage.person('noor');
    const done = options.completes
      ? stage.discord.completes(noor, 'study', 'book', {}, options.completes)
      : stage.discord.runs(noor, 'study', options.command ?? 'book');
    done.catch(() => undefined);
    const { id, token } = await bot.event('INTERACTION_CREATE');
    const answer = (type: number, data?: object, query = '') =>
      stage.api('POST', `/interactions/${id}/${token}/callback${query}`, { type, data });
    const webhook = (method: string, rest: string, body?: object) =>
      stage.api(method, `/webhooks/${stage.discord.credentials.applicationId}/${token}${rest}`, body, {
        Authorization: '',
      });
    return { done, answer, webhook };
  }

  test.each(dialogs)('a dialog with %s is refused', async (_, data, complaint) => {
    const { answer, done } = await ask();
    const { status, body } = await answer(9, data);
    expect([status, body.code]).toEqual([400, 50035]);
    expect(complaints(body.errors)).toContain(complaint);
    await answer(4, { content: 'over' });
    await done;
  });

  test('twice is once too many', async () => {
    const { answer, done } = await ask();
    expect((await answer(4, { content: 'first' })).status).toBe(204);
    expect((await answer(4, { content: 'second' })).body).toMatchObject({ code: 40060 });
    await done;
  });

  test('an empty one is none', async () => {
    const { answer, done } = await ask();
    expect((await answer(4, { content: ' ' })).body).toMatchObject({ code: 50006 });
    await answer(4, { content: 'more' });
    await done;
  });

  test('a deferred one takes no flag but EPHEMERAL, and is edited into shape', async () => {
    const { answer, webhook, done } = await ask();
    expect((await answer(5, { flags: V2 })).body.code).toBe(50035);
    expect((await webhook('PATCH', '/messages/@original', { content: 'early' })).body.code).toBe(10015);
    const response = await answer(5, { flags: 64 }, '?with_response=true');
    expect(response.body).toMatchObject({
      interaction: { type: 2, response_message_loading: true, response_message_ephemeral: true },
      resource: { type: 5, message: { flags: 192 } },
    });
    await done;
    const edited = await webhook('PATCH', '/messages/@original', {
      flags: V2,
      components: [{ type: 10, content: 'Now' }],
    });
    expect(edited.body).toMatchObject({ flags: V2 | 64, edited_timestamp: null });
    expect((await webhook('PATCH', '/messages/@original', { content: 'back' })).body.code).toBe(50035);
    const { study } = stage.discord.credentials.channels;
    expect((await stage.api('GET', `/channels/${study}/messages/${edited.body.id}`)).body.code).toBe(10008);
  });

  test('the first follow-up of a deferred one is its edit; the next is a message', async () => {
    const { answer, webhook, done } = await ask();
    await answer(5, { flags: 64 });
    await done;
    const first = await webhook('POST', '', { content: 'first' });
    expect(first.body).toMatchObject({ content: 'first', flags: 64 });
    expect((await webhook('GET', '/messages/@original')).body.id).toBe(first.body.id);
    expect((await webhook('POST', '', { content: 'second' })).body).toMatchObject({ flags: 0 });
    expect((await webhook('DELETE', '/messages/@original')).status).toBe(204);
    expect((await webhook('GET', '/messages/@original')).body.code).toBe(10008);
  });

  test('a dialog is no answer to a dialog, nor an update where there is no message', async () => {
    const { answer, done } = await ask();
    await answer(9, dialog(label(input())));
    await done;
    const submitted = stage.discord.submits(stage.person('noor'), { when: 'now' });
    const { id, token, data } = await bot.event('INTERACTION_CREATE');
    expect(data).toMatchObject({
      custom_id: 'book',
      components: [{ type: 18, component: { type: 4, custom_id: 'when', value: 'now' } }],
    });
    const reply = (type: number, more?: object) =>
      stage.api('POST', `/interactions/${id}/${token}/callback`, { type, data: more });
    expect(complaints((await reply(9, dialog(label(input())))).body.errors)).toEqual(['type: BASE_TYPE_CHOICES']);
    expect(complaints((await reply(7, { content: 'a' })).body.errors)).toEqual(['type: BASE_TYPE_CHOICES']);
    await reply(4, { content: 'booked' });
    await submitted;
  });

  test('26 suggestions are refused', async () => {
    const { answer, done } = await ask({ completes: 'subject' });
    const { body } = await answer(8, { choices: many(26, (n) => ({ name: `${n}`, value: `${n}` })) });
    expect(complaints(body.errors)).toEqual(['data.choices: BASE_TYPE_MAX_LENGTH']);
    expect((await answer(4, { content: 'no' })).body.code).toBe(50035);
    await answer(8, { choices: [] });
    expect(await done).toEqual([]);
  });

  test('after fifteen minutes the token is worth nothing', async () => {
    const { answer, webhook, done } = await ask();
    await answer(4, { content: 'a' });
    await done;
    stage.clock.now = new Date(stage.clock.now.getTime() + 15 * 60_000 + 1);
    const { status, body } = await webhook('PATCH', '/messages/@original', { content: 'late' });
    expect([status, body.code]).toEqual([401, 50027]);
    const stranger = await stage.api('POST', '/webhooks/1/token', { content: 'a' });
    expect([stranger.status, stranger.body.code]).toEqual([404, 10015]);
  });

  test('after three seconds it is unknown', async () => {
    const own = await discordStage({ deadlineMs: 20 });
    const ownBot = await own.connect();
    await ownBot.event('READY');
    await own.api('PUT', commandsPath(), [command()]);
    await expect(own.discord.runs(own.person('noor'), 'study', 'book')).rejects.toThrow(
      'The application did not respond',
    );
    const { id, token } = await ownBot.event('INTERACTION_CREATE');
    const late = await own.api('POST', `/interactions/${id}/${token}/callback`, { type: 4, data: { content: 'late' } });
    expect([late.status, late.body.code]).toEqual([404, 10062]);
    await own.close();
  });
});
