import type { Owed } from '../owing/port.ts';
import type { Transaction } from '../store.ts';

/**
 * Owes a card to the admins: one in the moderation channel of every community of the organization. Without an
 * organization it is about the deployment itself, and all of them are told. `except`: a community that cannot be told.
 */
export async function tellAdmins(
  tx: Transaction,
  organization: string | undefined,
  card: Omit<Owed, 'to'>,
  at: Date,
  except?: string,
): Promise<void> {
  for (const { id, moderationChannel } of await tx.communities(organization))
    if (moderationChannel !== undefined && id !== except) await tx.owe({ ...card, to: { community: id } }, at);
}
