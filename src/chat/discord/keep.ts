import type { Message, Target } from '../../conversation/message.ts';
import type { Reception } from '../../conversation/reception.ts';
import type { Actor } from '../../core/people/person.ts';
import { isTooLong, targetsOf } from './actions.ts';

/** The targets of a message whose input does not fit into a custom id. */
export function longTargets(message: Message): readonly Target[] {
  return [message, ...(message.sections ?? [])]
    .flatMap(({ actions }) => actions ?? [])
    .flatMap(targetsOf)
    .filter(isTooLong);
}

/** Keeps the input of such targets for the one who reads the message; the keys go into the ids. */
export async function keepLong(
  message: Message,
  by: Actor,
  reception: Reception,
): Promise<ReadonlyMap<Target, string>> {
  const targets = longTargets(message);
  const keys = await Promise.all(targets.map(({ handler, input }) => reception.keep(by, handler, input)));
  return new Map(targets.map((target, index) => [target, keys[index] ?? '']));
}
