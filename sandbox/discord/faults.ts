/** What goes wrong with a request. */
export interface Fault {
  /** Answers this HTTP status instead of doing what was asked. */
  readonly status?: number;
  /** Discord's code in the body of that answer. */
  readonly code?: number;
  readonly message?: string;
  /** Seconds, with status 429. */
  readonly retryAfter?: number;
  /** Does what was asked, but the answer never arrives; the client gives up by its own timeout. */
  readonly lostAnswer?: boolean;
  /** Takes this long, in real time. */
  readonly slowMs?: number;
}

/** Faults that tests asked for. */
export interface Faults {
  /** The next `times` requests that match fail. A pattern is `POST /channels/*\/messages`, `*` standing for one part; `*` alone is every request. */
  add(pattern: string, fault: Fault, times: number): void;
  /** The fault of this request, if any; counts it. */
  take(route: string): Fault | undefined;
  clear(): void;
}

/** Keeps the faults still to come. */
export function createFaults(): Faults {
  let pending: { readonly matches: RegExp; readonly fault: Fault; left: number }[] = [];
  return {
    add: (pattern, fault, times) => {
      const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]+');
      pending.push({ matches: pattern === '*' ? /./ : new RegExp(`^${source}$`), fault, left: times });
    },
    take: (route) => {
      const hit = pending.find(({ matches }) => matches.test(route));
      if (!hit) return undefined;
      hit.left -= 1;
      pending = pending.filter(({ left }) => left > 0);
      return hit.fault;
    },
    clear: () => {
      pending = [];
    },
  };
}
