import type { Times } from './clock-readings.ts';
import type { Doubt } from './when.ts';

/** One reading of a text: a moment, and the choices that lead to it. */
export interface Candidate {
  readonly epochMs: number;
  readonly day: string;
  readonly minute: number;
  readonly zone: string;
  readonly change?: 'twice' | 'skipped';
}

/** Every moment that these days, times (minutes of the day) and zones can mean together, in the order of time. */
export function candidatesOf(
  days: readonly Temporal.PlainDate[],
  minutes: readonly number[],
  zones: readonly string[],
): Candidate[] {
  const all = days.flatMap((day) =>
    minutes.flatMap((minute) => zones.flatMap((zone) => atWallClock(day, minute, zone))),
  );
  return distinct(all).sort((a, b) => a.epochMs - b.epochMs);
}

/** A wall clock in a zone shows most times once a day, some twice and some never. */
function atWallClock(day: Temporal.PlainDate, minute: number, zone: string): Candidate[] {
  const wall = day.toPlainDateTime().add({ minutes: minute });
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  );
  if (!earlier || !later) return [];
  const reading = { day: day.toString(), minute, zone };
  const first = { ...reading, epochMs: earlier.epochMilliseconds };
  if (earlier.epochMilliseconds === later.epochMilliseconds) return [first];
  const change = later.toPlainDateTime().equals(wall) ? 'twice' : 'skipped';
  return [
    { ...first, change },
    { ...reading, epochMs: later.epochMilliseconds, change },
  ];
}

const distinct = (candidates: readonly Candidate[]) => [
  ...new Map(candidates.toReversed().map((candidate) => [candidate.epochMs, candidate])).values(),
];

/** When some readings are ahead, those already past are not what anybody meant. */
export function aheadOf(now: number, candidates: readonly Candidate[]): readonly Candidate[] {
  const ahead = candidates.filter(({ epochMs }) => epochMs > now);
  return ahead.length > 0 ? ahead : candidates.slice(-1);
}

/** The doubts that still tell these candidates apart. */
export function doubtsOf(candidates: readonly Candidate[], dayDoubts: readonly Doubt[], times: Times): Doubt[] {
  const differ = (key: (candidate: Candidate) => unknown) => new Set(candidates.map(key)).size > 1;
  const doubts: (Doubt | false | undefined)[] = [
    ...(differ(({ day }) => day) ? dayDoubts : []),
    differ(({ minute }) => minute) && times.doubt,
    differ(({ zone }) => zone) && 'which-zone',
    candidates.some(({ change }) => change === 'twice') && 'twice-on-clock-change',
    candidates.some(({ change }) => change === 'skipped') && 'skipped-by-clock-change',
  ];
  const found = [...new Set(doubts)].filter((doubt) => doubt !== false && doubt !== undefined);
  return found.length > 0 ? found : ['several'];
}
