import type { Reads, Transaction } from '../core/store.ts';
import type { GivenFile, Relayed } from '../core/talk/port.ts';
import type { Connection } from './connection.ts';
import type { Scope } from './scope.ts';

const RELAYED = `SELECT r.id, r.session_id AS "session", r.from_id AS "from", r.text, r.sent_at AS "sentAt",
    ARRAY(SELECT f.name FROM given_file f WHERE f.relayed_id = r.id ORDER BY f.id) AS files
  FROM relayed r JOIN session s ON s.id = r.session_id WHERE ($2::text IS NULL OR s.organization_id = $2)`;

/** The condition that a message `r` has reached this person (a value), from whom its author was not apart then. */
export function hasReached(reader: string): string {
  return `NOT EXISTS (SELECT FROM block b WHERE b.since_at <= r.sent_at
    AND ((b.by_id = ${reader} AND b.of_id = r.from_id) OR (b.of_id = ${reader} AND b.by_id = r.from_id)))`;
}

export function relayedReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    relayed: async (id, reader) => {
      const text = `${RELAYED} AND r.id = $1 AND ${hasReached('$3::text')}`;
      const [row] = await sql<Relayed>(text, id, scope ?? null, reader ?? null);
      return row;
    },
    relayedIn: (session, limit, offset, reader) =>
      sql<Relayed>(
        `${RELAYED} AND r.session_id = $1 AND ${hasReached('$5::text')} ORDER BY r.sent_at DESC, r.id DESC LIMIT $3 OFFSET $4`,
        session,
        scope ?? null,
        limit,
        offset,
        reader ?? null,
      ),
    filesOf: async (relayed) => {
      const files = await sql<GivenFile>(
        `SELECT f.name, f.type, f.bytes FROM given_file f JOIN relayed r ON r.id = f.relayed_id JOIN session s ON s.id = r.session_id
         WHERE r.id = $1 AND ($2::text IS NULL OR s.organization_id = $2) ORDER BY f.id`,
        relayed,
        scope ?? null,
      );
      return files.map((file) => ({ ...file, bytes: new Uint8Array(file.bytes) }));
    },
  } satisfies Partial<Reads>;
}

export function relayedWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    addRelayed: async ({ id, session, from, text, sentAt }) => {
      await sql(
        'INSERT INTO relayed (id, session_id, from_id, text, sent_at) VALUES ($1, $2, $3, $4, $5)',
        id,
        session,
        from,
        text,
        sentAt,
      );
    },
    keepFiles: async (person, files, at, most) => {
      for (const { id, name, type, bytes } of files)
        await sql(
          'INSERT INTO given_file (id, person_id, name, type, bytes, given_at) VALUES ($1, $2, $3, $4, $5, $6)',
          ...[id, person, name, type, bytes, at],
        );
      await sql(
        `DELETE FROM given_file WHERE id IN (SELECT id FROM given_file WHERE person_id = $1 AND relayed_id IS NULL
           ORDER BY id DESC OFFSET $2)`,
        person,
        most,
      );
    },
    giveFiles: async (person, ids, relayed) => {
      const given = await sql(
        `UPDATE given_file SET relayed_id = $3 WHERE id = ANY($2::text[]) AND person_id = $1 AND relayed_id IS NULL
         RETURNING id`,
        person,
        ids,
        relayed,
      );
      return given.length;
    },
    removeFilesBefore: async (at) => {
      await sql('DELETE FROM given_file WHERE relayed_id IS NULL AND given_at < $1', at);
    },
  } satisfies Partial<Transaction>;
}
