/** The first millisecond of 2015: https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH = 1_420_070_400_000n;

/** Makes ids that carry the sandbox's time, unique and increasing even when the clock stands still. */
export function snowflakes(now: () => Date, last = '0'): { next(): string; last(): string } {
  let previous = BigInt(last);
  return {
    next: () => {
      const byClock = (BigInt(now().getTime()) - DISCORD_EPOCH) << 22n;
      previous = byClock > previous ? byClock : previous + 1n;
      return String(previous);
    },
    last: () => String(previous),
  };
}
