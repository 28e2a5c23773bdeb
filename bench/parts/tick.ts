import { hearStatements, openHouse } from '../house.ts';
import { populate, usual } from '../populate.ts';
import { median, ms, type Part, type Row, timed } from './part.ts';

const DUE = 1_000;

/** What the minute's work costs: with nothing due, and with a thousand sessions due, however many there have been. */
export const tick: Part = {
  title: 'The tick',
  run: async ({ server, databases, sizes }) => {
    const rows: Row[] = [];
    const heard = hearStatements();
    for (const database of databases) {
      for (const size of sizes) {
        await using house = await openHouse({ database, server });
        const { app, organization, stage } = house;
        await populate(house.database.sql, stage.slack.credentials.teamId, usual(organization, size), house.now());
        await app.tick();
        await app.jobs.idle();
        heard();
        const idle = await timed(10, () => app.tick());
        const statements = Math.round(heard().length / idle.length);
        await makeDue(house.database.sql, house.now());
        // What is due is decided here; that it is then sent is measured by the reminders.
        await app.jobs.stop();
        const waiting = await dueCount(house.database.sql, house.now());
        if (waiting < DUE) throw new Error(`only ${waiting} of ${DUE} sessions were due`);
        const [due = Number.NaN] = await timed(1, () => app.tick());
        const left = await dueCount(house.database.sql, house.now());
        if (left > 0) throw new Error(`${left} sessions were still due after the tick`);
        rows.push({
          what: `${database} · ${size.toLocaleString('en')} sessions`,
          figures: { 'nothing due': ms(median(idle)), statements: String(statements), 'a thousand due': ms(due) },
        });
      }
    }
    return rows;
  },
};

/** Sessions whose end, reminder or last hour to be answered has come. */
async function makeDue(sql: Parameters<typeof populate>[0], now: Date): Promise<void> {
  await sql(
    `WITH chosen AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM session WHERE state = 'confirmed' ORDER BY id LIMIT $1::int)
     UPDATE session SET starts_at = at, ends_at = at + interval '1 hour'
     FROM (SELECT id, $2::timestamptz + CASE WHEN n % 2 = 0 THEN interval '-80 minutes' ELSE interval '9 minutes' END AS at FROM chosen) AS moved
     WHERE moved.id = session.id`,
    DUE,
    now,
  );
  await sql(
    `UPDATE alarm SET at = $1::timestamptz - interval '1 minute' FROM session
     WHERE session.id = subject_id AND session.starts_at < $1::timestamptz + interval '10 minutes' AND state = 'confirmed'
       AND (kind = 'end' AND ends_at < $1::timestamptz OR kind = 'remind' AND ends_at > $1::timestamptz OR kind = 'start' AND ends_at < $1::timestamptz)`,
    now,
  );
}

async function dueCount(sql: Parameters<typeof populate>[0], now: Date): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `SELECT count(DISTINCT subject_id)::int AS count FROM alarm WHERE at <= $1::timestamptz`,
    now,
  );
  return row?.count ?? 0;
}
