import { POSTS_PER_WORKSPACE } from '../../sandbox/slack/limits.ts';
import type { Sql } from '../../src/store/sql.ts';
import { allIn } from '../crowd.ts';
import { openHouse } from '../house.ts';
import { inDiscord, inSlack, moveToDiscord, populate } from '../populate.ts';
import type { BenchStage } from '../stage.ts';
import type { Part, Row } from './part.ts';

/** One reminder in each chat for each. */
const SESSIONS = 1_000;
/** Slack's minute is so many times as soon over; Discord's second is one. */
const SPEED = 5;
/** https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const DISCORD_A_SECOND = 50;
/** So many go at once, the next when the window of the first is over. */
const windows = (aWindow: number) => Math.floor((SESSIONS - 1) / aWindow);
const LEAST_SECONDS = {
  slack: (windows(POSTS_PER_WORKSPACE.calls) * POSTS_PER_WORKSPACE.windowMs) / SPEED / 1000,
  discord: windows(DISCORD_A_SECOND),
};

/** Reminders that fall due at once, at vendors that let through only so many. */
export const limits: Part = {
  title: `Two thousand reminders at the vendors’ limits (Slack’s minute ${SPEED} times as fast)`,
  run: async ({ server, databases }) => {
    const rows: Row[] = [];
    for (const database of databases) {
      const counts = { organization: '', sessions: SESSIONS, learners: SESSIONS, tutors: SESSIONS, upcoming: SESSIONS };
      const people = { others: inSlack(counts), othersInDiscord: inDiscord(counts) };
      await using house = await openHouse({ database, server, rateLimits: SPEED, ...people });
      const { app, organization, stage } = house;
      const { sql } = house.database;
      await populate(sql, stage.slack.credentials.teamId, { ...counts, organization }, house.now());
      await moveToDiscord(sql, stage.discord.credentials.serverId);
      await openDms(sql, stage);
      await allIn(sql, house.now());
      await app.tick();
      while ((await sql(`SELECT FROM delivery WHERE fate IN ('queued', 'sending') LIMIT 1`)).length > 0)
        await new Promise((resolve) => setTimeout(resolve, 500));
      const screens = messagesOn(stage);
      for (const chat of ['slack', 'discord'] as const) {
        const [fates] = await sql<{ sent: number; failed: number; seconds: number }>(
          `SELECT count(*) FILTER (WHERE fate = 'sent')::int AS sent, count(*) FILTER (WHERE fate <> 'sent')::int AS failed,
             extract(epoch FROM max(sent_at) - min(owed_at))::float8 AS seconds
           FROM delivery d JOIN account a ON a.person_id = d.person_id WHERE d.kind = 'reminder' AND a.chat = $1`,
          chat,
        );
        const { sent = 0, failed = 0, seconds = Number.NaN } = fates ?? {};
        rows.push({
          what: `${database} · ${chat}`,
          figures: {
            'called sent': String(sent),
            'called failed': String(failed),
            'on screens': String(screens[chat]),
            took: `${seconds.toFixed(1)} s`,
            'beside the least': `×${(seconds / LEAST_SECONDS[chat]).toFixed(2)}`,
          },
        });
      }
    }
    return rows;
  },
};

/** Everybody has been written to before. */
async function openDms(sql: Sql, { slack, discord }: BenchStage): Promise<void> {
  const accounts = await sql<{ chat: string; user: string }>('SELECT chat, user_id AS user FROM account');
  const channels = accounts.map(async ({ chat, user }) => ({
    user,
    channel: chat === 'slack' ? await slack.opensDm(user) : discord.screen(user).dm.id,
  }));
  await sql(
    `UPDATE account SET dm_channel = known.channel
     FROM jsonb_to_recordset($1::text::jsonb) AS known ("user" text, channel text) WHERE user_id = known."user"`,
    JSON.stringify(await Promise.all(channels)),
  );
}

/** How many messages there are, whoever wrote them to whom. */
function messagesOn({ slack, discord }: BenchStage): Readonly<Record<'slack' | 'discord', number>> {
  const { workspace } = slack.dump() as { workspace: { conversations: { messages: unknown[] }[] } };
  const { messages } = discord.dump() as { messages: [channel: string, messages: unknown[]][] };
  return {
    slack: workspace.conversations.reduce((sum, one) => sum + one.messages.length, 0),
    discord: messages.reduce((sum, [, some]) => sum + some.length, 0),
  };
}
