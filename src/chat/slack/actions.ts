import type { types } from '@slack/bolt';
import type { Action, Deed, Option, Text } from '../../conversation/message.ts';
import { link } from '../../conversation/say.ts';
import { cut } from '../../core/cut.ts';
import { label } from '../label.ts';
import { DEEDS, withFittingMenus } from '../menu-of-deeds.ts';
import { buttonId, buttonValue, deedId, LINK, menuId, twin } from './ids.ts';
import {
  ACCESSIBILITY_LABEL,
  BUTTON_TEXT,
  ELEMENTS_PER_ACTIONS,
  OPTION_TEXT,
  OPTION_VALUE,
  OVERFLOW_OPTIONS,
  PLACEHOLDER,
  SELECT_OPTIONS,
} from './limits.ts';
import { webAddress } from './rich-text.ts';

/** Gives every element of one message an action id, all of them different. */
export type Unique = (id: string) => string;

export function createUnique(): Unique {
  const seen = new Map<string, number>();
  return (id) => {
    const twins = seen.get(id) ?? 0;
    seen.set(id, twins + 1);
    return twin(id, twins);
  };
}

/** How the actions of one part of a message are told from those of another. */
export interface Around {
  readonly unique: Unique;
  /** Labels that stand more than once in the message. */
  readonly repeated: ReadonlySet<string>;
  /** What this part is about, for screen readers where a label is repeated. */
  readonly about: string;
}

/**
 * Buttons and menus, at most 25 in a block, and the links that no button can take, as text. Menus of deeds are Slack's
 * “…”, which ends a row of buttons.
 */
export function actionBlocks(
  actions: readonly Action[],
  around: Around,
): { blocks: types.ActionsBlock[]; links: readonly Text[] } {
  const elements: types.ActionsBlockElement[] = [];
  const links: Text[] = [];
  const fitting = withFittingMenus(
    actions,
    OVERFLOW_OPTIONS,
    ({ handler, input }) => deedId(handler, input) !== undefined,
  );
  for (const action of fitting.toSorted((a, b) => Number(a.kind === 'more') - Number(b.kind === 'more'))) {
    const element = elementOf(action, around);
    if (element) elements.push(element);
    else if (action.kind === 'link') links.push([link(action.label, action.url)]);
  }
  const count = Math.ceil(elements.length / ELEMENTS_PER_ACTIONS);
  const blocks = Array.from({ length: count }, (_, index): types.ActionsBlock => {
    const start = index * ELEMENTS_PER_ACTIONS;
    return { type: 'actions', elements: elements.slice(start, start + ELEMENTS_PER_ACTIONS) };
  });
  return { blocks, links };
}

/** Undefined for a link that Slack would refuse, and for a menu without options. */
function elementOf(action: Action, around: Around): types.ActionsBlockElement | undefined {
  switch (action.kind) {
    case 'button': {
      const value = buttonValue(action.target.input);
      return {
        ...shown(action, around),
        action_id: around.unique(buttonId(action.target.handler)),
        ...(value !== '' && { value }),
      };
    }
    case 'link': {
      const url = webAddress(action.url);
      return url === undefined ? undefined : { ...shown(action, around), action_id: around.unique(LINK), url };
    }
    case 'choice': {
      const options = choices(action.options);
      const selected = options.find(({ value }) => value === slackValue(action.selected ?? NOTHING_CHOSEN));
      return options.length === 0
        ? undefined
        : {
            type: 'static_select',
            action_id: around.unique(menuId(action.target.handler, action.target.input)),
            placeholder: plainText(action.label, PLACEHOLDER),
            ...menuOf(options),
            ...(selected && { initial_option: selected }),
          };
    }
    case 'more':
      return {
        type: 'overflow',
        action_id: around.unique(buttonId(DEEDS)),
        options: action.options.map((deed) => deedOption(deed, around.unique)),
      };
  }
}

function deedOption(deed: Deed, unique: Unique): types.PlainTextOption {
  const { handler, input } = deed.target;
  return { ...optionText(deed), value: unique(deedId(handler, input) ?? '') };
}

type Pressed = Extract<Action, { style: unknown }>;

function shown(action: Pressed, { repeated, about }: Around): types.Button {
  const isTwin = about !== '' && repeated.has(action.label);
  return {
    type: 'button',
    text: plainText(action.label, BUTTON_TEXT),
    ...(action.style !== 'plain' && { style: action.style }),
    ...(isTwin && { accessibility_label: label(`${action.label}: ${about}`, ACCESSIBILITY_LABEL) }),
  };
}

/** Slack takes no empty value. */
const NO_VALUE = '∅';
const NOTHING_CHOSEN = '\0';

/** Options as Slack takes them. One with a value that Slack cannot carry, or a second time, is left out. */
export function choices(options: readonly Option[]): types.PlainTextOption[] {
  const byValue = new Map<string, types.PlainTextOption>();
  for (const option of options) {
    const value = slackValue(option.value);
    if (value.length > OPTION_VALUE || byValue.has(value)) continue;
    byValue.set(value, { ...optionText(option), value });
  }
  return [...byValue.values()];
}

function optionText(option: Pick<Deed, 'label' | 'description'>): Omit<types.PlainTextOption, 'value'> {
  const description = cut(option.description?.trim() ?? '', OPTION_TEXT);
  return {
    text: plainText(option.label, OPTION_TEXT),
    ...(description !== '' && { description: { type: 'plain_text', text: description } }),
  };
}

/** A menu of up to 100 options; more come in groups that name their first and last, so that none is lost. */
export function menuOf(
  options: types.PlainTextOption[],
):
  | { options: types.PlainTextOption[] }
  | { option_groups: { label: types.PlainTextElement; options: types.PlainTextOption[] }[] } {
  if (options.length <= SELECT_OPTIONS) return { options };
  const groups = Math.min(Math.ceil(options.length / SELECT_OPTIONS), SELECT_OPTIONS);
  return {
    option_groups: Array.from({ length: groups }, (_, index) => {
      const some = options.slice(index * SELECT_OPTIONS, (index + 1) * SELECT_OPTIONS);
      const ends = [some[0], some.at(-1)].map((one) => cut(one?.text.text ?? '', OPTION_TEXT / 2 - 2));
      return { label: plainText(ends.join(' – '), OPTION_TEXT), options: some };
    }),
  };
}

export function slackValue(value: string): string {
  return value === '' ? NO_VALUE : value;
}

/** The value that an option had before `choices`. */
export function chosenValue(value: string): string {
  return value === NO_VALUE ? '' : value;
}

/** Slack shows `plain_text` as it is, whatever it contains. */
export function plainText(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: label(text, most) };
}
