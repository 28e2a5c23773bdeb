import {
  type Component,
  CUSTOM_ID,
  checkCustomId,
  checkOptions,
  checkRange,
  checkSelect,
  expectType,
  numbered,
  SELECT_OPTIONS,
  SELECT_TYPES,
  TYPE,
} from './components.ts';
import type { Field } from './form.ts';

// https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
const MODAL_TITLE = 45;
const MODAL_COMPONENTS = 5;
// https://docs.discord.com/developers/components/reference#label
const LABEL = 45;
const LABEL_DESCRIPTION = 100;
// https://docs.discord.com/developers/components/reference#text-input
const TEXT_INPUT = 4000;
const TEXT_INPUT_PLACEHOLDER = 100;
// https://docs.discord.com/developers/components/reference#radio-group, #checkbox-group, #file-upload
const RADIO_OPTIONS = 10;
const CHECKBOX_OPTIONS = 10;
const SEVERAL = 10; // ticks or files

/** A dialog as the app described it. */
export interface Modal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Component[];
}

const IN_LABEL = [TYPE.textInput, ...SELECT_TYPES, TYPE.fileUpload, TYPE.radioGroup, TYPE.checkboxGroup, TYPE.checkbox];

function checkTextInput(field: Field, seen: Set<string>, inRow: boolean): void {
  checkCustomId(field, seen);
  field.at('style').whole({ required: true, min: 1, max: 2 });
  const min = field.at('min_length').whole({ min: 0, max: TEXT_INPUT }) ?? 0;
  const max = field.at('max_length').whole({ min: 1, max: TEXT_INPUT }) ?? TEXT_INPUT;
  if (min > max)
    field.at('min_length').refuse('TEXT_INPUT_MIN_LENGTH_TOO_LARGE', 'min_length must not be above max_length');
  field.at('placeholder').text({ max: TEXT_INPUT_PLACEHOLDER });
  const value = field.at('value').text({ max });
  if (value) field.at('value').text({ min });
  field.at('required').truth();
  // The label of an input inside a Label component is the Label's own.
  if (inRow) field.at('label').text({ required: true, min: 1, max: LABEL });
  else if (field.at('label').present)
    field.at('label').refuse('COMPONENT_LABEL_NOT_ALLOWED', 'A text input inside a label has no label of its own');
}

function checkInput(field: Field, seen: Set<string>): void {
  const type = expectType(field, IN_LABEL);
  if (type === TYPE.textInput) checkTextInput(field, seen, false);
  else if (SELECT_TYPES.includes(type)) checkModalSelect(field, type, seen);
  else {
    checkCustomId(field, seen);
    field.at('default').truth();
    if (type === TYPE.radioGroup) checkOptions(field, { min: 2, max: RADIO_OPTIONS }, 1);
    if (type === TYPE.checkboxGroup) checkOptions(field, { min: 1, max: CHECKBOX_OPTIONS }, checkSeveral(field));
    if (type === TYPE.fileUpload) checkSeveral(field);
  }
}

function checkModalSelect(field: Field, type: number, seen: Set<string>): void {
  checkSelect(field, type, seen);
  field.at('required').truth();
  if (field.at('disabled').truth())
    field.at('disabled').refuse('COMPONENT_DISABLED_IN_MODAL', 'Components of a modal cannot be disabled');
}

/** Checks how many may be ticked or uploaded; returns the most. */
function checkSeveral(field: Field): number {
  const required = field.at('required').truth() ?? true;
  if (required && field.at('min_values').value === 0)
    field.at('min_values').refuse('COMPONENT_REQUIRED_MIN_VALUES', 'min_values can be 0 only where required is false');
  // Where the app does not say how many, a checkbox group lets all be ticked.
  const options = field.at('options').value;
  if (!field.at('max_values').present && Array.isArray(options)) return options.length;
  return checkRange(field, SEVERAL);
}

