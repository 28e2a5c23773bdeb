import type { Poll } from '../core/groups/poll.ts';
import type { Reads, SystemTransaction, Transaction } from '../core/store.ts';
import { atOnce } from './at-once.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import type { Sql } from './sql.ts';
import { columns, insertion } from './table.ts';

type Row = Omit<Prisma.PollGetPayload<Record<never, never>>, 'times'> & {
  readonly times: readonly string[];
  readonly answers: readonly { readonly person: string; readonly fits: readonly number[] | null }[];
};

async function readPoll(sql: Sql, id: string, scope: Scope): Promise<Poll | undefined> {
  const [row] = await sql<Row>(
    `SELECT ${columns('p', Prisma.PollScalarFieldEnum)},
       COALESCE((SELECT json_agg(json_build_object('person', a.person_id, 'fits', a.fits) ORDER BY a.nr)
         FROM poll_answer a WHERE a.poll_id = p.id), '[]') AS "answers"
     FROM poll p WHERE p.id = $1 AND ($2::text IS NULL OR p.organization_id = $2)`,
    id,
    scope ?? null,
  );
  return row && toPoll(row);
}

export function pollReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return { poll: (id) => readPoll(sql, id, scope) } satisfies Partial<Reads>;
}

export function pollWrites({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    lockPoll: async (id) => {
      await sql('SELECT FROM poll WHERE id = $1 FOR UPDATE', id);
      return readPoll(sql, id, scope);
    },
    addPoll: async ({ organization, tutor, session, answers, ...poll }) => {
      const endsAt = poll.times.at(-1);
      const row = { ...nulls(poll), endsAt, organizationId: organization, tutorId: tutor, sessionId: session ?? null };
      await atOnce(sql, [insertion('poll', [row])]);
      const asked = answers.map(({ person }) => ({ pollId: poll.id, personId: person }));
      await atOnce(sql, [insertion('poll_answer', asked)]);
    },
    answerPoll: async (poll, person, fits) => {
      await sql(
        `INSERT INTO poll_answer (poll_id, person_id, fits) VALUES ($1, $2, $3::int[])
         ON CONFLICT (poll_id, person_id) DO UPDATE SET fits = excluded.fits`,
        poll,
        person,
        [...fits],
      );
    },
    closePoll: async (id, closedAt, session) => {
      await sql('UPDATE poll SET closed_at = $2, session_id = $3 WHERE id = $1', id, closedAt, session ?? null);
    },
  } satisfies Partial<Transaction>;
}

export function pollLookups({ sql }: Pick<Connection, 'sql'>) {
  return {
    lockPollsDue: async (now) => {
      const rows = await sql<{ id: string }>(
        'SELECT id FROM poll WHERE closed_at IS NULL AND ends_at <= $1 FOR UPDATE SKIP LOCKED',
        now,
      );
      return rows.map(({ id }) => id);
    },
  } satisfies Partial<SystemTransaction>;
}

function toPoll({ organizationId, tutorId, sessionId, closedAt, endsAt: _endsAt, times, answers, ...row }: Row): Poll {
  return {
    ...row,
    organization: organizationId,
    tutor: tutorId,
    session: sessionId ?? undefined,
    closedAt: closedAt ?? undefined,
    times: times.map((time) => new Date(time)),
    answers: answers.map(({ person, fits }) => ({ person, fits: fits ?? undefined })),
  };
}
