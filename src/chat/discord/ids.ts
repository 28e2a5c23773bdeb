import { z } from 'zod';
import type { RawInput } from '../../conversation/handler.ts';
import { CUSTOM_ID } from './limits.ts';

/**
 * How a press is meant. `press`: act. `answer`: act, and the message with the button is a question of ours that is
 * settled by it, so that the outcome takes its place.
 */
export type Mode = 'press' | 'answer';

/** What a custom id says: which handler, and its input or the short id under which the input is kept. */
export type Id = { readonly mode: Mode; readonly handler: string } & (
  | { readonly kind: 'direct'; readonly input: RawInput }
  | { readonly kind: 'kept'; readonly key: string }
);

/** The id of what cannot be pressed. */
export const UNUSABLE = '!';

const MARKS = { press: '', answer: '=' } as const satisfies Record<Mode, string>;
/** Without the mark in front and the `#12` that tells twins in one message apart. */
const MOST = CUSTOM_ID - 1 - 3;

/** `confirm?session=7Kx&version=2`, or undefined when that is too long: then the input has to be kept. */
export function directId(mode: Mode, handler: string, input: RawInput): string | undefined {
  const query = new URLSearchParams(Object.entries(input)).toString();
  return fitting(mode, query === '' ? encode(handler) : `${encode(handler)}?${query}`);
}

/** `book@7Kx`: the input is kept under this key. */
export function keptId(mode: Mode, handler: string, key: string): string | undefined {
  return fitting(mode, `${encode(handler)}@${encode(key)}`);
}

/** Tells the second and later twins of a message apart. */
export function twin(id: string, index: number): string {
  return index === 0 ? id : `${id}#${index}`;
}

/** https://docs.discord.com/developers/components/reference#anatomy-of-a-component-custom-id: whatever an app put there. */
const CustomId = z
  .string()
  .max(CUSTOM_ID)
  .regex(/^=?[^?=@#&!]+([?@][^#]*)?(#\d{1,2})?$/);

/** Reads a custom id; undefined for one that we did not write. */
export function readId(customId: string): Id | undefined {
  const parsed = CustomId.safeParse(customId);
  if (!parsed.success) return undefined;
  const [, mark = '', name = '', sign, rest = ''] =
    /^(=?)([^?@#]+)(?:([?@])([^#]*))?/.exec(parsed.data) ?? ([] as (string | undefined)[]);
  const mode = mark === '=' ? 'answer' : 'press';
  const handler = decode(name);
  if (handler === undefined) return undefined;
  if (sign !== '@') return { kind: 'direct', mode, handler, input: Object.fromEntries(new URLSearchParams(rest)) };
  const key = decode(rest);
  return key ? { kind: 'kept', mode, handler, key } : undefined;
}

function fitting(mode: Mode, id: string): string | undefined {
  return id !== '' && id.length <= MOST ? `${MARKS[mode]}${id}` : undefined;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('!', '%21');
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
