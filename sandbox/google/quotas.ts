import { refuse } from './errors.ts';

const WINDOW_MS = 60_000;

export interface Quotas {
  /** Counts one request of this user; throws Google's refusal when it is one too many. */
  spend(user: string): void;
  clear(): void;
}

/** Sliding windows of a minute: https://developers.google.com/workspace/calendar/api/guides/quota */
export function createQuotas(options: {
  readonly now: () => Date;
  readonly perUser: number;
  readonly perProject: number;
}): Quotas {
  let spent: { readonly at: number; readonly user: string }[] = [];
  return {
    spend(user) {
      const at = options.now().getTime();
      spent = spent.filter((one) => one.at > at - WINDOW_MS);
      if (spent.length >= options.perProject) throw refuse('tooManyRequests');
      if (spent.filter((one) => one.user === user).length >= options.perUser) throw refuse('userRateLimitExceeded');
      spent.push({ at, user });
    },
    clear() {
      spent = [];
    },
  };
}
