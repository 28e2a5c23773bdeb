import type { Option, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { meantBy, namesLike } from '../../core/people/names.ts';
import { averageRating, type Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from './deps.ts';
import type { Reader } from './reader.ts';
import { subjectsLike } from './subjects.ts';

/** Stands for "any tutor" in options and dialogs. */
export const ANY_TUTOR = 'any';

/** Stands for the tutor who fits best of those who are free. */
export const BEST_FIT = 'best';

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
  const named = typed.trim() === '' ? undefined : namesLike(await deps.store.tutorNames(), typed);
  const ids = named?.map(({ one }) => one.id);
  const everybody = {
    isPaused: false,
    limit: SUGGESTIONS,
    ...(ids && { ids: ids.slice(0, SUGGESTIONS) }),
  };
  const teaching = subject === undefined ? [] : await deps.store.tutors({ ...everybody, subject });
  const tutors = teaching.length > 0 ? teaching : await deps.store.tutors(everybody);
  const any: Option = { value: ANY_TUTOR, label: reader.words.anyTutor };
  const rank = (tutor: Tutor) => ids?.indexOf(tutor.person.id) ?? 0;
  const options = tutors
    .filter((tutor) => tutor.person.id !== reader.person.id)
    .sort((a, b) => rank(a) - rank(b))
    .map((tutor) => tutorOption(tutor, reader));
  const best: Option = { value: BEST_FIT, label: reader.words.bestFit };
  const anybody = [any, best].filter(({ label }) => spellingKey(label).includes(spellingKey(typed)));
  return [...anybody, ...options].slice(0, SUGGESTIONS);
}

/** Whether somebody wants the tutor who fits best, rather than to ask all. */
export function isBestMeant({ words }: Pick<Reader, 'words'>, typed: string | undefined): boolean {
  return typed === BEST_FIT || (typed !== undefined && spellingKey(typed) === spellingKey(words.bestFit));
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
 * @throws Refusal `unknown-tutor` when nobody is called like that, or more than one.
 */
export async function tutorMeant(reader: Reader, deps: Deps, typed: string | undefined): Promise<Tutor | undefined> {
  if (typed === undefined || typed === ANY_TUTOR || spellingKey(typed) === spellingKey(reader.words.anyTutor))
    return undefined;
  if (isBestMeant(reader, typed)) return undefined;
  const byId = await deps.store.tutor(typed);
  if (byId) return byId;
  const name = typed.replace(/^@/, '');
  const names = await deps.store.tutorNames();
  const found = meantBy(names, name);
  const [only, ...others] = found;
  const tutor = only && others.length === 0 ? await deps.store.tutor(only.id) : undefined;
  if (tutor) return tutor;
  const like = found.length > 0 ? found : namedInPart(names, name);
  throw new Refusal('unknown-tutor', { typed: name, like: like.slice(0, LIKE_MOST) }, 'tutor');
}

/** Those to whom a word of it belongs: of two names in one sentence each. */
function namedInPart<Named extends { readonly name: string }>(all: readonly Named[], typed: string): readonly Named[] {
  const words = typed.split(/\s+/).filter((word) => word.length >= SHORTEST_WORD);
  return words.length < 2 ? [] : [...new Set(words.flatMap((word) => meantBy(all, word)))];
}

/** Shorter ones are in many names. */
const SHORTEST_WORD = 3;

/** More names than these are no help to anybody. */
export const LIKE_MOST = 5;

/** What can be chosen as a subject: what this tutor teaches, or all that is taught; what was typed so far narrows it down. */
export async function subjectOptions(
  deps: Deps,
  tutor: Pick<Tutor, 'subjects'> | undefined,
  typed = '',
): Promise<readonly Option[]> {
  const like = await subjectsLike(typed, deps);
  const names = tutor ? tutor.subjects.filter((name) => typed.trim() === '' || like.includes(name)) : like;
  return names.map((name) => ({ value: name, label: name }));
}
