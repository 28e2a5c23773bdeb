import type { types } from '@slack/bolt';
import type { Form, FormField } from '../../conversation/form.ts';
import type { Option } from '../../conversation/message.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { languageOf, wordsFor } from '../../conversation/words/index.ts';
import { choices, menuOf, plainText, slackValue } from './actions.ts';
import { buttonId } from './ids.ts';
import {
  CHECKBOX_OPTIONS,
  cut,
  INPUT_TEXT,
  LABEL_TEXT,
  PLACEHOLDER,
  RADIO_OPTIONS,
  VIEW_BUTTON,
  VIEW_TITLE,
} from './limits.ts';
import { isZone } from './moments.ts';

/** Who fills a dialog in, and what comes back with it. */
export interface Filling {
  readonly handler: string;
  readonly locale: string;
  readonly now: Date;
  /** At most 3000 characters. */
  readonly metadata: string;
}

/** The two inputs of a moment. */
export const dateBlock = (field: string): string => `${field}:date`;
export const timeBlock = (field: string): string => `${field}:time`;

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

/** The zone of a moment, if it is known already and a real one. */
export function zoneOf(field: FormField & { kind: 'when' }): string | undefined {
  return field.zone !== undefined && isZone(field.zone) ? field.zone : undefined;
}

function whenBlocks(field: FormField & { kind: 'when' }, locale: string, now: Date): types.InputBlock[] {
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

/**
 * Date and time in `zone` of what was picked, of an instant, or of a phrase as far as it says them. Where the dialog asks
 * for the zone too, only what was picked says them.
 */
function readMoment(
  value: string | undefined,
  zone: string | undefined,
  locale: string,
  now: Date,
): { date?: string; time?: string } {
  if (!value) return {};
  const at = pickedAt(value, zone) ?? (zone === undefined ? undefined : instantAt(value, zone));
  if (at) return { date: at.toPlainDate().toString(), time: timeOf(at) };
  if (zone === undefined) return {};
  const when = parseWhen(value, { now, zone, locale: languageOf(locale) });
  if (when.rest !== '') return {}; // not all of it was understood
  switch (when.kind) {
    case 'moment':
      return readMoment(when.start.toISOString(), zone, locale, now);
    case 'incomplete':
      return agreed(when.missing === 'time' ? when.days : [], when.missing === 'day' ? when.times : []);
    case 'ambiguous': {
      const moments = when.candidates.map((one) => readMoment(one.toISOString(), zone, locale, now));
      return agreed(
        moments.map(({ date = '' }) => date),
        moments.map(({ time = '' }) => time),
      );
    }
    case 'skipped':
    case 'unknown':
      return {};
  }
}

/** What all readings of a phrase have in common. */
function agreed(dates: readonly string[], times: readonly string[]): { date?: string; time?: string } {
  const [date, ...otherDates] = new Set(dates);
  const [time, ...otherTimes] = new Set(times);
  return { ...(date && otherDates.length === 0 && { date }), ...(time && otherTimes.length === 0 && { time }) };
}

/** `2026-12-01T17:00[Europe/Berlin]`, or without a zone. */
function pickedAt(value: string, zone: string | undefined): Temporal.ZonedDateTime | undefined {
  const [, local, given] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?:\[([^\]]+)\])?$/.exec(value) ?? [];
  return local === undefined
    ? undefined
    : orNothing(() =>
        Temporal.PlainDateTime.from(local)
          .toZonedDateTime(given ?? zone ?? 'UTC')
          .withTimeZone(zone ?? given ?? 'UTC'),
      );
}

function instantAt(value: string, zone: string): Temporal.ZonedDateTime | undefined {
  return orNothing(() => Temporal.Instant.from(value).toZonedDateTimeISO(zone));
}

function timeOf(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}

/** Temporal throws for what it cannot read. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
