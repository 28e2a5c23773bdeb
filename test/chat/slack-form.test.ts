import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valuesOf } from '../../sandbox/slack/form.ts';
import { checkedView } from '../../sandbox/slack/views.ts';
import { renderForm } from '../../src/chat/slack/form.ts';
import { errorsByBlock, readValues } from '../../src/chat/slack/form-values.ts';
import { buttonValue, menuId, readId, readQuery } from '../../src/chat/slack/ids.ts';
import type { Form, FormField } from '../../src/conversation/form.ts';
import type { Option } from '../../src/conversation/message.ts';

const now = new Date('2026-11-20T09:00:00Z');
const filling = { handler: 'book', locale: 'en-US', metadata: '{}', now };
const asked = (name: string, value?: string) => ({
  name,
  label: name,
  isOptional: false,
  ...(value !== undefined && { value }),
});
const options = (count: number): Option[] =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));
const when = (value?: string, zone = 'Europe/Berlin'): FormField => ({
  ...asked('when', value),
  kind: 'when',
  zone,
  placeholder: 'tomorrow 5pm',
});

const form = (...fields: FormField[]): Form => ({
  title: 'A title that is far too long for Slack',
  submit: 'Send',
  carry: {},
  fields,
});
const blocksOf = (...fields: FormField[]) => checkedView(renderForm(form(...fields), filling), 'modal').blocks;
/** What Slack reports when nobody touches the dialog. */
const untouched = (...fields: FormField[]) => {
  const zones: Record<string, string> = {};
  for (const field of fields) if (field.kind === 'when' && field.zone) zones[field.name] = field.zone;
  return readValues(valuesOf(blocksOf(...fields)) as Parameters<typeof readValues>[0], zones);
};

test('every kind of field goes into a dialog and comes back as it was', () => {
  const fields: FormField[] = [
    { ...asked('subject', 'R&D <3'), kind: 'text', isLong: false, most: 100 },
    { ...asked('note', 'two\nlines'), kind: 'text', isLong: true, most: 9000, placeholder: 'A goal', hint: 'Optional' },
    { ...asked('length', 'v1'), kind: 'choice', options: options(3) },
    { ...asked('rating', 'v4'), kind: 'radio', options: options(5) },
    { ...asked('many', 'v11'), kind: 'radio', options: options(12) },
    { ...asked('days', 'v1,v3'), kind: 'several', options: options(5) },
    { ...asked('topics', 'v20,v119'), kind: 'several', options: options(120) },
    { ...asked('tutor', 'p1'), kind: 'search', options: [], chosen: { value: 'p1', label: 'Theo Park' } },
    { ...asked('anyone', ''), kind: 'choice', options: [{ value: '', label: 'Any' }, ...options(1)] },
    when('2026-12-01T17:00[Europe/Berlin]'),
  ];
  expect(blocksOf(...fields).map(({ element }) => (element as { type: string }).type)).toEqual([
    'plain_text_input',
    'plain_text_input',
    'static_select',
    'radio_buttons',
    'static_select',
    'checkboxes',
    'multi_static_select',
    'external_select',
    'static_select',
    'datepicker',
    'timepicker',
  ]);
  expect(untouched(...fields)).toEqual({
    subject: 'R&D <3',
    note: 'two\nlines',
    length: 'v1',
    rating: 'v4',
    many: 'v11',
    days: 'v1,v3',
    topics: 'v20,v119',
    tutor: 'p1',
    when: '2026-12-01T17:00[Europe/Berlin]',
  });
});

test('what is left empty is left out', () => {
  const optional = { isOptional: true };
  expect(
    untouched(
      { ...asked('note'), ...optional, kind: 'text', isLong: true, most: 100 },
      { ...asked('days'), ...optional, kind: 'several', options: options(3) },
      { ...asked('tutor'), ...optional, kind: 'search', options: [] },
      when(),
    ),
  ).toEqual({});
});

