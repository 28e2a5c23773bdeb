import * as limits from './limits.ts';
import {
  all,
  anything,
  boolean,
  type Check,
  integer,
  isObject,
  list,
  matching,
  oneOf,
  shape,
  string,
  typed,
} from './shape.ts';

// https://docs.slack.dev/reference/block-kit/composition-objects/text-object
const type = (name: string) => ({ type: oneOf(name) });

export function plainText(max: number): Check {
  return typed({ plain_text: shape({ ...type('plain_text'), text: string(max, 1) }, { emoji: boolean }) });
}

export function anyText(max: number): Check {
  return typed({
    plain_text: shape({ ...type('plain_text'), text: string(max, 1) }, { emoji: boolean }),
    mrkdwn: shape({ ...type('mrkdwn'), text: string(max, 1) }, { verbatim: boolean }),
  });
}

const webAddress = all(string(limits.URL_LENGTH, 1), matching(/^(https?|mailto|slack):/i, 'url'));

const confirm = shape(
  { text: anyText(limits.CONFIRM_TEXT) },
  {
    title: plainText(limits.CONFIRM_TITLE),
    confirm: plainText(limits.CONFIRM_BUTTON),
    deny: plainText(limits.CONFIRM_BUTTON),
    style: oneOf('primary', 'danger'),
  },
);

const optionValue = { value: string(limits.OPTION_VALUE, 1) };
const optionDescription = { description: plainText(limits.OPTION_DESCRIPTION) };
const plainOption = shape({ text: plainText(limits.OPTION_TEXT), ...optionValue }, optionDescription);
const richOption = shape(
  { text: anyText(limits.OPTION_TEXT), ...optionValue },
  { description: anyText(limits.OPTION_DESCRIPTION) },
);
const overflowOption = shape(
  { text: plainText(limits.OPTION_TEXT), ...optionValue },
  { ...optionDescription, url: webAddress },
);
export const selectOptions = list(plainOption, limits.SELECT_OPTIONS);
export const optionGroups = list(
  shape({ label: plainText(limits.OPTION_TEXT), options: list(plainOption, limits.SELECT_OPTIONS, 1) }),
  limits.OPTION_GROUPS,
  1,
);

const action = { action_id: string(limits.ACTION_ID, 1) };
const focus = { focus_on_load: boolean };
const placeholder = { placeholder: plainText(limits.PLACEHOLDER_TEXT) };
const picked = { ...action, confirm, ...focus };
const menu = { ...picked, ...placeholder };
const many = { max_selected_items: integer(1) };
const conversationFilter = shape(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4, 1),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);
const dispatch = {
  dispatch_action_config: shape({
    trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2, 1),
  }),
};
const typedIn = { ...action, ...focus, ...placeholder, ...dispatch };

const choices = { options: list(plainOption, limits.SELECT_OPTIONS, 1), option_groups: optionGroups };

/** Either options or groups of them, and what is chosen at first must be among them. */
const hasChoices: Check = (value, at, report) => {
  if (!isObject(value)) return;
  if ((value.options === undefined) === (value.option_groups === undefined)) {
    report('must provide exactly one of options or option_groups', at);
  }
  initialIsOffered(value, at, report);
};

const initialIsOffered: Check = (value, at, report) => {
  if (!isObject(value)) return;
  const groups = Array.isArray(value.option_groups) ? value.option_groups : [{ options: value.options }];
  const offered = groups.flatMap((group) => (isObject(group) && Array.isArray(group.options) ? group.options : []));
  const texts = new Set(offered.map((option) => identity(option)));
  if (value.initial_option && !texts.has(identity(value.initial_option))) {
    report('initial_option must exactly match one of the options', `${at}/initial_option`);
  }
  for (const option of Array.isArray(value.initial_options) ? value.initial_options : []) {
    if (!texts.has(identity(option))) report('initial_options must exactly match the options', `${at}/initial_options`);
  }
};

function identity(option: unknown): string {
  if (!isObject(option) || !isObject(option.text)) return '';
  return JSON.stringify([option.value, option.text.text]);
}

