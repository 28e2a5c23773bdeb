import { z } from 'zod';
import type { InTheWay, Link, LinkCode } from '../core/people/links.ts';
import type { Reads, SystemReads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { PERSON_ROW, type PersonRow, toPerson } from './person.ts';
import type { Scope } from './scope.ts';
import type { Sql } from './sql.ts';
import { insert, put } from './table.ts';

/** What is somebody's: where, in which column, and by what a row of it is known again. */
const THEIRS: readonly (readonly [table: string, column: string, key: string])[] = [
  ['account', 'person_id', 'id'],
  ['participant', 'person_id', 'session_id'],
  ['candidate', 'person_id', 'session_id'],
  ['tutor', 'standing_by', 'person_id'],
  ['session', 'tutor_id', 'id'],
  ['session', 'confirmed_by', 'id'],
  ['session', 'moved_by', 'id'],
  ['session', 'closed_by', 'id'],
  ['series', 'created_by', 'id'],
  ['series', 'goes_on_by', 'id'],
  ['hold', 'person_id', 'id'],
  ['hold', 'for_person_id', 'id'],
  ['waiting', 'person_id', 'session_id'],
  ['watch', 'person_id', 'id'],
  ['watch', 'tutor_id', 'id'],
  ['help_wanted', 'person_id', 'id'],
  ['draft', 'person_id', 'id'],
  ['poll', 'tutor_id', 'id'],
  ['poll_answer', 'person_id', 'poll_id'],
  ['office', 'tutor_id', 'id'],
  ['office_place', 'person_id', 'nr'],
  ['foreign_calendar', 'person_id', 'id'],
  ['statement', 'tutor_id', 'id'],
  ['statement', 'made_by', 'id'],
  ['credit_package', 'person_id', 'id'],
  ['credit_package', 'granted_by', 'id'],
  ['credit_entry', 'person_id', 'nr'],
  ['relayed', 'from_id', 'id'],
  ['given_file', 'person_id', 'id'],
  ['aim', 'learner_id', 'id'],
  ['aim', 'tutor_id', 'id'],
  ['aim', 'by_id', 'id'],
  ['programme', 'created_by', 'id'],
  ['pair', 'learner_id', 'id'],
  ['pair', 'tutor_id', 'id'],
  ['observer', 'learner_id', 'id'],
  ['observer', 'observer_id', 'id'],
  ['observer', 'asked_by', 'id'],
  ['observer', 'confirmed_by', 'id'],
  ['observer', 'ended_by', 'id'],
  ['delivery', 'person_id', 'id'],
  ['complaint', 'complainant_id', 'id'],
  ['complaint', 'person_id', 'id'],
  ['block', 'by_id', 'of_id'],
  ['block', 'of_id', 'by_id'],
];

/** Of these somebody has one in each: what both have stays where it is. */
const ONE_EACH = ['candidate', 'waiting', 'poll_answer', 'block'];

/** By whom something is that stands in the middle of data. */
const WITHIN = [
  ['session', 'proposal'],
  ['series', 'proposal'],
  ['delivery', 'data'],
  ['statement', 'lines'],
] as const;

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
      await sql('UPDATE person SET linked_to = $2 WHERE id = $1', gone, kept);
      // Who has none of their own takes what the other has.
      await sql(
        `UPDATE person k SET email = g.email, email_confirmed_at = g.email_confirmed_at FROM person g
         WHERE k.id = $2 AND g.id = $1 AND k.email_confirmed_at IS NULL AND g.email_confirmed_at IS NOT NULL`,
        gone,
        kept,
      );
      return openIn(sql, moved);
    },
    unlinkPeople: async (id, by, at) => {
      const [row] = await sql<{ kept: string; gone: string; moved: unknown }>(
        `UPDATE link SET undone_at = $3, undone_by = $2 WHERE id = $1 AND undone_at IS NULL
         RETURNING kept_id AS "kept", gone_id AS "gone", moved`,
        id,
        by,
        at,
      );
      if (!row) return undefined;
      const { kept, gone } = row;
      const moved = Moved.parse(row.moved);
      await sql('UPDATE person SET linked_to = NULL WHERE id = $1', gone);
      await sql(
        `UPDATE person k SET email = NULL, email_confirmed_at = NULL FROM person g
         WHERE k.id = $1 AND g.id = $2 AND k.email = g.email`,
        kept,
        gone,
      );
      await moveBack(sql, moved, gone, kept);
      return openIn(sql, moved);
    },
  } satisfies Partial<Transaction>;
}

