import { z } from 'zod';
import type { InTheWay, Link, LinkCode } from '../core/people/links.ts';
import type { Reads, SystemReads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { type Journal, moveAll, moveBack } from './link-moves.ts';
import { PERSON_ROW, type PersonRow, toPerson } from './person.ts';
import type { Scope } from './scope.ts';
import type { Sql } from './sql.ts';
import { insert, put } from './table.ts';

const Moved = z.record(z.string(), z.array(z.string()));

interface LinkRow {
  readonly id: string;
  readonly kept: string;
  readonly gone: string;
  readonly at: Date;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
}

export function linkReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    link: async (id) => {
      const [row] = await sql<LinkRow>(
        `SELECT l.id, l.kept_id AS "kept", l.gone_id AS "gone", l.at, l.undone_at AS "undoneAt", l.undone_by AS "undoneBy"
         FROM link l JOIN person p ON p.id = l.kept_id WHERE l.id = $1 AND ($2::text IS NULL OR p.organization_id = $2)`,
        id,
        scope ?? null,
      );
      return row && toLink(row);
    },
  } satisfies Partial<Reads>;
}

function toLink({ undoneAt, undoneBy, ...link }: LinkRow): Link {
  return { ...link, undone: undoneAt && undoneBy !== null ? { at: undoneAt, by: undoneBy } : undefined };
}

export function linkLookups({ sql }: Pick<Connection, 'sql'>) {
  return {
    linkCode: async (selector) => {
      const [row] = await sql<PersonRow & Pick<LinkCode, 'hash' | 'tries' | 'expiresAt'>>(
        `SELECT ${PERSON_ROW}, c.hash, c.tries, c.expires_at AS "expiresAt"
         FROM link_code c JOIN person p ON p.id = c.person_id WHERE c.selector = $1 FOR UPDATE OF c`,
        selector,
      );
      if (!row) return undefined;
      const { hash, tries, expiresAt } = row;
      return { person: row.id, selector, hash, tries, expiresAt, owner: toPerson(row) };
    },
  } satisfies Partial<SystemReads>;
}

export function linkWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    giveLinkCode: async ({ person: personId, ...code }) => {
      // One that is over makes way for whoever gets the same first letters.
      await sql('DELETE FROM link_code WHERE selector = $1', code.selector);
      await put(sql, 'link_code', 'personId', { personId, ...code });
    },
    takeLinkCode: async (person) => void (await sql('DELETE FROM link_code WHERE person_id = $1', person)),
    countGuess: async (person, selector, now, since) => {
      await sql('UPDATE link_code SET tries = tries + 1 WHERE selector = $1', selector);
      await sql(
        `INSERT INTO link_guess (person_id, tries, since_at) VALUES ($1, 1, $2) ON CONFLICT (person_id) DO UPDATE SET
           tries = CASE WHEN link_guess.since_at > $3 THEN link_guess.tries + 1 ELSE 1 END,
           since_at = CASE WHEN link_guess.since_at > $3 THEN link_guess.since_at ELSE $2 END`,
        person,
        now,
        since,
      );
    },
    guesses: async (person, since) => {
      const [row] = await sql<{ tries: number }>(
        'SELECT tries FROM link_guess WHERE person_id = $1 AND since_at > $2',
        person,
        since,
      );
      return row?.tries ?? 0;
    },
    inTheWay: async (one, other) => {
      await sql('SELECT FROM person WHERE id IN ($1, $2) ORDER BY id FOR UPDATE', one, other);
      const [found] = await sql<InTheWay>(IN_THE_WAY, one, other);
      return found;
    },
    linkPeople: async ({ id, kept, gone, at }) => {
      const moved = await moveAll(sql, gone, kept, at);
      await insert(sql, 'link', [{ id, keptId: kept, goneId: gone, at, moved }], 'id');
      // Who was the one that is gone is the other too.
      await sql('UPDATE person SET linked_to = $2 WHERE id = $1 OR linked_to = $1', gone, kept);
      return openIn(sql, moved);
    },
    unlinkPeople: async (id, by, at) => {
      const [row] = await sql<{ kept: string; gone: string; moved: unknown }>(
        // Of somebody who has become another since, that is taken back first.
        `UPDATE link SET undone_at = $3, undone_by = $2 WHERE id = $1 AND undone_at IS NULL
           AND EXISTS (SELECT FROM person k WHERE k.id = kept_id AND k.linked_to IS NULL)
         RETURNING kept_id AS "kept", gone_id AS "gone", moved`,
        id,
        by,
        at,
      );
      if (!row) return undefined;
      const { kept, gone } = row;
      const moved = Moved.parse(row.moved);
      await sql(
        // Whoever had become them, or one of those, is them again.
        `WITH RECURSIVE theirs AS (
           SELECT $1::text AS id
           UNION SELECT l.gone_id FROM theirs JOIN link l ON l.kept_id = theirs.id WHERE l.undone_at IS NULL
         ) UPDATE person SET linked_to = nullif($1, id) WHERE id IN (SELECT id FROM theirs)`,
        gone,
      );
      await moveBack(sql, moved, gone, kept);
      return openIn(sql, moved);
    },
  } satisfies Partial<Transaction>;
}

/** A block, a session of the one with the other, or a request to the other, or a session of each at the same time. */
const IN_THE_WAY = `
  SELECT 'apart' AS "why", '' AS "subject", b.since_at AS "at" FROM block b
  WHERE (b.by_id = $1 AND b.of_id = $2) OR (b.by_id = $2 AND b.of_id = $1)
  UNION ALL SELECT 'together' AS "why", s.subject, s.starts_at AS "at"
  FROM participant mine JOIN participant theirs USING (session_id) JOIN session s ON s.id = session_id
  WHERE mine.person_id = $1 AND theirs.person_id = $2
  UNION ALL SELECT 'together', s.subject, s.starts_at FROM candidate c JOIN participant p USING (session_id)
  JOIN session s ON s.id = session_id
  WHERE s.state = 'requested' AND NOT c.declined AND (c.person_id, p.person_id) IN (($1, $2), ($2, $1))
  UNION ALL SELECT 'overlap', s.subject, s.starts_at FROM hold mine
  JOIN hold theirs ON theirs.person_id = $2 AND theirs.session_id <> mine.session_id
    AND tstzrange(theirs.starts_at, theirs.ends_at) && tstzrange(mine.starts_at, mine.ends_at)
  JOIN session s ON s.id = theirs.session_id WHERE mine.person_id = $1 LIMIT 1`;

/** What is on screens of these sessions tells another person's name now, and reminds by another's wishes. */
async function openIn(sql: Sql, moved: Journal): Promise<readonly string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT id FROM session WHERE id = ANY($1::text[]) AND state IN ('requested', 'confirmed', 'started') ORDER BY id`,
    [...(moved['participant.person_id'] ?? []), ...(moved['candidate.person_id'] ?? [])],
  );
  return rows.map(({ id }) => id);
}
