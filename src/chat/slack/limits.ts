/** What Slack takes. Longer text is cut with `…`; what does not fit into a message is counted in a line at its end. */

// https://docs.slack.dev/reference/block-kit/blocks
export const BLOCKS_PER_MESSAGE = 50;
export const BLOCKS_PER_VIEW = 100;
export const ELEMENTS_PER_ACTIONS = 25;
export const HEADER_TEXT = 150;
export const LABEL_TEXT = 2000; // of an input, and its hint
export const CONTEXT_TEXT = 2000;
/** Slack names no limit for rich text; this is a section's. */
export const RICH_TEXT = 3000;
/** All text in a message's blocks together. Not documented: Slack answers `msg_blocks_too_long` above some 13,200. */
export const BLOCKS_TEXT = 12_000; // https://github.com/slackapi/bolt-js/issues/2509

// https://docs.slack.dev/reference/block-kit/block-elements
export const ACTION_ID = 255;
export const BUTTON_TEXT = 75;
export const BUTTON_VALUE = 2000;
export const BUTTON_URL = 3000;
export const ACCESSIBILITY_LABEL = 75;
export const PLACEHOLDER = 150;
export const INPUT_TEXT = 3000;
export const SELECT_OPTIONS = 100; // and as many groups of as many
export const RADIO_OPTIONS = 10;
export const CHECKBOX_OPTIONS = 10;
export const OVERFLOW_OPTIONS = 5;

// https://docs.slack.dev/reference/block-kit/composition-objects
export const OPTION_TEXT = 75; // text and description each
export const OPTION_VALUE = 75; // the SDK's types; some pages say 150

// https://docs.slack.dev/reference/block-kit/blocks/image-block
export const PICTURE_ALT = 2000;

// https://docs.slack.dev/reference/views
export const VIEW_TITLE = 24;
export const VIEW_BUTTON = 24;
export const PRIVATE_METADATA = 3000;
/** All text in a view together: Slack takes 250 kB of JSON. */
export const VIEW_TEXT = 40_000;

// https://docs.slack.dev/reference/methods/chat.update
export const MESSAGE_TEXT = 4000;

/** "1 message per second per channel, short bursts": https://docs.slack.dev/apis/web-api/rate-limits. A little slower, for what is under way. */
export const MESSAGES_PER_CHANNEL = { everySeconds: 1.1, atOnce: 3 } as const;
