import type { RawInput } from '../../conversation/handler.ts';
import type { Option } from '../../conversation/message.ts';
import { inZone, inZoneShort } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import type { When } from '../../conversation/when/when.ts';
import { isOffered } from '../../core/calendar/availability.ts';
import { countedOf, objection } from '../../core/calendar/objection.ts';
import { searchSlots } from '../../core/calendar/slots.ts';
import { USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import type { Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from './deps.ts';
import { SUGGESTIONS, tutorMeant } from './people.ts';
import type { Reader } from './reader.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Tutors whose open times are looked at when any tutor will do: more than that of one subject are no school's. */
const TUTORS_LOOKED_AT = 500;

const EXACT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d|\[[^\]]+\])$/;

/** An instant that was chosen rather than worded: from pickers, from an autocomplete, from a button. */
export function isExact(when: string): boolean {
  return EXACT.test(when.trim());
}

export interface OpenQuery {
  /** At least one of them is free. */
  readonly tutors: readonly Tutor[];
  readonly lengthMinutes: number;
  /** Whose own sessions are in the way too. */
  readonly learner?: string;
  /** Not before then; left out: as soon as a tutor can have answered. */
  readonly from?: Date | undefined;
  /** Not after then; left out: as far as single sessions are booked. */
  readonly to?: Date | undefined;
  readonly most: number;
}

/** The starts that can be offered, soonest first: one question for all that is in the way, however many tutors and days. */
export async function openTimes(query: OpenQuery, deps: Deps): Promise<readonly Date[]> {
  const slots = await searchSlots(deps.store, { ...query, now: deps.clock(), zone: deps.defaultZone });
  return slots.map(({ startsAt }) => startsAt);
}

/** Readings of one phrase: what a tutor offers and has free comes first, then what they offer, then the rest; each by time. */
export async function openFirst(
  moments: readonly Date[],
  tutors: readonly Tutor[],
  lengthMinutes: number,
  deps: Deps,
): Promise<readonly Date[]> {
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last || moments.length === 1) return moments;
  const endOf = (start: Date) => new Date(start.getTime() + lengthMinutes * MINUTE);
  const now = deps.clock();
  const around = await deps.store.around({
    people: tutors.map((tutor) => tutor.person.id),
    counted: countedOf(tutors),
    from: new Date(first.getTime() - DAY),
    to: new Date(last.getTime() + DAY),
    now,
  });
  const rank = (startsAt: Date) => {
    const asked = { startsAt, endsAt: endOf(startsAt) };
    if (tutors.some((tutor) => !objection(tutor, asked, around, now, deps.defaultZone))) return 0;
    return tutors.some((tutor) => isOffered(tutor, asked.startsAt, asked.endsAt)) ? 1 : 2;
  };
  return moments.toSorted((a, b) => rank(a) - rank(b) || a.getTime() - b.getTime());
}

/** Whether a start lies on the days that were said, within the hours that were said: "friday until 5". */
export function isWithin(start: Date, { days, within }: Extract<When, { missing: 'time' }>, zone: string): boolean {
  const at = start.toTemporalInstant().toZonedDateTimeISO(zone);
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  const isIn = (within?.from === undefined || time >= within.from) && (within?.to === undefined || time <= within.to);
  return isIn && days.includes(at.toPlainDate().toString());
}

/** Those who could teach it: the tutor who is meant, or where any will do those of the subject, but not the learner. */
export async function tutorsAsked(
  reader: Reader,
  deps: Deps,
  input: { readonly tutor?: string | undefined; readonly subject?: string | undefined },
): Promise<readonly Tutor[]> {
  const tutor = await tutorMeant(reader, deps, input.tutor);
  if (tutor) return [tutor];
  const { subject } = input;
  const found = await deps.store.tutors({
    isPaused: false,
    limit: TUTORS_LOOKED_AT,
    ...(subject === undefined || subject === '' ? {} : { subject }),
  });
  return found.filter(({ person }) => person.id !== reader.person.id);
}

