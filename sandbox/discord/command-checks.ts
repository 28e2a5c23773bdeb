import { type Field, lengthOf } from './form.ts';
import type { Command, CommandOption } from './state.ts';

// https://docs.discord.com/developers/interactions/application-commands
const COMMAND_NAME = 32;
const COMMAND_DESCRIPTION = 100;
const COMMAND_OPTIONS = 25;
const CHOICES = 25;
const CHOICE_TEXT = 100;
const COMMAND_TOTAL = 8000;
const OPTION_LENGTH = 6000;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;
const WITH_CHOICES: readonly number[] = [OPTION.string, OPTION.integer, OPTION.number];

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** https://docs.discord.com/developers/reference#locales */
const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

function checkName(field: Field, code: string): string {
  const name = field.text({ required: true, min: 1, max: COMMAND_NAME });
  if (name !== undefined && name !== '' && (!NAME.test(name) || name !== name.toLowerCase())) {
    field.refuse('STRING_TYPE_REGEX', 'String value did not match validation regex.');
    field.refuse(code, 'Command name is invalid');
  }
  return name ?? '';
}

function localized(field: Field, check: (one: Field) => unknown): Record<string, string> | null {
  const entries = field.entries();
  for (const [locale, one] of entries) {
    if (!LOCALES.includes(locale)) field.refuse('BASE_TYPE_CHOICES', `Value must be one of {${LOCALES.join(', ')}}.`);
    if (one.present) check(one);
  }
  const given = entries.filter(([, one]) => typeof one.value === 'string');
  return given.length > 0 ? Object.fromEntries(given.map(([locale, one]) => [locale, String(one.value)])) : null;
}

const longest = (base: string, translations: Record<string, string> | null) =>
  Math.max(lengthOf(base), ...Object.values(translations ?? {}).map(lengthOf));

/** Checks one option; returns how many characters it adds to the 8000. */
function checkOption(field: Field, allowed: readonly number[]): number {
  const type = field.at('type').oneOf(allowed, { required: true }) ?? 0;
  const name = checkName(field.at('name'), 'APPLICATION_COMMAND_INVALID_NAME');
  const names = localized(field.at('name_localizations'), (one) => checkName(one, 'APPLICATION_COMMAND_INVALID_NAME'));
  const description = field.at('description').text({ required: true, min: 1, max: COMMAND_DESCRIPTION }) ?? '';
  const descriptions = localized(field.at('description_localizations'), (one) =>
    one.text({ min: 1, max: COMMAND_DESCRIPTION }),
  );
  field.at('required').truth();
  let characters = longest(name, names) + longest(description, descriptions);

  const choices = field.at('choices').items({ max: CHOICES });
  const autocomplete = field.at('autocomplete').truth();
  if (autocomplete && choices.length > 0)
    field
      .at('autocomplete')
      .refuse('APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', 'autocomplete and choices are mutually exclusive');
  if ((autocomplete || choices.length > 0) && !WITH_CHOICES.includes(type))
    field.refuse(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Option of this type can have neither choices nor autocomplete',
    );
  const seen = new Set<string>();
  for (const choice of choices) {
    const label = choice.at('name').text({ required: true, min: 1, max: CHOICE_TEXT }) ?? '';
    const labels = localized(choice.at('name_localizations'), (one) => one.text({ min: 1, max: CHOICE_TEXT }));
    const value = choice.at('value');
    if (type === OPTION.string) value.text({ required: true, max: CHOICE_TEXT });
    else value.decimal({ required: true });
    if (seen.has(label))
      choice.refuse('APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', 'Option choice names must be unique');
    seen.add(label);
    characters += longest(label, labels) + lengthOf(String(value.value ?? ''));
  }
  field.at('min_value').decimal();
  field.at('max_value').decimal();
  field.at('min_length').whole({ min: 0, max: OPTION_LENGTH });
  field.at('max_length').whole({ min: 1, max: OPTION_LENGTH });
  const leaves = Object.values(OPTION).filter((one) => one > OPTION.group);
  if (type === OPTION.subcommand) characters += checkOptions(field.at('options'), leaves);
  if (type === OPTION.group) characters += checkOptions(field.at('options'), [OPTION.subcommand]);
  return characters;
}

