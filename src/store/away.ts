import type { Log } from '../core/log.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html, and Prisma's own for the same. */
const AWAY = /^(08\w{3}|57P0\d|3D000|55000|53300|P10(01|02|08|11|17))$/;
/** What a socket says that leads nowhere. */
const CUT = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What pg says without a code. */
const IN_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;
/** No room on the disk: small things may still find a place. */
const FULL = /^(53100|58030|ENOSPC|EDQUOT)$/;
/** The file system of an embedded database has numbers of its own, and no words: https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md#-errno-variant */
const PGLITE_ENOSPC = 51;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** True for an error that says that the database is not there now: whatever it was asked waits until it is. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isAway);
  const code = codeOf(error);
  return AWAY.test(code) || CUT.test(code) || IN_WORDS.test(error.message) || isAway(adapterCause(error));
}

/** True for an error that says that the database's disk is full. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('errno' in error && error.errno === PGLITE_ENOSPC) return true;
  return error instanceof Error && (FULL.test(codeOf(error)) || isDiskFull(adapterCause(error)));
}

/** Prisma wraps what its driver said. */
function adapterCause({ name, cause }: Error): unknown {
  return name.startsWith('PrismaClient') || name === 'DriverAdapterError' ? cause : undefined;
}

const ONCE_IN_MS = 60_000;

/**
 * While the database is away all that asks it fails, again and again. The log says so once a minute, and when it is over.
 * A fault that a person was told the number of has its line all the same.
 */
export function createOutageLog(
  log: Log,
  now: () => number = performance.now.bind(performance),
): Log & { readonly isOver: () => void } {
  let since: number | undefined;
  let saidAt = Number.NEGATIVE_INFINITY;
  let more = 0;
  const unlessAway = (write: Log['info']): Log['info'] => {
    return (data, message) => {
      const isVendors = 'chat' in data; // their sockets are cut too
      if ('id' in data || isVendors || !('error' in data) || !isAway(data.error)) return write(data, message);
      since ??= now();
      more += 1;
      if (now() - saidAt < ONCE_IN_MS) return;
      log.error({ error: data.error, times: more }, 'the database is away: what is to be done waits until it is back');
      saidAt = now();
      more = 0;
    };
  };
  return {
    info: unlessAway((...line) => log.info(...line)),
    warn: unlessAway((...line) => log.warn(...line)),
    error: unlessAway((...line) => log.error(...line)),
    isOver: () => {
      if (since === undefined) return;
      log.info({ seconds: Math.round((now() - since) / 1000) }, 'the database is there again');
      since = undefined;
    },
  };
}
