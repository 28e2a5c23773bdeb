import { type MessageRule, USUAL_RULES } from '../core/community/rules.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Scope } from './scope.ts';

interface Row {
  readonly asksComing: boolean;
  readonly lateCancelHours: number;
  readonly mostOpen: number | null;
  readonly mostWeekly: number | null;
  readonly horizonDays: number;
  readonly messages: MessageRule;
  readonly usesCredits: boolean;
  readonly lateCostsCredit: boolean;
}

export function rulesReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    rules: async (organization) => {
      const [row] = await sql<Row>(
        `SELECT asks_coming AS "asksComing", late_cancel_hours AS "lateCancelHours", most_open AS "mostOpen", most_weekly AS "mostWeekly",
           horizon_days AS "horizonDays", messages, uses_credits AS "usesCredits", late_costs_credit AS "lateCostsCredit"
         FROM organization WHERE id = $1 AND ($2::text IS NULL OR id = $2)`,
        organization,
        scope ?? null,
      );
      return row
        ? { ...row, mostOpen: row.mostOpen ?? undefined, mostWeekly: row.mostWeekly ?? undefined }
        : USUAL_RULES;
    },
  } satisfies Partial<Reads>;
}

export function rulesWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    lockRules: async (organization) => {
      // Whoever only refers to the organization need not wait.
      await sql('SELECT FROM organization WHERE id = $1 FOR NO KEY UPDATE', organization);
    },
    saveRules: async (organization, rules) => {
      const { asksComing, lateCancelHours, mostOpen, mostWeekly, horizonDays } = rules;
      await sql(
        `UPDATE organization SET asks_coming = $2, late_cancel_hours = $3, most_open = $4, most_weekly = $5,
           horizon_days = $6, uses_credits = $7, late_costs_credit = $8, messages = $9 WHERE id = $1`,
        organization,
        asksComing,
        lateCancelHours,
        mostOpen ?? null,
        mostWeekly ?? null,
        horizonDays,
        rules.usesCredits,
        rules.lateCostsCredit,
        rules.messages,
      );
      if (!asksComing) return;
      // What is confirmed already looks at it anew when this rings: then it is decided when that is.
      await sql(
        `INSERT INTO alarm (subject_kind, subject_id, kind, at)
         SELECT 'session', id, 'ask-coming', starts_at - interval '36 hours' FROM session
         WHERE organization_id = $1 AND state = 'confirmed' ON CONFLICT DO NOTHING`,
        organization,
      );
    },
  } satisfies Partial<Transaction>;
}
