import { anyText, elements, plainText } from './elements.ts';
import * as limits from './limits.ts';
import { all, anything, boolean, type Check, isObject, list, oneOf, shape, string, typed } from './shape.ts';
import type { Json } from './types.ts';

const SELECTS = ['static', 'external', 'users', 'channels', 'conversations'].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);
const PICKERS = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker', 'datetimepicker', ...SELECTS];
const IN_ACTIONS = ['button', 'overflow', 'rich_text_input', ...PICKERS.filter((name) => name !== 'file_input')];
const IN_SECTION = ['button', 'overflow', 'image', ...PICKERS];
const TYPED_IN = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input', 'rich_text_input'];
const IN_INPUT = [...TYPED_IN, ...PICKERS];

const id = { block_id: string(limits.BLOCK_ID) };
const type = (name: string) => ({ type: oneOf(name) });

// Rich text is checked loosely: what matters is that its parts are the known ones.
const richTextPart = (value: unknown, at: string, report: (problem: string, at: string) => void) => {
  const known = ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'];
  if (!isObject(value)) report('must provide an object', at);
  else if (!known.includes(String(value.type))) report(`unsupported type: ${String(value.type)}`, `${at}/type`);
  else if (!Array.isArray(value.elements)) report('missing required field: elements', at);
};
const richText = shape({ ...type('rich_text'), elements: list(richTextPart, 1000) }, id);

const tableCell = typed({
  raw_text: shape({ ...type('raw_text'), text: string(limits.SECTION_TEXT) }),
  raw_number: shape({ ...type('raw_number'), value: anything, text: string(limits.SECTION_TEXT) }),
  rich_text: richText,
});

const saysSomething: Check = (value, at, report) => {
  if (isObject(value) && !value.text && !value.fields) report('missing required field: text', at);
};

/** https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
const slackFile = shape({}, { id: string(limits.BLOCK_ID, 1), url: string(limits.URL_LENGTH, 1) });

/** https://docs.slack.dev/reference/block-kit/blocks */
const blocks = {
  actions: shape(
    { ...type('actions'), elements: list(typed(elements, IN_ACTIONS), limits.ELEMENTS_PER_ACTIONS, 1) },
    id,
  ),
  context: shape(
    {
      ...type('context'),
      elements: list(
        (value, at, report) =>
          isObject(value) && value.type === 'image'
            ? elements.image(value, at, report)
            : anyText(limits.SECTION_FIELD_TEXT)(value, at, report),
        limits.ELEMENTS_PER_CONTEXT,
        1,
      ),
    },
    id,
  ),
  divider: shape(type('divider'), id),
  header: shape({ ...type('header'), text: plainText(limits.HEADER_TEXT) }, id),
  image: shape(
    { ...type('image'), alt_text: string(limits.IMAGE_ALT_TEXT, 1) },
    { ...id, image_url: string(limits.URL_LENGTH, 1), slack_file: slackFile, title: plainText(limits.LABEL_TEXT) },
  ),
  input: shape(
    { ...type('input'), label: plainText(limits.LABEL_TEXT), element: typed(elements, IN_INPUT) },
    { ...id, hint: plainText(limits.LABEL_TEXT), optional: boolean, dispatch_action: boolean },
  ),
  markdown: shape({ ...type('markdown'), text: string(limits.MARKDOWN_TEXT, 1) }, id),
  rich_text: richText,
  section: all(
    shape(type('section'), {
      ...id,
      text: anyText(limits.SECTION_TEXT),
      fields: list(anyText(limits.SECTION_FIELD_TEXT), limits.SECTION_FIELDS, 1),
      accessory: typed(elements, IN_SECTION),
      expand: boolean,
    }),
    saysSomething,
  ),
  table: shape(
    { ...type('table'), rows: list(list(tableCell, limits.TABLE_CELLS, 1), limits.TABLE_ROWS, 1) },
    { ...id, column_settings: anything },
  ),
} satisfies Record<string, Check>;

const MESSAGE_ONLY = ['markdown', 'table'];
const known = {
  message: Object.keys(blocks),
  view: Object.keys(blocks).filter((name) => !MESSAGE_ONLY.includes(name)),
};

/** What Slack would say is wrong with these blocks; empty when nothing is. */
export function blockProblems(value: unknown, surface: 'message' | 'view', at = '/blocks'): string[] {
  const problems: string[] = [];
  const report = (problem: string, pointer: string) => problems.push(`${problem} [json-pointer:${pointer}]`);
  const most = surface === 'message' ? limits.BLOCKS_PER_MESSAGE : limits.BLOCKS_PER_VIEW;
  list(typed(blocks, known[surface]), most)(value, at, report);
  if (Array.isArray(value)) idsAreUnique(value.filter(isObject), at, report);
  return problems;
}

function idsAreUnique(value: readonly Json[], at: string, report: (problem: string, at: string) => void) {
  const blockIds = new Set<unknown>();
  let focused = 0;
  value.forEach((block, index) => {
    if (block.block_id && blockIds.has(block.block_id)) {
      report(`\`block_id\` "${String(block.block_id)}" already exists`, `${at}/${index}/block_id`);
    }
    blockIds.add(block.block_id);
    const actionIds = new Set<unknown>();
    for (const { element, path } of elementsOf(block)) {
      if (element.action_id && actionIds.has(element.action_id)) {
        const message = `\`action_id\` "${String(element.action_id)}" already exists for \`block_id\``;
        report(`${message} "${String(block.block_id)}"`, `${at}/${index}${path}/action_id`);
      }
      actionIds.add(element.action_id);
      if (element.focus_on_load === true && ++focused > 1) {
        report('only one element can have focus_on_load', `${at}/${index}${path}`);
      }
    }
  });
}

/** The elements of a block that people can use, and where they are in it. */
export function elementsOf(block: Json): { element: Json; path: string }[] {
  if (isObject(block.element)) return [{ element: block.element, path: '/element' }];
  if (isObject(block.accessory)) return [{ element: block.accessory, path: '/accessory' }];
  if (block.type !== 'actions' || !Array.isArray(block.elements)) return [];
  return block.elements.filter(isObject).map((element, index) => ({ element, path: `/elements/${index}` }));
}

/** All text in the blocks, for the undocumented limit on their sum. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isObject(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  return own + Object.values(value).reduce<number>((sum, item) => sum + textLength(item), 0);
}

/** Gives every block and element the id that Slack makes up when the app leaves it out. */
export function withIds(value: readonly Json[], newId: () => string): Json[] {
  const named = (element: unknown) =>
    isObject(element) && element.type !== 'image' && !('text' in element && element.type === 'mrkdwn')
      ? { ...element, action_id: element.action_id ?? newId() }
      : element;
  return value.map((block) => ({
    ...block,
    block_id: block.block_id || newId(),
    ...(block.element !== undefined && { element: named(block.element) }),
    ...(block.accessory !== undefined && { accessory: named(block.accessory) }),
    ...(block.type === 'actions' && Array.isArray(block.elements) && { elements: block.elements.map(named) }),
  }));
}

/** The files whose pictures the blocks want to show that are not there. */
export function missingPictures(blocks: readonly unknown[], pictures: ReadonlySet<string>, at: string): string[] {
  return blocks.flatMap((block, index) => {
    const file = isObject(block) && block.type === 'image' ? block.slack_file : undefined;
    const isThere = !isObject(file) || pictures.has(String(file.id));
    return isThere ? [] : [`invalid slack file [json-pointer:${at}/${index}/slack_file]`];
  });
}
