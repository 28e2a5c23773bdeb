import { z } from 'zod';
import type { Line, Statement } from '../core/statement/statement.ts';
import type { Reads, SystemReads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import { columns, insert } from './table.ts';

type Row = Prisma.StatementGetPayload<Record<never, never>>;

const Lines: z.ZodType<Line[]> = z.array(
  z.object({ at: z.number(), subject: z.string(), minutes: z.number(), learners: z.array(z.string()) }),
);
const STATEMENT = `SELECT ${columns('s', Prisma.StatementScalarFieldEnum)} FROM statement s WHERE`;
const IN_SCOPE = '($2::text IS NULL OR s.organization_id = $2)';

export function statementReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    statement: async (id) => {
      const [row] = await sql<Row>(`${STATEMENT} s.id = $1 AND ${IN_SCOPE}`, id, scope ?? null);
      return row && toStatement(row);
    },
    latestStatement: async (tutor, fromDay, untilDay) => {
      const [row] = await sql<Row>(
        `${STATEMENT} s.tutor_id = $1 AND ${IN_SCOPE} AND s.from_day = $3 AND s.until_day = $4
         ORDER BY s.made_at DESC, s.id DESC LIMIT 1`,
        tutor,
        scope ?? null,
        fromDay,
        untilDay,
      );
      return row && toStatement(row);
    },
  } satisfies Partial<Reads>;
}

export function statementLookups({ sql }: Pick<Connection, 'sql'>) {
  return {
    statementByCode: async (code) => {
      const [row] = await sql<Row>(`${STATEMENT} s.code = $1`, code);
      return row && toStatement(row);
    },
  } satisfies Partial<SystemReads>;
}

export function statementWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    addStatement: async ({ organization, tutor, ...statement }) => {
      await insert(sql, 'statement', [{ ...nulls(statement), organizationId: organization, tutorId: tutor }], 'id');
    },
  } satisfies Partial<Transaction>;
}

function toStatement({ organizationId, tutorId, code, lines, ...row }: Row): Statement {
  return { ...row, organization: organizationId, tutor: tutorId, code: code ?? undefined, lines: Lines.parse(lines) };
}
