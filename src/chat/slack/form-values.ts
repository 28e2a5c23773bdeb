import { ANOTHER_TIME, type Form } from '../../conversation/form.ts';
import type { RawInput } from '../../conversation/handler.ts';
import { chosenValue } from './actions.ts';
import { nameOf } from './form.ts';
import type { ViewState } from './payloads.ts';
import { dateBlock, openBlock, timeBlock } from './when-field.ts';

type Blocks = readonly { readonly block_id: string; readonly type: string }[];

/** What was filled in, under the fields' names; what was left empty is left out. `zones`: of the moments, by field. */
export function readValues(state: ViewState, zones: Readonly<Record<string, string>> = {}): RawInput {
  const input: Record<string, string> = {};
  for (const [blockId, elements] of Object.entries(state)) {
    const value = Object.values(elements)[0];
    if (!value) continue;
    const filled = filledIn(value);
    if (filled !== undefined && filled !== '') input[nameOf(blockId)] = filled;
  }
  for (const blockId of Object.keys(state)) {
    const field = fieldOf(blockId);
    if (field !== nameOf(blockId)) joinMoment(input, field, zones[field]);
  }
  return input;
}

/**
 * A dialog that is asked for again: an open time that was chosen and cannot be had any more leaves its menu without a
 * choice, rather than to be taken for a time that somebody picked.
 */
export function following(form: Form, state: ViewState): Form {
  const fromMenus = new Set(Object.keys(state).map(nameOf));
  const fields = form.fields.map((field) => {
    if (field.kind !== 'when' || !fromMenus.has(openBlock(field.name)) || field.value === ANOTHER_TIME) return field;
    const isInstant = field.value?.endsWith('Z') === true;
    const isOpen = field.open?.some(({ value }) => value === field.value) === true;
    const { value: _, ...unchosen } = field;
    return isInstant && !isOpen ? unchosen : field;
  });
  return { ...form, fields };
}

/**
 * Under which input each refusal is shown. What is said about the whole, or about a field that is not there, is shown
 * under the first one; undefined when there is none at all.
 */
export function errorsByBlock(
  refused: Readonly<Record<string, string>>,
  blocks: Blocks,
  input: RawInput,
  today: (zone: string) => string,
): Record<string, string> | undefined {
  const inputs = blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const [first] = inputs;
  if (first === undefined) return undefined;
  const errors: Record<string, string> = {};
  for (const [field, sentence] of Object.entries(refused)) {
    const wanted = inputs.includes(dateBlock(field)) ? momentBlock(field, input, today) : field;
    const block = inputs.find((one) => [wanted, openBlock(wanted)].includes(nameOf(one))) ?? first;
    errors[block] = errors[block] === undefined ? sentence : `${errors[block]} ${sentence}`;
  }
  return Object.keys(errors).length > 0 ? errors : undefined;
}

function filledIn(value: ViewState[string][string]): string | undefined {
  if (value.selected_options) return value.selected_options.map((option) => chosenValue(option.value)).join(',');
  if (value.selected_option) return chosenValue(value.selected_option.value);
  return value.value ?? value.selected_date ?? value.selected_time ?? undefined;
}

/** The field that a block belongs to. */
function fieldOf(blockId: string): string {
  return nameOf(blockId).replace(/:(open|date|time)$/, '');
}

/** The open time that was chosen, or `2026-12-01T17:00[Europe/Berlin]`; when only one of the two was filled in, just that. */
function joinMoment(input: Record<string, string>, field: string, zone: string | undefined): void {
  const open = input[openBlock(field)];
  const date = input[dateBlock(field)];
  const time = input[timeBlock(field)];
  delete input[dateBlock(field)];
  delete input[timeBlock(field)];
  delete input[openBlock(field)];
  if (open !== undefined) input[field] = open;
  if (open !== undefined && open !== ANOTHER_TIME) return;
  if (date && time) input[field] = `${date}T${time}${zone ? `[${zone}]` : ''}`;
  else if (date || time) input[field] = date ?? time ?? '';
}

/** The date is wrong when it is missing or past, otherwise the time. */
function momentBlock(field: string, input: RawInput, today: (zone: string) => string): string {
  const [, date, time, zone] = /^(\d{4}-\d{2}-\d{2})?T?(\d{2}:\d{2})?(?:\[(.+)\])?$/.exec(input[field] ?? '') ?? [];
  if (!date) return dateBlock(field);
  if (!time) return timeBlock(field);
  return date < today(zone ?? 'UTC') ? dateBlock(field) : timeBlock(field);
}
