import { openHouse } from '../house.ts';
import { inSlack, populate } from '../populate.ts';
import { ms, type Part, type Row, timed } from './part.ts';

const SESSIONS = 5_000;
const MB = 1024 * 1024;

/** Ten thousand reminders that fall due at once: decided, and sent to chats without limits. */
export const reminders: Part = {
  title: 'Ten thousand reminders at once (the chats are played in the same process)',
  run: async ({ server, databases }) => {
    const rows: Row[] = [];
    for (const database of databases) {
      const counts = { sessions: SESSIONS, learners: SESSIONS, tutors: SESSIONS, upcoming: SESSIONS };
      await using house = await openHouse({ database, server, others: inSlack({ ...counts, organization: '' }) });
      const { app, organization, stage } = house;
      const team = stage.slack.credentials.teamId;
      const population = { ...counts, organization };
      await populate(house.database.sql, team, population, house.now());
      await allIn(house.database.sql, house.now());
      const before = process.memoryUsage.rss();
      const [decided = Number.NaN] = await timed(1, () => app.tick());
      const start = performance.now();
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss());
      }, 50);
      await app.jobs.idle();
      clearInterval(watch);
      const took = performance.now() - start;
      const [{ sent } = { sent: 0 }] = await house.database.sql<{ sent: number }>(
        `SELECT count(*)::int AS sent FROM delivery WHERE kind = 'reminder' AND fate = 'sent'`,
      );
      const a = (sent / (took + decided)) * 1000;
      rows.push({
        what: database,
        figures: {
          decided: ms(decided),
          sent: String(sent),
          'a second': a.toFixed(0),
          memory: `+${((most - before) / MB).toFixed(0)} MB`,
        },
      });
    }
    return rows;
  },
};

/** All sessions are confirmed, of different people, and start in nine minutes. */
export async function allIn(sql: Parameters<typeof populate>[0], now: Date): Promise<void> {
  await sql(
    `UPDATE session SET state = 'confirmed', confirmed_at = $1::timestamptz - interval '50 minutes',
       starts_at = $1::timestamptz + interval '9 minutes', ends_at = $1::timestamptz + interval '69 minutes'`,
    now,
  );
  await sql(`DELETE FROM alarm`);
  await sql(
    `INSERT INTO alarm (subject_kind, subject_id, kind, at) SELECT 'session', id, 'remind', $1::timestamptz FROM session`,
    now,
  );
}
