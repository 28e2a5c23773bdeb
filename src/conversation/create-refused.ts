import { z } from 'zod';
import type { Actor } from '../core/people/person.ts';
import { Refusal } from '../core/refusal.ts';
import type { Doors } from './doors.ts';
import type { Instead, RawInput, Reply } from './handler.ts';
import { wordsFor } from './languages/index.ts';
import type { Action, Message, Text } from './message.ts';

interface Options<Deps> {
  readonly doors: Pick<Doors<Deps>, 'offered'>;
  readonly depsFor: (by: Actor) => Deps;
  readonly keep: (by: Actor, handler: string, input: RawInput) => Promise<string>;
  readonly kept: (by: Actor, id: string) => Promise<RawInput>;
  /** The buttons that a refusal names. */
  readonly wayOut?: (by: Actor, refusal: Refusal) => readonly Action[];
}

/** What is offered to whoever is refused: nothing that was typed is lost. */
export function createRefused<Deps>({ doors, depsFor, keep, kept, wayOut = () => [] }: Options<Deps>) {
  /** The input with what was kept for it beneath: what is given now counts. */
  async function whole(by: Actor, input: RawInput): Promise<RawInput> {
    const { draft } = input;
    return draft === undefined || draft === '' ? input : { ...(await kept(by, draft)), ...input };
  }

  /** As much of it as there still is: whoever is refused for another reason need not hear of a draft that is gone. */
  async function known(by: Actor, input: RawInput): Promise<RawInput> {
    try {
      return await whole(by, input);
    } catch (error) {
      if (error instanceof Refusal) return input;
      throw error;
    }
  }

  /** The sentence, with what can be had instead, or with a way back to what was typed. */
  async function refused(
    by: Actor,
    handler: string,
    input: RawInput,
    text: Text,
    refusal: Refusal | undefined,
  ): Promise<Instead> {
    const all = await known(by, input);
    // Whoever is shut out can have nothing instead.
    const offering = refusal?.code === 'banned' ? undefined : doors.offered(by, handler)?.instead;
    const instead = refusal && (await offering?.(by, all, refusal, text, depsFor(by)));
    if (instead) return instead;
    const edit = await editing(by, handler, all, refusal);
    return { reply: privately({ text, ...edit, ...beside(by, refusal, edit) }), short: text };
  }

  /** The buttons that a refusal names, after those that are there. */
  function beside(by: Actor, refusal: Refusal | undefined, { actions = [] }: Pick<Message, 'actions'> = {}) {
    const ways = refusal ? wayOut(by, refusal) : [];
    return ways.length === 0 ? {} : { actions: [...actions, ...ways] };
  }

  /** A button that opens the dialog as it was filled in, so that nothing that was typed is lost; none where it opens no more. */
  async function editing(
    by: Actor,
    handler: string,
    input: RawInput,
    refusal?: Refusal,
  ): Promise<Pick<Message, 'actions'>> {
    const target = doors.offered(by, handler)?.formOf ?? handler;
    const { draft: _, ...filled } = input;
    const hasForm = doors.offered(by, target)?.form !== undefined && Object.keys(filled).length > 0;
    if (!hasForm || (refusal?.code !== 'too-quick' && !(await opens(by, target, filled)))) return {};
    const draft = await keep(by, target, filled);
    return { actions: [openButton(wordsFor(by.account.locale).chat.edit, target, draft)] };
  }

  async function opens(by: Actor, handler: string, input: RawInput): Promise<boolean> {
    try {
      const form = await doors.offered(by, handler)?.form?.(by, { ...input, draft: 'kept' }, depsFor(by), 'all');
      return form !== undefined;
    } catch (error) {
      // What cannot even be read fills in no dialog.
      if (error instanceof Refusal || error instanceof z.ZodError) return false;
      throw error;
    }
  }

  async function openLater(by: Actor, handler: string, input: RawInput): Promise<Message> {
    const words = wordsFor(by.account.locale);
    return {
      text: words.reception.tookTooLong,
      actions: [openButton(words.chat.openForm, handler, await keep(by, handler, input))],
    };
  }

  return { whole, known, refused, editing, beside, openLater };
}

function openButton(label: string, handler: string, draft: string): Action {
  return { kind: 'button', label, style: 'primary', target: { handler, input: { draft } } };
}

export function privately(message: Message): Reply {
  return { kind: 'private', message };
}
