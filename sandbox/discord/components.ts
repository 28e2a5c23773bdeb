import type { Field } from './form.ts';

/** A component as Discord stores and returns it. */
export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
  readonly [key: string]: unknown;
}

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const TYPE = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

// https://docs.discord.com/developers/components/reference
const ROWS_PER_MESSAGE = 5;
const BUTTONS_PER_ROW = 5;
const BUTTON_LABEL = 80;
const BUTTON_URL = 512;
export const CUSTOM_ID = 100;
export const SELECT_OPTIONS = 25;
const OPTION_TEXT = 100; // label, value and description each
const SELECT_PLACEHOLDER = 150;
const COMPONENTS_V2_TOTAL = 40;
const COMPONENTS_V2_TEXT = 4000;
const GALLERY_ITEMS = 10;
const SECTION_TEXTS = 3;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*\d]\uFE0F?\u20E3/u;

const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;
export const SELECT_TYPES: readonly number[] = [
  TYPE.stringSelect,
  TYPE.userSelect,
  TYPE.roleSelect,
  TYPE.mentionableSelect,
  TYPE.channelSelect,
];
const V2_TOP_LEVEL: readonly number[] = [
  TYPE.row,
  TYPE.section,
  TYPE.text,
  TYPE.gallery,
  TYPE.file,
  TYPE.separator,
  TYPE.container,
];

/** Notes a component of a type that may not stand where it stands. */
export function expectType(field: Field, allowed: readonly number[]): number {
  const type = field.at('type').whole({ required: true });
  if (type !== undefined && !allowed.includes(type))
    field.at('type').refuse('UNION_TYPE_CHOICES', `Value of field "type" must be one of (${allowed.join(', ')},).`);
  return type ?? 0;
}

