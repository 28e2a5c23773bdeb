import type { OwedToAll } from '../owing/port.ts';
import type { Transaction } from '../store.ts';
import type { Community } from './community.ts';

/**
 * Owes a card to the admins: one in the moderation channel of every community of the organization. Without an
 * organization it is about the deployment itself, and all of them are told. `except`: one that cannot be told.
 */
export async function tellAdmins(
  tx: Transaction,
  organization: string | undefined,
  card: OwedToAll,
  at: Date,
  except: (one: Community) => boolean = () => false,
): Promise<void> {
  const told = (await tx.communities(organization)).filter((one) => hasAdminsToTell(one) && !except(one));
  await tx.owe(
    told.map(({ id }) => ({ ...card, to: { community: id } })),
    at,
  );
}

/** False where there is no channel in which they could be told, and where the bot is not any more. */
export function hasAdminsToTell({
  moderationChannel,
  removedAt,
}: Pick<Community, 'moderationChannel' | 'removedAt'>): boolean {
  return moderationChannel !== undefined && removedAt === undefined;
}
