import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { z } from 'zod';
import { ANOTHER_TIME, type Form, type FormField } from '../../conversation/form.ts';
import type { RawInput } from '../../conversation/handler.ts';
import { wordsFor } from '../../conversation/languages/index.ts';
import type { Option } from '../../conversation/message.ts';
import { cut } from '../../core/cut.ts';
import { label } from '../label.ts';
import { chosenValue, selectOptions } from './actions.ts';
import {
  CHECKBOX_OPTIONS,
  CUSTOM_ID,
  FIELD_DESCRIPTION,
  FIELD_LABEL,
  MODAL_FIELDS,
  MODAL_TITLE,
  RADIO_OPTIONS,
  SELECT_OPTIONS,
  TEXT_INPUT,
  TEXT_INPUT_PLACEHOLDER,
} from './limits.ts';

/**
 * A form as Discord's modal. The words on the submit button are Discord's own.
 * @throws Error for more than five fields, or names that Discord cannot carry: mistakes in a feature, found by its test.
 */
export function renderForm(form: Form, customId: string, locale: string): APIModalInteractionResponseCallbackData {
  const names = form.fields.map(({ name }) => name);
  const isCarried = (name: string) => name.length >= 1 && name.length <= CUSTOM_ID;
  if (names.length < 1 || names.length > MODAL_FIELDS || new Set(names).size < names.length || !names.every(isCarried))
    throw new Error(
      `“${form.title}”: a dialog has 1 to ${MODAL_FIELDS} fields with names of their own: ${names.join(', ')}`,
    );
  return {
    custom_id: customId,
    title: label(form.title, MODAL_TITLE),
    components: form.fields.map((field) => labelled(field, locale)),
  };
}

/** The same without what there is no room for: that is carried. */
export function fitted(form: Form): Form {
  if (form.fields.length <= MODAL_FIELDS) return form;
  const left = form.fields.flatMap(({ isSpare, name, value }) => (isSpare && value ? [[name, value] as const] : []));
  return {
    ...form,
    fields: form.fields.filter(({ isSpare }) => !isSpare),
    carry: { ...form.carry, ...Object.fromEntries(left) },
  };
}

/** What belongs to a form's answer and is not asked for in it. */
export function carried(form: Form): RawInput {
  const asked = new Set(form.fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(form.carry).filter(([name]) => !asked.has(name)));
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure */
const Filled = z.object({
  customId: z.string(),
  value: z.string().nullish(),
  values: z.array(z.string()).readonly().nullish(),
});

/** What was filled in, under the fields' names; several values with commas between, empty ones left out. */
export function filledIn(fields: Iterable<unknown>): RawInput {
  const input: Record<string, string> = {};
  for (const field of fields) {
    const filled = Filled.safeParse(field);
    if (!filled.success) continue;
    const { customId, value, values } = filled.data;
    const text = (values ?? [value ?? '']).map(chosenValue).join(',');
    if (text.trim() !== '') input[customId] = text;
  }
  return input;
}

function labelled(field: FormField, locale: string): APILabelComponent {
  const words = wordsFor(locale).chat;
  const hints = [
    field.hint,
    field.kind === 'when' && field.open ? words.openTimesHint : undefined,
    field.kind === 'when' && field.zone !== undefined ? words.yourTime(field.zone) : undefined,
  ];
  const description = cut(hints.filter(Boolean).join(' '), FIELD_DESCRIPTION);
  return {
    type: ComponentType.Label,
    label: label(field.label, FIELD_LABEL),
    ...(description.trim() === '' ? {} : { description }),
    component: component(field),
  };
}

function component(field: FormField): APIComponentInLabel {
  switch (field.kind) {
    case 'text':
      return textInput(field, field.value, field.placeholder, field.isLong, field.most);
    case 'when':
      return textInput(field, readable(field.value, field.zone), field.placeholder);
    case 'choice':
      return select(field, field.options, field.value);
    case 'radio':
      return radioGroup(field);
    case 'several':
      return checkboxGroup(field);
    case 'search': {
      const { chosen } = field;
      const isListed = !chosen || field.options.some(({ value }) => value === chosen.value);
      const options = isListed ? field.options : [chosen, ...field.options];
      return select(field, options, chosen?.value ?? field.value, chosen?.label);
    }
  }
}

function base(field: FormField): { custom_id: string; required: boolean } {
  return { custom_id: field.name, required: !field.isOptional };
}

function textInput(
  field: FormField,
  value = '',
  placeholder = '',
  isLong = false,
  most = TEXT_INPUT,
): APIComponentInLabel {
  const longest = Math.min(Math.max(most, 1), TEXT_INPUT);
  const shown = cut(placeholder, TEXT_INPUT_PLACEHOLDER);
  return {
    ...base(field),
    type: ComponentType.TextInput,
    style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: longest,
    ...(shown.trim() === '' ? {} : { placeholder: shown }),
    ...(value === '' ? {} : { value: cut(value, longest) }),
  };
}

/** A menu; a text field where there are no options, or more than a menu takes: the handler reads what is typed. */
function select(field: FormField, all: readonly Option[], value?: string, typed = value): APIComponentInLabel {
  const options = selectOptions(all, value);
  if (options.length === 0 || options.length > SELECT_OPTIONS) return textInput(field, typed);
  return {
    ...base(field),
    type: ComponentType.StringSelect,
    options,
    min_values: field.isOptional ? 0 : 1,
    max_values: 1,
  };
}

/** Discord wants two to ten options in a radio group; otherwise it is a menu. */
function radioGroup(field: FormField & { kind: 'radio' }): APIComponentInLabel {
  const options = selectOptions(field.options, field.value);
  if (options.length < 2 || options.length > RADIO_OPTIONS) return select(field, field.options, field.value);
  return { ...base(field), type: ComponentType.RadioGroup, options };
}

function checkboxGroup(field: FormField & { kind: 'several' }): APIComponentInLabel {
  const options = selectOptions(field.options, ...(field.value ?? '').split(',').filter(Boolean));
  if (options.length === 0 || options.length > SELECT_OPTIONS) return textInput(field, field.value);
  const range = { min_values: field.isOptional ? 0 : 1, max_values: options.length };
  if (options.length > CHECKBOX_OPTIONS) return { ...base(field), type: ComponentType.StringSelect, options, ...range };
  return { ...base(field), type: ComponentType.CheckboxGroup, options, ...range };
}

/** `2026-12-01T17:00[Europe/Berlin]`, or an instant, as a person would type it; anything else stays. */
function readable(value: string | undefined, zone: string | undefined): string | undefined {
  if (value === ANOTHER_TIME) return undefined;
  const exact = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?\[(.+)\]$/.exec(value ?? '');
  if (exact) return exact[3] === zone ? `${exact[1]} ${exact[2]}` : value;
  if (zone === undefined || !INSTANT.test(value ?? '')) return value;
  const at = Temporal.Instant.from(value ?? '').toZonedDateTimeISO(zone);
  return `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
