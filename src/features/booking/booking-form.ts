import type { Form, FormField } from '../../conversation/form.ts';
import type { RawInput } from '../../conversation/handler.ts';
import type { Option } from '../../conversation/message.ts';
import { plain } from '../../conversation/say.ts';
import { inZone, lengthWords } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { LENGTHS_MINUTES, NOTE_MOST, SUBJECT_MOST } from '../../core/limits.ts';
import type { Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { sameSubject } from '../../core/spelling.ts';
import type { Deps } from '../shared/deps.ts';
import {
  ANY_TUTOR,
  BEST_FIT,
  isBestMeant,
  subjectOptions,
  tutorMeant,
  tutorOption,
  tutorOptions,
} from '../shared/people.ts';
import type { Reader } from '../shared/reader.ts';
import { subjectMeant } from '../shared/subjects.ts';
import { isExact, isWithin, openTimes, timeLabel, tutorsAsked } from '../shared/times.ts';
import { unclearWords } from '../shared/unclear.ts';
import { zoneField } from '../shared/zones.ts';
import { few } from './few-times.ts';
import { keepChosen } from './keep.ts';
import { usualLength } from './offered.ts';
import { repeatField } from './repeat-field.ts';
import { minutesOf, templateOptions } from './with-template.ts';

/** What a menu of open times shows: two weeks, and so many of each day that all fit into one. */
const MENU = { days: 12, times: 96, lookedThrough: 480 };

/** Subjects that a hint names. */
const SUBJECTS_NAMED = 6;

/** The dialog, with what is known filled in. Discord's dialogs have five fields: the length gives way to the zone. */
export async function bookingForm(reader: Reader, deps: Deps, given: RawInput, isBegun = false): Promise<Form> {
  const words = reader.words.book;
  const tutor = await knownTutor(reader, deps, given['tutor']);
  const [tutors, subjects] = await Promise.all([
    tutorOptions(reader, deps, '', undefined),
    subjectOptions(deps, tutor),
  ]);
  const typed = given['subject'];
  const meant = typed === undefined || typed === '' ? typed : await subjectMeant(typed, deps);
  const subject = subjectField(reader, meant, tutor, subjects);
  const length = lengthField(reader, given['length'], tutor, await templateOptions(reader, tutor, deps));
  const needsZone = reader.zone === undefined;
  const minutes = await minutesOf(length.value, deps);
  const open = needsZone ? [] : await openOptions(reader, deps, tutor, subject.value, minutes, given);
  if (tutor) await keepChosen(reader, deps, [tutor], given['when'], minutes);
  const fields: FormField[] = [
    tutorField(reader, given['tutor'], tutor, tutors, isBegun),
    subject,
    { ...whenField(reader, given['when'], tutor, open), ...unclearHint(given, reader, deps) },
    ...(needsZone ? [zoneField(words.fields.zone, words.fields.zonePlaceholder, given['zone'])] : [length]),
    {
      kind: 'text',
      name: 'note',
      label: words.fields.note,
      placeholder: words.fields.notePlaceholder,
      isLong: true,
      isOptional: true,
      most: NOTE_MOST,
      ...value(given['note']),
    },
    repeatField(reader, given['repeat'], deps),
  ];
  const carry = needsZone && given['length'] !== undefined ? { length: given['length'] } : {};
  return { title: words.title, submit: words.submit, fields, carry };
}

function tutorField(
  reader: Reader,
  typed: string | undefined,
  tutor: Tutor | undefined,
  options: readonly Option[],
  isBegun: boolean,
): FormField {
  const { fields } = reader.words.book;
  const isBest = isBestMeant(reader, typed);
  const isUnknown = typed !== undefined && !tutor && typed !== ANY_TUTOR && !isBest;
  const anybody = isBest
    ? { value: BEST_FIT, label: reader.words.bestFit }
    : { value: ANY_TUTOR, label: reader.words.anyTutor };
  return {
    kind: 'search',
    name: 'tutor',
    label: fields.tutor,
    hint: isUnknown ? fields.tutorUnknown : isBegun ? fields.begunHint : fields.tutorHint,
    isOptional: false,
    value: tutor?.person.id ?? anybody.value,
    options,
    chosen: tutor ? tutorOption(tutor, reader) : anybody,
    leads: true,
  };
}

/** A menu of what can be had; what was typed and cannot is named, with what can. */
function subjectField(
  reader: Reader,
  typed: string | undefined,
  tutor: Tutor | undefined,
  options: readonly Option[],
): FormField {
  const { fields } = reader.words.book;
  const names = options.map((option) => option.value);
  const known = typed === undefined ? undefined : sameSubject(names, typed);
  const asked = { name: 'subject', label: fields.subject, isOptional: false } as const;
  if (options.length === 0) {
    return { ...asked, kind: 'text', isLong: false, most: SUBJECT_MOST, hint: fields.noSubjectsHint, ...value(typed) };
  }
  const named = listed(reader, names);
  const hint =
    typed !== undefined && typed !== '' && known === undefined
      ? fields.subjectUnknownHint(typed, tutor?.person.name, named)
      : tutor && fields.subjectHint(tutor.person.name, named);
  const only = names.length === 1 ? names[0] : undefined;
  return { ...asked, kind: 'choice', options, leads: true, ...(hint && { hint }), ...value(known ?? only) };
}

function listed(reader: Reader, names: readonly string[]): string {
  const shown = names.length > SUBJECTS_NAMED ? [...names.slice(0, SUBJECTS_NAMED), '…'] : names;
  return new Intl.ListFormat(reader.language.id, { type: 'conjunction' }).format(shown);
}

function whenField(
  reader: Reader,
  typed: string | undefined,
  tutor: Tutor | undefined,
  open: readonly Option[],
): FormField {
  const { fields } = reader.words.book;
  const isOpen = open.length > 0;
  const isLater = reader.zone === undefined;
  const hint = isLater ? fields.whenHint : tutor?.weeklyHours.length === 0 ? fields.whenByArrangementHint : undefined;
  return {
    kind: 'when',
    name: 'when',
    label: fields.when,
    zone: reader.zone,
    placeholder: fields.whenPlaceholder,
    isOptional: isOpen || isLater,
    ...(isOpen && { open }),
    ...(hint && { hint }),
    ...value(typed),
  };
}

/** What of a typed time was not understood, where a dialog with pickers would not show it. */
function unclearHint(given: RawInput, reader: Reader, deps: Deps): { hint?: string } {
  const typed = given['when'];
  if (typed === undefined || isExact(typed)) return {};
  const zone = reader.zone ?? deps.defaultZone;
  const isField = given['subject'] !== undefined;
  const when = parseWhen(typed, { now: deps.clock(), zone, language: reader.language, isField });
  return when.unclear ? { hint: plain(unclearWords(when, reader, zone), (at) => inZone(at, zone, reader.locale)) } : {};
}

/** The open times that fit what was said so far: of the day that was named, where it has any. */
async function openOptions(
  reader: Reader,
  deps: Deps,
  tutor: Tutor | undefined,
  subject: string | undefined,
  lengthMinutes: number,
  given: RawInput,
): Promise<readonly Option[]> {
  const zone = reader.zone ?? deps.defaultZone;
  const tutors = tutor ? [tutor] : await tutorsAsked(reader, deps, { subject });
  const starts = await openTimes({ tutors, lengthMinutes, learner: reader.person.id, most: MENU.lookedThrough }, deps);
  const when = parseWhen(given['when'] ?? '', { now: deps.clock(), zone, language: reader.language });
  const onThatDay =
    when.kind === 'incomplete' && when.missing === 'time' ? starts.filter((start) => isWithin(start, when, zone)) : [];
  const shown = onThatDay.length > 0 ? onThatDay : few(starts, zone, MENU.days, MENU.times);
  // The one that was chosen stays, though others of its day would be shown.
  const chosen = starts.filter((start) => start.toISOString() === given['when'] && !shown.includes(start));
  return [...shown, ...chosen]
    .sort((a, b) => a.getTime() - b.getTime())
    .map((start) => ({ value: start.toISOString(), label: timeLabel(start, reader, tutors, deps) }));
}

/** A length, or a kind of session that this tutor offers. */
function lengthField(
  reader: Reader,
  given: string | undefined,
  tutor: Tutor | undefined,
  templates: readonly Option[],
): FormField {
  const lengths = tutor?.lengths ?? LENGTHS_MINUTES;
  const usual = usualLength(tutor);
  const wanted = Number(given ?? usual);
  return {
    kind: 'choice',
    name: 'length',
    label: reader.words.book.fields.length,
    isOptional: false,
    options: [
      ...templates,
      ...lengths.map((minutes) => ({ value: String(minutes), label: lengthWords(minutes, reader.locale) })),
    ],
    value: templates.some(({ value }) => value === given)
      ? (given ?? '')
      : String(lengths.includes(wanted) ? wanted : usual),
    leads: true,
  };
}

/** The tutor who is meant, or undefined where that is not clear: the dialog asks. */
async function knownTutor(reader: Reader, deps: Deps, typed: string | undefined): Promise<Tutor | undefined> {
  try {
    return await tutorMeant(reader, deps, typed);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function value(text: string | undefined): { value?: string } {
  return text === undefined || text === '' ? {} : { value: text };
}
