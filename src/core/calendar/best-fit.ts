import type { Tutor } from '../people/person.ts';

/** What is known of a tutor beside what they offer. */
export interface Standing {
  /** Sessions that they had or have from a month ago to a month ahead. */
  readonly recent: number;
  /** Languages that they and the learner both use. */
  readonly common: readonly string[];
}

/** A tutor with few ratings is thought to be like this many others with this rating. */
const PRIOR = { ratings: 3, average: 4 } as const;

/** Ratings that differ by less than this are the same to a learner. */
const STEP = 0.25;

/** How far around now sessions are counted. */
export const RECENT_DAYS = 30;

/**
 * Of tutors who are free the one who fits best: who shares a language with the learner, then whose rating is better by
 * more than chance, then who has the fewest sessions about now, so that all get some.
 */
export function bestFit(free: readonly Tutor[], standingOf: (tutor: string) => Standing): Tutor | undefined {
  const worth = (tutor: Tutor) => {
    const { recent, common } = standingOf(tutor.person.id);
    return [common.length > 0 ? 1 : 0, Math.round(likelyRating(tutor) / STEP), -recent, likelyRating(tutor)] as const;
  };
  const ranked = free
    .map((tutor) => ({ tutor, worth: worth(tutor) }))
    .sort((a, b) => compared(b.worth, a.worth) || a.tutor.person.name.localeCompare(b.tutor.person.name));
  return ranked[0]?.tutor;
}

/** One rating of five stars says less than twenty of 4.8. */
export function likelyRating({ ratingSum, ratingCount }: Pick<Tutor, 'ratingSum' | 'ratingCount'>): number {
  return (ratingSum + PRIOR.ratings * PRIOR.average) / (ratingCount + PRIOR.ratings);
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
