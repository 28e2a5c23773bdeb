import type { Choice } from '../parts/combobox.ts';
import { asJson, asList, type Json, textOf, type Workspace } from './workspace.ts';

/** What a person enters: `Answer` of the stand-in. */
export type Answer = string | number | readonly string[] | null;

/** An option of a menu, as a choice. */
export function choiceOf(option: Json): Choice {
  const description = textOf(option['description']);
  return { value: String(option['value']), label: textOf(option['text']), ...(description && { description }) };
}

/** The options of a menu, under the headings of their groups; '' when there are none. */
export function groupsOf(element: Json): { label: string; choices: Choice[] }[] {
  if (!element['option_groups']) return [{ label: '', choices: asList(element['options']).map(choiceOf) }];
  return asList(element['option_groups']).map((group) => ({
    label: textOf(group['label']),
    choices: asList(group['options']).map(choiceOf),
  }));
}

/** People or conversations as choices, for the menus that Slack fills itself. */
export function ownChoices(type: string, { people, conversations }: Workspace): Choice[] {
  if (type.includes('users')) return people.map(({ id, realName }) => ({ value: id, label: realName }));
  return conversations
    .filter(({ kind }) => kind !== 'im' || type.includes('conversations'))
    .map(({ id, kind, name }) => ({ value: id, label: kind === 'im' ? name : `#${name}` }));
}

/** What is chosen in an element, by what the stand-in knows of it or by what the app put there. */
export function choicesIn(element: Json, known?: Json): Choice[] {
  const options = known
    ? [known['selected_option'], ...asList(known['selected_options'])]
    : [element['initial_option'], ...asList(element['initial_options'])];
  return options.filter(Boolean).map((option) => choiceOf(asJson(option)));
}

/** What an element holds before it is touched. `known` is its value in the stand-in's view. */
export function answerIn(element: Json, known?: Json): Answer {
  const type = String(element['type']);
  const chosen = choicesIn(element, known).map(({ value }) => value);
  if (type.startsWith('multi_') && chosen.length) return chosen;
  if (type === 'checkboxes') return chosen;
  if (chosen[0] !== undefined) return chosen[0];
  const held = Object.entries(known ?? element).find(([key, value]) =>
    known ? key !== 'type' && value !== null : key.startsWith('initial_'),
  )?.[1];
  if (typeof held === 'string' || typeof held === 'number') return held;
  if (Array.isArray(held)) return held.map(String);
  return type.startsWith('multi_') ? [] : null;
}
