import { setTimeout as sleep } from 'node:timers/promises';
import { discordSteps } from '../discord-steps.ts';
import { hearStatements, openHouse } from '../house.ts';
import { knowEverybody } from '../know.ts';
import { slackSteps } from '../slack-steps.ts';
import { perform } from '../step.ts';
import type { Part, Row } from './part.ts';

const JOURNEYS = 5;
/** So long after its last job everything that one press causes has been done. */
const DONE_MS = 200;
/** What the queue says by the clock, whatever is pressed, and what is asked here. */
const BY_CLOCK =
  /^\s*UPDATE pgboss\.job SET heartbeat_on|FROM pg_locks|AS "count" FROM pgboss\.job|pgboss\.(queue|version)\b.*_on = now|FROM pgboss\.queue q WHERE|SET LOCAL lock_timeout/s;

/** How many SQL statements one press costs, with all that it causes: jobs, the queue's own, the cards of both. */
export const statements: Part = {
  title: 'SQL statements for one press, with all its jobs (the fewest of five)',
  run: async ({ server, databases, isVerbose }) => {
    const rows: Row[] = [];
    const heard = hearStatements();
    for (const database of databases) {
      await using house = await openHouse({ database, server, journeys: JOURNEYS });
      const { stage, app, organization } = house;
      const where = {
        organization,
        team: stage.slack.credentials.teamId,
        server: stage.discord.credentials.serverId,
      };
      await knowEverybody(app.store, stage.cast, where, house.now());
      for (const steps of [slackSteps(stage), discordSteps(stage)]) {
        const fewest = new Map<string, readonly string[]>();
        for (let journey = 0; journey < JOURNEYS; journey++) {
          for (const step of steps) {
            heard();
            await perform(step, journey);
            do await sleep(DONE_MS);
            while ((await app.jobs.pending()) > 0);
            const key = `${step.chat} · ${step.name}`;
            const texts = heard().filter((text) => !BY_CLOCK.test(text));
            if (texts.length < (fewest.get(key)?.length ?? Number.POSITIVE_INFINITY)) fewest.set(key, texts);
          }
        }
        rows.push(
          ...[...fewest].map(([what, texts]) => ({
            what: `${database} · ${what}`,
            figures: { statements: String(texts.length) },
          })),
        );
        if (isVerbose)
          for (const [what, texts] of fewest) process.stderr.write(`${database} · ${what}\n${listed(texts)}\n`);
      }
    }
    return rows;
  },
};

/** Each on a line of its own, as far as it says what it is. */
function listed(texts: readonly string[]): string {
  return texts.map((text, index) => `${String(index + 1).padStart(4)}  ${brief(text)}`).join('\n');
}

/** Without the columns that it reads. */
function brief(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/SELECT .{60,}? FROM/, 'SELECT … FROM')
    .slice(0, 150);
}
