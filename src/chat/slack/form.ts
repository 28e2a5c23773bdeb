import type { types } from '@slack/bolt';
import type { Form, FormField } from '../../conversation/form.ts';
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
import { dateBlock, readMoment, timeBlock, type WhenField, zoneOf } from './when-field.ts';

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
 * is two of them.
 */
export function renderForm(form: Form, filling: Filling): types.ModalView {
  return {
    type: 'modal',
    callback_id: buttonId(filling.handler),
    title: plainText(form.title, VIEW_TITLE),
    submit: plainText(form.submit, VIEW_BUTTON),
    private_metadata: filling.metadata,
    blocks: form.fields.flatMap((field) => blocksOf(field, filling)),
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
    ...(field.hint && { hint: plainText(field.hint, LABEL_TEXT) }),
  };
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
  const words = wordsFor(locale).chat;
  const zone = zoneOf(field);
  const { date, time } = readMoment(field.value, zone, locale, now);
  const part = (name: string, word: string, hint: string | undefined, element: types.InputBlockElement) => {
    const { hint: _, ...rest } = field;
    return {
      ...input({ ...rest, label: `${cut(field.label, LABEL_TEXT / 2)}: ${word}`, ...(hint && { hint }) }, element),
      block_id: name,
    };
  };
  return [
    part(dateBlock(field.name), words.date.toLowerCase(), field.hint, {
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
