import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyComponent, readComponents } from '../../sandbox/discord/components.ts';
import { readForm } from '../../sandbox/discord/form.ts';
import { readId, UNUSABLE } from '../../src/chat/discord/ids.ts';
import { longTargets } from '../../src/chat/discord/keep.ts';
import {
  BUTTON_LABEL,
  BUTTON_URL,
  COMPONENTS_PER_MESSAGE,
  CUSTOM_ID,
  OPTION_TEXT,
  SELECT_OPTIONS,
  TEXT_PER_MESSAGE,
} from '../../src/chat/discord/limits.ts';
import { markdown } from '../../src/chat/discord/markdown.ts';
import { render } from '../../src/chat/discord/render.ts';
import { markerOf } from '../../src/chat/discord/send.ts';
import type { Action, Message, Section, Span } from '../../src/conversation/message.ts';
import { link, moment, say, strong } from '../../src/conversation/say.ts';

const reader = { locale: 'en-US' };

/** What Discord would complain about. */
function complaints(message: Message): unknown {
  const { body, settle } = readForm(JSON.parse(JSON.stringify(render(message, reader))));
  readComponents(body.at('components'), true);
  try {
    settle();
    return undefined;
  } catch (error) {
    return Object.getOwnPropertySymbols(error).map((key) => Reflect.get(error as object, key));
  }
}

const all = (message: Message) => [...everyComponent(JSON.parse(JSON.stringify(render(message, reader).components)))];
const text = (message: Message) =>
  all(message)
    .flatMap(({ content }) => content ?? [])
    .join('\n');
const button = (more: Partial<Extract<Action, { kind: 'button' }>> = {}): Action => ({
  kind: 'button',
  label: 'Confirm',
  style: 'primary',
  target: { handler: 'confirm', input: { session: '7Kx', version: '2' } },
  ...more,
});

/** Text as Discord shows it, with every mark that would have an effect. Stands in for Discord's own parser. */
function marksIn(shown: string): string[] {
  const bare = shown.replaceAll(/\\[^0-9A-Za-z\s]/g, '\u0000');
  return [
    /[*_~`|]/g,
    /\[[^\]]*\]\(/g,
    /<[@#:ta/i]/g,
    /@(everyone|here)/g,
    /https?:\/\//g,
    /:\w+:/g,
    /^\s*(#{1,3}|-#|>|[-+*]|\d+[.)])(\s|$)/gm,
  ].flatMap((mark) => bare.match(mark) ?? []);
}
const unescaped = (shown: string) => shown.replaceAll(/\\([^0-9A-Za-z\s])/g, '$1');

describe('what people typed', () => {
  test.each([
    '**bold** _it_ ~~gone~~ ||spoiler|| `code`',
    '@everyone @here <@1100000000000000011> <@&1> <#2> </book:3> <id:customize>',
    '[free money](https://evil.example) https://evil.example <https://evil.example>',
    '<t:0:F> <:smile:123> <a:smile:123> :smile:',
    '# big\n  ## middle\n-# small\n> quote\n>>> all\n- one\n* two\n+ three\n1. four\n2) five',
    '```js\nalert()\n```',
    '\\*already escaped\\* \\',
  ])('shows as it was typed: %s', (typed) => {
    const shown = markdown(say`${typed}`, 4000);
    expect(marksIn(shown)).toEqual([]);
    expect(unescaped(shown)).toBe(typed.trim());
  });

  test('shows no formatting, whatever it is and however it is cut', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'\\*_~`|[]()<>@#:!-+1.& \n\tæ🎓t', '@everyone', 'https://', '<@1>'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { maxLength: 4 }),
        fc.integer({ min: 1, max: 60 }),
        (parts, most) => {
          const spans = parts.map((part): Span => ({ kind: 'typed', text: part }));
          const shown = markdown(spans, most);
          expect(shown.length).toBeLessThanOrEqual(most);
          expect(shown.isWellFormed()).toBe(true);
          expect(marksIn(shown)).toEqual([]);
          // No escape is cut in two: backslashes come with what they escape.
          expect(shown.replaceAll(/\\[^0-9A-Za-z\s]/g, '')).not.toMatch(/\\/);
        },
      ),
    );
  });

  test('cannot turn the direction of what stands after it', () => {
    expect(markdown(say`Tutor: ${'\u202Egnp.exe'}, tomorrow`, 100)).toBe('Tutor: gnp.exe, tomorrow');
  });

  test('keeps a title on one line', () => {
    expect(text({ title: say`Maths\n${'# a\nb'}` })).toBe('## Maths # a b');
  });
});

