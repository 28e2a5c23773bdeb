/** What the sandbox's page can make go wrong. */
export const ZOOM_FAULTS = [
  'down',
  'slow',
  'expired-credentials',
  'rate-limited',
  'daily-limit',
  'answer-lost',
  'rubbish',
  'missing-scope',
] as const;
export type ZoomFault = (typeof ZOOM_FAULTS)[number];

/** An answer that a test has ordered: nothing is done. */
interface Ordered {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ZoomFaults {
  /** Until it is set to something else, or for so many requests. */
  set(fault: ZoomFault | undefined, times?: number): void;
  current(): ZoomFault | undefined;
  /** The next request whose `METHOD /path` matches is answered with this. */
  order(matching: RegExp, answer: Ordered, times?: number): void;
}

interface Pending extends ZoomFaults {
  /** What is wrong with this request; counts it. */
  take(route: string): ZoomFault | Ordered | undefined;
  clear(): void;
}

export function createZoomFaults(changed: () => void, saved: unknown): Pending {
  let current = ZOOM_FAULTS.find((fault) => fault === saved);
  let left = Number.POSITIVE_INFINITY;
  let ordered: { matching: RegExp; answer: Ordered; left: number }[] = [];
  return {
    set(fault, times = Number.POSITIVE_INFINITY) {
      current = fault;
      left = times;
      changed();
    },
    current: () => current,
    order(matching, answer, times = 1) {
      ordered.push({ matching, answer, left: times });
    },
    take(route) {
      const hit = ordered.find(({ matching }) => matching.test(route));
      if (hit) {
        hit.left -= 1;
        ordered = ordered.filter((one) => one.left > 0);
        return hit.answer;
      }
      const fault = current;
      left -= 1;
      if (left <= 0) current = undefined;
      return fault;
    },
    clear() {
      current = undefined;
      ordered = [];
    },
  };
}
