// Block Kit: https://docs.slack.dev/reference/block-kit/blocks
export const BLOCKS_PER_MESSAGE = 50;
export const BLOCKS_PER_VIEW = 100;
export const ELEMENTS_PER_ACTIONS = 25;
export const ELEMENTS_PER_CONTEXT = 10;
export const SECTION_TEXT = 3000;
export const SECTION_FIELDS = 10;
export const SECTION_FIELD_TEXT = 2000;
export const HEADER_TEXT = 150;
export const MARKDOWN_TEXT = 12_000;
export const TABLE_ROWS = 100;
export const TABLE_CELLS = 20;
export const LABEL_TEXT = 2000;
export const IMAGE_ALT_TEXT = 2000;
export const BLOCK_ID = 255;

// Elements: https://docs.slack.dev/reference/block-kit/block-elements
export const ACTION_ID = 255;
export const BUTTON_TEXT = 75;
export const BUTTON_VALUE = 2000;
export const URL_LENGTH = 3000;
export const ACCESSIBILITY_LABEL = 75;
export const PLACEHOLDER_TEXT = 150;
export const INPUT_TEXT = 3000;
export const SELECT_OPTIONS = 100;
export const OPTION_GROUPS = 100;
export const RADIO_OPTIONS = 10;
export const CHECKBOX_OPTIONS = 10;
export const OVERFLOW_OPTIONS = 5;
export const MIN_QUERY_LENGTH = 3;

// Composition objects: https://docs.slack.dev/reference/block-kit/composition-objects
export const OPTION_TEXT = 75;
// The SDK's types say 75, some pages 150: the smaller one is safe with both.
export const OPTION_VALUE = 75;
export const OPTION_DESCRIPTION = 75;
export const CONFIRM_TITLE = 100;
export const CONFIRM_TEXT = 300;
export const CONFIRM_BUTTON = 30;

// Views: https://docs.slack.dev/reference/views
export const VIEW_TITLE = 24;
export const VIEW_BUTTON = 24;
export const PRIVATE_METADATA = 3000;
export const CALLBACK_ID = 255;
export const VIEWS_PER_MODAL = 3;
export const VIEW_BYTES = 250_000;

// Messages: https://docs.slack.dev/reference/methods/chat.postMessage and …/chat.update
export const MESSAGE_TEXT = 40_000;
export const UPDATED_TEXT = 4000;
// Measured by users of bolt-js, issue 2509; not documented.
export const MESSAGE_BLOCKS_CHARACTERS = 13_200;

// Interactions: https://docs.slack.dev/interactivity/handling-user-interaction
export const RESPONSE_URL_USES = 5;
export const RESPONSE_URL_MINUTES = 30;

// Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode
export const SOCKETS_PER_APP = 10;

// https://docs.slack.dev/apis/web-api/rate-limits; calls a minute
export const TIERS = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;
export type Tier = keyof typeof TIERS;
// About one a second in each channel, short bursts tolerated.
export const POSTS_PER_CHANNEL = { calls: 5, windowMs: 5000 };
// The cap for the whole workspace is not published: "several hundred a minute".
export const POSTS_PER_WORKSPACE = { calls: 300, windowMs: 60_000 };
