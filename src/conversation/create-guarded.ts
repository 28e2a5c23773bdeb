import { z } from 'zod';
import { newFaultId } from '../core/id.ts';
import type { Log } from '../core/log.ts';
import type { Actor } from '../core/people/person.ts';
import { Refusal } from '../core/refusal.ts';
import type { RawInput } from './handler.ts';
import { wordsFor } from './languages/index.ts';
import type { Text } from './message.ts';

/** Runs `work`; a refusal or a fault becomes `otherwise(sentence)`. */
export type Guarded = <T>(
  by: Actor,
  what: string,
  input: RawInput,
  work: () => Promise<T>,
  otherwise: (text: Text, field: string | undefined, refusal?: Refusal) => T | Promise<T>,
) => Promise<T>;

/** Refusals are worded, faults are logged under an id that the sentence names. */
export function createGuarded({
  refresh,
  log,
}: {
  /** Called when a press came too late or too early: the cards of that session are brought up to date. */
  readonly refresh: (by: Actor, session: string) => Promise<void>;
  readonly log: Log;
}): Guarded {
  return async (by, what, input, work, otherwise) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal) {
        if (input['session'] !== undefined && error.code !== 'too-quick') await refresh(by, input['session']);
        return otherwise(worded(by, error), error.field, error);
      }
      if (error instanceof z.ZodError) {
        const [issue] = error.issues;
        const field = issue?.path[0];
        const { refusals } = wordsFor(by.account.locale);
        const sentence =
          issue?.code === 'too_big' && typeof issue.maximum === 'number'
            ? refusals['too-long']({ most: issue.maximum }, undefined)
            : refusals['not-understood']({}, undefined);
        return otherwise(sentence, field === undefined ? undefined : String(field));
      }
      const id = newFaultId();
      log.error({ error, id, what, person: by.person.id, chat: by.account.chat }, 'a fault in a handler');
      return otherwise(wordsFor(by.account.locale).reception.fault(id), undefined);
    }
  };
}

function worded(by: Actor, refusal: Refusal): Text {
  const words = wordsFor(by.account.locale).refusals;
  // Each code's words take that code's data: the table is typed so, the lookup by a union cannot be.
  const sentence = words[refusal.code] as (data: unknown, zone: string | undefined) => Text;
  return sentence(refusal.data, by.person.zone);
}
