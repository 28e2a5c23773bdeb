import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockProblems, textLength } from '../../sandbox/slack/blocks.ts';
import { readId } from '../../src/chat/slack/ids.ts';
import * as limits from '../../src/chat/slack/limits.ts';
import { render, renderHome, renderSheet } from '../../src/chat/slack/render.ts';
import type { Reader } from '../../src/chat/slack/rich-text.ts';
import { en } from '../../src/conversation/languages/en/words.ts';
import type { Action, Message, Section, Span } from '../../src/conversation/message.ts';
import { link, moment, say, strong } from '../../src/conversation/say.ts';
import { wordsOf } from './slack-stage.ts';

const now = new Date('2026-11-20T09:00:00Z');
const reader: Reader = { locale: 'en-US', zone: 'Europe/Berlin', now };
const at = new Date('2026-12-01T16:00:00Z');
const unix = at.getTime() / 1000;

const button = (label: string, input: Record<string, string> = {}): Action => ({
  kind: 'button',
  label,
  style: 'plain',
  target: { handler: 'confirm', input },
});
const menu = (options: readonly { label: string; input: Record<string, string>; description?: string }[]): Action => ({
  kind: 'more',
  label: 'More…',
  options: options.map(({ input, ...deed }) => ({ ...deed, target: { handler: 'confirm', input } })),
});
/** The elements of the first rich text block. */
const elements = (message: Message, by = reader) => {
  const block = render(message, by).blocks.find(({ type }) => type === 'rich_text');
  return block?.type === 'rich_text' ? block.elements.flatMap((part): readonly object[] => part.elements) : [];
};

test('a card has a title, text, fields and actions, and all of it in words besides', () => {
  const message: Message = {
    title: say`Request: ${'algebra'}`,
    text: say`From ${strong('Lena')}`,
    fields: [{ name: 'When', value: [moment(at, undefined)] }],
    actions: [button('Confirm', { session: 's1', version: '2' })],
  };
  const { text, blocks } = render(message, reader);
  expect(text).toBe(
    `Request: algebra\nFrom Lena\nWhen: <!date^${unix}^{date_long_pretty} {time}|Tuesday, December 1, 5:00 PM (Berlin, GMT+1)>`,
  );
  expect(blocks).toEqual([
    { type: 'header', text: { type: 'plain_text', text: 'Request: algebra' } },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'From ' },
            { type: 'text', text: 'Lena', style: { bold: true } },
            { type: 'text', text: '\n' },
            { type: 'text', text: 'When: ', style: { bold: true } },
            {
              type: 'date',
              timestamp: unix,
              format: '{date_long_pretty} {time}',
              fallback: 'Tuesday, December 1, 5:00 PM (Berlin, GMT+1)',
            },
          ],
        },
      ],
    },
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          text: { type: 'plain_text', text: 'Confirm' },
          action_id: 'confirm',
          value: 'session=s1&version=2',
        },
      ],
    },
  ]);
});

test('what a person typed is inert wherever it stands', () => {
  const hostile = '<!channel> @everyone *bold* _x_ <https://evil.example|here> :tada: & <@U123>';
  const message: Message = {
    title: say`${hostile}`,
    text: say`About ${hostile}`,
    fields: [{ name: hostile, value: say`${hostile}` }],
    actions: [button(hostile)],
  };
  const { text, blocks } = render(message, reader);
  expect(text).not.toMatch(/<|>/);
  expect(text).toContain('&lt;!channel&gt; @everyone');
  const types = JSON.stringify(blocks).match(/"type":"\w+"/g) ?? [];
  // No mrkdwn anywhere, and in rich text nothing but text.
  expect(new Set(types)).toEqual(
    new Set(
      ['header', 'plain_text', 'rich_text', 'rich_text_section', 'text', 'actions', 'button'].map(
        (it) => `"type":"${it}"`,
      ),
    ),
  );
  expect(elements({ text: say`a\u202Eb\u0000c\r\nd` })).toEqual([{ type: 'text', text: 'abc\nd' }]);
});