describe('times, links and people', () => {
  const at = new Date('2026-12-01T16:00:00Z');
  test('times are shown in each reader’s own zone', () => {
    expect(
      markdown(
        say`${moment(at, 'Europe/Berlin')}, ${moment(at, undefined, 'time')}, ${moment(at, undefined, 'relative')}`,
        200,
      ),
    ).toBe('<t:1796140800:F>, <t:1796140800:t>, <t:1796140800:R>');
  });
  test('a mark is never cut in two', () => {
    const long = say`${moment(at, undefined)}${moment(at, undefined)}`;
    expect(markdown(long, 20)).toBe('<t:1796140800:F>…');
    expect(markdown([strong('a*b*c')], 9)).toBe('**a\\*b**…');
  });
  test('links are those of the web alone', () => {
    expect(markdown([link('the [room]', 'https://meet.example/a_(b)')], 200)).toBe(
      '[the \\[room\\]](https://meet.example/a_%28b%29)',
    );
    expect(markdown([link('the room', 'javascript:alert(1)')], 200)).toBe('the room (javascript:alert(1))');
  });
});

describe('a message', () => {
  test('reads from the title to the buttons', () => {
    const { components } = render(
      {
        title: say`Lena asks you for a session`,
        text: say`It would be your first session together.`,
        fields: [{ name: 'Subject', value: say`${'Algebra'}` }],
        actions: [
          button(),
          button({ label: 'Decline', style: 'danger', target: { handler: 'decline', input: { session: '7Kx' } } }),
        ],
      },
      { ...reader, marker: markerOf('request-7Kx') },
    );
    expect(components).toEqual([
      {
        type: ComponentType.Container,
        id: markerOf('request-7Kx'),
        components: [
          {
            type: ComponentType.TextDisplay,
            content: '## Lena asks you for a session\nIt would be your first session together.\n**Subject:** Algebra',
          },
          {
            type: ComponentType.ActionRow,
            components: [
              { type: ComponentType.Button, style: 1, label: 'Confirm', custom_id: 'confirm?session=7Kx&version=2' },
              { type: ComponentType.Button, style: 4, label: 'Decline', custom_id: 'decline?session=7Kx' },
            ],
          },
        ],
      },
    ]);
  });

  test('has a section’s only button beside its text, and more of them below', () => {
    const section = (actions: Action[]): Section => ({ text: say`Algebra`, actions });
    const types = all({ sections: [section([button()]), section([button(), button()])] }).map(({ type }) => type);
    expect(types).toEqual([17, 9, 10, 2, 14, 10, 1, 2, 2]);
  });

  test('tells buttons with the same target apart', () => {
    const ids = all({ actions: [button(), button(), button()] }).flatMap(({ custom_id }) => custom_id ?? []);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(readId(id)).toEqual(readId(ids[0] ?? ''));
  });

  test('keeps all options of a long menu, in several menus', () => {
    const options = Array.from({ length: 60 }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));
    const choice: Action = {
      kind: 'choice',
      label: 'Subject',
      target: { handler: 'tutors', input: {} },
      options,
      selected: 'v30',
    };
    const menus = all({ actions: [choice] }).filter(({ type }) => type === ComponentType.StringSelect);
    expect(menus.map(({ placeholder }) => placeholder)).toEqual(['Subject (1/3)', 'Subject (2/3)', 'Subject (3/3)']);
    expect(
      menus.flatMap((menu) => (menu['options'] as { value: string; default?: boolean }[]).map(({ value }) => value)),
    ).toEqual(options.map(({ value }) => value));
    expect(JSON.stringify(menus[1]).match(/"default":true/g)).toHaveLength(1);
  });

  describe('what is rarely done', () => {
    const deed = (label: string, input: Record<string, string>) => ({ label, target: { handler: 'confirm', input } });
    const deeds = (count: number) =>
      Array.from({ length: count }, (_, index) => deed(`Deed ${index}`, { session: `s${index}` }));
    const menu = (options: ReturnType<typeof deeds>): Action => ({ kind: 'more', label: 'More…', options });
    const shown = (...actions: Action[]) => {
      expect(complaints({ actions })).toBeUndefined();
      return all({ actions }).filter(({ type }) => type !== ComponentType.ActionRow);
    };

    test('is in a menu in a row of its own, whose options carry the ids of buttons', () => {
      const move = { ...deed('Move', { session: 's1' }), description: 'To another time' };
      const rows = render({ actions: [button(), menu([move, ...deeds(1)]), button()] }, reader).components;
      expect(rows).toMatchObject([
        { components: [{ label: 'Confirm' }] },
        { components: [{ type: ComponentType.StringSelect }] },
        { components: [{ label: 'Confirm' }] },
      ]);
      const [select] = shown(menu([move, deed('New link', { session: 's2' })]));
      expect(select).toEqual({
        type: ComponentType.StringSelect,
        custom_id: '%2B',
        placeholder: 'More…',
        options: [
          { label: 'Move', value: 'confirm?session=s1', description: 'To another time' },
          { label: 'New link', value: 'confirm?session=s2' },
        ],
      });
      const settling = render({ actions: [menu(deeds(2))] }, { ...reader, mode: 'answer' }).components;
      expect(JSON.stringify(settling)).toContain('"value":"=confirm?session=s0"');
    });

    test('is a button where it is alone, and where it is more than a menu takes', () => {
      expect(shown(menu(deeds(1)))).toMatchObject([{ type: ComponentType.Button, custom_id: 'confirm?session=s0' }]);
      const [first, second, select] = shown(menu(deeds(SELECT_OPTIONS + 2)));
      expect([first, second]).toMatchObject([{ label: 'Deed 0' }, { label: 'Deed 1' }]);
      expect(select?.['options']).toHaveLength(SELECT_OPTIONS);
    });

    test('carries what is too long for an id under a key, and is a button where that is kept nowhere', () => {
      const long = deed('Long', { note: 'x'.repeat(CUSTOM_ID) });
      const actions = [menu([...deeds(2), long])];
      expect(longTargets({ actions })).toEqual([long.target]);
      const kept = render({ actions }, { ...reader, kept: new Map([[long.target, 'k7']]) });
      expect(JSON.stringify(kept.components)).toContain('{"label":"Long","value":"confirm@k7"}');
      expect(shown(...actions)).toMatchObject([
        { type: ComponentType.Button, label: 'Long', disabled: true },
        { options: [{ label: 'Deed 0' }, { label: 'Deed 1' }] },
      ]);
    });

    test('tells two menus, and two options that do the same, apart', () => {
      const twins = menu([...deeds(1), ...deeds(1)]);
      const selects = shown(twins, twins);
      expect(selects.map(({ custom_id }) => custom_id)).toEqual(['%2B', '%2B#1']);
      const values = selects.flatMap((one) => (one['options'] as { value: string }[]).map(({ value }) => value));
      expect(new Set(values).size).toBe(4);
      for (const value of values) expect(readId(value)).toEqual(readId('confirm?session=s0'));
    });
  });

  test('puts a link that is too long for a button into the text', () => {
    const url = `https://calendar.example/${'x'.repeat(BUTTON_URL)}`;
    expect(text({ text: say`Add it:`, actions: [{ kind: 'link', label: 'Calendar', url, style: 'plain' }] })).toBe(
      `Add it:\n[Calendar](${url})`,
    );
  });

  test('counts the sections it has no room for, in the reader’s language', () => {
    const sections = Array.from({ length: 30 }, (_, index) => ({ text: say`Session ${index}`, actions: [button()] }));
    const message = { title: say`Your sessions`, sections };
    const shown = all(message).filter(({ type }) => type === ComponentType.Section).length;
    expect(shown).toBeGreaterThan(7);
    expect(text(message)).toContain(`… and ${30 - shown} more.`);
    expect(complaints(message)).toBeUndefined();
  });

  test('cuts a text that is too long, and keeps its fields and buttons', () => {
    const message = {
      text: say`${'*'.repeat(5000)}`,
      fields: [{ name: 'When', value: say`tomorrow` }],
      actions: [button()],
    };
    expect(text(message)).toMatch(/\\\*…\n\*\*When:\*\* tomorrow/);
    expect(complaints(message)).toBeUndefined();
  });

  test('shows a button that can carry its input nowhere, but not as one to press', () => {
    const target = { handler: 'book', input: { note: 'x'.repeat(200) } };
    expect(all({ actions: [button({ target })] }).at(-1)).toMatchObject({ disabled: true, custom_id: `${UNUSABLE}0` });
    const kept = render({ actions: [button({ target })] }, { ...reader, kept: new Map([[target, 'k7']]) });
    expect(JSON.stringify(kept.components)).toContain('"custom_id":"book@k7"');
  });

  test('carries pictures with their words', () => {
    const images = [{ png: new Uint8Array([1]), name: 'my chart.png', alt: 'Seven sessions' }];
    const { files, components } = render({ images }, reader);
    expect(files.map(({ name }) => name)).toEqual(['1-my-chart.png']);
    expect(JSON.stringify(components)).toContain(
      '{"media":{"url":"attachment://1-my-chart.png"},"description":"Seven sessions"}',
    );
  });
});

