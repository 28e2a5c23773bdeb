import type { Database } from './open.ts';

/** Takes everything out of the database but its shape. For the sandbox's "start over". */
export async function emptyDatabase({ prisma }: Pick<Database, 'prisma'>): Promise<void> {
  // Every row belongs to an organization, so all of them go with it.
  await prisma.$executeRaw`TRUNCATE organization CASCADE`;
}
