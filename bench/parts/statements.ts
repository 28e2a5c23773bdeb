import { setTimeout as sleep } from 'node:timers/promises';
import { discordSteps } from '../discord-steps.ts';
import { countStatements, openHouse } from '../house.ts';
import { knowEverybody } from '../know.ts';
import { slackSteps } from '../slack-steps.ts';
import { perform } from '../step.ts';
import type { Part, Row } from './part.ts';

const JOURNEYS = 5;
/** By then everything that one press causes has been done. */
const DONE_MS = 400;

/** How many SQL statements one press costs, with all that it causes: jobs, the queue's own, the cards of both. */
export const statements: Part = {
  title: 'SQL statements for one press, with all its jobs (the fewest of five)',
  run: async ({ server, databases }) => {
    const rows: Row[] = [];
    const counted = countStatements();
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
        const fewest = new Map<string, number>();
        for (let journey = 0; journey < JOURNEYS; journey++) {
          for (const step of steps) {
            const before = counted();
            await perform(step, journey);
            await sleep(DONE_MS);
            const key = `${step.chat} · ${step.name}`;
            fewest.set(key, Math.min(fewest.get(key) ?? Number.POSITIVE_INFINITY, counted() - before));
          }
        }
        rows.push(
          ...[...fewest].map(([what, count]) => ({
            what: `${database} · ${what}`,
            figures: { statements: String(count) },
          })),
        );
      }
    }
    return rows;
  },
};
