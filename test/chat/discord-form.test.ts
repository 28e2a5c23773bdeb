import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readForm } from '../../sandbox/discord/form.ts';
import { fillIn, readModal } from '../../sandbox/discord/modals.ts';
import { carried, filledIn, renderForm } from '../../src/chat/discord/form.ts';
import {
  FIELD_DESCRIPTION,
  FIELD_LABEL,
  MODAL_FIELDS,
  MODAL_TITLE,
  SELECT_OPTIONS,
} from '../../src/chat/discord/limits.ts';
import type { Form, FormField } from '../../src/conversation/form.ts';

const form = (...fields: FormField[]): Form => ({
  title: 'Book a session',
  submit: 'Send',
  fields,
  carry: { tutor: 't1', note: 'old' },
});
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));
const note: FormField = {
  kind: 'text',
  name: 'note',
  label: 'Note',
  isOptional: true,
  isLong: true,
  most: 200,
  value: 'Fractions',
};
const rating: FormField = {
  kind: 'radio',
  name: 'rating',
  label: 'Rating',
  isOptional: false,
  options: many(5),
  value: 'v3',
};
const lengths: FormField = {
  kind: 'several',
  name: 'lengths',
  label: 'Lengths',
  isOptional: true,
  options: many(3),
  value: 'v0,v2',
};
const when: FormField = {
  kind: 'when',
  name: 'when',
  label: 'When',
  hint: 'As you would say it.',
  isOptional: false,
  zone: 'Europe/Berlin',
  placeholder: 'tomorrow 5pm',
  value: '2026-12-01T17:00[Europe/Berlin]',
};
const tutor: FormField = {
  kind: 'search',
  name: 'tutor',
  label: 'Tutor',
  isOptional: true,
  options: many(3),
  chosen: { value: 'v9', label: 'Ada' },
};

/** The dialog as Discord takes it; fails with what Discord would complain about. */
function opened(one: Form) {
  const { body, settle } = readForm(JSON.parse(JSON.stringify(renderForm(one, 'book?tutor=t1', 'en-US'))));
  const modal = readModal(body);
  settle();
  return modal;
}
const inside = (one: Form) => opened(one).components.map(({ component }) => component);

/** What reaches the handler when the dialog is sent in; unlike the wire, discord.js writes `customId`. */
const submitted = (one: Form, values: Record<string, string | string[]> = {}) =>
  filledIn(
    fillIn(opened(one), values).map(({ component }) => ({
      customId: component?.custom_id,
      value: component?.['value'],
      values: component?.['values'],
    })),
  );

test('shows every kind of field with what is filled in already', () => {
  expect(inside(form(note, rating, lengths, when, tutor)).map((one) => one?.type)).toEqual([
    ComponentType.TextInput,
    ComponentType.RadioGroup,
    ComponentType.CheckboxGroup,
    ComponentType.TextInput,
    ComponentType.StringSelect,
  ]);
  expect(submitted(form(note, rating, lengths, when, tutor))).toEqual({
    note: 'Fractions',
    rating: 'v3',
    lengths: 'v0,v2',
    when: '2026-12-01 17:00',
    tutor: 'v9',
  });
});

test('leaves out what was left empty', () => {
  expect(submitted(form({ ...note, value: '' }, lengths), { lengths: [] })).toEqual({});
  const anyTutor: FormField = {
    ...rating,
    kind: 'choice',
    options: [{ value: '', label: 'Any tutor' }, ...many(2)],
    value: '',
  };
  expect(submitted(form(anyTutor))).toEqual({});
});

test('says in which zone a time is understood', () => {
  expect(opened(form(when)).components[0]?.['description']).toBe('As you would say it. Your time: Europe/Berlin');
});

test('carries what is not asked for, and not what is', () => {
  expect(carried(form(note))).toEqual({ tutor: 't1' });
});

test('asks by text where Discord has no menu that is long enough', () => {
  const type = (field: FormField) => inside(form(field))[0]?.type;
  expect(type({ ...tutor, options: many(24) })).toBe(ComponentType.StringSelect);
  expect(
    inside(form({ ...tutor, options: many(SELECT_OPTIONS), chosen: { value: 'ada', label: 'Ada' } }))[0],
  ).toMatchObject({ type: ComponentType.TextInput, value: 'Ada' });
  expect(type({ ...tutor, options: [], chosen: { value: 'x', label: 'x' } })).toBe(ComponentType.StringSelect);
  expect(type({ ...rating, options: many(11) })).toBe(ComponentType.StringSelect);
  expect(type({ ...rating, options: many(1) })).toBe(ComponentType.StringSelect);
  expect(type({ ...lengths, options: many(11) })).toBe(ComponentType.StringSelect);
  expect(type({ ...lengths, options: many(26) })).toBe(ComponentType.TextInput);
});

test('refuses a form with more fields than a dialog has', () => {
  const fields = Array.from({ length: MODAL_FIELDS + 1 }, (_, index) => ({ ...note, name: `note${index}` }));
  expect(() => renderForm(form(...fields), 'x', 'en-US')).toThrow('1 to 5 fields');
  expect(() => renderForm(form(note, note), 'x', 'en-US')).toThrow('names of their own');
});

test('any form is a dialog that Discord takes', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 300 }));
  const options = fc.array(fc.record({ value: text, label: text, description: text }), { maxLength: 40 });
  const asked = { label: text, hint: text, isOptional: fc.boolean(), value: text };
  const field = fc.oneof(
    fc.record({
      ...asked,
      kind: fc.constant('text'),
      isLong: fc.boolean(),
      most: fc.integer({ min: 0, max: 9000 }),
      placeholder: text,
    }),
    fc.record({ ...asked, kind: fc.constantFrom('choice', 'radio', 'several', 'search'), options }),
    fc.record({ ...asked, kind: fc.constant('when'), zone: text, placeholder: text }),
  );
  fc.assert(
    fc.property(text, fc.array(field, { minLength: 1, maxLength: MODAL_FIELDS }), (title, fields) => {
      const modal = opened({
        ...form(),
        title,
        fields: fields.map((one, index) => ({ ...one, name: `f${index}` }) as FormField),
      });
      expect(modal.title.length).toBeLessThanOrEqual(MODAL_TITLE);
      for (const one of modal.components) {
        expect(String(one['label']).length).toBeLessThanOrEqual(FIELD_LABEL);
        expect(String(one['description'] ?? '').length).toBeLessThanOrEqual(FIELD_DESCRIPTION);
      }
    }),
  );
});
