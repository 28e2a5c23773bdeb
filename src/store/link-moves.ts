import type { Sql } from './sql.ts';
import { WHOSE } from './whose.ts';

/** What is somebody's: where, in which column, and by what a row of it is known again. */
const THEIRS = WHOSE.flatMap(({ table, column, link }) =>
  typeof link === 'object' ? [[table, column, link.by] as const] : [],
);

/** Of these somebody has one of each key, or of what is named here: what both have stays where it is. */
const ONE_EACH: Readonly<Record<string, string | undefined>> = {
  candidate: undefined,
  waiting: undefined,
  poll_answer: undefined,
  block: undefined,
  foreign_calendar: 'address',
};

/** Nobody is both of these: what the two have with each other stays where it is. */
const OF_ANOTHER: Readonly<Record<string, readonly string[]>> = {
  watch: ['person_id', 'tutor_id'],
  aim: ['learner_id', 'tutor_id'],
  pair: ['learner_id', 'tutor_id'],
  observer: ['learner_id', 'observer_id'],
  complaint: ['complainant_id', 'person_id'],
};

/** Of the person themself: what whoever stays takes over from the other, and when. */
const TAKEN_OVER = {
  email: {
    type: 'text',
    also: ['email_confirmed_at'],
    when: 'k.email_confirmed_at IS NULL AND g.email_confirmed_at IS NOT NULL',
  },
  silenced_at: { type: 'timestamptz', also: [], when: 'k.silenced_at IS NULL AND g.silenced_at IS NOT NULL' },
  banned_at: { type: 'timestamptz', also: [], when: 'k.banned_at IS NULL AND g.banned_at IS NOT NULL' },
  suspended_until: {
    type: 'timestamptz',
    also: [],
    when: `g.suspended_until > coalesce(k.suspended_until, '-infinity')`,
  },
} as const;

/** By whom something is that stands in the middle of data. */
const WITHIN = WHOSE.filter(({ link }) => link === 'within').map(({ table, column }) => [table, column] as const);

/** By table and column, the keys of the rows that moved; of what was taken over the person, and what they had before. */
export type Journal = Readonly<Record<string, readonly string[]>>;

/** All that is the one's is the other's from now on. */
export async function moveAll(sql: Sql, gone: string, kept: string, at: Date): Promise<Journal> {
  const moved: Record<string, readonly string[]> = {};
  const note = (name: string, rows: readonly { readonly key: string }[]) => {
    if (rows.length > 0) moved[name] = rows.map(({ key }) => key);
  };
  for (const [table, column] of WITHIN)
    note(
      `${table}.${column}`,
      await sql<{ key: string }>(
        // What names both of them could not be told apart again.
        `UPDATE ${table} SET ${column} = replace(${column}::text, $1, $2)::jsonb
         WHERE strpos(${column}::text, $1) > 0 AND strpos(${column}::text, $2) = 0 RETURNING id AS "key"`,
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
  // Nobody stands twice in a queue, nor in their own.
  await sql(
    `UPDATE office_place q SET state = 'left' FROM office o WHERE o.id = q.office_id AND q.state = 'waiting' AND (
       q.person_id = $2 AND o.tutor_id = $1 OR q.person_id = $1 AND (o.tutor_id = $2 OR EXISTS (
         SELECT FROM office_place theirs
         WHERE theirs.office_id = q.office_id AND theirs.person_id = $2 AND theirs.state = 'waiting'
       )))`,
    gone,
    kept,
  );
  for (const [table, column, key] of THEIRS) {
    const same = ONE_EACH[table] ?? key;
    const isAlone =
      table in ONE_EACH
        ? `AND NOT EXISTS (SELECT FROM ${table} o WHERE o.${same} = t.${same} AND o.${column} = $2)`
        : '';
    const other = OF_ANOTHER[table]?.includes(column) && OF_ANOTHER[table].find((one) => one !== column);
    const isOfAnother = other ? `AND t.${other} IS DISTINCT FROM $2` : '';
    const text = `UPDATE ${table} t SET ${column} = $2 WHERE t.${column} = $1 ${isAlone} ${isOfAnother}
      RETURNING t.${key}::text AS "key"`;
    note(`${table}.${column}`, await sql<{ key: string }>(text, gone, kept));
  }
  for (const [column, { also, when }] of Object.entries(TAKEN_OVER)) {
    const sets = [column, ...also].map((one) => `${one} = g.${one}`).join(', ');
    const text = `UPDATE person k SET ${sets} FROM person g, person before WHERE k.id = $2 AND g.id = $1 AND before.id = k.id
      AND ${when} RETURNING k.id AS "key", before.${column}::text AS "was"`;
    const taken = await sql<{ key: string; was: string | null }>(text, gone, kept);
    moved[`person.${column}`] = taken.flatMap(({ key, was }) => (was === null ? [key] : [key, was]));
  }
  // Nobody waits for the answer of somebody who is asked already.
  await sql('UPDATE candidate SET declined = true WHERE person_id = $1', gone);
  return moved;
}

/** What moved goes back. */
export async function moveBack(sql: Sql, moved: Journal, gone: string, kept: string): Promise<void> {
  for (const [table, column] of WITHIN)
    await sql(
      `UPDATE ${table} SET ${column} = replace(${column}::text, $2, $1)::jsonb WHERE id = ANY($3::text[])`,
      gone,
      kept,
      moved[`${table}.${column}`] ?? [],
    );
  for (const [column, { type, also }] of Object.entries(TAKEN_OVER)) {
    const taken = moved[`person.${column}`];
    // Of links of before it is not written down whether they took it over.
    if (taken?.length === 0) continue;
    const sets = [`${column} = $3::text::${type}`, ...also.map((one) => `${one} = NULL`)].join(', ');
    await sql(
      `UPDATE person k SET ${sets} FROM person g WHERE k.id = $2 AND g.id = $1 AND k.${column} = g.${column}`,
      gone,
      kept,
      taken?.[1] ?? null,
    );
  }
  if (moved['tutor.person_id']) await sql('UPDATE tutor SET person_id = $1 WHERE person_id = $2', gone, kept);
  for (const [table, column, key] of THEIRS)
    await sql(
      `UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2 AND ${key}::text = ANY($3::text[])`,
      gone,
      kept,
      moved[`${table}.${column}`] ?? [],
    );
}
