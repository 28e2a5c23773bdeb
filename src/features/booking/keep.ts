import type { Tutor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';
import { isExact } from '../shared/times.ts';

const MINUTE = 60_000;

/** A time that a learner has chosen is kept for them while they fill in the rest: others do not find it open meanwhile. */
export async function keepChosen(
  reader: Reader,
  deps: Deps,
  tutors: readonly Tutor[],
  when: string | Date | undefined,
  lengthMinutes: number,
): Promise<void> {
  const [tutor, ...others] = tutors;
  // Where several are free there is another one for the next.
  if (!tutor || others.length > 0 || when === undefined) return;
  if (typeof when === 'string' && !isExact(when)) return;
  const startsAt = new Date(when);
  if (Number.isNaN(startsAt.getTime()) || startsAt <= deps.clock()) return;
  await deps.keeping.keep(reader, tutor, startsAt, new Date(startsAt.getTime() + lengthMinutes * MINUTE));
}
