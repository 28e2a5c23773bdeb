import type { BusyElsewhere } from './foreign.ts';

/** Why Google does not say when somebody is busy. */
export type FreeBusyTrouble = 'not-granted' | 'not-visible' | 'unreachable';

/** Google's free/busy, as the account of the installation sees it. */
export interface FreeBusy {
  of(email: string, from: Date, to: Date): Promise<readonly BusyElsewhere[] | FreeBusyTrouble>;
}

/** A calendar that is asked for by its owner's e-mail address instead of being read at an address of the web. */
const GOOGLE = 'google:';

export const atGoogle = (email: string) => `${GOOGLE}${email}`;

/** Whose calendar at Google this is; undefined: it is one on the web. */
export function googleOwner(address: string): string | undefined {
  return address.startsWith(GOOGLE) ? address.slice(GOOGLE.length) : undefined;
}

/**
 * Without what the bot has booked: Google does not say what it is that keeps somebody busy, and a session that is held
 * already would be in the way of its own move.
 */
export function without(busy: readonly BusyElsewhere[], known: readonly BusyElsewhere[]): readonly BusyElsewhere[] {
  return known.reduce(
    (left, taken) =>
      left.flatMap((one) => {
        if (taken.endsAt <= one.startsAt || taken.startsAt >= one.endsAt) return [one];
        const before = { startsAt: one.startsAt, endsAt: taken.startsAt };
        const after = { startsAt: taken.endsAt, endsAt: one.endsAt };
        return [before, after].filter(({ startsAt, endsAt }) => startsAt < endsAt);
      }),
    busy,
  );
}
