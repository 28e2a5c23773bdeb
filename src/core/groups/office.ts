/** A tutor's drop-in window: learners stand in a queue and are called one after the other. */
export interface Office {
  readonly id: string;
  readonly organization: string;
  /** A person's id. */
  readonly tutor: string;
  readonly subject: string;
  /** How long each learner has. */
  readonly minutes: number;
  readonly platform: string;
  readonly openedAt: Date;
  /** Until then people can join the queue. */
  readonly openUntil: Date;
  readonly closedAt: Date | undefined;
  /** Those who stand in it or stood in it, in that order. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly person: string;
  readonly state: 'waiting' | 'called' | 'left';
  /** Of those who were called: their session. */
  readonly session: string | undefined;
}

export const OFFICE_MINUTES = [10, 15, 20, 30] as const;
export const USUAL_OFFICE_MINUTES = 15;
/** A window is open for so long at the most. */
export const OFFICE_HOURS_MOST = 12;

const MINUTE = 60_000;

export function isOfficeOpen({ closedAt, openUntil }: Pick<Office, 'closedAt' | 'openUntil'>, now: Date): boolean {
  return closedAt === undefined && now < openUntil;
}

export function waitingIn({ places }: Pick<Office, 'places'>): readonly string[] {
  return places.filter(({ state }) => state === 'waiting').map(({ person }) => person);
}

/** From 1; undefined for who does not wait. */
export function placeIn(office: Pick<Office, 'places'>, person: string): number | undefined {
  const index = waitingIn(office).indexOf(person);
  return index < 0 ? undefined : index + 1;
}

/** The session of whoever was called last. */
export function sessionNow({ places }: Pick<Office, 'places'>): string | undefined {
  return places.findLast(({ state }) => state === 'called')?.session;
}

/** When whoever has this place can expect to be called: when the one before is through, and all between. */
export function expectedAt(
  office: Pick<Office, 'minutes'>,
  place: number,
  busyUntil: Date | undefined,
  now: Date,
): Date {
  const from = Math.max(now.getTime(), busyUntil?.getTime() ?? 0);
  return new Date(from + (place - 1) * office.minutes * MINUTE);
}
