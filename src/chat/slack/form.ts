import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { ANOTHER_TIME, type Form, type FormField } from '../../conversation/form.ts';
import { wordsFor } from '../../conversation/languages/index.ts';
import type { Option } from '../../conversation/message.ts';
import { cut } from '../../core/cut.ts';
import { choices, menuOf, plainText, slackValue } from './actions.ts';
import { buttonId } from './ids.ts';
import {
  CHECKBOX_OPTIONS,
  INPUT_TEXT,
  LABEL_TEXT,
  PLACEHOLDER,
  RADIO_OPTIONS,
  VIEW_BUTTON,
  VIEW_TITLE,
} from './limits.ts';
import { dateBlock, openBlock, readMoment, shownOf, timeBlock, type WhenField, zoneOf } from './when-field.ts';

/** Who fills a dialog in, and what comes back with it. */
export interface Filling {
  readonly handler: string;
  readonly locale: string;
  readonly now: Date;
  /** At most 3000 characters. */
  readonly metadata: string;
}

/**
 * A dialog as a modal: https://docs.slack.dev/surfaces/modals. Every field is an input block named after it; a moment
 * is several. Slack keeps what is in a block of the same name when a dialog changes, whatever it is told: a menu that
 * follows other fields has a name of its own for each set of options.
 */
export function renderForm(form: Form, filling: Filling): types.ModalView {
  return {
    type: 'modal',
    callback_id: buttonId(filling.handler),
    title: plainText(form.title, VIEW_TITLE),
    submit: plainText(form.submit, VIEW_BUTTON),
    private_metadata: filling.metadata,
    blocks: form.fields.flatMap((field) => blocksOf(field, filling)).map(named),
  };
}

function blocksOf(field: FormField, { locale, now }: Filling): types.InputBlock[] {
  switch (field.kind) {
    case 'text':
      return [input(field, textInput(field))];
    case 'choice':
      return choiceBlocks(field, false);
    case 'radio':
      return choiceBlocks(field, field.options.length <= RADIO_OPTIONS);
    case 'several':
      return severalBlocks(field);
    case 'search':
      return [input(field, searchInput(field))];
    case 'when':
      return whenBlocks(field, locale, now);
  }
}

function input(field: FormField, element: types.InputBlockElement): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, LABEL_TEXT),
    element,
    optional: field.isOptional,
    ...(field.leads && { dispatch_action: true }),
    ...(field.hint && { hint: plainText(field.hint, LABEL_TEXT) }),
  };
}

/** The name of a block, which for a menu in a dialog that changes says which options it has. */
function named(block: types.InputBlock): types.InputBlock {
  const { block_id: name, element } = block;
  if (!block.dispatch_action || element.type !== 'static_select') return block;
  const { options, option_groups } = element;
  const digest = createHash('sha256')
    .update(JSON.stringify([options, option_groups]))
    .digest('base64url');
  return { ...block, block_id: `${name}${OPTIONS_MARK}${digest.slice(0, DIGEST_LENGTH)}` };
}

const OPTIONS_MARK = '#';
const DIGEST_LENGTH = 8;

/** The name that a block had before it said which options it has. */
export function nameOf(blockId: string): string {
  return blockId.split(OPTIONS_MARK, 1)[0] ?? blockId;
}

function textInput(field: FormField & { kind: 'text' }): types.PlainTextInput {
  const most = Math.min(Math.max(field.most, 1), INPUT_TEXT);
  return {
    type: 'plain_text_input',
    action_id: field.name,
    multiline: field.isLong,
    max_length: most,
    ...(field.value && { initial_value: cut(field.value, most) }),
    ...(field.placeholder && { placeholder: plainText(field.placeholder, PLACEHOLDER) }),
  };
}

function choiceBlocks(field: FormField & { kind: 'choice' | 'radio' }, allInSight: boolean): types.InputBlock[] {
  const options = choices(field.options);
  if (options.length === 0) return [];
  const chosen =
    field.value === undefined ? undefined : options.find(({ value }) => value === slackValue(field.value ?? ''));
  const initial = chosen && { initial_option: chosen };
  return [
    input(
      field,
      allInSight
        ? { type: 'radio_buttons', action_id: field.name, options, ...initial }
        : { type: 'static_select', action_id: field.name, ...menuOf(options), ...initial },
    ),
  ];
}

function severalBlocks(field: FormField & { kind: 'several' }): types.InputBlock[] {
  const options = choices(field.options);
  if (options.length === 0) return [];
  const values = new Set(field.value?.split(',').map(slackValue));
  const chosen = field.value ? options.filter(({ value }) => values.has(value ?? '')) : [];
  const initial = chosen.length > 0 && { initial_options: chosen };
  return [
    input(
      field,
      options.length <= CHECKBOX_OPTIONS
        ? { type: 'checkboxes', action_id: field.name, options, ...initial }
        : { type: 'multi_static_select', action_id: field.name, ...menuOf(options), ...initial },
    ),
  ];
}

/** The app is asked for the options: from the first letter, and before it. */
function searchInput(field: FormField & { kind: 'search' }): types.ExternalSelect {
  const known: Option | undefined =
    field.chosen ??
    field.options.find(({ value }) => value === field.value) ??
    (field.value ? { value: field.value, label: field.value } : undefined);
  const [initial] = known ? choices([known]) : [];
  return {
    type: 'external_select',
    action_id: field.name,
    min_query_length: 0,
    ...(initial && { initial_option: initial }),
  };
}

function whenBlocks(field: WhenField, locale: string, now: Date): types.InputBlock[] {
  const { isPicked } = shownOf(field);
  const menu = field.open?.length ? [openMenu(field, locale)] : [];
  return isPicked ? [...menu, ...pickers(field, locale, now, menu.length > 0)] : menu;
}

/** Open times, and a way to any other: it makes room for the pickers. */
function openMenu(field: WhenField, locale: string): types.InputBlock {
  const another = { value: ANOTHER_TIME, label: wordsFor(locale).chat.anotherTime };
  const options = choices([another, ...(field.open ?? [])]);
  const { chosen } = shownOf(field);
  const initial = options.find(({ value }) => value === chosen);
  const element = { type: 'static_select', action_id: field.name, ...menuOf(options) } as const;
  return {
    ...input({ ...field, isOptional: false, leads: true }, { ...element, ...(initial && { initial_option: initial }) }),
    block_id: openBlock(field.name),
  };
}

function pickers(field: WhenField, locale: string, now: Date, isBelowMenu: boolean): types.InputBlock[] {
  const words = wordsFor(locale).chat;
  const zone = zoneOf(field);
  const { date, time } = readMoment(field.value, zone, locale, now);
  const part = (name: string, word: string, hint: string | undefined, element: types.InputBlockElement) => {
    const { hint: _, ...rest } = field;
    return {
      ...input({ ...rest, label: `${cut(field.label, LABEL_TEXT / 2)}: ${word}`, ...(hint && { hint }) }, element),
      block_id: name,
      ...(isBelowMenu && { optional: false }),
    };
  };
  return [
    part(dateBlock(field.name), words.date.toLowerCase(), isBelowMenu ? undefined : field.hint, {
      type: 'datepicker',
      action_id: field.name,
      ...(date && { initial_date: date }),
    }),
    part(timeBlock(field.name), words.time.toLowerCase(), zone && words.yourTime(zone), {
      type: 'timepicker',
      action_id: field.name,
      ...(zone && { timezone: zone }),
      ...(time && { initial_time: time }),
    }),
  ];
}