/** Checks a `custom_id`, which may appear only once in a message or dialog. */
export function checkCustomId(field: Field, seen: Set<string>): void {
  const id = field.at('custom_id').text({ required: true, min: 1, max: CUSTOM_ID });
  if (id !== undefined && seen.has(id))
    field.at('custom_id').refuse('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  if (id !== undefined) seen.add(id);
}

/** Checks the options of a select, radio group or checkbox group. */
export function checkOptions(field: Field, limits: { min: number; max: number }, defaultsAllowed: number): void {
  const options = field.at('options').items({ required: true, ...limits });
  const values = new Set<string>();
  for (const option of options) {
    option.at('label').text({ required: true, min: 1, max: OPTION_TEXT });
    option.at('description').text({ max: OPTION_TEXT });
    checkEmoji(option.at('emoji'));
    const value = option.at('value').text({ required: true, min: 1, max: OPTION_TEXT });
    if (value !== undefined && values.has(value))
      option.refuse('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
    if (value !== undefined) values.add(value);
  }
  if (options.filter((option) => option.at('default').truth()).length > defaultsAllowed)
    field.at('options').refuse('SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More options are preselected than may be chosen');
}

/** Checks a select of any kind; those of a dialog cannot be disabled. */
export function checkSelect(field: Field, type: number, seen: Set<string>): void {
  checkCustomId(field, seen);
  field.at('placeholder').text({ max: SELECT_PLACEHOLDER });
  field.at('disabled').truth();
  const max = checkRange(field, SELECT_OPTIONS);
  if (type === TYPE.stringSelect) checkOptions(field, { min: 1, max: SELECT_OPTIONS }, max);
  for (const preset of field.at('default_values').items({ max: SELECT_OPTIONS })) {
    preset.at('id').id({ required: true });
    preset.at('type').oneOf(['user', 'role', 'channel'], { required: true });
  }
}

/** Checks `min_values` and `max_values`; returns how many may be chosen. */
export function checkRange(field: Field, most: number): number {
  const min = field.at('min_values').whole({ min: 0, max: most }) ?? 1;
  const max = field.at('max_values').whole({ min: 1, max: most }) ?? Math.max(1, min);
  if (min > max)
    field.at('min_values').refuse('SELECT_COMPONENT_MIN_VALUES_TOO_LARGE', 'min_values must not be above max_values');
  return max;
}

function checkEmoji(emoji: Field): void {
  if (!emoji.present) return;
  const id = emoji.at('id').id();
  const name = emoji.at('name').text();
  if (id === undefined && !(name !== undefined && EMOJI.test(name)))
    emoji.at('name').refuse('COMPONENT_INVALID_EMOJI', 'Invalid emoji');
}

function checkButton(field: Field, seen: Set<string>): void {
  const style = field.at('style').whole({ required: true, min: 1, max: PREMIUM_STYLE });
  field.at('label').text({ max: BUTTON_LABEL });
  field.at('disabled').truth();
  checkEmoji(field.at('emoji'));
  if (style === PREMIUM_STYLE) return void field.at('sku_id').id({ required: true });
  if (!field.at('label').value && !field.at('emoji').present)
    field.refuse('BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or an emoji is required');
  if (style === LINK_STYLE) {
    if (field.at('custom_id').present)
      field.refuse('BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be specified');
    const url = field.at('url').text({ required: true, max: BUTTON_URL });
    if (url !== undefined && !isLink(url, ['http:', 'https:', 'discord:']))
      field.at('url').refuse('URL_TYPE_INVALID_SCHEME', 'Scheme must be one of ("http", "https", "discord").');
    return;
  }
  if (field.at('url').present)
    field.refuse('BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be specified');
  checkCustomId(field, seen);
}

/** Whether a text is a URL with one of these schemes. */
export function isLink(text: string, schemes: readonly string[]): boolean {
  const url = URL.parse(text);
  return url !== null && schemes.includes(url.protocol) && (url.protocol === 'discord:' || url.hostname !== '');
}

function checkRow(row: Field, seen: Set<string>): void {
  const children = row.at('components').items({ required: true, min: 1, max: BUTTONS_PER_ROW });
  for (const child of children) {
    const type = expectType(child, [TYPE.button, ...SELECT_TYPES]);
    if (type === TYPE.button) checkButton(child, seen);
    else checkSelect(child, type, seen);
    if (type !== TYPE.button && children.length > 1)
      row.refuse('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
  }
}

function checkMedia(field: Field): void {
  const url = field.at('url').text({ required: true, max: 2048 });
  if (url !== undefined && !/^(https?|attachment):\/\//.test(url))
    field.at('url').refuse('URL_TYPE_INVALID_SCHEME', 'Scheme must be one of ("http", "https", "attachment").');
}

function checkV2(field: Field, allowed: readonly number[], seen: Set<string>): void {
  const type = expectType(field, allowed);
  if (type === TYPE.row) checkRow(field, seen);
  if (type === TYPE.text) field.at('content').text({ required: true, min: 1, max: COMPONENTS_V2_TEXT });
  if (type === TYPE.file) checkMedia(field.at('file'));
  if (type === TYPE.separator) field.at('spacing').oneOf([1, 2]);
  if (type === TYPE.gallery)
    for (const item of field.at('items').items({ required: true, min: 1, max: GALLERY_ITEMS }))
      checkMedia(item.at('media'));
  if (type === TYPE.section) {
    for (const text of field.at('components').items({ required: true, min: 1, max: SECTION_TEXTS }))
      checkV2(text, [TYPE.text], seen);
    const accessory = field.at('accessory');
    if (!accessory.present) accessory.refuse('BASE_TYPE_REQUIRED', 'This field is required');
    else if (expectType(accessory, [TYPE.button, TYPE.thumbnail]) === TYPE.button) checkButton(accessory, seen);
    else checkMedia(accessory.at('media'));
  }
  if (type === TYPE.container) {
    field.at('accent_color').whole({ min: 0, max: 0xffffff });
    const inside = V2_TOP_LEVEL.filter((one) => one !== TYPE.container);
    for (const child of field.at('components').items({ required: true, min: 1, max: COMPONENTS_V2_TOTAL }))
      checkV2(child, inside, seen);
  }
}

/** Checks the components of a message; returns them as Discord keeps them, each with an `id`. */
export function readComponents(field: Field, v2: boolean): Component[] {
  const seen = new Set<string>();
  if (!v2) {
    for (const row of field.items({ max: ROWS_PER_MESSAGE }))
      if (expectType(row, [TYPE.row]) === TYPE.row) checkRow(row, seen);
  } else {
    for (const top of field.items({ max: COMPONENTS_V2_TOTAL })) checkV2(top, V2_TOP_LEVEL, seen);
  }
  const components = numbered(field.value);
  const all = [...everyComponent(components)];
  if (v2 && all.length > COMPONENTS_V2_TOTAL)
    field.refuse('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `Total components exceed ${COMPONENTS_V2_TOTAL}`);
  const characters = all.reduce((sum, { content }) => sum + (typeof content === 'string' ? [...content].length : 0), 0);
  if (v2 && characters > COMPONENTS_V2_TEXT)
    field.refuse(
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Components displayable text size exceeds maximum size of ${COMPONENTS_V2_TEXT}`,
    );
  return components;
}

/** Gives an `id` to every component that has none, counting from 1 in reading order, as Discord does. */
export function numbered(components: unknown): Component[] {
  if (!Array.isArray(components)) return [];
  let last = 0;
  const number = (component: Component): Component => {
    last += 1;
    const id = component.id || last;
    return {
      ...component,
      id,
      ...(component.components ? { components: component.components.map(number) } : {}),
      ...(component.component ? { component: number(component.component) } : {}),
      ...(component.accessory ? { accessory: number(component.accessory) } : {}),
    };
  };
  return components.filter((one): one is Component => typeof one === 'object' && one !== null).map(number);
}

/** Every component, those inside others too. */
export function* everyComponent(components: readonly Component[]): Generator<Component> {
  for (const component of components) {
    yield component;
    if (Array.isArray(component.components)) yield* everyComponent(component.components);
    if (component.component) yield* everyComponent([component.component]);
    if (component.accessory) yield* everyComponent([component.accessory]);
  }
}
