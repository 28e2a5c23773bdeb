/** What Discord takes. Longer text is cut with `…`; what does not fit into a message is counted in a line at its end. */

// https://docs.discord.com/developers/components/reference
export const COMPONENTS_PER_MESSAGE = 40; // every component counts, those inside others too
export const TEXT_PER_MESSAGE = 4000; // all text displays of a message together
export const BUTTONS_PER_ROW = 5;
export const BUTTON_LABEL = 80;
export const BUTTON_URL = 512;
export const CUSTOM_ID = 100;
export const SELECT_OPTIONS = 25;
export const OPTION_TEXT = 100; // label, value and description each
export const SELECT_PLACEHOLDER = 150;
export const MEDIA_DESCRIPTION = 1024;

// https://docs.discord.com/developers/resources/message#create-message
export const FILES_PER_MESSAGE = 10;
export const NONCE = 25;

// https://docs.discord.com/developers/components/reference#label, #text-input, #radio-group, #checkbox-group
export const MODAL_TITLE = 45;
export const MODAL_FIELDS = 5;
export const FIELD_LABEL = 45;
export const FIELD_DESCRIPTION = 100;
export const TEXT_INPUT = 4000;
export const TEXT_INPUT_PLACEHOLDER = 100;
export const RADIO_OPTIONS = 10; // and at least two
export const CHECKBOX_OPTIONS = 10;

// https://docs.discord.com/developers/interactions/application-commands
export const COMMANDS = 100;
export const COMMAND_OPTIONS = 25;
export const COMMAND_DESCRIPTION = 100;
export const COMMAND_CHARACTERS = 8000;
export const CHOICES = 25;
export const CHOICE_TEXT = 100;
export const OPTION_LENGTH = 6000;
export const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u; // and lower case