function checkOptions(field: Field, allowed: readonly number[]): number {
  const options = field.items({ max: COMMAND_OPTIONS });
  let characters = 0;
  let optionalBefore = false;
  const names = new Set<string>();
  const kinds = new Set<boolean>();
  for (const option of options) {
    characters += checkOption(option, allowed);
    const { type, name, required } = (option.value ?? {}) as Partial<CommandOption>;
    const holds = type === OPTION.subcommand || type === OPTION.group;
    kinds.add(holds);
    if (required && optionalBefore)
      option.refuse(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    if (!required && !holds) optionalBefore = true;
    if (name !== undefined && names.has(name))
      option.refuse('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    if (name !== undefined) names.add(name);
  }
  if (kinds.size > 1)
    field.refuse(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  return characters;
}

/** A command as an app describes it. */
export type Described = Omit<Command, 'id' | 'version' | 'guildId'>;

/** Checks a command as an app describes it; `before`: what a PATCH leaves as it is. */
export function readCommand(body: Field, before?: Command): Described {
  const type = before?.type ?? body.at('type').oneOf([1, 2, 3]) ?? 1;
  const has = (key: string) => before === undefined || body.at(key).value !== undefined;
  const isChat = type === 1;
  const name = has('name')
    ? isChat
      ? checkName(body.at('name'), 'APPLICATION_COMMAND_INVALID_NAME')
      : (body.at('name').text({ required: true, min: 1, max: COMMAND_NAME }) ?? '')
    : (before?.name ?? '');
  const nameLocalizations = has('name_localizations')
    ? localized(body.at('name_localizations'), (one) =>
        isChat ? checkName(one, 'APPLICATION_COMMAND_INVALID_NAME') : one.text({ min: 1, max: COMMAND_NAME }),
      )
    : (before?.nameLocalizations ?? null);
  const description = has('description')
    ? (body.at('description').text(isChat ? { required: true, min: 1, max: COMMAND_DESCRIPTION } : { max: 0 }) ?? '')
    : (before?.description ?? '');
  const descriptionLocalizations = has('description_localizations')
    ? localized(body.at('description_localizations'), (one) => one.text({ min: 1, max: COMMAND_DESCRIPTION }))
    : (before?.descriptionLocalizations ?? null);
  const options = has('options') ? ((body.at('options').value ?? []) as CommandOption[]) : (before?.options ?? []);
  const characters = has('options') ? checkOptions(body.at('options'), Object.values(OPTION)) : 0;
  if (longest(name, nameLocalizations) + longest(description, descriptionLocalizations) + characters > COMMAND_TOTAL)
    body.refuse('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${COMMAND_TOTAL})`);

  const list = (key: string, allowed: readonly number[], fallback: readonly number[] | null) => {
    if (!has(key) || !body.at(key).present) return fallback;
    const items = body
      .at(key)
      .items({ min: 1, max: allowed.length })
      .map((one) => one.oneOf(allowed, { required: true }) ?? 0);
    if (new Set(items).size < items.length)
      body.at(key).refuse('SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value.');
    return items;
  };
  const permissions = body.at('default_member_permissions');
  if (permissions.present && !/^\d{1,20}$/.test(String(permissions.value)))
    permissions.refuse('NUMBER_TYPE_COERCE', `Value "${String(permissions.value)}" is not int.`);
  return {
    type,
    name,
    nameLocalizations,
    description,
    descriptionLocalizations,
    options,
    defaultMemberPermissions: has('default_member_permissions')
      ? permissions.present
        ? String(permissions.value)
        : null
      : (before?.defaultMemberPermissions ?? null),
    contexts: list('contexts', [0, 1, 2], before?.contexts ?? null),
    integrationTypes: list('integration_types', [0, 1], before?.integrationTypes ?? [0]) ?? [0],
  };
}
