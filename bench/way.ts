import { setTimeout as sleep } from 'node:timers/promises';
import { type Contestant, start } from './contestants.ts';
import { discordSteps } from './discord-steps.ts';
import { type Result, rowsOf } from './figures.ts';
import { drive, type Schedule, slotsOf } from './schedule.ts';
import { slackSteps } from './slack-steps.ts';
import { raiseStage } from './stage.ts';

/** The bot has done all that it does at its start. */
const AT_REST_MS = 1500;
const SHORT_REST_MS = 200;

export interface WayOptions {
  readonly schedule: Schedule;
  /** A server on which a database can be made. */
  readonly server: string;
  /** What the programs complained about, as each of them ends. */
  complained(name: string, complaints: readonly string[]): void;
}

/** The way from `/book` to the link in both chats, with one of the contestants. */
export async function measureWay(
  contestant: Contestant,
  { schedule, server, complained }: WayOptions,
): Promise<Result> {
  const stage = await raiseStage(journeysOf(schedule));
  try {
    const started = await start(contestant, stage, server);
    try {
      await sleep(schedule.seconds < 5 ? SHORT_REST_MS : AT_REST_MS);
      const { programs } = started;
      const before = await Promise.all(
        programs.map(async ({ program }) => ({ memory: await program.memory(), cpuMs: await program.cpuMs() })),
      );
      const run = await drive(slotsOf(interleaved(slackSteps(stage), discordSteps(stage)), schedule));
      const figures = programs.map(async ({ name, program, firstStartMs }, index) => {
        const cpuMs = ((await program.cpuMs()) ?? Number.NaN) - (before[index]?.cpuMs ?? Number.NaN);
        complained(name, program.complaints());
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
  const fewestSteps = 10;
  return Math.ceil(((seconds + warmUpSeconds + 5) * perSecond) / fewestSteps) + 2;
}

/** Both chats in turn. */
function interleaved<Item>(left: readonly Item[], right: readonly Item[]): Item[] {
  const longer = Math.max(left.length, right.length);
  return Array.from({ length: longer }, (_, index) => [left[index], right[index]])
    .flat()
    .filter((item) => item !== undefined);
}
