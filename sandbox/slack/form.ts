import { elementsOf } from './blocks.ts';
import { isObject } from './shape.ts';
import type { Answer, FormValues, InputValue, Json } from './types.ts';

// What people see below an input that they left out; the app is not asked.
const REQUIRED = 'Please complete this required field.';

/** The options of a menu, those in groups included. */
export function optionsOf(element: Json): Json[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [element];
  return groups.flatMap((group) => (Array.isArray(group.options) ? group.options.filter(isObject) : []));
}

/** What an input holds before anybody touched it; undefined for buttons and pictures. */
function initialValue(element: Json): InputValue | undefined {
  const type = String(element.type);
  const multi = type.startsWith('multi_');
  switch (multi ? type.slice('multi_'.length) : type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null };
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'radio_buttons':
    case 'static_select':
    case 'external_select':
      return multi
        ? { type, selected_options: element.initial_options ?? [] }
        : { type, selected_option: element.initial_option ?? null };
    case 'users_select':
      return multi
        ? { type, selected_users: element.initial_users ?? [] }
        : { type, selected_user: element.initial_user ?? null };
    case 'channels_select':
      return multi
        ? { type, selected_channels: element.initial_channels ?? [] }
        : { type, selected_channel: element.initial_channel ?? null };
    case 'conversations_select':
      return multi
        ? { type, selected_conversations: element.initial_conversations ?? [] }
        : { type, selected_conversation: element.initial_conversation ?? null };
    default:
      return undefined;
  }
}

/** What an element reports once a person answered it. Throws when no client could send that answer. */
export function answered(element: Json, answer: Answer, offered: readonly Json[] = []): InputValue {
  const empty = initialValue({ type: element.type });
  const field = empty && Object.keys(empty).find((key) => key !== 'type');
  if (!empty || !field) throw new Error(`A ${String(element.type)} takes no answer.`);
  const list = (typeof answer === 'object' && answer) || (answer === null ? [] : [answer]);
  const choose = (value: string | number) => {
    const found = [...optionsOf(element), ...offered].find((option) => option.value === value);
    if (!found) throw new Error(`There is no option "${value}" to choose.`);
    return found;
  };
  if (field === 'selected_options') return { type: empty.type, [field]: list.map(choose) };
  if (Array.isArray(empty[field])) return { type: empty.type, [field]: list };
  const one = list[0] ?? null;
  if (field === 'selected_option') return { type: empty.type, [field]: one === null ? null : choose(one) };
  if (field === 'selected_date_time') return { type: empty.type, [field]: one === null ? null : Number(one) };
  if (field === 'selected_date') assertMatches(one, /^\d{4}-\d{2}-\d{2}$/, 'a date');
  if (field === 'selected_time') assertMatches(one, /^([01]\d|2[0-3]):[0-5]\d$/, 'a time');
  return { type: empty.type, [field]: one === null || one === '' ? null : String(one) };
}

function assertMatches(answer: string | number | null, pattern: RegExp, what: string) {
  if (answer !== null && !pattern.test(String(answer))) throw new Error(`"${answer}" is not ${what}.`);
}

/** The values of all inputs; what was filled in stays as long as block_id, action_id and type do. */
export function valuesOf(blocks: readonly Json[], before: FormValues = {}): FormValues {
  const values: FormValues = {};
  for (const block of blocks) {
    for (const { element } of elementsOf(block)) {
      const initial = initialValue(element);
      if (!initial) continue;
      const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
      const kept = before[blockId]?.[actionId];
      values[blockId] ??= {};
      values[blockId][actionId] = kept?.type === initial.type && stillOffered(element, kept) ? kept : initial;
    }
  }
  return values;
}

/** A chosen option that the new menu lacks is not kept. */
function stillOffered(element: Json, { selected_option: chosen }: InputValue): boolean {
  const options = optionsOf(element);
  return !isObject(chosen) || options.length === 0 || options.some(({ value }) => value === chosen.value);
}

/** What Slack's own client refuses before it asks the app, by block id. */
export function clientProblems(blocks: readonly Json[], values: FormValues): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input' || !isObject(block.element)) continue;
    const { element } = block;
    const blockId = String(block.block_id);
    const entered = enteredIn(values[blockId]?.[String(element.action_id)]);
    const problem = entered === undefined ? (block.optional === true ? undefined : REQUIRED) : misfit(element, entered);
    if (problem) problems[blockId] = problem;
  }
  return problems;
}

function enteredIn(value: InputValue | undefined): unknown {
  const content = Object.entries(value ?? {}).find(([key]) => key !== 'type')?.[1];
  return content === null || content === '' || (Array.isArray(content) && !content.length) ? undefined : content;
}

function misfit(element: Json, entered: unknown): string | undefined {
  const { type, min_length: min, max_length: max, max_selected_items: most } = element;
  const text = String(entered);
  if (typeof min === 'number' && text.length < min) return `Please enter at least ${min} characters.`;
  if (typeof max === 'number' && text.length > max) return `Please enter no more than ${max} characters.`;
  if (Array.isArray(entered) && typeof most === 'number' && entered.length > most)
    return `Please choose up to ${most}.`;
  if (type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text)) return 'Please enter a valid email address.';
  if (type === 'url_text_input' && !/^https?:\/\/\S+$/.test(text)) return 'Please enter a valid URL.';
  if (type !== 'number_input') return undefined;
  const number = Number(text);
  if (Number.isNaN(number)) return 'Please enter a number.';
  if (element.is_decimal_allowed === false && !Number.isInteger(number)) return 'Please enter a whole number.';
  if (element.min_value && number < Number(element.min_value)) return `Must be at least ${String(element.min_value)}.`;
  if (element.max_value && number > Number(element.max_value)) return `Must be at most ${String(element.max_value)}.`;
  return undefined;
}
