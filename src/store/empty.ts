import type { Database } from './open.ts';

/** Takes everything out of the database but its shape. For the sandbox's "start over". */
export async function emptyDatabase({ prisma }: Pick<Database, 'prisma'>): Promise<void> {
  // All else belongs to an organization, and goes with it.
  await prisma.$executeRaw`TRUNCATE organization, alarm, audit, delivery, webhook_event, platform_trouble, standing_room, chore CASCADE`;
}