/** Checks a dialog, down to the values it is opened with. */
export function readModal(data: Field): Modal {
  const seen = new Set<string>();
  const customId = data.at('custom_id').text({ required: true, min: 1, max: CUSTOM_ID }) ?? '';
  const title = data.at('title').text({ required: true, min: 1, max: MODAL_TITLE }) ?? '';
  for (const field of data.at('components').items({ required: true, min: 1, max: MODAL_COMPONENTS })) {
    const type = expectType(field, [TYPE.row, TYPE.text, TYPE.label]);
    if (type === TYPE.text) field.at('content').text({ required: true, min: 1, max: TEXT_INPUT });
    if (type === TYPE.row)
      for (const input of field.at('components').items({ required: true, min: 1, max: 1 }))
        if (expectType(input, [TYPE.textInput]) === TYPE.textInput) checkTextInput(input, seen, true);
    if (type === TYPE.label) {
      field.at('label').text({ required: true, min: 1, max: LABEL });
      field.at('description').text({ max: LABEL_DESCRIPTION });
      if (field.at('component').present) checkInput(field.at('component'), seen);
      else field.at('component').refuse('BASE_TYPE_REQUIRED', 'This field is required');
    }
  }
  return { customId, title, components: numbered(data.at('components').value) };
}

/** What a person filled in: a text, a choice, several choices, or a tick. */
export type Filled = string | boolean | readonly string[];

/** What a filled-in dialog sends, or the sentence that the person sees beside the input. */
export function fillIn(modal: Modal, values: Readonly<Record<string, Filled>>): Component[] {
  return modal.components.map((top) => {
    const { type, id } = top;
    if (top.component) return { type, id, component: answer(top.component, values) } as Component;
    if (top.components) return { type, id, components: top.components.map((one) => answer(one, values)) } as Component;
    return { type, id } as Component;
  });
}

function answer(input: Component, values: Readonly<Record<string, Filled>>): Component {
  const { type, id, custom_id = '' } = input;
  const base = { type, id, custom_id };
  const required = input['required'] !== false;
  const given = values[custom_id] ?? preset(input);
  const refuse = (why: string): never => {
    throw new Error(`${custom_id}: ${why}`);
  };
  if (type === TYPE.checkbox) return { ...base, value: given === true || given === 'true' } as Component;
  if (type === TYPE.textInput) {
    const value = typeof given === 'string' ? given : '';
    const length = [...value].length;
    if (required && value.trim() === '') refuse('This field is required');
    if (value !== '' && length < Number(input['min_length'] ?? 0))
      refuse(`Must be at least ${input['min_length']} characters`);
    if (length > Number(input['max_length'] ?? TEXT_INPUT)) refuse(`Must be at most ${input['max_length']} characters`);
    return { ...base, value } as Component;
  }
  const chosen = (
    Array.isArray(given) ? given : given === undefined || given === '' ? [] : [String(given)]
  ) as string[];
  const options = Array.isArray(input['options']) ? (input['options'] as { value: string }[]) : undefined;
  const unknown = options && chosen.find((value) => !options.some((option) => option.value === value));
  if (unknown !== undefined) refuse(`There is no choice ${unknown}`);
  if (type === TYPE.radioGroup) {
    if (required && chosen.length === 0) refuse('This field is required');
    return { ...base, value: chosen[0] ?? null } as Component;
  }
  const least = required ? Number(input['min_values'] ?? 1) : 0;
  const most = Number(input['max_values'] ?? (type === TYPE.checkboxGroup ? options?.length : 1) ?? SELECT_OPTIONS);
  if (required && chosen.length === 0 && least > 0) refuse('This field is required');
  if ((chosen.length > 0 && chosen.length < least) || chosen.length > most) refuse(`Choose ${least} to ${most}`);
  return { ...base, values: chosen } as Component;
}

/** What an input holds before the person touches it. */
function preset(input: Component): Filled | undefined {
  if (input.type === TYPE.textInput) return typeof input['value'] === 'string' ? input['value'] : undefined;
  if (input.type === TYPE.checkbox) return input['default'] === true;
  const options = Array.isArray(input['options']) ? (input['options'] as { value: string; default?: boolean }[]) : [];
  const presets = Array.isArray(input['default_values']) ? (input['default_values'] as { id: string }[]) : [];
  return [...options.filter((option) => option.default).map(({ value }) => value), ...presets.map(({ id }) => id)];
}