describe('moments', () => {
  test('show in each reader’s own zone, and where they cannot, name the zone', () => {
    expect(elements({ text: [moment(at, 'America/New_York', 'time')] }, { ...reader, zone: undefined })).toEqual([
      { type: 'date', timestamp: unix, format: '{time}', fallback: '11:00 AM (New York, GMT-5)' },
    ]);
  });
  test('to come are said as they are now, past ones are kept true by Slack', () => {
    expect(elements({ text: [moment(new Date(now.getTime() + 600_000), undefined, 'relative')] })).toEqual([
      { type: 'text', text: 'in 10 minutes' },
    ]);
    const past = new Date(now.getTime() - 3_600_000);
    expect(elements({ text: [moment(past, undefined, 'relative')] })).toEqual([
      { type: 'date', timestamp: past.getTime() / 1000, format: '{ago}', fallback: '1 hour ago' },
    ]);
  });
  test('in a title make it a bold line, because a header is plain text', () => {
    const { blocks } = render({ title: say`Starts ${moment(at, undefined)}` }, reader);
    expect(blocks).toMatchObject([
      {
        type: 'rich_text',
        elements: [
          {
            elements: [
              { text: 'Starts ', style: { bold: true } },
              { type: 'date', style: { bold: true } },
            ],
          },
        ],
      },
    ]);
  });
});

test('links are elements; a link that Slack refuses is words', () => {
  const text = say`${link('Room', 'https://meet.example.org/x y')} ${link('Bad', 'javascript:alert(1)')}`;
  expect(elements({ text })).toEqual([
    { type: 'link', url: 'https://meet.example.org/x%20y', text: 'Room' },
    { type: 'text', text: ' Bad (javascript:alert(1))' },
  ]);
  const join: Action = { kind: 'link', label: 'Join', url: 'not an address', style: 'primary' };
  expect(wordsOf(render({ actions: [join] }, reader).blocks)).toBe('Join (not an address)');
});

test('buttons that are called the same are told apart by what they are about', () => {
  const section = (title: string): Section => ({
    title: say`${title}`,
    actions: [button('Cancel', { session: title })],
  });
  const { blocks } = render({ sections: [section('Algebra'), section('Physics')], actions: [button('Book')] }, reader);
  expect(blocks.filter(({ type }) => type === 'actions')).toMatchObject([
    { elements: [{ action_id: 'confirm#1', accessibility_label: 'Cancel: Algebra' }] },
    { elements: [{ action_id: 'confirm#2', accessibility_label: 'Cancel: Physics' }] },
    { elements: [{ action_id: 'confirm', text: { text: 'Book' } }] },
  ]);
  expect(JSON.stringify(blocks.at(-1))).not.toContain('accessibility_label');
  expect(blocks.filter(({ type }) => type === 'divider')).toHaveLength(1);
});

test('a menu carries its input in its id, offers more than a hundred options in groups, and knows what is selected', () => {
  const options = Array.from({ length: 150 }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));
  const choice: Action = {
    kind: 'choice',
    label: 'Where',
    target: { handler: 'where', input: { session: 's1' } },
    options,
    selected: 'v120',
  };
  const { blocks } = render({ actions: [choice] }, reader);
  expect(blocks).toMatchObject([
    {
      elements: [
        {
          action_id: 'where?session=s1',
          placeholder: { text: 'Where' },
          option_groups: [{ label: { text: 'Option 0 – Option 99' } }, { label: { text: 'Option 100 – Option 149' } }],
          initial_option: { value: 'v120' },
        },
      ],
    },
  ]);
  expect(blockProblems(blocks, 'message')).toEqual([]);
});