/** "Tue 1 Dec 17:00 · Theo 11:00": the reader's time, and the only tutor's beside it where their clock shows another. */
export function timeLabel(start: Date, reader: Reader, tutors: readonly Tutor[], deps: Deps): string {
  const mine = inZoneShort(start, reader.zone ?? deps.defaultZone, reader.locale);
  const [tutor] = tutors;
  if (tutor?.person.zone === undefined || tutors.length > 1) return mine;
  const theirs = inZoneShort(start, tutor.person.zone, reader.locale);
  if (theirs === mine) return mine;
  const day = (label: string) => label.replace(CLOCK, '').trim();
  const shown = day(theirs) === day(mine) ? (CLOCK.exec(theirs)?.[0] ?? theirs) : theirs;
  return `${mine} · ${firstName(tutor)} ${shown}`;
}

/** The clock in what `inZoneShort` writes. */
const CLOCK = /\d{1,2}:\d{2}.*$/;

/** What people call each other. */
export function firstName({ person }: Pick<Tutor, 'person'>): string {
  return person.name.split(/\s/, 1)[0] ?? person.name;
}

/** The reader's own day of an instant, as ISO. */
export function dayOf(at: Date, zone: string): string {
  return at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** What an autocomplete of `when` shows: what was typed, understood and read back; then open times in the reader's zone. */
export async function suggestTimes(
  reader: Reader,
  deps: Deps,
  typed: string,
  input: RawInput,
): Promise<readonly Option[]> {
  const zone = reader.zone;
  // Without a zone every time shown would be a guess: the dialog asks for the zone first.
  if (zone === undefined) return typed.trim() === '' ? [] : [{ value: typed, label: typed }];
  const label = (start: Date): Option => ({ value: start.toISOString(), label: inZone(start, zone, reader.locale) });
  const when = parseWhen(typed, { now: deps.clock(), zone, language: reader.language, isField: true });
  if (when.unclear && when.kind !== 'unknown') return []; // what was understood of it is asked about when it is sent
  if (when.kind === 'moment') return [label(when.start)];
  const tutors = await tutorsAskedSoFar(reader, deps, input);
  const lengthMinutes = Number(input['length'] ?? USUAL_LENGTH_MINUTES) || USUAL_LENGTH_MINUTES;
  if (when.kind === 'ambiguous')
    return (await openFirst(when.candidates, tutors, lengthMinutes, deps)).slice(0, SUGGESTIONS).map(label);
  const most = typed.trim() === '' ? SUGGESTIONS : SUGGESTIONS * 8;
  const starts = await openTimes({ tutors, learner: reader.person.id, lengthMinutes, most }, deps);
  const offered = (some: readonly Date[]): readonly Option[] =>
    some.slice(0, SUGGESTIONS).map((start) => ({
      value: start.toISOString(),
      label: beside(label(start).label, timeLabel(start, reader, tutors, deps)),
    }));
  if (when.kind === 'incomplete' && when.missing === 'time') {
    return offered(starts.filter((start) => isWithin(start, when, zone)));
  }
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return offered(
    starts.filter((start) => {
      const shown = label(start).label.toLowerCase();
      return words.every((word) => shown.includes(word));
    }),
  );
}

/** The long label, with what a short one says of the tutor's clock. */
function beside(long: string, short: string): string {
  const [, theirs] = short.split(' · ');
  return theirs === undefined ? long : `${long} · ${theirs}`;
}

/** While a command is being typed a name may be half of one: then anybody's times are shown. */
async function tutorsAskedSoFar(reader: Reader, deps: Deps, input: RawInput): Promise<readonly Tutor[]> {
  try {
    return await tutorsAsked(reader, deps, { tutor: input['tutor'], subject: input['subject'] });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return tutorsAsked(reader, deps, { subject: input['subject'] });
  }
}
