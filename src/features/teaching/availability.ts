import { z } from 'zod';
import type { Form } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import { after, parseDaysAndHours } from '../../conversation/when/day-range.ts';
import { formatWeekly } from '../../conversation/when/weekly.ts';
import type { Changed } from '../../core/calendar/availabilities.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { whichZone, zoneField, zoneMeant } from '../shared/zones.ts';
import { availabilityCard, changedCard } from './availability-card.ts';
import { hoursIn } from './hours-in.ts';
import { offerOf } from './offer-of.ts';

const HOURS_MOST = 500;

/**
 * When somebody teaches: shown, and changed by what is said behind it, such as "Mon-Fri 16-19", "off 24 Dec - 2 Jan" or
 * "extra Saturday 10-12".
 */
export const availability = handler({
  input: z.object({ change: Words }),
  run: async (by, { change }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    if (change === '') return { kind: 'private', message: availabilityCard(await offerOf(by, deps), reader, deps) };
    return changedCard(await changeInWords(by, change, deps), reader, deps);
  },
});

async function changeInWords(by: Actor, text: string, deps: Deps): Promise<Changed> {
  const reader = readerOf(by);
  const context = { now: deps.clock(), zone: reader.zone ?? deps.defaultZone, language: reader.language };
  for (const kind of ['off', 'extra'] as const) {
    const said = after(text, kind);
    if (said === undefined) continue;
    const meant = parseDaysAndHours(said, context);
    if (!meant) throw new Refusal('not-a-day', { typed: said }, 'change');
    if (kind === 'extra' && meant.hours.length === 0) throw new Refusal('not-hours', { typed: said }, 'change');
    return deps.availabilities.addDays(by, { kind, ...meant.days, windows: meant.hours });
  }
  return deps.availabilities.setHours(by, hoursIn(text, reader, 'change'));
}

/** The usual week, and where its clock hangs. */
export const availabilityHours = handler({
  input: z.object({ hours: Words, zone: Words }),
  form: async (by, input, deps: Deps) => hoursForm(readerOf(by), input, await offerOf(by, deps)),
  run: async (by, { hours, zone }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const meant = zone === '' ? undefined : zoneMeant(zone, reader);
    const where = typeof meant === 'string' ? meant : undefined;
    const changed = await deps.availabilities.setHours(by, hoursIn(hours, reader, 'hours'), where);
    if (meant !== undefined && typeof meant !== 'string') return whichZone(reader, meant);
    return changedCard(changed, { ...reader, zone: where ?? reader.zone }, deps);
  },
});

function hoursForm(reader: Reader, given: RawInput, tutor: Tutor): Form {
  const words = reader.words.availability;
  const hours = given['hours'] ?? formatWeekly(tutor.weeklyHours, reader.language);
  return {
    title: words.hoursTitle,
    submit: words.submit,
    carry: {},
    fields: [
      {
        kind: 'text',
        name: 'hours',
        label: words.hoursLabel,
        hint: words.hoursHint,
        placeholder: words.hoursPlaceholder,
        most: HOURS_MOST,
        isLong: true,
        isOptional: true,
        ...(hours === '' ? {} : { value: hours }),
      },
      zoneField(words.zone, reader.words.book.fields.zonePlaceholder, given['zone'] ?? reader.zone),
    ],
  };
}
