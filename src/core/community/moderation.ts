import type { OwedToAll } from '../owing/port.ts';
import type { Transaction } from '../store.ts';

/**
 * Owes a card to the admins: one in the moderation channel of every community of the organization. Without an
 * organization it is about the deployment itself, and all of them are told. `except`: a community that cannot be told.
 */
export async function tellAdmins(
  tx: Transaction,
  organization: string | undefined,
  card: OwedToAll,
  at: Date,
  except?: string,
): Promise<void> {
  const communities = await tx.communities(organization);
  const told = communities.filter(({ id, moderationChannel }) => moderationChannel !== undefined && id !== except);
  await tx.owe(
    told.map(({ id }) => ({ ...card, to: { community: id } })),
    at,
  );
}
