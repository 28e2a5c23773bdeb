import { setTimeout as sleep } from 'node:timers/promises';
import { perform, type Sample, type Step } from './step.ts';

/** When people act: fixed before anything is measured, so that a slow answer never makes the next person wait. */
export interface Schedule {
  readonly perSecond: number;
  /** Measured. */
  readonly seconds: number;
  /** Before that: like the rest, but thrown away. */
  readonly warmUpSeconds: number;
}

/** What came of a run. */
export interface Run {
  readonly samples: readonly Sample[];
  /** How many interactions were delivered, those of the warm-up too. */
  readonly interactions: number;
  /** Steps that could not be taken, because what they need was never on the screen. */
  readonly impossible: number;
  /** How late the driver itself was, in the worst of a hundred cases. */
  readonly driverLateMs: number;
}

interface Slot {
  readonly atMs: number;
  readonly step: Step;
  readonly journey: number;
  readonly isMeasured: boolean;
}

/** One interaction after the other in even steps: the people's ways through `steps` are interleaved. */
export function slotsOf(steps: readonly Step[], { perSecond, seconds, warmUpSeconds }: Schedule): readonly Slot[] {
  const gapMs = 1000 / perSecond;
  const roundMs = gapMs * steps.length;
  const lags = steps.map(({ afterMs }) => Math.ceil(afterMs / roundMs));
  const fromMs = Math.max(...lags) * roundMs + warmUpSeconds * 1000;
  const toMs = fromMs + seconds * 1000;
  const slots: Slot[] = [];
  for (let index = 0; index * gapMs < toMs; index++) {
    const place = index % steps.length;
    const [step, lag] = [steps[place], lags[place]];
    const journey = Math.floor(index / steps.length) - (lag ?? 0);
    if (step && journey >= 0) slots.push({ atMs: index * gapMs, step, journey, isMeasured: index * gapMs >= fromMs });
  }
  return slots;
}

export async function drive(slots: readonly Slot[]): Promise<Run> {
  const samples: Sample[] = [];
  const late: number[] = [];
  const underWay: Promise<void>[] = [];
  let impossible = 0;
  const start = performance.now();
  for (const { atMs, step, journey, isMeasured } of slots) {
    const wait = start + atMs - performance.now();
    if (wait > 0) await sleep(wait);
    late.push(performance.now() - start - atMs);
    const done = perform(step, journey).then(
      (taken) => void (isMeasured && samples.push(...taken)),
      () => void impossible++,
    );
    underWay.push(done);
  }
  await Promise.all(underWay);
  late.sort((a, b) => a - b);
  return { samples, interactions: slots.length, impossible, driverLateMs: late[Math.floor(late.length * 0.99)] ?? 0 };
}
