import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTick } from '../../src/jobs/tick.ts';
import { SILENT } from './with-jobs.ts';

const MINUTE = 60_000;

/** Hosts, and when their clocks are moved: an hour, or on Lord Howe half of one. */
const NIGHTS = [
  ['Europe/Berlin', 'back', '2026-10-25T01:00:00Z'],
  ['Europe/Berlin', 'forward', '2026-03-29T01:00:00Z'],
  ['America/New_York', 'back', '2026-11-01T06:00:00Z'],
  ['America/New_York', 'forward', '2026-03-08T07:00:00Z'],
  ['America/Santiago', 'back', '2026-04-05T03:00:00Z'],
  ['America/Santiago', 'forward', '2026-09-06T04:00:00Z'],
  ['Australia/Lord_Howe', 'back', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', 'forward', '2026-10-03T15:30:00Z'],
] as const;

// Node looks again where it is whenever this is set: then it is as on a host that is set so.
let before: string | undefined;
const host = (zone: string | undefined) => {
  // biome-ignore lint/style/noProcessEnv: as the host is set
  if (zone === undefined) delete process.env['TZ'];
  // biome-ignore lint/style/noProcessEnv: as the host is set
  else process.env['TZ'] = zone;
};
beforeEach(() => {
  // biome-ignore lint/style/noProcessEnv: as the host is set
  before = process.env['TZ'];
});
afterEach(() => {
  vi.useRealTimers();
  host(before);
});

test.each(NIGHTS)(
  'on a host in %s it ticks each minute also in the night in which its clock goes %s',
  async (zone, _, at) => {
    host(zone);
    const change = Date.parse(at);
    const offsetAt = (instant: number) => new Date(instant).getTimezoneOffset();
    expect(offsetAt(change - MINUTE)).not.toBe(offsetAt(change + MINUTE));

    const begin = change - 65 * MINUTE;
    vi.useFakeTimers({ now: begin - MINUTE / 2 });
    const ticked: number[] = [];
    const tick = createTick({ work: async () => void ticked.push(Math.floor(Date.now() / MINUTE)), log: SILENT });
    tick.start();
    for (let minute = 0; minute < 130; minute++) await vi.advanceTimersByTimeAsync(MINUTE);
    await tick.stop();
    // Sessions that begin in any of these minutes get their last reminder in its minute.
    expect(ticked).toEqual(Array.from({ length: 130 }, (_unused, minute) => begin / MINUTE + minute));
  },
);