describe('a moment', () => {
  const shownFor = (value: string, zone?: string) => untouched(when(value, zone))['when'];
  test.each([
    ['an instant', '2026-12-01T16:00:00.000Z', '2026-12-01T17:00[Europe/Berlin]'],
    ['a moment of another zone', '2026-12-01T17:00[America/New_York]', '2026-12-01T23:00[Europe/Berlin]'],
    ['a phrase', 'tomorrow 17:00', '2026-11-21T17:00[Europe/Berlin]'],
    ['a day', '2026-12-01', '2026-12-01'],
    ['what is sure of a phrase', 'tomorrow at 5', '2026-11-21'],
    ['nonsense', '2026-99-99T17:00[Nowhere]', undefined],
  ])('fills the pickers with %s', (_, value, expected) => {
    expect(shownFor(value)).toBe(expected);
  });
  test('whose zone is asked for in the same dialog has none', () => {
    const unplaced: FormField = {
      ...asked('when', '2026-12-01T17:00'),
      kind: 'when',
      zone: undefined,
      placeholder: '',
    };
    expect(untouched(unplaced)).toEqual({ when: '2026-12-01T17:00' });
    expect(untouched({ ...unplaced, value: '2026-12-01T16:00:00Z' })).toEqual({});
    expect(JSON.stringify(blocksOf(unplaced))).not.toMatch(/UTC/);
  });
  test('with half of it missing says the other half', () => {
    const filled = {
      'when:time': { when: { selected_time: '17:00' } },
      'when:date': { when: { selected_date: null } },
    };
    expect(readValues(filled, { when: 'Europe/Berlin' })).toEqual({ when: '17:00' });
  });
});

describe('a refusal stands', () => {
  const blocks = [
    { type: 'input', block_id: 'subject' },
    { type: 'input', block_id: 'when:date' },
    { type: 'input', block_id: 'when:time' },
  ];
  const under = (refused: Record<string, string>, input = {}) =>
    errorsByBlock(refused, blocks, input, () => '2026-11-20');
  test('under its field', () => expect(under({ subject: 'No.' })).toEqual({ subject: 'No.' }));
  test('under the date when that is missing or past, else under the time', () => {
    expect(under({ when: 'No.' })).toEqual({ 'when:date': 'No.' });
    expect(under({ when: 'No.' }, { when: '2026-11-19T17:00[Europe/Berlin]' })).toEqual({ 'when:date': 'No.' });
    expect(under({ when: 'No.' }, { when: '2026-11-20T08:00[Europe/Berlin]' })).toEqual({ 'when:time': 'No.' });
    expect(under({ when: 'No.' }, { when: '2026-12-01' })).toEqual({ 'when:time': 'No.' });
  });
  test('under the first field when it is about the whole, together with others there', () => {
    expect(under({ '': 'Busy.', subject: 'No.' })).toEqual({ subject: 'Busy. No.' });
  });
  test('nowhere in a dialog without fields', () => expect(errorsByBlock({ a: 'No.' }, [], {}, String)).toBeUndefined());
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.nat(4000).map((length) => '👩‍🚀'.repeat(length)),
);
const anyOptions = fc.array(
  fc.record({ value: anyText, label: anyText, description: anyText }, { requiredKeys: ['value', 'label'] }),
  { maxLength: 130 },
);
const anyField: fc.Arbitrary<FormField> = fc
  .tuple(
    fc.record(
      { label: anyText, hint: anyText, isOptional: fc.boolean(), value: anyText },
      { requiredKeys: ['label', 'isOptional'] },
    ),
    fc.oneof(
      fc.record({
        kind: fc.constant('text' as const),
        isLong: fc.boolean(),
        most: fc.integer({ min: -1, max: 9000 }),
        placeholder: anyText,
      }),
      fc.record({
        kind: fc.constantFrom('choice' as const, 'radio' as const, 'several' as const),
        options: anyOptions,
      }),
      fc.record({ kind: fc.constant('search' as const), options: anyOptions }),
      fc.record({
        kind: fc.constant('when' as const),
        zone: fc.constantFrom('Asia/Tokyo', 'No/Where', '', undefined),
        placeholder: anyText,
      }),
    ),
  )
  .map(([one, kind]) => ({ name: '', ...one, ...kind }));

test('whatever a form is made of, Slack takes it', () => {
  fc.assert(
    fc.property(fc.array(anyField, { maxLength: 6 }), anyText, (fields, title) => {
      const named = fields.map((field, index) => ({ ...field, name: `f${index}` }));
      checkedView(renderForm({ title, submit: title, carry: {}, fields: named }, filling), 'modal');
    }),
    { numRuns: 150 },
  );
});

test('ids of buttons and menus come back as they were', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 20 }),
      fc.dictionary(fc.string({ maxLength: 10 }), fc.string({ maxLength: 10 }), { maxKeys: 3 }),
      (handler, input) => {
        expect({ ...readQuery(buttonValue(input)) }).toEqual({ ...input });
        const read = readId(`${menuId(handler, input)}#2`);
        expect(read?.handler).toBe(handler);
        expect(Object.entries(input)).toEqual(expect.arrayContaining(Object.entries(read?.input ?? {})));
      },
    ),
  );
});
