import { parseWeekly } from '../../conversation/when/weekly.ts';
import type { WeeklyHours } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reader } from '../shared/reader.ts';

/** @throws Refusal at the field that could not be read. */
export function hoursIn(text: string, reader: Reader, field: string): readonly WeeklyHours[] {
  if (text === '') return [];
  const weekly = parseWeekly(text, reader.language);
  if ('hours' in weekly) return weekly.hours;
  throw new Refusal('not-a-week', { at: weekly.at, meant: weekly.meant }, field);
}
