import type { SystemTransaction } from '../core/store.ts';
import type { Connection } from './connection.ts';

export function choreWrites({ sql }: Connection) {
  return {
    takeOn: async (name, night) => {
      const [added] = await sql(
        'INSERT INTO chore (name, night) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING name',
        name,
        night,
      );
      if (added) return false;
      const [taken] = await sql(
        'UPDATE chore SET night = $2 WHERE name = $1 AND night < $2 RETURNING name',
        name,
        night,
      );
      return taken !== undefined;
    },
  } satisfies Partial<SystemTransaction>;
}
