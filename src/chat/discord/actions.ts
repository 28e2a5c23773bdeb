import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Action, Deed, Option, Target, Text } from '../../conversation/message.ts';
import { link } from '../../conversation/say.ts';
import { cut } from '../../core/cut.ts';
import { label } from '../label.ts';
import { DEEDS, withFittingMenus } from '../menu-of-deeds.ts';
import { directId, keptId, type Mode, twin, UNUSABLE } from './ids.ts';
import {
  BUTTON_LABEL,
  BUTTON_URL,
  BUTTONS_PER_ROW,
  OPTION_TEXT,
  SELECT_OPTIONS,
  SELECT_PLACEHOLDER,
} from './limits.ts';
import { webAddress } from './markdown.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Gives every button and menu of one message its custom id, all of them different. */
export interface Ids {
  of(target: Target): { readonly custom_id: string; readonly disabled?: true };
  /** False for a target that no id can carry. */
  fits(target: Target): boolean;
}

/**
 * `kept`: under which keys the input of targets is kept that are too long for an id. Where that is missing, the button
 * is there to be seen, and disabled.
 */
export function createIds(kept: ReadonlyMap<Target, string>, mode: Mode): Ids {
  const seen = new Map<string, number>();
  const idOf = (target: Target) => {
    const key = kept.get(target);
    return key === undefined ? directId(mode, target.handler, target.input) : keptId(mode, target.handler, key);
  };
  return {
    of: (target) => {
      const id = idOf(target);
      const twins = seen.get(id ?? '') ?? 0;
      seen.set(id ?? '', twins + 1);
      return id === undefined ? { custom_id: `${UNUSABLE}${twins}`, disabled: true } : { custom_id: twin(id, twins) };
    },
    fits: (target) => idOf(target) !== undefined,
  };
}

/** The targets of an action: what a press can lead to. */
export function targetsOf(action: Action): readonly Target[] {
  if (action.kind === 'link') return [];
  return action.kind === 'more' ? action.options.map(({ target }) => target) : [action.target];
}

/** True when the input does not fit into an id. */
export function isTooLong({ handler, input }: Target): boolean {
  return directId('press', handler, input) === undefined;
}

/** Buttons five in a row, each menu in rows of its own, and the links that no button can take, as text. */
export function actionRows(actions: readonly Action[], ids: Ids): { rows: readonly Row[]; links: readonly Text[] } {
  const rows: Row[] = [];
  const links: Text[] = [];
  for (const action of withFittingMenus(actions, SELECT_OPTIONS, ids.fits)) {
    if (action.kind === 'choice' || action.kind === 'more') {
      const several = action.kind === 'choice' ? menus(action, ids) : [menuOfDeeds(action, ids)];
      rows.push(...several.map((menu) => row([menu])));
      continue;
    }
    const next = button(action, ids);
    if (!next) {
      if (action.kind === 'link') links.push([link(action.label, action.url)]);
      continue;
    }
    const last = rows.at(-1);
    const isOpen = last?.components[0]?.type === ComponentType.Button && last.components.length < BUTTONS_PER_ROW;
    if (last && isOpen) last.components.push(next);
    else rows.push(row([next]));
  }
  return { rows, links };
}

const STYLES = {
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
  plain: ButtonStyle.Secondary,
} as const;

/** Undefined for a link that is too long or not one of the web. */
function button(action: Extract<Action, { style: unknown }>, ids: Ids): APIButtonComponent | undefined {
  const shown = { type: ComponentType.Button, label: label(action.label, BUTTON_LABEL) } as const;
  if (action.kind === 'link') {
    const url = webAddress(action.url);
    return url && url.length <= BUTTON_URL ? { ...shown, style: ButtonStyle.Link, url } : undefined;
  }
  return { ...shown, style: STYLES[action.style], ...ids.of(action.target) };
}

/** More options than a menu takes make several menus, so that none is lost. */
function menus(action: Extract<Action, { kind: 'choice' }>, ids: Ids): readonly APIStringSelectComponent[] {
  const options = selectOptions(action.options, action.selected);
  const count = Math.ceil(options.length / SELECT_OPTIONS);
  return Array.from({ length: count }, (_, index) => {
    const some = options.slice(index * SELECT_OPTIONS, (index + 1) * SELECT_OPTIONS);
    const part = count === 1 ? '' : ` (${index + 1}/${count})`;
    return {
      type: ComponentType.StringSelect,
      ...ids.of(action.target),
      placeholder: label(action.label, SELECT_PLACEHOLDER - part.length) + part,
      options: some,
    };
  });
}

/**
 * Its options carry the ids of buttons. What is chosen twice in a row the desktop client sends only once, unless the
 * message has changed in between: https://github.com/discord/discord-api-docs/issues/4801
 */
function menuOfDeeds(action: Extract<Action, { kind: 'more' }>, ids: Ids): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    ...ids.of({ handler: DEEDS, input: {} }),
    placeholder: label(action.label, SELECT_PLACEHOLDER),
    options: action.options.map((deed) => ({ ...optionText(deed), value: ids.of(deed.target).custom_id })),
  };
}

/** Discord takes no empty value. */
const NO_VALUE = '∅';

/** The options of a menu or of a choice in a dialog. One with a value that Discord cannot carry, or a second time, is left out. */
export function selectOptions(
  options: readonly Option[],
  ...selected: readonly (string | undefined)[]
): APISelectMenuOption[] {
  const byValue = new Map<string, APISelectMenuOption>();
  for (const option of options) {
    const value = option.value.trim() === '' ? NO_VALUE : option.value;
    if (value.length > OPTION_TEXT || byValue.has(value)) continue;
    byValue.set(value, {
      value,
      ...optionText(option),
      ...(selected.includes(option.value) ? { default: true } : {}),
    });
  }
  return [...byValue.values()];
}

function optionText(option: Pick<Deed, 'label' | 'description'>): Omit<APISelectMenuOption, 'value'> {
  const description = cut(option.description?.trim() ?? '', OPTION_TEXT);
  return { label: label(option.label, OPTION_TEXT), ...(description === '' ? {} : { description }) };
}

/** The value that an option had before `selectOptions`. */
export function chosenValue(value: string): string {
  return value === NO_VALUE ? '' : value;
}

function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}
