import type { Form, FormField } from '../../conversation/form.ts';
import type { RawInput } from '../../conversation/handler.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import { LENGTHS_MINUTES, NOTE_MOST, SUBJECT_MOST, USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import { mayDo, permit } from '../../core/may/tasks.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { tutorOption, tutorOptions } from '../shared/people.ts';
import { readerOf } from '../shared/reader.ts';
import { zoneField } from '../shared/zones.ts';

/** Discord's dialogs have five fields. */
const FIELDS_MOST = 5;

/**
 * The dialog for a group session. Tutors open theirs; admins say whose it is. The length can be chosen afterwards, too, so
 * it gives way to what cannot; then the note.
 */
export async function groupForm(by: Actor, input: RawInput, deps: Deps): Promise<Form> {
  const reader = readerOf(by);
  const { openGroup: words, book } = reader.words;
  const mine = await deps.store.tutor(by.person.id);
  permit(by, 'open a group', mine?.person.id);
  const named = input['tutor'] === undefined ? mine : await deps.store.tutor(input['tutor']);
  const value = (text: string | undefined) => (text === undefined || text === '' ? {} : { value: text });
  const text = { kind: 'text', isLong: false, isOptional: false } as const;
  const tutor: FormField = {
    kind: 'search',
    name: 'tutor',
    label: words.tutor,
    isOptional: false,
    options: (await tutorOptions(reader, deps, '', undefined)).filter((one) => one.value !== 'any'),
    ...(named && { value: named.person.id, chosen: tutorOption(named, reader) }),
  };
  const length: FormField = {
    kind: 'choice',
    name: 'length',
    label: words.length,
    isOptional: false,
    options: LENGTHS_MINUTES.map((minutes) => ({ value: String(minutes), label: lengthWords(minutes, reader.locale) })),
    value: input['length'] ?? String(USUAL_LENGTH_MINUTES),
  };
  const asked: FormField[] = [
    ...(mayDo(by, 'open a group') ? [tutor] : []),
    {
      ...text,
      name: 'subject',
      label: words.subject,
      most: SUBJECT_MOST,
      ...value(input['subject'] ?? named?.subjects[0]),
    },
    {
      kind: 'when',
      name: 'when',
      label: words.when,
      zone: reader.zone,
      placeholder: book.fields.whenPlaceholder,
      isOptional: false,
      ...value(input['when']),
    },
    ...(reader.zone === undefined ? [zoneField(book.fields.zone, book.fields.zonePlaceholder, input['zone'])] : []),
    {
      ...text,
      name: 'places',
      label: words.places,
      hint: words.placesHint,
      placeholder: words.placesPlaceholder,
      most: 20,
      ...value(input['places']),
    },
  ];
  const note: FormField = {
    ...text,
    name: 'note',
    label: words.note,
    placeholder: words.notePlaceholder,
    isLong: true,
    isOptional: true,
    most: NOTE_MOST,
    ...value(input['note']),
  };
  const extra = [note, length].slice(0, FIELDS_MOST - asked.length);
  const carry = input['repeat'] ? { repeat: input['repeat'] } : {};
  return { title: words.title, submit: words.submit, fields: [...asked, ...extra.toReversed()], carry };
}
