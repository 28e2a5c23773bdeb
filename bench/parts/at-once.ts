/** How many do something at the same time. */
export const AT_ONCE = 8;

/**
 * How many a second are done, by `AT_ONCE` at the same time. The first quarter is for warming up and does not count.
 * `warmed`: what happens between it and the rest.
 */
export async function perSecond(
  times: number,
  work: (index: number) => Promise<void>,
  warmed: () => Promise<unknown>,
): Promise<number> {
  const warm = Math.floor(times / 4);
  let next = 0;
  const until = (end: number) =>
    Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < end) await work(next++);
      }),
    );
  await until(warm);
  await warmed();
  const start = performance.now();
  await until(times);
  return ((times - warm) / (performance.now() - start)) * 1000;
}
