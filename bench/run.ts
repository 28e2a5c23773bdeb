import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CONTESTANTS, type Contestant, start } from './contestants.ts';
import { discordSteps } from './discord-steps.ts';
import { type Result, rowsOf } from './figures.ts';
import { drive, type Schedule, slotsOf } from './schedule.ts';
import { slackSteps } from './slack-steps.ts';
import { raiseStage } from './stage.ts';
import { tables } from './table.ts';

const HELP = `npm run bench -- [options]

People go from /book to the link in Slack and in Discord, at a fixed rate, whatever the bot does. The bot is a process
of its own and shares the processor with this one, which plays Slack and Discord: read the ratios, not the absolutes.

  --seconds 25      measured, for each of the contestants
  --warm-up 3       seconds before that
  --rate 20         interactions a second, both chats together
  --only a,b        of floor, pglite, postgresql
  --postgres url    a server on which a database of its own may be made, and is dropped afterwards
  --json            figures instead of tables
  --verbose         what the programs complained about, on stderr
`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '25' },
    'warm-up': { type: 'string', default: '3' },
    rate: { type: 'string', default: '20' },
    only: { type: 'string', default: CONTESTANTS.join(',') },
    postgres: { type: 'string', default: 'postgresql://postgres@127.0.0.1:5432/postgres' },
    json: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** The bot has done all that it does at its start. */
const AT_REST_MS = 1500;
const SHORT_REST_MS = 200;

async function main(): Promise<void> {
  if (values.help) return void process.stdout.write(HELP);
  const schedule: Schedule = {
    perSecond: Number(values.rate),
    seconds: Number(values.seconds),
    warmUpSeconds: Number(values['warm-up']),
  };
  const wanted = values.only.split(',');
  const results: Result[] = [];
  for (const contestant of CONTESTANTS.filter((one) => wanted.includes(one))) {
    try {
      results.push(await measure(contestant, schedule));
    } catch (error) {
      process.stderr.write(`${contestant} was left out: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  process.stdout.write(`${values.json ? JSON.stringify({ schedule, results }, undefined, 2) : tables(results)}\n`);
}

async function measure(contestant: Contestant, schedule: Schedule): Promise<Result> {
  const stage = await raiseStage(journeysOf(schedule));
  try {
    const started = await start(contestant, stage, values.postgres);
    try {
      await sleep(schedule.seconds < 5 ? SHORT_REST_MS : AT_REST_MS);
      const { programs } = started;
      const before = await Promise.all(
        programs.map(async ({ program }) => ({ memory: await program.memory(), cpuMs: await program.cpuMs() })),
      );
      const run = await drive(slotsOf(interleaved(slackSteps(stage), discordSteps(stage)), schedule));
      const figures = programs.map(async ({ name, program, firstStartMs }, index) => {
        const cpuMs = ((await program.cpuMs()) ?? Number.NaN) - (before[index]?.cpuMs ?? Number.NaN);
        if (values.verbose) process.stderr.write(`${name}:\n${program.complaints().join('\n')}\n`);
        return {
          name,
          ...(firstStartMs !== undefined && { firstStartMs }),
          startMs: program.startMs,
          idleMb: before[index]?.memory?.nowMb,
          mostMb: (await program.memory())?.mostMb,
          cpuMsPerInteraction: Number.isNaN(cpuMs) ? undefined : cpuMs / (run.interactions / programs.length),
          complaints: program.complaints().length,
        };
      });
      const { interactions, impossible, driverLateMs } = run;
      const rows = rowsOf(run);
      return { contestant, programs: await Promise.all(figures), interactions, impossible, driverLateMs, rows };
    } finally {
      await started.stop();
    }
  } finally {
    await stage.close();
  }
}

/** More than enough: nobody goes the way twice. */
function journeysOf({ perSecond, seconds, warmUpSeconds }: Schedule): number {
  const fewestSteps = 9;
  return Math.ceil(((seconds + warmUpSeconds + 5) * perSecond) / fewestSteps) + 2;
}

/** Both chats in turn. */
function interleaved<Item>(left: readonly Item[], right: readonly Item[]): Item[] {
  const longer = Math.max(left.length, right.length);
  return Array.from({ length: longer }, (_, index) => [left[index], right[index]])
    .flat()
    .filter((item) => item !== undefined);
}

await main();
process.exit(0);
