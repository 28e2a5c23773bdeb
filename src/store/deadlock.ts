import { Prisma } from './generated/client.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: deadlock_detected, serialization_failure. */
const CODES: readonly unknown[] = ['40P01', '40001'];

/** Two transactions that wait for each other: PostgreSQL ends one of them. Prisma says so of a raw statement in another way. */
export function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError))
    return error instanceof Error && 'code' in error && CODES.includes(error.code);
  const inRaw: unknown = error.meta?.['driverAdapterError'];
  return error.code === 'P2034' || (inRaw instanceof Error && isOfDriver(inRaw.cause));
}

function isOfDriver(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'kind' in cause && cause.kind === 'TransactionWriteConflict';
}
