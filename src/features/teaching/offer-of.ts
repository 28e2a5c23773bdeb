import type { Actor, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';

/**
 * What somebody offers as a tutor.
 * @throws Refusal `not-a-tutor`
 */
export async function offerOf(by: Actor, deps: Deps): Promise<Tutor> {
  const tutor = await deps.store.tutor(by.person.id);
  if (!tutor) throw new Refusal('not-a-tutor', {});
  return tutor;
}
