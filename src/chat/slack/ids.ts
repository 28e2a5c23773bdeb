import type { RawInput } from '../../conversation/handler.ts';
import { ACTION_ID, BUTTON_VALUE, OPTION_VALUE } from './limits.ts';

/** The action id of buttons that open an address: Slack reports their presses too. */
export const LINK = '-';

/** Stands for a handler without a name, which there is not: Slack takes no empty id. */
const NOBODY = '_';

/** The `#123` that tells twins in one message apart. */
const TWIN = 4;
const ACTION_MOST = ACTION_ID - TWIN;

/** A button: `confirm`; its value carries the input. */
export function buttonId(handler: string): string {
  return encode(handler).slice(0, ACTION_MOST) || NOBODY;
}

/** `session=7Kx&version=2` */
export function buttonValue(input: RawInput): string {
  return query(input, BUTTON_VALUE);
}

/** False when a button would have to leave something out. */
export function fitsButton(input: RawInput): boolean {
  return new URLSearchParams(Object.entries(input)).toString().length <= BUTTON_VALUE;
}

/** The same of a menu. */
export function fitsMenu({ handler, input }: { readonly handler: string; readonly input: RawInput }): boolean {
  const carried = new URLSearchParams(Object.entries(input)).toString();
  return buttonId(handler).length + 1 + carried.length <= ACTION_MOST;
}

/** A menu has no value of its own: `choose-platform?session=7Kx&version=2`. */
export function menuId(handler: string, input: RawInput): string {
  const name = buttonId(handler);
  const carried = query(input, ACTION_MOST - name.length - 1);
  return carried === '' ? name : `${name}?${carried}`;
}

/** An option of a menu of deeds: `new-link?session=7Kx`, with the whole input; undefined where that is too long. */
export function deedId(handler: string, input: RawInput): string | undefined {
  const carried = new URLSearchParams(Object.entries(input)).toString();
  const id = carried === '' ? encode(handler) : `${encode(handler)}?${carried}`;
  return handler !== '' && id.length <= OPTION_VALUE - TWIN ? id : undefined;
}

/** Tells the second and later twins of a block apart. */
export function twin(id: string, index: number): string {
  return index === 0 ? id : `${id}#${index}`;
}

/** Reads what `buttonId`, `menuId` and `deedId` wrote; undefined for an id that we did not write. */
export function readId(actionId: string): { handler: string; input: RawInput } | undefined {
  const [, name = '', carried = ''] = /^([^?#]+)(?:\?([^#]*))?(?:#\d+)?$/.exec(actionId) ?? [];
  const handler = decode(name);
  return handler ? { handler, input: readQuery(carried) } : undefined;
}

export function readQuery(carried: string): RawInput {
  return Object.fromEntries(new URLSearchParams(carried));
}

/** Input that does not fit is left out, the longest first: the dialog asks for it, or the handler refuses. */
function query(input: RawInput, most: number): string {
  const fitting = new URLSearchParams(Object.entries(input));
  for (const [key] of Object.entries(input).sort(([, a], [, b]) => b.length - a.length)) {
    if (fitting.toString().length <= most) break;
    fitting.delete(key.toWellFormed());
  }
  return fitting.toString();
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