test('any message is one that Discord takes', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.string({ minLength: 200, maxLength: 3000 }),
    fc.constant(' '),
  );
  const span: fc.Arbitrary<Span> = fc.oneof(
    fc.record({ kind: fc.constantFrom('plain', 'typed', 'strong'), text: anyText }),
    fc.record({
      kind: fc.constant('moment' as const),
      at: fc.date({ noInvalidDate: true }),
      style: fc.constantFrom('full', 'time', 'relative'),
      zone: fc.constant(undefined),
    }),
    fc.record({ kind: fc.constant('link' as const), label: anyText, url: fc.oneof(fc.webUrl(), anyText) }),
  );
  const spans = fc.array(span, { maxLength: 5 });
  const target = fc.record({ handler: anyText, input: fc.dictionary(anyText, anyText, { maxKeys: 3 }) });
  const option = fc.record({ value: anyText, label: anyText, description: anyText });
  const style = fc.constantFrom('primary' as const, 'danger' as const, 'plain' as const);
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.record({ kind: fc.constant('button' as const), label: anyText, style, target }),
    fc.record({ kind: fc.constant('link' as const), label: anyText, style, url: fc.oneof(fc.webUrl(), anyText) }),
    fc.record({
      kind: fc.constant('choice' as const),
      label: anyText,
      target,
      options: fc.array(option, { maxLength: 60 }),
      selected: anyText,
    }),
    fc.record({
      kind: fc.constant('more' as const),
      label: anyText,
      options: fc.array(fc.record({ label: anyText, target, description: anyText }), { maxLength: 30 }),
    }),
  );
  const part = {
    title: spans,
    text: spans,
    fields: fc.array(fc.record({ name: anyText, value: spans }), { maxLength: 6 }),
    actions: fc.array(action, { maxLength: 12 }),
  };
  const message = fc.record(
    {
      ...part,
      sections: fc.array(fc.record(part, { requiredKeys: [] }), { maxLength: 20 }),
      images: fc.array(fc.record({ png: fc.uint8Array(), name: anyText, alt: anyText }), { maxLength: 12 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(message, (one) => {
      expect(complaints(one as Message)).toBeUndefined();
      const components = all(one as Message);
      expect(components.length).toBeLessThanOrEqual(COMPONENTS_PER_MESSAGE);
      expect(components.reduce((sum, { content }) => sum + String(content ?? '').length, 0)).toBeLessThanOrEqual(
        TEXT_PER_MESSAGE,
      );
      for (const component of components) {
        expect(component.custom_id?.length ?? 0).toBeLessThanOrEqual(CUSTOM_ID);
        expect(String(component['label'] ?? '').length).toBeLessThanOrEqual(BUTTON_LABEL);
        const options = (component['options'] ?? []) as { label: string }[];
        expect(options.length).toBeLessThanOrEqual(SELECT_OPTIONS);
        for (const { label } of options) expect(label.length).toBeLessThanOrEqual(OPTION_TEXT);
      }
    }),
    { numRuns: 60 },
  );
});

test('a custom id reads back what it was written from', () => {
  const input = { session: '7Kx', reason: 'ill & “sorry”=?#@!' };
  const id = all({ actions: [button({ target: { handler: 'cancel:now', input } })] }).at(-1)?.custom_id ?? '';
  expect(readId(id)).toEqual({ kind: 'direct', mode: 'press', handler: 'cancel:now', input });
  for (const forged of ['', '!', '!0', '?', '=', '%', '@x', 'a?b#999', 'x'.repeat(101), 'a@', '%E0%A4%A'])
    expect(readId(forged)).toBeUndefined();
});
