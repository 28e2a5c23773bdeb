import type { Session } from '../core/session/session.ts';
import type { SystemTransaction } from '../core/store.ts';
import { rewriteAlarms } from './alarm.ts';
import { readSessions } from './session.ts';
import type { Sql } from './sql.ts';

/** The sessions that a transaction has changed: each as it was read last, undefined where it has changed since. */
export type Changed = Map<string, Session | undefined>;

/** The same transaction, which notes the sessions that it changes. */
export function noting(tx: SystemTransaction, sql: Sql): { readonly tx: SystemTransaction; readonly changed: Changed } {
  const changed: Changed = new Map();
  const seen = <S extends Session | undefined>(session: S): S => {
    if (session && changed.has(session.id)) changed.set(session.id, session);
    return session;
  };
  const after = async <T>(id: string, write: Promise<T>): Promise<T> => {
    const written = await write;
    changed.set(id, undefined);
    return written;
  };
  const noted: SystemTransaction = {
    ...tx,
    session: async (id) => seen(await tx.session(id)),
    sessionsOf: async (ids) => (await tx.sessionsOf(ids)).map(seen),
    lockSession: async (id) => seen(await tx.lockSession(id)),
    lockDue: async (...which) => {
      const sessions = await tx.lockDue(...which);
      // An alarm that rang for nothing is put right too.
      for (const session of sessions) changed.set(session.id, session);
      return sessions;
    },
    addSession: async (session) => {
      await tx.addSession(session);
      changed.set(session.id, session);
    },
    changeSession: (session, patch) => after(session.id, tx.changeSession(session, patch)),
    annotateSession: (id, patch) => after(id, tx.annotateSession(id, patch)),
    decideUntil: async (ids, until) => {
      await tx.decideUntil(ids, until);
      for (const id of ids) {
        const session = changed.get(id);
        changed.set(id, session && { ...session, decidedUntil: until });
      }
    },
    addParticipant: (id, participant) => after(id, tx.addParticipant(id, participant)),
    changeParticipant: (id, person, patch) => after(id, tx.changeParticipant(id, person, patch)),
    changePerson: async (id, patch) => {
      await tx.changePerson(id, patch);
      if ('reminderLeads' in patch) for (const session of await lockUpcoming(sql, id)) changed.set(session, undefined);
    },
  };
  return { tx: noted, changed };
}

/** The one place where alarms are written: whatever a transaction does to a session, its alarms follow at its end. */
export async function keepAlarms(sql: Sql, changed: Changed, usualLeads: readonly number[]): Promise<void> {
  const unread = [...changed].filter(([, session]) => session === undefined).map(([id]) => id);
  const read = await readSessions(sql, unread);
  const known = [...changed.values()].filter((session) => session !== undefined);
  await rewriteAlarms(sql, [...known, ...read], usualLeads);
}

/** The sessions in which somebody may still be reminded. Locked, as whoever writes their alarms at the same time has them. */
async function lockUpcoming(sql: Sql, person: string): Promise<readonly string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT "session"."id" FROM "session" JOIN "participant" ON "participant"."session_id" = "session"."id"
    WHERE "participant"."person_id" = $1 AND "session"."state" IN ('confirmed', 'started')
    ORDER BY "session"."id" FOR UPDATE OF "session"`,
    person,
  );
  return rows.map(({ id }) => id);
}
