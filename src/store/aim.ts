import type { Aim } from '../core/learning/port.ts';
import type { Reads, SystemTransaction, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import { update } from './table.ts';

export type AimRow = Row;

type Row = Omit<Aim, 'doneAt' | 'remindAt'> & { readonly doneAt: Date | null; readonly remindAt: Date | null };

/** For a statement that calls the aim `a`. */
export const AIM_ROW = `a.id, a.organization_id AS "organization", a.learner_id AS "learner", a.tutor_id AS "tutor",
  a.kind, a.text, a.by_id AS "by", a.added_at AS "addedAt", a.done_at AS "doneAt", a.remind_at AS "remindAt"`;
const AIM = `SELECT ${AIM_ROW} FROM aim a`;
const IN_SCOPE = '($2::text IS NULL OR a.organization_id = $2)';

export function aimReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    aim: async (id) => {
      const [row] = await sql<Row>(`${AIM} WHERE a.id = $1 AND ${IN_SCOPE}`, id, scope ?? null);
      return row && toAim(row);
    },
    aims: async ({ learner, tutor }, limit) => {
      const rows = await sql<Row>(
        `${AIM} WHERE a.learner_id = $1 AND a.tutor_id = $3 AND ${IN_SCOPE}
         ORDER BY a.done_at DESC NULLS FIRST, a.id LIMIT $4`,
        learner,
        scope ?? null,
        tutor,
        limit,
      );
      return rows.map(toAim);
    },
    openAims: async ({ learner, tutor }) => {
      const which = `a.learner_id = $1 AND a.tutor_id = $3 AND a.done_at IS NULL AND ${IN_SCOPE}`;
      return (await sql<Row>(`${AIM} WHERE ${which} ORDER BY a.id`, learner, scope ?? null, tutor)).map(toAim);
    },
  } satisfies Partial<Reads>;
}

export function aimWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    addAim: async ({ id, organization, learner, tutor, kind, text, by, addedAt, remindAt }) => {
      await sql(
        `INSERT INTO aim (id, organization_id, learner_id, tutor_id, kind, text, by_id, added_at, remind_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        id,
        organization,
        learner,
        tutor,
        kind,
        text,
        by,
        addedAt,
        remindAt ?? null,
      );
    },
    changeAim: async (id, patch) => {
      await update(sql, 'aim', { id }, nulls(patch));
    },
  } satisfies Partial<Transaction>;
}

export function aimClock({ sql }: Pick<Connection, 'sql'>) {
  return {
    lockAimsDue: async (now) => {
      const rows = await sql<Row>(`${AIM} WHERE a.remind_at <= $1 ORDER BY a.id FOR UPDATE OF a SKIP LOCKED`, now);
      return rows.map(toAim);
    },
  } satisfies Partial<SystemTransaction>;
}

export function toAim({ doneAt, remindAt, ...row }: Row): Aim {
  return { ...row, doneAt: doneAt ?? undefined, remindAt: remindAt ?? undefined };
}
