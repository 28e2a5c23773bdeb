import pg from 'pg';
import type { Db } from 'pg-boss';
import type { Log } from '../core/log.ts';

const CONNECTIONS = 5;
const CONNECT_WITHIN_MS = 10_000;
/** Between tries to listen again; a poll goes on meanwhile. */
const LISTEN_AGAIN_MS = [100, 500, 1000, 2000, 5000] as const;

/** What pg-boss works on; `close` where the connections are its own. */
export type JobsDb = Db & { close?(): Promise<void> };

/**
 * A server for pg-boss. Its own connections have no listener while they are lent out or being closed, and one that is
 * cut then ends the process; here each keeps one for as long as it lives.
 */
export function serverDatabase(url: string, log: Log): JobsDb {
  const config = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'tutorline jobs',
  };
  const lost = (error: Error) => log.warn({ error }, 'a connection of the job queue was lost');
  const pool = new pg.Pool({ ...config, max: CONNECTIONS });
  pool.on('error', lost);
  pool.on('connect', (client) => void client.on('error', lost));

  return {
    executeSql: (text, values) => pool.query(text, values),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
    listen: async (channel, onNotification, onReconnect) => {
      let isClosed = false;
      let attempt = 0;
      let timer: NodeJS.Timeout | undefined;
      let current: pg.Client | undefined;

      const again = (client: pg.Client) => {
        if (isClosed || current !== client) return;
        current = undefined;
        client.end().catch(lost);
        const pause = LISTEN_AGAIN_MS[Math.min(attempt++, LISTEN_AGAIN_MS.length - 1)];
        timer = setTimeout(() => void connect(), pause);
      };
      const connect = async (): Promise<void> => {
        const client = new pg.Client({ ...config, keepAlive: true });
        current = client;
        client.on('error', (error) => {
          lost(error);
          again(client);
        });
        client.on('end', () => again(client));
        client.on('notification', ({ payload = '' }) => onNotification(payload));
        try {
          await client.connect();
          await client.query(`LISTEN "${channel}"`);
          attempt = 0;
          onReconnect(); // what was said meanwhile was not heard
        } catch (error) {
          log.warn({ error }, 'the database does not tell of new jobs, so they are looked for');
          again(client);
        }
      };
      await connect();
      return {
        close: async () => {
          isClosed = true;
          clearTimeout(timer);
          await current?.end().catch(lost);
        },
      };
    },
  };
}
