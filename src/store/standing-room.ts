import type { StandingRoom } from '../core/meeting/port.ts';
import type { SystemReads, SystemTransaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { columns, insert, update } from './table.ts';

type Row = Prisma.StandingRoomGetPayload<Record<never, never>>;

const ROOM = columns('r', Prisma.StandingRoomScalarFieldEnum);
/** "All of them" is asked for with a year of six digits, which PostgreSQL does not read as JavaScript writes it. */
const LATEST = new Date('9999-12-31T23:59:59Z');
const OVER = `('declined', 'expired', 'cancelled')`;

export function standingRoomReads({ sql }: Connection) {
  return {
    standingRooms: async (platform, which) => {
      const [also, value] =
        'meetingId' in which
          ? ['r.meeting_id = $2::text', which.meetingId]
          : ['s.starts_at < $2::timestamptz', which.startsBefore < LATEST ? which.startsBefore : LATEST];
      const rows = await sql<Row & { startsAt: Date }>(
        `SELECT ${ROOM}, s.starts_at AS "startsAt" FROM standing_room r JOIN session s ON s.id = r.session_id
         WHERE r.platform = $1 AND ${also} ORDER BY s.starts_at, r.session_id, r.attempt`,
        platform,
        value,
      );
      return rows.map((row) => ({ ...toRoom(row), startsAt: row.startsAt }));
    },
    roomsLeft: async (endedBefore, askedSince) => {
      const rows = await sql<Row & { endedAt: Date | null }>(
        `SELECT ${ROOM}, s.ended_at AS "endedAt" FROM standing_room r
         LEFT JOIN session s ON s.id = r.session_id LEFT JOIN meeting m ON m.session_id = r.session_id
         WHERE r.meeting_id IS NOT NULL AND (r.asked_at IS NULL OR r.asked_at < $2) AND (
           s.id IS NULL OR s.state IN ${OVER} OR (s.state = 'ended' AND s.ended_at < $1)
           OR r.attempt < s.meeting_attempt OR m.meeting_id <> r.meeting_id
         )`,
        endedBefore,
        askedSince,
      );
      return rows.map((row) => ({ ...toRoom(row), endedAt: row.endedAt ?? undefined }));
    },
  } satisfies Partial<SystemReads>;
}

export function standingRoomWrites({ sql }: Connection) {
  const find = async (platform: string, session: string, attempt: number) => {
    const text = `SELECT ${ROOM} FROM standing_room r WHERE r.platform = $1 AND r.session_id = $2 AND r.attempt = $3`;
    const [row] = await sql<Row>(text, platform, session, attempt);
    return row && toRoom(row);
  };
  return {
    addStandingRoom: async ({ platform, session, attempt, name, space }) => {
      const row = { platform, sessionId: session, attempt, name, space };
      await insert(sql, 'standing_room', [row], 'name');
      return find(platform, session, attempt);
    },
    changeStandingRoom: async ({ platform, session, attempt }, patch) => {
      await update(sql, 'standing_room', { platform, sessionId: session, attempt }, patch);
    },
    removeStandingRoom: async ({ platform, session, attempt }) => {
      const text = 'DELETE FROM standing_room WHERE platform = $1 AND session_id = $2 AND attempt = $3';
      await sql(text, platform, session, attempt);
    },
  } satisfies Partial<SystemTransaction>;
}

function toRoom({ platform, sessionId, attempt, name, space, meetingId }: Row): StandingRoom {
  return { platform, session: sessionId, attempt, name, space, meetingId: meetingId ?? undefined };
}
