import type { FormField } from '../../conversation/form.ts';
import type { Reply } from '../../conversation/handler.ts';
import type { Option, Target, Text } from '../../conversation/message.ts';
import { findZones, isZone } from '../../conversation/when/zones.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reader } from './reader.ts';

/** The zones that a typed place can mean, as options. */
export function zoneOptions(typed: string, reader: Reader): readonly Option[] {
  return findZones(typed, reader.language).map((match) => ({ value: match.zone, label: match.label }));
}

/**
 * The one zone that was meant, or the several to choose from.
 * @throws Refusal `unknown-zone`
 */
export function zoneMeant(typed: string, reader: Reader): string | readonly Option[] {
  if (isZone(typed)) return typed;
  const found = findZones(typed, reader.language);
  const exact = found.filter((match) => match.exact);
  const [first, ...others] = exact.length > 0 ? exact : found;
  if (!first) throw new Refusal('unknown-zone', { typed }, 'zone');
  return others.length === 0
    ? first.zone
    : [first, ...others].map((match) => ({ value: match.zone, label: match.label }));
}

/** Whether anything at all fits what was typed. */
export function isPlaceKnown(typed: string, reader: Reader): boolean {
  return isZone(typed) || findZones(typed, reader.language).length > 0;
}

/** Several places fit: which one? The answer goes to `target`. */
export function whichZone(
  { words }: Reader,
  options: readonly Option[],
  text: Text = words.timezone.which,
  target: Target = { handler: 'choose-zone', input: {} },
): Reply {
  const choice = { kind: 'choice', label: words.book.chooseZone, target, options } as const;
  return { kind: 'private', message: { text, actions: [choice] } };
}

/** The question where somebody is, for dialogs. */
export function zoneField(label: string, placeholder: string, value: string | undefined): FormField {
  return {
    kind: 'text',
    name: 'zone',
    label,
    placeholder,
    isLong: false,
    isOptional: false,
    most: 100,
    ...(value === undefined ? {} : { value }),
  };
}
