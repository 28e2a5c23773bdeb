/** Times among which people choose: the one that its tutor takes becomes the session. */
export interface Poll {
  readonly id: string;
  readonly organization: string;
  /** A person's id. */
  readonly tutor: string;
  readonly subject: string;
  readonly lengthMinutes: number;
  readonly capacity: number;
  readonly platform: string;
  readonly times: readonly Date[];
  /** Anybody of the organization may answer: it is announced in a channel. */
  readonly isPublic: boolean;
  readonly askedAt: Date;
  readonly closedAt: Date | undefined;
  /** What it became. */
  readonly session: string | undefined;
  /** Those who were asked or have answered, in that order. */
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly person: string;
  /** Which of the times fit, by their number from 0; undefined until they say. */
  readonly fits: readonly number[] | undefined;
}

export const POLL_TIMES = { least: 2, most: 10 } as const;
/** So many can be asked by name. */
export const ASKED_MOST = 50;

export function whomItFits({ answers }: Pick<Poll, 'answers'>, time: number): readonly string[] {
  return answers.filter(({ fits }) => fits?.includes(time)).map(({ person }) => person);
}

/** It can be answered as long as one of its times is ahead. */
export function isPollOpen({ closedAt, times }: Pick<Poll, 'closedAt' | 'times'>, now: Date): boolean {
  return closedAt === undefined && times.some((time) => time > now);
}
