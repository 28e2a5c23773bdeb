import { REMOVED } from '../core/community/removals.ts';
import type { SystemReads, SystemTransaction } from '../core/store.ts';
import type { Connection } from './connection.ts';

/** The accounts that are only there: of people who are the same in all spaces of a chat, when no other space is left. */
const THERE = `organization_id = $1 AND chat = $2 AND CASE WHEN $4::boolean THEN NOT EXISTS (
    SELECT FROM community c WHERE c.organization_id = $1 AND c.chat = $2 AND c.space <> $3 AND c.removed_at IS NULL
  ) ELSE space = $3 END`;

/** The account `a` was shut out when the bot was taken out of the community `c`, or before: not with another that it left later. */
const SHUT_OUT = `a.dm_closed_why = '${REMOVED}' AND a.dm_closed_at <= c.removed_at`;

export function removalLookups({ sql }: Pick<Connection, 'sql'>) {
  return {
    peopleOnlyIn: (community, limit) =>
      sql<{ id: string; organization: string }>(
        `SELECT p.id, p.organization_id AS "organization" FROM person p
         JOIN community c ON c.id = $1 AND c.organization_id = p.organization_id
         WHERE p.forgotten_at IS NULL AND p.linked_to IS NULL
           AND EXISTS (SELECT FROM account a WHERE a.person_id = p.id AND a.chat = c.chat AND ${SHUT_OUT})
           AND NOT EXISTS (SELECT FROM account a WHERE a.person_id = p.id AND (${SHUT_OUT}) IS NOT TRUE)
         ORDER BY p.id LIMIT $2`,
        community,
        limit,
      ),
  } satisfies Partial<SystemReads>;
}

/** What is nobody's any more. */
const NOBODYS: readonly string[] = [
  'DELETE FROM delivery WHERE community_id = $1',
  `DELETE FROM account a USING community c WHERE c.id = $1 AND a.organization_id = c.organization_id AND a.chat = c.chat
     AND ${SHUT_OUT}`,
  `DELETE FROM session s USING community c WHERE c.id = $1 AND s.organization_id = c.organization_id AND NOT EXISTS (
     SELECT FROM participant p JOIN person x ON x.id = p.person_id WHERE p.session_id = s.id AND x.forgotten_at IS NULL)`,
  `DELETE FROM person p USING community c WHERE c.id = $1 AND p.organization_id = c.organization_id
     AND p.forgotten_at IS NOT NULL AND NOT EXISTS (SELECT FROM participant x WHERE x.person_id = p.id)`,
];

export function removalWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    markRemoved: async ({ chat, space, arePeopleShared }, at) => {
      const [marked] = await sql<{ organization: string }>(
        `UPDATE community SET removed_at = $3 WHERE chat = $1 AND space = $2 AND (removed_at IS NULL) = ($3::timestamptz IS NOT NULL)
         RETURNING organization_id AS "organization"`,
        chat,
        space,
        at ?? null,
      );
      if (!marked) return undefined;
      if (at) {
        await sql(
          `UPDATE account SET dm_closed_at = $5, dm_closed_why = $6 WHERE ${THERE}`,
          marked.organization,
          chat,
          space,
          arePeopleShared,
          at,
          REMOVED,
        );
        return [];
      }
      const back = await sql<{ person: string }>(
        `UPDATE account SET dm_closed_at = NULL, dm_closed_why = NULL
         WHERE organization_id = $1 AND chat = $2 AND ($4::boolean OR space = $3) AND dm_closed_why = $5
         RETURNING person_id AS "person"`,
        marked.organization,
        chat,
        space,
        arePeopleShared,
        REMOVED,
      );
      return back.map(({ person }) => person);
    },
    forgetCommunity: async (id) => {
      for (const text of NOBODYS) await sql(text, id);
    },
  } satisfies Partial<SystemTransaction>;
}
