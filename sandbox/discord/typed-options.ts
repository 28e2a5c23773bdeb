import { OPTION } from './command-checks.ts';
import { translated } from './screen.ts';
import type { CommandOption } from './state.ts';

/** The options of a command, by name. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** Whether an option goes by this name, its own or the translated one. */
export const isNamed = (
  option: { name: string; name_localizations?: Readonly<Record<string, string>> | null },
  name: string,
  locale: string,
) => option.name === name || translated(option.name_localizations, locale) === name;

/** An option as it stands in an interaction. */
interface OptionData {
  readonly name: string;
  readonly type: number;
  readonly value: string | number | boolean;
  readonly focused?: boolean;
}

/** Checks what was typed as the Discord client does. While completing, nothing needs to be complete. */
export function optionData(
  known: readonly CommandOption[],
  given: OptionValues,
  locale: string,
  focused?: string,
): OptionData[] {
  for (const name of Object.keys(given))
    if (!known.some((option) => isNamed(option, name, locale))) throw new Error(`There is no option ${name}`);
  const filled: OptionData[] = [];
  for (const option of known) {
    const entry = Object.entries(given).find(([name]) => isNamed(option, name, locale));
    const isFocused = focused !== undefined && isNamed(option, focused, locale);
    if (!entry) {
      if (option.required && focused === undefined)
        throw new Error(`${option.name}: This option is required. Specify a value`);
      continue;
    }
    const { name, type } = option;
    if (isFocused) {
      if (!option.autocomplete) throw new Error(`${name} suggests nothing`);
      filled.push({ name, type, value: String(entry[1]), focused: true });
      continue;
    }
    filled.push({ name, type, value: checkedValue(option, entry[1], locale) });
  }
  return filled;
}

function checkedValue(
  option: CommandOption,
  value: string | number | boolean,
  locale: string,
): string | number | boolean {
  const refuse = (why: string): never => {
    throw new Error(`${option.name}: ${why}`);
  };
  if (option.choices && option.choices.length > 0) {
    const chosen = option.choices.find(
      (choice) =>
        choice.value === value || choice.name === value || translated(choice.name_localizations, locale) === value,
    );
    return chosen?.value ?? refuse('Choose one of the options');
  }
  const { type } = option;
  if (type === OPTION.boolean) return typeof value === 'boolean' ? value : refuse('Choose one of the options');
  if (type === OPTION.integer || type === OPTION.number) {
    const number = Number(value);
    if (Number.isNaN(number) || (type === OPTION.integer && !Number.isSafeInteger(number)))
      refuse('Input a valid number');
    if (
      number < (option.min_value ?? Number.NEGATIVE_INFINITY) ||
      number > (option.max_value ?? Number.POSITIVE_INFINITY)
    )
      refuse(`Input a number between ${option.min_value ?? 'any'} and ${option.max_value ?? 'any'}`);
    return number;
  }
  const text = String(value);
  if (type !== OPTION.string) return /^\d+$/.test(text) ? text : refuse('Choose one of the options');
  const length = [...text].length;
  if (option.required && text === '') refuse('This option is required. Specify a value');
  if (length < (option.min_length ?? 0) || length > (option.max_length ?? 6000))
    refuse(`Must be ${option.min_length ?? 0} to ${option.max_length ?? 6000} characters`);
  return text;
}
