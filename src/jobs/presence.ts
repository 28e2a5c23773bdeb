import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { Log } from '../core/log.ts';

/** The first of the two numbers of our locks, so that nobody else's mean anything here. */
export const PROCESSES = 0x7475_746f;
const AGAIN_AFTER_MS = 1000;
const CONNECT_WITHIN_MS = 5000;

/** By which other processes see that this one is alive. */
export interface Presence {
  /** What its jobs carry. */
  readonly process: number;
  close(): Promise<void>;
}

/**
 * Holds a lock of the server on a connection of its own for as long as this process lives, however it ends: the server
 * gives it free with the connection. Where that is cut while the process lives on, it is taken anew; jobs are taken from a
 * process only when their sign of life is missing too.
 */
export async function appear(url: string, log: Log): Promise<Presence> {
  const process = randomInt(2 ** 31 - 1);
  let isClosed = false;
  let current: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      keepAlive: true,
      application_name: 'tutorline presence',
    });
    current = client;
    const again = (error?: Error) => {
      if (isClosed || current !== client) return;
      current = undefined;
      if (error) log.warn({ error }, 'this process cannot be seen by others for a moment');
      client.end().catch(() => {});
      timer = setTimeout(() => void connect(), AGAIN_AFTER_MS);
    };
    client.on('error', again);
    client.on('end', () => again());
    try {
      await client.connect();
      await client.query('SELECT pg_advisory_lock($1, $2)', [PROCESSES, process]);
    } catch (error) {
      again(error instanceof Error ? error : new Error(String(error)));
    }
  }

  await connect();
  return {
    process,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await current?.end().catch(() => {});
    },
  };
}
