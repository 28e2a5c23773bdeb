import type { Contestant } from './contestants.ts';
import type { Run } from './schedule.ts';

/** Milliseconds. */
export interface Figures {
  readonly count: number;
  readonly failed: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
}

/** One program of a run. */
export interface ProgramFigures {
  readonly name: string;
  readonly firstStartMs?: number;
  readonly startMs: number;
  readonly idleMb: number | undefined;
  readonly mostMb: number | undefined;
  readonly cpuMsPerInteraction: number | undefined;
  readonly complaints: number;
}

export interface Result {
  readonly contestant: Contestant;
  readonly programs: readonly ProgramFigures[];
  readonly interactions: number;
  readonly impossible: number;
  readonly driverLateMs: number;
  /** By chat, step and what was waited for. */
  readonly rows: readonly { readonly key: string; readonly figures: Figures }[];
}

/** What was measured, in the order in which people meet it. */
export function rowsOf({ samples }: Run): Result['rows'] {
  const byKey = Map.groupBy(samples, ({ chat, step, what }) => [chat, step, what].join(' | '));
  return [...byKey].map(([key, group]) => ({ key, figures: figuresOf(group.map(({ ms }) => ms)) }));
}

function figuresOf(all: readonly (number | undefined)[]): Figures {
  const sorted = all.filter((ms) => ms !== undefined).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return {
    count: all.length,
    failed: all.length - sorted.length,
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}
