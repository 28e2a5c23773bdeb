/** One way in which a call goes wrong. */
export interface Fault {
  /** Slack's error code, in an answer that says `ok: false`. */
  readonly error?: string;
  /** An HTTP status other than 200, such as 503. */
  readonly status?: number;
  /** Seconds; answers 429 with `Retry-After`. */
  readonly retryAfter?: number;
  /** The call is done, but the connection breaks before its answer arrives. */
  readonly lostAnswer?: boolean;
  /** The call is done, but its answer comes this much later. */
  readonly slowMs?: number;
}

/** Faults that a test has ordered, by method; `*` is every method without one of its own. */
export interface Faults {
  order(method: string, fault: Fault, times: number): void;
  next(method: string): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const ordered = new Map<string, Fault[]>();
  return {
    order: (method, fault, times) => {
      ordered.set(method, [...(ordered.get(method) ?? []), ...Array<Fault>(times).fill(fault)]);
    },
    next: (method) => ordered.get(method)?.shift() ?? ordered.get('*')?.shift(),
    clear: () => ordered.clear(),
  };
}
