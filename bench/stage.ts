import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { createDiscord, type Discord, type DiscordPerson } from '../sandbox/discord/index.ts';
import { listen } from '../sandbox/server.ts';
import { createSlack, type Slack } from '../sandbox/slack/index.ts';
import type { SlackPerson } from '../sandbox/slack/types.ts';
import type { Stage } from '../sandbox/stand-in.ts';
import { type Cast, castFor } from './cast.ts';
import { createWatch, type Watch } from './watch.ts';

/** Slack and Discord on this machine, with many people. */
export interface BenchStage {
  readonly slack: Slack;
  readonly discord: Discord;
  readonly origin: string;
  readonly cast: Cast;
  readonly watches: { readonly slack: Watch; readonly discord: Watch };
  close(): Promise<void>;
}

export interface StageOptions {
  /** As strict as the vendors' own; a number: so many times as soon over; left out: none. */
  readonly rateLimits?: boolean | number;
  /** Who is in Slack too. */
  readonly others?: readonly SlackPerson[];
  /** Who is in Discord too. */
  readonly othersInDiscord?: readonly DiscordPerson[];
}

export async function raiseStage(
  journeys: number,
  { rateLimits = false, others = [], othersInDiscord = [] }: StageOptions = {},
): Promise<BenchStage> {
  const cast = castFor(journeys);
  const watches = { slack: createWatch(), discord: createWatch() };
  let origin = '';
  const stage = ({ changed }: Watch): Stage => ({
    now: () => new Date(),
    origin: () => origin,
    changed,
    record: () => {},
  });
  const slack = createSlack(stage(watches.slack), {
    people: [...cast.slack.learners, ...cast.slack.tutors, ...others],
    rateLimits,
  });
  slack.setManifest(parse(await readFile(new URL('../manifest.yml', import.meta.url), 'utf8')));
  const discord = createDiscord(stage(watches.discord), {
    token: 'bench.discord.token',
    people: [...cast.discord.learners, ...cast.discord.tutors, ...othersInDiscord],
    rateLimits,
    // A bot that has been there for a while has written to most of them before.
    newDmsPerTenMinutes: Number.POSITIVE_INFINITY,
  });
  const server = await listen({ port: 0, standIns: [slack, discord] });
  origin = server.origin;
  return { slack, discord, origin, cast, watches, close: server.close };
}
