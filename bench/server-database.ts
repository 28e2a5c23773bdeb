import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** An empty database of its own on a server. */
export async function borrowServerDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `tutorline_bench_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await admin.end();
    },
  };
}
