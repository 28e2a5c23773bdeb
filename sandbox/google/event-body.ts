import { z } from 'zod';
import { invalid, refuse } from './errors.ts';

const When = z.strictObject({
  date: z.iso.date().optional(),
  dateTime: z.iso.datetime({ offset: true, local: true }).optional(),
  timeZone: z.string().optional(),
});
const Properties = z.record(z.string(), z.string().nullable());

/** The part of an event that can be written and that is played: https://developers.google.com/workspace/calendar/api/v3/reference/events */
const Fields = z.strictObject({
  id: z.string().optional(),
  iCalUID: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  start: When.optional(),
  end: When.optional(),
  attendees: z
    .array(
      z.strictObject({
        email: z.string(),
        displayName: z.string().optional(),
        responseStatus: z.enum(['needsAction', 'declined', 'tentative', 'accepted']).optional(),
        optional: z.boolean().optional(),
      }),
    )
    .optional(),
  conferenceData: z.record(z.string(), z.unknown()).nullish(),
  extendedProperties: z.strictObject({ private: Properties.optional(), shared: Properties.optional() }).optional(),
  guestsCanInviteOthers: z.boolean().optional(),
  guestsCanModify: z.boolean().optional(),
  guestsCanSeeOtherGuests: z.boolean().optional(),
  reminders: z
    .strictObject({
      useDefault: z.boolean().optional(),
      overrides: z
        .array(z.strictObject({ method: z.enum(['email', 'popup']), minutes: z.number().int().min(0).max(40_320) }))
        .max(5)
        .optional(),
    })
    .optional(),
  source: z.strictObject({ title: z.string().optional(), url: z.url().optional() }).optional(),
  status: z.enum(['confirmed', 'tentative']).optional(),
  transparency: z.enum(['opaque', 'transparent']).optional(),
  visibility: z.enum(['default', 'public', 'private', 'confidential']).optional(),
});
export type Fields = z.infer<typeof Fields>;

const CreateRequest = z.object({
  requestId: z.string().min(1),
  conferenceSolutionKey: z.object({ type: z.string() }).optional(),
});

const KEY_LENGTH = 44;
const VALUE_LENGTH = 1024;

/** Throws Google's refusal of a body that it would not take. */
export function readFields(body: unknown): Fields {
  const read = Fields.safeParse(body);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw invalid(`Invalid value for: ${issue?.path.join('.') || String(Object.values(issue ?? {})[0])}`);
  }
  const fields = read.data;
  if (fields.id !== undefined && !/^[a-v0-9]{5,1024}$/.test(fields.id)) throw invalid('Invalid resource id value.');
  const start = instant(fields.start, 'start');
  const end = instant(fields.end, 'end');
  if (end < start) throw refuse('timeRangeEmpty');
  if (fields.attendees?.some(({ email }) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))) {
    throw invalid('Invalid attendee email.');
  }
  if (fields.reminders?.useDefault && fields.reminders.overrides?.length) {
    throw invalid(
      'Cannot specify both default reminders and overrides at the same time.',
      'cannotUseDefaultRemindersAndSpecifyOverride',
    );
  }
  return { ...fields, ...(fields.extendedProperties && { extendedProperties: kept(fields.extendedProperties) }) };
}

/** Milliseconds. Wall-clock times need a zone. */
export function instant(when: Fields['start'], name: 'start' | 'end'): number {
  if (!when || (when.date === undefined) === (when.dateTime === undefined)) {
    throw invalid(`Missing ${name} time.`, 'required');
  }
  if (when.timeZone !== undefined && !isZone(when.timeZone)) {
    throw invalid(`Invalid time zone definition for ${name} time.`);
  }
  if (when.date !== undefined) return Date.parse(when.date);
  const text = when.dateTime ?? '';
  if (/(Z|[+-]\d\d:?\d\d)$/i.test(text)) return Date.parse(text);
  if (when.timeZone === undefined) throw invalid(`Missing time zone definition for ${name} time.`);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(when.timeZone).epochMilliseconds;
}

/** The id of a request for a Meet link, or undefined where nobody asked for one. */
export function requestedConference(data: Fields['conferenceData']): string | undefined {
  if (data?.createRequest === undefined) return undefined;
  const request = CreateRequest.safeParse(data.createRequest);
  if (!request.success) throw invalid('Invalid conference data.');
  if ((request.data.conferenceSolutionKey?.type ?? 'hangoutsMeet') !== 'hangoutsMeet') throw refuse('conferenceType');
  return request.data.requestId;
}

/** Too long keys are dropped and too long values cut, both without a word. */
function kept(given: NonNullable<Fields['extendedProperties']>): NonNullable<Fields['extendedProperties']> {
  return Object.fromEntries(
    Object.entries(given).map(([kind, properties]) => [
      kind,
      Object.fromEntries(
        Object.entries(properties ?? {})
          .filter(([key]) => key.length <= KEY_LENGTH)
          .map(([key, value]) => [key, value?.slice(0, VALUE_LENGTH) ?? null]),
      ),
    ]),
  );
}

function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** JSON merge patch, as `events.patch` does it: null takes away, arrays are replaced. */
export function merged(old: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const base = typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old } : {};
  const result: Record<string, unknown> = base;
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  }
  return result;
}
