import type { DatabaseName } from '../house.ts';

/** What a part is measured with. */
export interface PartOptions {
  readonly server: string;
  readonly databases: readonly DatabaseName[];
  /** How many sessions the organization has had, for the parts whose cost might grow with them. */
  readonly sizes: readonly number[];
  /** What was counted is listed, on stderr. */
  readonly isVerbose: boolean;
}

/** One line of what was measured: what, with what, and the figures by their names. */
export interface Row {
  readonly what: string;
  readonly figures: Readonly<Record<string, string>>;
}

/** A part of the benchmark beside the ways through the chats. */
export interface Part {
  readonly title: string;
  run(options: PartOptions): Promise<readonly Row[]>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds that each of `times` runs of `work` took. */
export async function timed(times: number, work: (index: number) => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index++) {
    const start = performance.now();
    await work(index);
    taken.push(performance.now() - start);
  }
  return taken;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
