import type { CreditClaim, CreditLine, CreditPackage } from '../core/credits/credit.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import { insert } from './table.ts';

type Row = Omit<CreditPackage, 'validUntil'> & { readonly validUntil: Date | null };

const PACKAGE = `c.id, c.organization_id AS "organization", c.person_id AS "person", c.sessions, c."left", c.note,
  c.valid_until AS "validUntil", c.granted_at AS "grantedAt", c.granted_by AS "grantedBy"`;
const IN_SCOPE = '($2::text IS NULL OR c.organization_id = $2)';

/** The last entry of each learner and session of those that a condition names. */
const claims = (which: string) => `SELECT DISTINCT ON (e.session_id, e.person_id) e.session_id AS "session",
    e.person_id AS "person", e.package_id AS "package", e.kind AS "use", e.step
  FROM credit_entry e WHERE ${which} ORDER BY e.session_id, e.person_id, e.step DESC`;

export function creditReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    creditPackage: async (id) => {
      const [row] = await sql<Row>(
        `SELECT ${PACKAGE} FROM credit_package c WHERE c.id = $1 AND ${IN_SCOPE}`,
        id,
        scope ?? null,
      );
      return row && toPackage(row);
    },
    packagesOf: async (person) => {
      const rows = await sql<Row>(
        `SELECT ${PACKAGE} FROM credit_package c WHERE c.person_id = $1 AND ${IN_SCOPE}
         ORDER BY c.valid_until NULLS LAST, c.granted_at, c.id`,
        person,
        scope ?? null,
      );
      return rows.map(toPackage);
    },
    creditHolders: async (now, limit, offset) => {
      const rows = await sql<{ id: string; name: string; left: number }>(
        `SELECT p.id, p.name, coalesce(sum(c."left") FILTER (WHERE c.valid_until IS NULL OR c.valid_until > $1), 0)::int AS "left"
         FROM credit_package c JOIN person p ON p.id = c.person_id AND p.forgotten_at IS NULL WHERE ${IN_SCOPE}
         GROUP BY p.id, p.name ORDER BY lower(p.name), p.id LIMIT $3 OFFSET $4`,
        now,
        scope ?? null,
        limit,
        offset,
      );
      return rows.map(({ id, name, left }) => ({ person: { id, name }, left }));
    },
    creditsInUse: (person) =>
      sql<Pick<CreditClaim, 'use'>>(
        `SELECT claim.use FROM (${claims('e.person_id = $1 AND e.session_id IS NOT NULL')}) AS claim
         JOIN credit_package c ON c.id = claim.package AND ${IN_SCOPE} JOIN session s ON s.id = claim.session
         WHERE claim.use IN ('reserved', 'taken') AND s.state IN ('requested', 'confirmed', 'started')`,
        person,
        scope ?? null,
      ),
    creditLines: async (person, limit, offset) => {
      const rows = await sql<Omit<CreditLine, 'about'> & { subject: string | null; startsAt: Date | null }>(
        `SELECT e.kind, e.amount, e.at, s.subject, s.starts_at AS "startsAt" FROM credit_entry e
         JOIN credit_package c ON c.id = e.package_id LEFT JOIN session s ON s.id = e.session_id
         WHERE e.person_id = $1 AND ${IN_SCOPE} ORDER BY e.nr DESC LIMIT $3 OFFSET $4`,
        person,
        scope ?? null,
        limit,
        offset,
      );
      return rows.map(({ kind, amount, at, subject, startsAt }) => ({
        ...{ kind, amount, at },
        about: subject === null || startsAt === null ? undefined : { subject, startsAt },
      }));
    },
    creditPlace: async ({ id }, person) => {
      const [row] = await sql<{ nth: number | null; of: number | null }>(
        `WITH this AS (
           SELECT s.id, s.tutor_id, s.starts_at, s.state FROM session s
           WHERE s.id = $1 AND ($2::text IS NULL OR s.organization_id = $2)
         ), mine AS (${claims('e.person_id = $3 AND e.session_id IS NOT NULL')}), paid AS (
           SELECT mine.package FROM mine JOIN this ON this.id = mine.session WHERE mine.use <> 'returned'
         )
         SELECT coalesce(
           (SELECT nullif(count(*), 0) FROM mine JOIN paid USING (package) JOIN session s ON s.id = mine.session, this
            WHERE mine.use <> 'returned' AND (s.starts_at, s.id) <= (this.starts_at, this.id)),
           (SELECT nullif(count(*), 0) FROM this JOIN session s ON s.tutor_id = this.tutor_id
              JOIN participant p ON p.session_id = s.id AND p.person_id = $3 AND p.role = 'learner'
            WHERE this.state IN ('confirmed', 'started', 'ended') AND s.state IN ('confirmed', 'started', 'ended')
              AND (s.id = this.id OR p.outcome IS NULL OR p.outcome NOT IN ('learner-missing', 'tutor-missing'))
              AND (s.starts_at, s.id) <= (this.starts_at, this.id))
         )::int AS "nth", (SELECT c.sessions FROM credit_package c JOIN paid ON paid.package = c.id) AS "of"`,
        id,
        scope ?? null,
        person,
      );
      return row?.nth ? { nth: row.nth, of: row.of ?? undefined } : undefined;
    },
  } satisfies Partial<Reads>;
}

export function creditWrites({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    creditClaims: (sessions) => sql<CreditClaim>(claims('e.session_id = ANY($1::text[])'), [...sessions]),
    lockPackages: async (person) => {
      // Two statements: the second sees what whoever had the lock has taken.
      const whose = `FROM credit_package c WHERE c.person_id = $1 AND ${IN_SCOPE} ORDER BY c.id`;
      await sql(`SELECT ${whose} FOR UPDATE`, person, scope ?? null);
      return (await sql<Row>(`SELECT ${PACKAGE} ${whose}`, person, scope ?? null)).map(toPackage);
    },
    addPackage: async ({ organization, person, left: _counted, ...credits }) => {
      const row = { ...nulls(credits), left: 0, organizationId: organization, personId: person };
      return (await insert(sql, 'credit_package', [row], 'id')).length > 0;
    },
    addCreditEntries: async (entries) => {
      if (entries.length === 0) return;
      const rows = entries.map(({ package: id, person, session, ...entry }) => ({
        ...{ package_id: id, person_id: person, session_id: session ?? null },
        ...entry,
      }));
      // Not like other rows: one that is there already is a mistake, and undoes all of it.
      await sql(
        `INSERT INTO credit_entry (package_id, person_id, session_id, step, kind, amount, at)
         SELECT package_id, person_id, session_id, step, kind, amount, at
         FROM jsonb_populate_recordset(null::credit_entry, $1::jsonb)`,
        JSON.stringify(rows),
      );
    },
  } satisfies Partial<Transaction>;
}

function toPackage({ validUntil, ...row }: Row): CreditPackage {
  return { ...row, validUntil: validUntil ?? undefined };
}