/** A block, a session of the one with the other, or of each at the same time. */
const IN_THE_WAY = `
  SELECT 'apart' AS "why", '' AS "subject", b.since_at AS "at" FROM block b
  WHERE (b.by_id = $1 AND b.of_id = $2) OR (b.by_id = $2 AND b.of_id = $1)
  UNION ALL SELECT 'together' AS "why", s.subject, s.starts_at AS "at"
  FROM participant mine JOIN participant theirs USING (session_id) JOIN session s ON s.id = session_id
  WHERE mine.person_id = $1 AND theirs.person_id = $2
  UNION ALL SELECT 'overlap', s.subject, s.starts_at FROM hold mine
  JOIN hold theirs ON theirs.person_id = $2 AND theirs.session_id <> mine.session_id
    AND tstzrange(theirs.starts_at, theirs.ends_at) && tstzrange(mine.starts_at, mine.ends_at)
  JOIN session s ON s.id = theirs.session_id WHERE mine.person_id = $1 LIMIT 1`;

type Journal = Readonly<Record<string, readonly string[]>>;

async function moveAll(sql: Sql, gone: string, kept: string, at: Date): Promise<Journal> {
  const moved: Record<string, readonly string[]> = {};
  const note = (name: string, rows: readonly { readonly key: string }[]) => {
    if (rows.length > 0) moved[name] = rows.map(({ key }) => key);
  };
  for (const [table, column] of WITHIN)
    note(
      `${table}.${column}`,
      await sql<{ key: string }>(
        `UPDATE ${table} SET ${column} = replace(${column}::text, $1, $2)::jsonb WHERE strpos(${column}::text, $1) > 0
         RETURNING id AS "key"`,
        gone,
        kept,
      ),
    );
  // A second office that is open, or a second offer, stays where it is.
  note(
    'tutor.person_id',
    await sql<{ key: string }>(
      `UPDATE tutor SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (SELECT FROM tutor WHERE person_id = $2)
       RETURNING person_id AS "key"`,
      gone,
      kept,
    ),
  );
  await sql('UPDATE tutor SET free_until = NULL WHERE person_id = $1', gone);
  await sql(
    `UPDATE office SET closed_at = $3 WHERE tutor_id = $1 AND closed_at IS NULL
       AND EXISTS (SELECT FROM office o WHERE o.tutor_id = $2 AND o.closed_at IS NULL)`,
    gone,
    kept,
    at,
  );
  for (const [table, column, key] of THEIRS) {
    const isAlone = ONE_EACH.includes(table)
      ? `AND NOT EXISTS (SELECT FROM ${table} o WHERE o.${key} = t.${key} AND o.${column} = $2)`
      : '';
    const text = `UPDATE ${table} t SET ${column} = $2 WHERE t.${column} = $1 ${isAlone} RETURNING t.${key}::text AS "key"`;
    note(`${table}.${column}`, await sql<{ key: string }>(text, gone, kept));
  }
  // Nobody waits for the answer of somebody who is asked already.
  await sql('UPDATE candidate SET declined = true WHERE person_id = $1', gone);
  return moved;
}

async function moveBack(sql: Sql, moved: Journal, gone: string, kept: string): Promise<void> {
  for (const [table, column] of WITHIN)
    await sql(
      `UPDATE ${table} SET ${column} = replace(${column}::text, $2, $1)::jsonb WHERE id = ANY($3::text[])`,
      gone,
      kept,
      moved[`${table}.${column}`] ?? [],
    );
  if (moved['tutor.person_id']) await sql('UPDATE tutor SET person_id = $1 WHERE person_id = $2', gone, kept);
  for (const [table, column, key] of THEIRS)
    await sql(
      `UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2 AND ${key}::text = ANY($3::text[])`,
      gone,
      kept,
      moved[`${table}.${column}`] ?? [],
    );
}

/** What is on screens of these sessions tells another person's name now, and reminds by another's wishes. */
async function openIn(sql: Sql, moved: Journal): Promise<readonly string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT id FROM session WHERE id = ANY($1::text[]) AND state IN ('requested', 'confirmed', 'started') ORDER BY id`,
    [...(moved['participant.person_id'] ?? []), ...(moved['candidate.person_id'] ?? [])],
  );
  return rows.map(({ id }) => id);
}
