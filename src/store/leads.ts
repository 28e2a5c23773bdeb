import type { LeadsOf } from '../core/owing/reminders.ts';
import { leadsIn } from './person.ts';
import type { Sql } from './sql.ts';

/** For a statement that calls a session `s`: the leads of its people, `null` of those who have none of their own. */
export const LEADS_OF_SESSION = `(SELECT json_object_agg(w.id, w.reminder_leads)
  FROM participant p JOIN person w ON w.id = p.person_id WHERE p.session_id = s.id) AS "leads"`;

export interface LeadsRow {
  readonly leads: Readonly<Record<string, unknown>> | null;
}

/** When people want to be reminded, as far as a transaction has come across it. */
export interface Leads {
  hear(row: LeadsRow): void;
  forget(person: string): void;
  /** Reads what it has not come across. */
  of(people: readonly string[]): Promise<LeadsOf>;
}

export function leadsKnown(sql: Sql, usual: readonly number[]): Leads {
  const known = new Map<string, unknown>();
  return {
    hear: ({ leads }) => {
      for (const [person, own] of Object.entries(leads ?? {})) known.set(person, own);
    },
    forget: (person) => void known.delete(person),
    of: async (people) => {
      const unknown = [...new Set(people)].filter((person) => !known.has(person));
      const rows =
        unknown.length === 0
          ? []
          : await sql<{ id: string; leads: unknown }>(
              `SELECT id, reminder_leads AS "leads" FROM person WHERE id = ANY($1::text[])`,
              unknown,
            );
      for (const { id, leads } of rows) known.set(id, leads);
      return (person) => {
        const own = known.get(person) ?? null;
        return own === null ? usual : leadsIn(own);
      };
    },
  };
}
