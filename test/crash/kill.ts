import { availableParallelism } from 'node:os';
import { expect } from 'vitest';
import type { DatabaseKind } from '../database.ts';
import { createKennel, type Kennel } from './bot.ts';
import { closeAdmin } from './databases.ts';
import type { Counted } from './moments.ts';
import type { Facts, Scenario } from './scenarios.ts';
import { type CrashStage, firstStage, type PairOfChats, type Picture, stageFrom } from './stage.ts';

const SECOND = 1000;
/** How long nobody runs, by the bot's own clock. */
export const AWAY_MS = [5 * SECOND, 20 * 60 * SECOND, 3 * 24 * 60 * 60 * SECOND] as const;
/** How many stages there are at once: the queue waits for heartbeats, so more than there are processors. */
const AT_ONCE = availableParallelism() + 1;

export interface Killing {
  readonly scenario: Scenario;
  readonly pair: PairOfChats;
  readonly database: DatabaseKind;
  readonly counted: Counted;
  /** Each moment with each of these times away, or each moment with one of them, in turn. */
  readonly away: 'each' | 'in turn';
}

/** Kills the bot in each moment of a scenario, and looks whether it makes good afterwards. Returns the moments. */
export async function killEverywhere({ scenario, pair, database, counted, away }: Killing): Promise<readonly string[]> {
  const kennel = createKennel(AT_ONCE);
  try {
    const picture = await prepared(scenario, pair, database, kennel);
    const all: string[] = [];
    let next = 0;
    let isOver = false;
    const wrong: Error[] = [];
    const work = async () => {
      while (!isOver && wrong.length === 0) {
        const moment = next++;
        const aways = away === 'each' ? AWAY_MS : AWAY_MS.slice(moment % AWAY_MS.length).slice(0, 1);
        try {
          const died = await killOnce(scenario, picture, { moment: moment + 1, counted, aways }, kennel);
          if (died === undefined) isOver = true;
          else all[moment] = died;
        } catch (error) {
          const where = `${scenario.name}, ${pair.join(' → ')}, on ${database}, dead in moment ${moment + 1}`;
          wrong.push(new Error(`${where}: ${error instanceof Error ? error.message : error}`));
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await picture.database.drop();
    if (wrong[0]) throw wrong[0];
    return all;
  } finally {
    await kennel.close();
    await closeAdmin();
  }
}

async function prepared(
  scenario: Scenario,
  pair: PairOfChats,
  database: DatabaseKind,
  kennel: Kennel,
): Promise<Picture> {
  const stage = await firstStage(pair, database);
  await stage.start(await kennel.take());
  try {
    await scenario.prepare(stage);
    await stage.bot().ask('settled');
  } catch (error) {
    throw new Error(`${wordsOf(error)}\n${await tale(stage)}`);
  }
  await stage.bot().ask('close');
  return stage.picture();
}

/** What the bot did last, or undefined when it lived to see the end. */
async function killOnce(
  scenario: Scenario,
  picture: Picture,
  { moment, counted, aways }: { moment: number; counted: Counted; aways: readonly number[] },
  kennel: Kennel,
): Promise<string | undefined> {
  const victim = await kennel.take();
  const stage = await stageFrom(picture);
  let isAlive = false;
  try {
    await stage.start(victim);
    await scenario.begin?.(stage);
    await victim.ask('settled');
    await victim.ask('dieAt', { moment, counted });
    const acted = scenario.act(stage).then(() => victim.ask('settled'));
    isAlive = await Promise.race([victim.ended.then(() => false), acted.then(() => true)]).catch(() =>
      victim.ended.then(() => false),
    );
    acted.catch(() => undefined);
    if (isAlive) {
      await victim.ask('live');
      await makesGood(scenario, stage, []);
      return undefined;
    }
    expect(await victim.ended).toBe('SIGKILL');
    for (const awayMs of aways.slice(1)) await comesBack(scenario, await stageFrom(stage.picture()), awayMs, kennel);
    await comesBack(scenario, stage, aways[0] ?? 0, kennel);
    return victim.moments().at(-1) ?? '';
  } catch (error) {
    const last = isAlive ? 'the bot lived' : victim.moments().at(-1);
    throw new Error(`(${last}) ${wordsOf(error)}\n${await tale(stage)}`);
  } finally {
    await stage.close(isAlive);
    if (isAlive) kennel.takeBack(victim);
  }
}

/** Another process starts where one was killed. */
async function comesBack(scenario: Scenario, stage: CrashStage, awayMs: number, kennel: Kennel): Promise<void> {
  const bot = await kennel.take();
  let isGood = false;
  try {
    const { sending } = await stage.start(bot, awayMs);
    await bot.ask('settled');
    await makesGood(scenario, stage, sending);
    isGood = true;
  } catch (error) {
    throw new Error(`back after ${awayMs / SECOND} s: ${wordsOf(error)}\n${await tale(stage)}`);
  } finally {
    await stage.close(isGood);
    if (isGood) kennel.takeBack(bot);
  }
}

async function makesGood(scenario: Scenario, stage: CrashStage, sending: readonly string[]): Promise<void> {
  const facts = () => stage.bot().ask('facts');
  await scenario.again(stage, await facts());
  await stage.bot().ask('settled');
  const now = await facts();
  everythingArrivedOnce(stage, now, sending);
  scenario.expects(stage, now);
  await everythingIsTrue(stage);
}

/** Each message that is owed is there once. Slack knows no nonces: what was under way at the kill may be there twice. */
function everythingArrivedOnce(stage: CrashStage, { deliveries, faults }: Facts, sending: readonly string[]): void {
  expect(faults.filter((fault) => !fault.startsWith('('))).toEqual([]);
  expect(deliveries.filter(({ fate }) => fate !== 'sent' && fate !== 'dropped')).toEqual([]);
  const written = stage.written();
  const places = deliveries
    .filter(({ fate }) => fate === 'sent')
    .map(({ channel, messageId }) => `${channel} ${messageId}`);
  expect(new Set(places).size).toBe(places.length);
  expect(places.filter((place) => !written.has(place))).toEqual([]);
  const strays = [...written].filter(([place]) => !places.includes(place));
  const forgiven = deliveries.filter(({ id, chat }) => sending.includes(id) && chat === 'slack').length;
  expect(strays.filter(([, { chat }]) => chat === 'discord')).toEqual([]);
  expect(strays.slice(forgiven)).toEqual([]);
  everyFileIsThere(stage, deliveries, forgiven);
}

/** Slack shows files below their message: each entry for a calendar has its own. */
function everyFileIsThere(stage: CrashStage, deliveries: Facts['deliveries'], forgiven: number): void {
  const below = stage.filesBelow();
  const entries = deliveries
    .filter(({ kind, fate, chat }) => kind === 'calendar' && fate === 'sent' && chat === 'slack')
    .map(({ channel, messageId }) => `${channel} ${messageId}`);
  expect(entries.filter((place) => !below.includes(place))).toEqual([]);
  expect(below.length - entries.length).toBeLessThanOrEqual(forgiven);
}

/** When every card is written anew, none of them changes. */
async function everythingIsTrue(stage: CrashStage): Promise<void> {
  const before = stage.written();
  await stage.bot().ask('rewrite');
  const { deliveries } = await stage.bot().ask('facts');
  const known = new Set(deliveries.map(({ channel, messageId }) => `${channel} ${messageId}`));
  for (const [place, { content }] of stage.written())
    if (known.has(place))
      expect(timeless(before.get(place)?.content), 'a card was not true any more').toBe(timeless(content));
}

/** Slack shows no distance to what is to come, so it was written out as it was at the time. */
function timeless(content: string | undefined): string | undefined {
  return content?.replaceAll(/in \d+ (?:minutes?|hours?|days?)/g, 'in a while');
}

async function tale(stage: CrashStage): Promise<string> {
  const facts = await stage
    .bot()
    .ask('facts')
    .catch(() => undefined);
  const told = facts?.deliveries.map(
    ({ kind, fate, chat, channel, messageId }) => `${kind} ${fate} ${chat} ${channel} ${messageId}`,
  );
  return [
    ...(facts?.sessions.map(({ state }) => `session ${state}`) ?? []),
    ...(told ?? []),
    ...(facts?.faults ?? []),
    ...stage.traffic.slice(-30).map(({ method, path }) => `${method} ${path}`),
    `learner:\n${stage.learner.reads()}`,
    `tutor:\n${stage.tutor.reads()}`,
  ].join('\n');
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = error as { actual?: unknown; expected?: unknown };
  return [error.stack, ...(expected === undefined ? [] : [`is: ${actual}`, `expected: ${expected}`])].join('\n');
}
