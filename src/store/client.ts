import type { Prisma } from './generated/client.ts';

/** What a query runs on: the database, or a transaction of it. */
export type Client = Prisma.TransactionClient;