describe('what is rarely done', () => {
  const deeds = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ label: `Deed ${index}`, input: { session: `s${index}` } }));
  const shown = (...actions: Action[]) => {
    const { blocks } = render({ actions }, reader);
    expect(blockProblems(blocks, 'message')).toEqual([]);
    return blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  };

  test('is in Slack’s own menu at the end of the row, each with the whole of what it does', () => {
    const more = menu([
      { label: 'Move', input: { session: 's1' }, description: 'To another time' },
      { label: 'New link', input: { session: 's2', to: 'a b' } },
    ]);
    const [first, last] = shown(more, button('Cancel'));
    expect(first).toMatchObject({ type: 'button', text: { text: 'Cancel' } });
    expect(last).toEqual({
      type: 'overflow',
      action_id: '%2B',
      options: [
        {
          text: { type: 'plain_text', text: 'Move' },
          value: 'confirm?session=s1',
          description: { type: 'plain_text', text: 'To another time' },
        },
        { text: { type: 'plain_text', text: 'New link' }, value: 'confirm?session=s2&to=a+b' },
      ],
    });
    expect(readId('confirm?session=s2&to=a+b')).toEqual({ handler: 'confirm', input: { session: 's2', to: 'a b' } });
  });
  test('is a button where it is alone, and where it is more than a menu takes', () => {
    expect(shown(menu(deeds(1)))).toMatchObject([{ type: 'button', value: 'session=s0' }]);
    const [first, second, more] = shown(menu(deeds(limits.OVERFLOW_OPTIONS + 2)));
    expect([first, second]).toMatchObject([{ value: 'session=s0' }, { value: 'session=s1' }]);
    expect(more).toMatchObject({ options: [{ text: { text: 'Deed 2' } }, {}, {}, {}, { text: { text: 'Deed 6' } }] });
  });
  test('is a button where an option could not carry it whole', () => {
    const note = 'x'.repeat(limits.OPTION_VALUE);
    const [first, more] = shown(menu([...deeds(2), { label: 'Long', input: { note } }]));
    expect(first).toMatchObject({ type: 'button', text: { text: 'Long' }, value: `note=${note}` });
    expect(more).toMatchObject({ options: [{ text: { text: 'Deed 0' } }, { text: { text: 'Deed 1' } }] });
  });
  test('tells two menus of a message, and two options that do the same, apart', () => {
    const twins = menu([...deeds(1), ...deeds(1)]);
    const [first, second] = shown(twins, twins);
    expect(first).toMatchObject({ action_id: '%2B', options: [{ value: 'confirm?session=s0' }, {}] });
    expect(second).toMatchObject({ action_id: '%2B#1' });
    const values = [first, second]
      .flatMap((one) => (one?.type === 'overflow' ? one.options : []))
      .map((it) => it.value);
    expect(new Set(values).size).toBe(4);
    for (const value of values) expect(readId(value ?? '')).toEqual({ handler: 'confirm', input: { session: 's0' } });
  });
});

