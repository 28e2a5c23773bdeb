import type { WaitingCard } from '../core/community/port.ts';
import { failureCode } from '../core/meeting/failure.ts';
import type { SystemReads } from '../core/store.ts';
import type { Connection } from './connection.ts';

const IN_ORGANIZATION = 'organization_id = (SELECT organization_id FROM community WHERE id = $1)';

/** What waits for an admin of the organization of the community `$1`, and since when: each card with what it is about. */
const WAITING = `
  SELECT 'unanswered' AS kind, 'session' AS about, s.id, s.escalated_at AS since FROM session s
    WHERE s.${IN_ORGANIZATION} AND s.state = 'requested' AND s.escalated_at >= $2 AND s.series_id IS NULL
  UNION ALL SELECT 'series-unanswered', 'series', s.series_id, min(s.escalated_at) FROM session s
    WHERE s.${IN_ORGANIZATION} AND s.state = 'requested' AND s.escalated_at >= $2 AND s.series_id IS NOT NULL
    GROUP BY s.series_id
  UNION ALL SELECT 'disputed', 'session', s.id, s.ended_at FROM session s
    WHERE s.${IN_ORGANIZATION} AND s.state = 'ended' AND s.starts_at >= $2 AND EXISTS (
      SELECT FROM participant p WHERE p.session_id = s.id AND p.outcome IN ('disputed', 'unknown')
    )
  UNION ALL SELECT 'application', 'person', t.person_id, t.applied_at FROM tutor t JOIN person p ON p.id = t.person_id
    WHERE p.${IN_ORGANIZATION} AND t.standing = 'applied'
  UNION ALL SELECT 'complaint', 'complaint', c.id, c.made_at FROM complaint c
    WHERE c.${IN_ORGANIZATION} AND c.state = 'open'
  UNION ALL SELECT 'platform-trouble', 'platform', platform, since FROM platform_trouble`;

interface Row {
  readonly kind: WaitingCard['card']['kind'];
  readonly about: string;
  readonly id: string;
  readonly isOwed: boolean;
  readonly channel: string | null;
  readonly messageId: string | null;
  readonly why: string | null;
  readonly detail: string | null;
}

export function waitingReads({ sql }: Pick<Connection, 'sql'>) {
  return {
    waitingForAdmins: async (community, since) => {
      const rows = await sql<Row>(
        `SELECT w.kind, w.about, w.id, d.id IS NOT NULL AS "isOwed", d.channel, d.message_id AS "messageId", t.why, t.detail FROM (${WAITING}) AS w
         LEFT JOIN platform_trouble t ON w.kind = 'platform-trouble' AND t.platform = w.id
         LEFT JOIN LATERAL (
           SELECT id, channel, message_id FROM delivery WHERE community_id = $1 AND to_channel IS NULL AND kind = w.kind
             AND subject_kind = w.about AND subject_id = w.id AND fate IN ('queued', 'sending', 'sent')
           ORDER BY owed_at DESC LIMIT 1
         ) AS d ON true
         ORDER BY w.since, w.id`,
        community,
        since,
      );
      return rows.map(({ kind, about, id, isOwed, channel, messageId, why, detail }) => ({
        // As the statement has it.
        card: {
          kind,
          about: { kind: about, id },
          ...(why !== null && { data: { why: failureCode(why), detail: detail ?? '' } }),
        } as WaitingCard['card'],
        isOwed,
        place: channel !== null && messageId !== null ? { channel, messageId } : undefined,
      }));
    },
  } satisfies Partial<SystemReads>;
}
