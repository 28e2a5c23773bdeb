import type { RawInput } from '../../conversation/handler.ts';
import type { Option } from '../../conversation/message.ts';
import { inZone } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { openSlots } from '../../core/calendar/availability.ts';
import { HORIZON_DAYS, USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import type { Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from './deps.ts';
import { SUGGESTIONS, tutorMeant } from './people.ts';
import type { Reader } from './reader.ts';

const DAY = 86_400_000;

/** Tutors whose open times are looked at when any tutor will do. */
const TUTORS_LOOKED_AT = 20;

const EXACT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d|\[[^\]]+\])$/;

/** An instant that was chosen rather than worded: from pickers, from an autocomplete, from a button. */
export function isExact(when: string): boolean {
  return EXACT.test(when.trim());
}

/** The next starts that a tutor offers and that are free, soonest first. */
export async function openTimes(
  tutors: readonly Tutor[],
  lengthMinutes: number,
  most: number,
  deps: Deps,
): Promise<readonly Date[]> {
  const from = deps.clock();
  const to = new Date(from.getTime() + HORIZON_DAYS * DAY);
  const busy = await deps.store.busy(
    tutors.map((tutor) => tutor.person.id),
    from,
    to,
  );
  const starts = tutors.flatMap((tutor) =>
    openSlots({
      weeklyHours: tutor.weeklyHours,
      zone: tutor.person.zone ?? deps.defaultZone,
      busy: busy.filter((one) => one.person === tutor.person.id),
      lengthMinutes,
      from,
      to,
      most,
    }).map((start) => start.getTime()),
  );
  return [...new Set(starts)]
    .sort((a, b) => a - b)
    .slice(0, most)
    .map((start) => new Date(start));
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
  const when = parseWhen(typed, { now: deps.clock(), zone, language: reader.language });
  if (when.kind === 'moment') return [label(when.start)];
  if (when.kind === 'ambiguous') return when.candidates.slice(0, SUGGESTIONS).map(label);
  const tutors = await tutorsAsked(reader, deps, input);
  const length = Number(input['length'] ?? USUAL_LENGTH_MINUTES) || USUAL_LENGTH_MINUTES;
  const starts = await openTimes(tutors, length, typed.trim() === '' ? SUGGESTIONS : SUGGESTIONS * 8, deps);
  if (when.kind === 'incomplete' && when.missing === 'time') {
    const days = new Set(when.days);
    return starts
      .filter((start) => days.has(dayOf(start, zone)))
      .slice(0, SUGGESTIONS)
      .map(label);
  }
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return starts
    .map(label)
    .filter((option) => words.every((word) => option.label.toLowerCase().includes(word)))
    .slice(0, SUGGESTIONS);
}

async function tutorsAsked(reader: Reader, deps: Deps, input: RawInput): Promise<readonly Tutor[]> {
  try {
    const tutor = await tutorMeant(reader, deps, input['tutor']);
    if (tutor) return [tutor];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  const subject = input['subject'];
  return deps.store.tutors({
    isPaused: false,
    limit: TUTORS_LOOKED_AT,
    ...(subject === undefined || subject === '' ? {} : { subject }),
  });
}

function dayOf(at: Date, zone: string): string {
  return at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().toString();
}