/** https://docs.slack.dev/reference/block-kit/block-elements */
export const elements = {
  button: shape(
    { ...type('button'), text: plainText(limits.BUTTON_TEXT) },
    {
      ...action,
      confirm,
      value: string(limits.BUTTON_VALUE),
      url: webAddress,
      style: oneOf('primary', 'danger'),
      accessibility_label: string(limits.ACCESSIBILITY_LABEL),
    },
  ),
  checkboxes: all(
    shape(
      { ...type('checkboxes'), options: list(richOption, limits.CHECKBOX_OPTIONS, 1) },
      { ...picked, initial_options: list(richOption, limits.CHECKBOX_OPTIONS, 1) },
    ),
    initialIsOffered,
  ),
  radio_buttons: all(
    shape(
      { ...type('radio_buttons'), options: list(richOption, limits.RADIO_OPTIONS, 1) },
      { ...picked, initial_option: richOption },
    ),
    initialIsOffered,
  ),
  datepicker: shape(type('datepicker'), { ...menu, initial_date: matching(/^\d{4}-\d{2}-\d{2}$/, 'date') }),
  timepicker: shape(type('timepicker'), {
    ...menu,
    initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'),
    timezone: (value, at, report) => {
      if (!isZone(value)) report('must be a valid timezone', at);
    },
  }),
  datetimepicker: shape(type('datetimepicker'), {
    ...picked,
    initial_date_time: integer(1_000_000_000, 9_999_999_999),
  }),
  overflow: shape(
    { ...type('overflow'), options: list(overflowOption, limits.OVERFLOW_OPTIONS, 1) },
    { ...action, confirm },
  ),
  static_select: all(shape(type('static_select'), { ...menu, ...choices, initial_option: plainOption }), hasChoices),
  multi_static_select: all(
    shape(type('multi_static_select'), {
      ...menu,
      ...choices,
      ...many,
      initial_options: list(plainOption, limits.SELECT_OPTIONS, 1),
    }),
    hasChoices,
  ),
  external_select: shape(type('external_select'), {
    ...menu,
    initial_option: plainOption,
    min_query_length: integer(0),
  }),
  multi_external_select: shape(type('multi_external_select'), {
    ...menu,
    ...many,
    initial_options: list(plainOption, limits.SELECT_OPTIONS, 1),
    min_query_length: integer(0),
  }),
  users_select: shape(type('users_select'), { ...menu, initial_user: string(255, 1) }),
  multi_users_select: shape(type('multi_users_select'), {
    ...menu,
    ...many,
    initial_users: list(string(255, 1), limits.SELECT_OPTIONS),
  }),
  channels_select: shape(type('channels_select'), {
    ...menu,
    initial_channel: string(255, 1),
    response_url_enabled: boolean,
  }),
  multi_channels_select: shape(type('multi_channels_select'), {
    ...menu,
    ...many,
    initial_channels: list(string(255, 1), limits.SELECT_OPTIONS),
  }),
  conversations_select: shape(type('conversations_select'), {
    ...menu,
    initial_conversation: string(255, 1),
    default_to_current_conversation: boolean,
    response_url_enabled: boolean,
    filter: conversationFilter,
  }),
  multi_conversations_select: shape(type('multi_conversations_select'), {
    ...menu,
    ...many,
    initial_conversations: list(string(255, 1), limits.SELECT_OPTIONS),
    default_to_current_conversation: boolean,
    filter: conversationFilter,
  }),
  plain_text_input: shape(type('plain_text_input'), {
    ...typedIn,
    initial_value: string(limits.INPUT_TEXT),
    multiline: boolean,
    min_length: integer(0, limits.INPUT_TEXT),
    max_length: integer(1, limits.INPUT_TEXT),
  }),
  email_text_input: shape(type('email_text_input'), { ...typedIn, initial_value: string(limits.INPUT_TEXT) }),
  url_text_input: shape(type('url_text_input'), { ...typedIn, initial_value: string(limits.INPUT_TEXT) }),
  number_input: shape(
    { ...type('number_input'), is_decimal_allowed: boolean },
    { ...typedIn, initial_value: string(255), min_value: string(255), max_value: string(255) },
  ),
  rich_text_input: shape(type('rich_text_input'), {
    ...typedIn,
    initial_value: anything,
    min_lines: integer(1),
    max_lines: integer(1),
  }),
  image: shape(
    { ...type('image'), alt_text: string(limits.IMAGE_ALT_TEXT, 1) },
    { image_url: webAddress, slack_file: anything },
  ),
} satisfies Record<string, Check>;

function isZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}
