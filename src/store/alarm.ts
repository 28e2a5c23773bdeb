import type { LeadsOf } from '../core/owing/reminders.ts';
import { ALARM_KINDS, type AlarmKind, alarmsOf } from '../core/session/alarms.ts';
import { isOn, type Session } from '../core/session/session.ts';
import type { SystemReads, SystemTransaction } from '../core/store.ts';
import type { Statement } from './at-once.ts';
import type { Connection } from './connection.ts';
import type { Leads } from './leads.ts';
import { readSessions } from './session.ts';
import type { Sql } from './sql.ts';

export function alarmReads({ sql, prisma }: Connection, leads: Pick<Leads, 'of'>) {
  return {
    dueKinds: async (now) => {
      const rows = await sql<{ kind: AlarmKind }>(
        `SELECT "kind" FROM unnest($1::text[]) AS "kind" WHERE EXISTS (
          SELECT FROM "alarm"
          WHERE "subject_kind" = 'session' AND "alarm"."kind" = "kind"."kind" AND "at" <= $2
        )`,
        [...ALARM_KINDS],
        now,
      );
      return rows.map(({ kind }) => kind);
    },
    nextAlarm: async (kind, after) => {
      const row = await prisma.alarm.findFirst({
        where: { subjectKind: 'session', kind, at: { gt: after } },
        orderBy: { at: 'asc' },
      });
      return row?.at;
    },
    leadsOf: leads.of,
  } satisfies Partial<SystemReads>;
}

export function alarmWrites({ sql, prisma: tx }: Connection) {
  return {
    lockDue: async (kind, now, limit) => {
      // Who has locked a session rewrites its alarms, so the alarms themselves need no lock.
      const rows = await sql<{ id: string }>(
        `SELECT "session"."id" FROM "alarm" JOIN "session" ON "session"."id" = "alarm"."subject_id"
        WHERE "alarm"."subject_kind" = 'session' AND "alarm"."kind" = $1 AND "alarm"."at" <= $2
        ORDER BY "alarm"."at" LIMIT $3 FOR UPDATE OF "session" SKIP LOCKED`,
        kind,
        now,
        limit,
      );
      return readSessions(
        sql,
        rows.map(({ id }) => id),
      );
    },
    postponeAlarms: async (session, now, until) => {
      await tx.alarm.updateMany({
        where: { subjectKind: 'session', subjectId: session, at: { lte: now } },
        data: { at: until },
      });
    },
  } satisfies Partial<SystemTransaction>;
}

/** What makes the alarms of sessions those that they have as they are now, whatever they were before. */
export function writingAlarms(sessions: readonly Session[], leads: LeadsOf): readonly Statement[] {
  if (sessions.length === 0) return [];
  const alarms = sessions.flatMap((session) => alarmsOf(session, leads).map((alarm) => ({ ...alarm, id: session.id })));
  const wanted = `jsonb_to_recordset($1::text::jsonb) AS "wanted"("id" text, "kind" text, "at" timestamptz)`;
  const json = JSON.stringify(alarms);
  return [
    {
      text: `DELETE FROM "alarm" WHERE "subject_kind" = 'session' AND "subject_id" = ANY($2::text[])
        AND NOT EXISTS (SELECT FROM ${wanted} WHERE "id" = "subject_id" AND "wanted"."kind" = "alarm"."kind")`,
      values: [json, sessions.map(({ id }) => id)],
    },
    {
      text: `INSERT INTO "alarm" ("subject_kind", "subject_id", "kind", "at")
        SELECT 'session', "id", "kind", "at" FROM ${wanted}
        ON CONFLICT ("subject_kind", "subject_id", "kind") DO UPDATE SET "at" = excluded."at"
          WHERE "alarm"."at" <> excluded."at"`,
      values: [json],
    },
  ];
}

/** Of whom it has to be known when they want to be reminded. */
export function remindedIn(sessions: readonly Session[]): readonly string[] {
  return sessions.filter(isOn).flatMap(({ participants }) => participants.map(({ person }) => person));
}

/** Where the organization's leads are others than at the last start, all reminders to come are decided on anew. */
export async function followUsualLeads(sql: Sql, usualLeads: readonly number[]): Promise<void> {
  await sql(
    `WITH "changed" AS (
      UPDATE "organization" SET "usual_leads" = $1::text::jsonb
      WHERE "usual_leads" IS DISTINCT FROM $1::text::jsonb
      RETURNING "id"
    )
    INSERT INTO "alarm" ("subject_kind", "subject_id", "kind", "at")
      SELECT 'session', "session"."id", 'remind', coalesce("confirmed_at", "requested_at")
      FROM "session" JOIN "changed" ON "changed"."id" = "organization_id"
      WHERE "state" IN ('confirmed', 'started')
      ON CONFLICT ("subject_kind", "subject_id", "kind") DO UPDATE SET "at" = excluded."at"`,
    JSON.stringify(usualLeads),
  );
}