describe('over the limit', () => {
  test('no entity is cut in the text for notifications', () => {
    const { text } = render({ text: say`${'<'.repeat(5000)}` }, reader);
    expect(text).toMatch(/^(&lt;)+…$/);
    expect(text.length).toBeGreaterThan(limits.MESSAGE_TEXT - 5);
    const dates = render({ text: Array.from({ length: 200 }, () => moment(at, undefined)) }, reader).text;
    expect(dates).toMatch(/^(<!date\^\d+\^[^>]*>)+…$/);
  });
  test('each block keeps to its own', () => {
    const long = 'x'.repeat(5000);
    const message: Message = {
      title: say`${long}`,
      text: say`${long}`,
      fields: Array.from({ length: 12 }, () => ({ name: long, value: say`${long}` })),
      images: [{ png: new Uint8Array(), name: 'a.png', alt: long }],
      actions: [
        {
          kind: 'button',
          label: long,
          style: 'danger',
          target: { handler: 'a', input: { long, session: 's' } },
        },
        {
          kind: 'choice',
          label: long,
          target: { handler: 'a', input: { long } },
          options: [
            { value: 'v', label: long, description: long },
            { value: long, label: 'lost' },
          ],
        },
      ],
    };
    const { blocks } = render(message, reader);
    expect(blockProblems(blocks, 'message')).toEqual([]);
    // What does not fit into a button is left out, so that the rest of it still works.
    expect(JSON.stringify(blocks)).toContain('"value":"session=s"');
  });
  test('trailing sections are counted in a line, in the reader’s language', () => {
    const sections = Array.from(
      { length: 60 },
      (_, index): Section => ({ title: say`Section ${index}`, actions: [button('Open')] }),
    );
    const { blocks } = render({ title: say`All`, sections, actions: [button('More')] }, reader);
    expect(blocks.length).toBeLessThanOrEqual(limits.BLOCKS_PER_MESSAGE);
    expect(wordsOf(blocks.at(-1))).toBe(en.chat.andMore(45));
    const home = renderHome({ title: say`All`, sections, actions: [button('More')] }, reader).blocks;
    expect(home.length).toBeLessThanOrEqual(limits.BLOCKS_PER_VIEW);
    expect(wordsOf(home.at(-1))).toBe(en.chat.andMore(28));
    expect(wordsOf(home.slice(0, 2))).toBe('All More');
  });
  test('actions beyond 25 fill another block', () => {
    const { blocks } = render({ actions: Array.from({ length: 30 }, (_, index) => button(`B${index}`)) }, reader);
    expect(blocks.map((block) => block.type === 'actions' && block.elements.length)).toEqual([25, 5]);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 10 }),
  fc.nat(5000).map((length) => 'é<&'.repeat(length)),
);
const anyInput = fc.dictionary(anyText, anyText, { maxKeys: 3 });
const anySpan: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constantFrom('plain' as const, 'typed' as const, 'strong' as const), text: anyText }),
  fc.record({
    kind: fc.constant('moment' as const),
    at: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
    style: fc.constantFrom('full' as const, 'time' as const, 'relative' as const),
    zone: fc.constantFrom(undefined, 'Asia/Tokyo', 'No/Where'),
  }),
  fc.record({ kind: fc.constant('link' as const), label: anyText, url: fc.oneof(fc.webUrl(), anyText) }),
);
const anySpans = fc.array(anySpan, { maxLength: 4 });
const anyOption = fc.record(
  { value: anyText, label: anyText, description: anyText },
  { requiredKeys: ['value', 'label'] },
);
const anyStyle = fc.constantFrom('primary' as const, 'danger' as const, 'plain' as const);
const anyTarget = fc.record({ handler: fc.oneof(fc.constantFrom('confirm', 'a-b'), anyText), input: anyInput });
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('button' as const),
      label: anyText,
      style: anyStyle,
      target: anyTarget,
    },
    { requiredKeys: ['kind', 'label', 'style', 'target'] },
  ),
  fc.record({
    kind: fc.constant('link' as const),
    label: anyText,
    style: anyStyle,
    url: fc.oneof(fc.webUrl(), anyText),
  }),
  fc.record(
    {
      kind: fc.constant('choice' as const),
      label: anyText,
      target: anyTarget,
      options: fc.array(anyOption, { maxLength: 130 }),
      selected: anyText,
    },
    { requiredKeys: ['kind', 'label', 'target', 'options'] },
  ),
  fc.record({
    kind: fc.constant('more' as const),
    label: anyText,
    options: fc.array(
      fc.record({ label: anyText, target: anyTarget, description: anyText }, { requiredKeys: ['label', 'target'] }),
      { maxLength: 12 },
    ),
  }),
);
const part = {
  title: anySpans,
  text: anySpans,
  fields: fc.array(fc.record({ name: anyText, value: anySpans }), { maxLength: 14 }),
  actions: fc.array(anyAction, { maxLength: 30 }),
};
const anySection: fc.Arbitrary<Section> = fc.record(part, { requiredKeys: [] });
const anyMessage: fc.Arbitrary<Message> = fc.record(
  {
    ...part,
    sections: fc.array(anySection, { maxLength: 70 }),
    images: fc.array(fc.record({ png: fc.constant(new Uint8Array()), name: anyText, alt: anyText }), { maxLength: 12 }),
  },
  { requiredKeys: [] },
);

test('whatever a message is made of, Slack takes it', () => {
  fc.assert(
    fc.property(anyMessage, fc.constantFrom('en-US', 'es-LA', 'not a locale'), (message, locale) => {
      const by = { ...reader, locale };
      const { text, blocks } = render(message, by);
      expect(blockProblems(blocks, 'message')).toEqual([]);
      expect(textLength(blocks)).toBeLessThanOrEqual(13_200);
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(limits.MESSAGE_TEXT);
      // Only our own entities, all of them whole.
      expect(text.replaceAll(/<!date\^-?\d+\^[{}a-z_ ]+\|[^<>|]+>|&(amp|lt|gt);/g, '')).not.toMatch(/[<>&]/);
      expect(blockProblems(renderHome(message, by).blocks, 'view')).toEqual([]);
      expect(blockProblems(renderSheet(message, by).blocks, 'view')).toEqual([]);
      expect(Buffer.byteLength(JSON.stringify(renderHome(message, by)))).toBeLessThan(250_000);
    }),
    { numRuns: 40 },
  );
});
