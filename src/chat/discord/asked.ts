import { asksHelp } from '../../conversation/asks-help.ts';
import type { Command, RawInput } from '../../conversation/handler.ts';
import { DEEDS } from '../menu-of-deeds.ts';
import { chosenValue } from './actions.ts';
import type { Acting } from './answer.ts';
import { filledIn } from './form.ts';
import { type Id, readId } from './ids.ts';

/** What a person asks for: which handler, with what an id carries, and what was typed, chosen or filled in. */
export interface Asked {
  readonly id: Id;
  readonly input: RawInput;
  readonly isCommand: boolean;
}

/** Undefined for commands that there are no more, and for ids that we did not write. */
export function readAsked(acting: Acting, commands: readonly Command[]): Asked | undefined {
  if (acting.isChatInputCommand()) {
    const { commandName: handler } = acting;
    if (!commands.some(({ name }) => name === handler)) return undefined;
    const options = acting.options.data.map(({ name, value }) => [name, String(value ?? '')] as const);
    const input = Object.fromEntries(options.filter(([, value]) => value.trim() !== ''));
    return { id: { kind: 'direct', mode: 'press', handler, input: {} }, input, isCommand: true };
  }
  const id = readId(acting.customId);
  if (!id) return undefined;
  if (acting.isModalSubmit()) return { id, input: filledIn(acting.fields.fields.values()), isCommand: false };
  if (!acting.isStringSelectMenu()) return { id, input: {}, isCommand: false };
  const [chosen = ''] = acting.values;
  if (id.handler !== DEEDS) return { id, input: { choice: chosenValue(chosen) }, isCommand: false };
  const deed = readId(chosen);
  return deed && { id: deed, input: {}, isCommand: false };
}

/** `/book subject:help`: the only thing that was typed is a call for help. */
export function isForHelp({ isCommand, input }: Asked): boolean {
  const [typed = '', ...more] = Object.values(input);
  return isCommand && more.length === 0 && asksHelp(typed);
}
