import { z } from 'zod';
import type { RawInput } from '../../conversation/handler.ts';
import { decidedAt } from '../../core/groups/group.ts';
import type { GroupPlan } from '../../core/groups/open.ts';
import { GROUP_PLACES, USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import { mayDo } from '../../core/may/tasks.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { tutorMeant } from '../shared/people.ts';
import { choicesOf, usualOf } from '../shared/platform-name.ts';
import { readerOf } from '../shared/reader.ts';

/** What a group session is made of, as people give it. All of it may be missing: then it is asked for. */
export const groupInput = z.object({
  tutor: Short,
  subject: Short,
  when: Short,
  length: Short,
  places: Short,
  note: Words,
  zone: Short,
  platform: Short,
  /** How a course repeats, as `keepRepeat` writes it. */
  repeat: Short,
  /** Hours before the start. */
  decide: Short,
  draft: Short,
});
export type GroupInput = z.output<typeof groupInput>;

/** Where nobody has said otherwise. */
export const USUALLY_DECIDED_HOURS_BEFORE = 12;
const USUAL_MINIMUM = 2;

/** "8", or "4-8": at least 4 of 8. */
const PLACES = /^(?:(\d{1,3})\s*(?:-|–|—|to|a)\s*)?(\d{1,3})$/;

export function placesIn(typed: string): Pick<GroupPlan, 'capacity' | 'minimum'> {
  const [, least, most] = PLACES.exec(typed.trim().toLowerCase()) ?? [];
  if (most === undefined) throw new Refusal('not-places', GROUP_PLACES, 'places');
  return { capacity: Number(most), minimum: least === undefined ? USUAL_MINIMUM : Number(least) };
}

/** The plan that was meant, with everything that was left out as it usually is. */
export async function planOf(by: Actor, input: GroupInput, startsAt: Date, deps: Deps): Promise<GroupPlan> {
  if (input.subject === undefined) throw new Refusal('required', {}, 'subject');
  if (input.places === undefined) throw new Refusal('required', {}, 'places');
  const reader = readerOf(by);
  const named = await tutorMeant(reader, deps, input.tutor);
  const tutor = named ?? (await deps.store.tutor(by.person.id));
  if (!tutor && mayDo(by, 'open a group')) throw new Refusal('unknown-tutor', { typed: '' }, 'tutor');
  const choices = choicesOf(tutor, reader, deps, []);
  const platform = usualOf(choices, input.platform ?? tutor?.defaultPlatform) ?? '';
  return {
    tutor: tutor?.person.id ?? by.person.id,
    subject: input.subject,
    startsAt,
    lengthMinutes: Number(input.length ?? USUAL_LENGTH_MINUTES),
    ...placesIn(input.places),
    minimumUntil: decidedAt(startsAt, hoursBefore(input), deps.clock()),
    note: input.note,
    platform,
  };
}

export function hoursBefore({ decide }: Pick<GroupInput, 'decide'>): number {
  return Number(decide ?? USUALLY_DECIDED_HOURS_BEFORE) || USUALLY_DECIDED_HOURS_BEFORE;
}

/** Leaves out what is missing. */
export function given(input: Readonly<Record<string, string | undefined>>): RawInput {
  return Object.fromEntries(
    Object.entries(input).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}
