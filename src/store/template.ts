import { z } from 'zod';
import type { Question, Template } from '../core/people/template.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import { columns, put } from './table.ts';

type Row = Prisma.TemplateGetPayload<Record<never, never>>;

const Questions: z.ZodType<Question[]> = z.array(z.object({ text: z.string(), isRequired: z.boolean() }));
const TEMPLATE = `SELECT ${columns('t', Prisma.TemplateScalarFieldEnum)} FROM template t
  JOIN person p ON p.id = t.tutor_id WHERE ($2::text IS NULL OR p.organization_id = $2)`;

export function templateReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    template: async (id) => {
      const [row] = await sql<Row>(`${TEMPLATE} AND t.id = $1`, id, scope ?? null);
      return row && toTemplate(row);
    },
    templates: async (tutors) => {
      if (tutors.length === 0) return [];
      const text = `${TEMPLATE} AND t.tutor_id = ANY($1::text[]) ORDER BY t.name, t.id`;
      return (await sql<Row>(text, [...tutors], scope ?? null)).map(toTemplate);
    },
  } satisfies Partial<Reads>;
}

export function templateWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    saveTemplate: async ({ tutor, ...template }) => {
      await put(sql, 'template', 'id', { ...nulls(template), tutorId: tutor });
    },
    removeTemplate: async (id) => {
      await sql('DELETE FROM template WHERE id = $1', id);
    },
  } satisfies Partial<Transaction>;
}

function toTemplate({ tutorId, platform, questions, ...row }: Row): Template {
  return { ...row, tutor: tutorId, platform: platform ?? undefined, questions: Questions.parse(questions) };
}
