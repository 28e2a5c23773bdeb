import { z } from 'zod';
import { invalid, refuse } from './errors.ts';
import { instant } from './event-body.ts';
import type { StoredEvent } from './state.ts';

const bool = z.enum(['true', 'false']).transform((text) => text === 'true');
const when = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** https://developers.google.com/workspace/calendar/api/v3/reference/events/list: what is played of it. */
const Query = z.strictObject({
  maxResults: z.coerce.number().int().min(1).default(250),
  orderBy: z.enum(['startTime', 'updated']).optional(),
  pageToken: z.string().optional(),
  privateExtendedProperty: z.array(z.string().regex(/^[^=]+=/)).default([]),
  showDeleted: bool.default(false),
  singleEvents: bool.default(false),
  timeMin: when.optional(),
  timeMax: when.optional(),
  timeZone: z.string().optional(),
});
type Query = z.infer<typeof Query>;

const MOST_RESULTS = 2500;

/** One page of the events that a list asks for. */
export function pageOf(events: readonly StoredEvent[], search: URLSearchParams) {
  const query = read(search);
  if (query.orderBy === 'startTime' && !query.singleEvents) throw refuse('noOrder');
  if (query.timeMin !== undefined && query.timeMax !== undefined && query.timeMin >= query.timeMax) {
    throw refuse('timeRangeEmpty');
  }
  const fitting = events.filter((event) => fits(event, query));
  if (query.orderBy === 'startTime') fitting.sort((a, b) => startOf(a) - startOf(b));
  if (query.orderBy === 'updated') fitting.sort((a, b) => Date.parse(a.updated) - Date.parse(b.updated));
  const from = query.pageToken === undefined ? 0 : offsetOf(query.pageToken);
  const to = from + Math.min(query.maxResults, MOST_RESULTS);
  return {
    items: fitting.slice(from, to),
    next: fitting.length > to ? Buffer.from(`from ${to}`).toString('base64url') : undefined,
  };
}

function read(search: URLSearchParams): Query {
  const { privateExtendedProperty: _, ...single } = Object.fromEntries(search);
  const properties = search.getAll('privateExtendedProperty');
  const query = Query.safeParse({ ...single, ...(properties.length > 0 && { privateExtendedProperty: properties }) });
  if (query.success) return query.data;
  const [issue] = query.error.issues;
  throw invalid(`Invalid value for: ${issue?.path.join('.') || issue?.message}`, 'invalidParameter');
}

const startOf = ({ fields }: StoredEvent) => instant(fields.start, 'start');

/** The bounds are exclusive: `timeMin` looks at the end, `timeMax` at the start. */
function fits(event: StoredEvent, { timeMin, timeMax, showDeleted, privateExtendedProperty }: Query): boolean {
  const { fields, isDeleted } = event;
  if (isDeleted && !showDeleted) return false;
  if (timeMin !== undefined && instant(fields.end, 'end') <= timeMin) return false;
  if (timeMax !== undefined && startOf(event) >= timeMax) return false;
  return privateExtendedProperty.every((constraint) => {
    const [name = '', value] = constraint.split(/=(.*)/s);
    return fields.extendedProperties?.private?.[name] === value;
  });
}

function offsetOf(token: string): number {
  const offset = /^from (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (offset === undefined) throw invalid('Invalid page token value.');
  return Number(offset);
}
