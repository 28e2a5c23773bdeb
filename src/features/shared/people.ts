import type { Option, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { averageRating, type Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from './deps.ts';
import type { Reader } from './reader.ts';

/** Stands for "any tutor" in options and dialogs. */
export const ANY_TUTOR = 'any';

/** What a dialog or an autocomplete shows at once. */
export const SUGGESTIONS = 25;

/** "★ 4.8 (12)", or nothing while there are no ratings. */
export function ratingOf(tutor: Tutor, reader: Reader): string {
  const average = averageRating(tutor);
  if (average === undefined) return '';
  const shown = new Intl.NumberFormat(reader.language.id, { maximumFractionDigits: 1 }).format(average);
  return reader.words.tutors.rating(shown, tutor.ratingCount);
}

export function ratingText(tutor: Tutor, reader: Reader): Text {
  const rating = ratingOf(tutor, reader);
  return say`${rating === '' ? reader.words.tutors.noRating : rating}`;
}

/** Tutors to choose from, "any tutor" first. A subject narrows them down, unless nobody teaches what was typed so far. */
export async function tutorOptions(
  reader: Reader,
  deps: Deps,
  typed: string,
  subject: string | undefined,
): Promise<readonly Option[]> {
  const everybody = {
    isPaused: false,
    limit: SUGGESTIONS,
    ...(typed === '' ? {} : { name: typed }),
  };
  const teaching = subject === undefined ? [] : await deps.store.tutors({ ...everybody, subject });
  const tutors = teaching.length > 0 ? teaching : await deps.store.tutors(everybody);
  const any: Option = { value: ANY_TUTOR, label: reader.words.anyTutor };
  const options = tutors
    .filter((tutor) => tutor.person.id !== reader.person.id)
    .map((tutor) => tutorOption(tutor, reader));
  const isAnyMeant = spellingKey(reader.words.anyTutor).includes(spellingKey(typed));
  return [...(isAnyMeant ? [any] : []), ...options].slice(0, SUGGESTIONS);
}

export function tutorOption(tutor: Tutor, reader: Reader): Option {
  return {
    value: tutor.person.id,
    label: reader.words.book.tutorOption(tutor.person.name, ratingOf(tutor, reader)),
    description: tutor.subjects.join(', '),
  };
}

/**
 * The tutor who is meant by an id, or by a name that was typed instead of chosen; undefined for any tutor.
 * @throws Refusal `unknown-tutor` when nobody, or more than one, is called like that.
 */
export async function tutorMeant(reader: Reader, deps: Deps, typed: string | undefined): Promise<Tutor | undefined> {
  if (typed === undefined || typed === ANY_TUTOR || spellingKey(typed) === spellingKey(reader.words.anyTutor))
    return undefined;
  const byId = await deps.store.tutor(typed);
  if (byId) return byId;
  const name = typed.replace(/^@/, '');
  const found = await deps.store.tutors({ name, limit: SUGGESTIONS });
  const [only] = found;
  const exact = found.filter((tutor) => spellingKey(tutor.person.name) === spellingKey(name));
  const [exactly] = exact;
  if (exact.length === 1 && exactly) return exactly;
  if (found.length === 1 && only) return only;
  throw new Refusal('unknown-tutor', { typed: name }, 'tutor');
}
