import { refuseSuspended } from '../moderation/complaints.ts';
import { Refusal } from '../refusal.ts';
import type { Doer } from './person.ts';

/**
 * Whether somebody may ask for something new: who is paused may not, nor whoever is none of those whom their community
 * lets ask. @throws Refusal `suspended`, `may-not-ask`
 */
export function checkMayAsk({ person, mayAsk }: Pick<Doer, 'person' | 'mayAsk'>, now: Date): void {
  refuseSuspended(person, now);
  if (mayAsk === false) throw new Refusal('may-not-ask', {});
}
