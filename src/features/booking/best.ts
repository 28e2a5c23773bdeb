import type { Text } from '../../conversation/message.ts';
import { bestFit, RECENT_DAYS, type Standing } from '../../core/calendar/best-fit.ts';
import { languagesOf } from '../../core/people/languages.ts';
import type { Tutor } from '../../core/people/person.ts';
import type { CheckedWish } from '../../core/session/wish.ts';
import type { Deps } from '../shared/deps.ts';
import { ratingOf } from '../shared/people.ts';
import type { Reader } from '../shared/reader.ts';

const DAY = 86_400_000;

export interface Best {
  readonly tutor: Tutor;
  /** Why this one, for the learner. */
  readonly text: Text;
}

/** Of the tutors who are free at that time the one who fits this learner best. */
export async function bestOf(
  { tutors }: Pick<CheckedWish, 'tutors'>,
  reader: Reader,
  deps: Deps,
): Promise<Best | undefined> {
  const ids = tutors.map(({ person }) => person.id);
  const now = deps.clock().getTime();
  const [counts, contacts] = await Promise.all([
    deps.store.sessionCounts(ids, new Date(now - RECENT_DAYS * DAY), new Date(now + RECENT_DAYS * DAY)),
    deps.store.contacts([reader.person.id, ...ids]),
  ]);
  const mine = [reader.language.id, ...languagesOf(contacts.get(reader.person.id))];
  const standingOf = (id: string): Standing => {
    const theirs = languagesOf(contacts.get(id));
    return { recent: counts.get(id) ?? 0, common: theirs.filter((one) => mine.includes(one)) };
  };
  const tutor = bestFit(tutors, standingOf);
  return (
    tutor && {
      tutor,
      text: reader.words.book.bestIs(tutor.person.name, why(tutor, standingOf(tutor.person.id), reader)),
    }
  );
}

/** In the order in which it counts. */
function why(tutor: Tutor, { common, recent }: Standing, reader: Reader): string {
  const { book } = reader.words;
  const names = new Intl.DisplayNames(reader.language.id, { type: 'language' });
  const languages = new Intl.ListFormat(reader.language.id).format(common.map((one) => names.of(one) ?? one));
  const rating = ratingOf(tutor, reader);
  return [
    ...(common.length > 0 ? [book.bestLanguage(languages)] : []),
    ...(rating === '' ? [] : [book.bestRating(rating)]),
    book.bestFew(recent),
  ].join(', ');
}
