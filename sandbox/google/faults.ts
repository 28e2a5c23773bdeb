import type { REFUSALS } from './errors.ts';

/** What the sandbox's page can make Google do until it is told to stop. */
export const GOOGLE_FAULTS = [
  'down',
  'slow',
  'expired-credentials',
  'rate-limited',
  'answer-lost',
  'rubbish',
  'pending-for-ever',
  'no-meet-licence',
] as const;
export type GoogleFault = (typeof GOOGLE_FAULTS)[number];

/** One way in which a call goes wrong. */
export interface Fault {
  readonly refusal?: keyof typeof REFUSALS;
  /** Seconds, with a refusal. */
  readonly retryAfter?: number;
  /** An HTTP status without Google's own words, such as 502 of a proxy. */
  readonly status?: number;
  /** Does what was asked, but the connection breaks before the answer arrives. */
  readonly lostAnswer?: boolean;
  /** Does what was asked, but answers this much later, in real time. */
  readonly slowMs?: number;
  /** Answers 200 with this text. */
  readonly body?: string;
}

/** `token`, `calendar` or `meet`; with a method before it, such as `POST calendar`, only that one. */
export type Route = 'token' | 'calendar' | 'meet' | `${string} calendar`;

export interface Faults {
  /** Until `set(undefined)`, or for this many requests. */
  set(fault: GoogleFault | undefined, times?: number): void;
  current(): GoogleFault | undefined;
  /** The next `times` calls go wrong. */
  order(route: Route, fault: Fault, times: number): void;
  /** What is to go wrong with this call, if anything. */
  next(part: 'token' | 'calendar' | 'meet', method: string): Fault | undefined;
  clear(): void;
}

const RUBBISH = '<!doctype html><title>Sign in to the network</title><p>Welcome to our Wi-Fi!';

export function createFaults(options: { slowMs: number; changed: () => void; saved: unknown }): Faults {
  let current = GOOGLE_FAULTS.find((fault) => fault === options.saved);
  let left = Number.POSITIVE_INFINITY;
  const ordered: { route: Route; fault: Fault }[] = [];

  const standing = (part: string, method: string): Fault | undefined => {
    switch (current) {
      case 'down':
        return { refusal: 'backendError' };
      case 'slow':
        return { slowMs: options.slowMs };
      case 'expired-credentials':
        // The token endpoint says invalid_grant, by itself.
        return part === 'token' ? undefined : { refusal: 'authError' };
      case 'rate-limited':
        return part === 'token' ? undefined : { refusal: 'rateLimitExceeded' };
      case 'answer-lost':
        return method === 'GET' || part === 'token' ? undefined : { lostAnswer: true };
      case 'rubbish':
        return part === 'token' ? undefined : { body: RUBBISH };
      case 'pending-for-ever':
      case 'no-meet-licence':
      case undefined:
        return undefined;
    }
  };

  return {
    set(fault, times = Number.POSITIVE_INFINITY) {
      current = fault;
      left = times;
      options.changed();
    },
    current: () => current,
    order(route, fault, times) {
      for (let count = 0; count < times; count += 1) ordered.push({ route, fault });
    },
    next(part, method) {
      const index = ordered.findIndex(({ route }) => route === part || route === `${method} ${part}`);
      if (index !== -1) return ordered.splice(index, 1)[0]?.fault;
      const fault = standing(part, method);
      if (fault) left -= 1;
      if (left <= 0) current = undefined;
      return fault;
    },
    clear() {
      current = undefined;
      ordered.length = 0;
    },
  };
}
