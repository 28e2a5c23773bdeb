import type { Field } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Tutor } from '../../core/people/person.ts';
import { ratingText } from '../shared/people.ts';
import type { Reader } from '../shared/reader.ts';

/** A tutor as admins see them: what they teach, how they stand, how they are rated. */
export function tutorFields(tutor: Tutor, reader: Reader): readonly Field[] {
  const { people: words, fields } = reader.words;
  const { standing } = tutor.application;
  const how = standing !== 'approved' ? words.standing[standing] : tutor.isPaused ? words.paused : words.canBeAsked;
  const { mostAWeek } = tutor.rules;
  return [
    { name: fields.subject, value: say`${tutor.subjects.join(', ')}` },
    { name: words.teaches, value: mostAWeek === undefined ? say`${how}` : say`${how} · ${words.weekly(mostAWeek)}` },
    { name: words.rating, value: ratingText(tutor, reader) },
  ];
}
