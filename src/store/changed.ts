import type { OrganizationRules } from '../core/community/rules.ts';
import { type Happened, isLeftLate } from '../core/credits/settle.ts';
import type { Session } from '../core/session/session.ts';
import type { SystemTransaction } from '../core/store.ts';
import { remindedIn, writingAlarms } from './alarm.ts';
import type { Statement } from './at-once.ts';
import type { Leads } from './leads.ts';
import { readSessions } from './session.ts';
import type { Sql } from './sql.ts';

/** The sessions that a transaction has changed: each as it was read last, undefined where it has changed since. */
export type Changed = Map<string, Session | undefined>;

/** The same transaction, which notes the sessions that it changes. */
export function noting(
  tx: SystemTransaction,
  sql: Sql,
  leads: Leads,
): { readonly tx: SystemTransaction; readonly changed: Changed; readonly happened: readonly Happened[] } {
  const changed: Changed = new Map();
  const happened: Happened[] = [];
  const known = new Map<string, Promise<OrganizationRules>>();
  const rules = (organization: string) => {
    const found = known.get(organization) ?? tx.rules(organization);
    known.set(organization, found);
    return found;
  };
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
    sessionsOfSeries: async (id) => (await tx.sessionsOfSeries(id)).map(seen),
    lockSeries: async (id) => {
      const locked = await tx.lockSeries(id);
      locked?.sessions.forEach(seen);
      return locked;
    },
    lockDue: async (...which) => {
      const sessions = await tx.lockDue(...which);
      // An alarm that rang for nothing is put right too.
      for (const session of sessions) changed.set(session.id, session);
      return sessions;
    },
    // Asked for again and again on the way of one request.
    rules,
    saveRules: async (organization, changed) => {
      known.delete(organization);
      await tx.saveRules(organization, changed);
    },
    addSession: async (given) => {
      const { usesCredits: needsCredit } = await rules(given.organization);
      const session = { ...given, needsCredit };
      await tx.addSession(session);
      // What its organization wants is known when it is read.
      changed.set(session.id, session.state === 'confirmed' ? undefined : session);
    },
    audit: async (entry) => {
      await tx.audit(entry);
      const { about, by, event, at, data } = entry;
      if (about.kind === 'session') happened.push({ session: about.id, by, event, at, isLate: isLeftLate(data) });
    },
    changeSession: async (session, patch) => {
      const now = await tx.changeSession(session, patch);
      if (now) changed.set(now.id, now);
      return now;
    },
    annotateSession: (id, patch) => after(id, tx.annotateSession(id, patch)),
    decideUntil: async (ids, until) => {
      await tx.decideUntil(ids, until);
      for (const id of ids) {
        const session = changed.get(id);
        changed.set(id, session && { ...session, decidedUntil: until });
      }
    },
    addParticipant: (id, participant) => after(id, tx.addParticipant(id, participant)),
    removeParticipant: (id, person) => after(id, tx.removeParticipant(id, person)),
    setCandidates: (id, people) => after(id, tx.setCandidates(id, people)),
    changeParticipant: (id, person, patch) => after(id, tx.changeParticipant(id, person, patch)),
    linkPeople: async (link) => {
      const sessions = await tx.linkPeople(link);
      leads.forget(link.gone);
      for (const id of sessions) changed.set(id, undefined);
      return sessions;
    },
    unlinkPeople: async (...which) => {
      const sessions = await tx.unlinkPeople(...which);
      for (const id of sessions ?? []) changed.set(id, undefined);
      return sessions;
    },
    changePerson: async (id, patch) => {
      await tx.changePerson(id, patch);
      if (!('reminderLeads' in patch)) return;
      leads.forget(id);
      for (const session of await lockUpcoming(sql, id)) changed.set(session, undefined);
    },
  };
  return { tx: noted, changed, happened };
}

/** The sessions that a transaction has changed, as they are at its end. */
export async function readChanged(sql: Sql, changed: Changed): Promise<readonly Session[]> {
  const unread = [...changed].filter(([, session]) => session === undefined).map(([id]) => id);
  const known = [...changed.values()].filter((session) => session !== undefined);
  return [...known, ...(await readSessions(sql, unread))];
}

/** The one place where alarms are written: whatever a transaction does to a session, its alarms follow at its end. */
export async function keepingAlarms(sessions: readonly Session[], leads: Leads): Promise<readonly Statement[]> {
  return writingAlarms(sessions, await leads.of(remindedIn(sessions)));
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
