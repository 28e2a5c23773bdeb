import { z } from 'zod';
import { invalid, refuse } from './errors.ts';
import { createSpaces, filesOf } from './recordings.ts';
import { SCOPES } from './settings.ts';
import type { ConferenceRecord, State, Visitor } from './state.ts';
import type { Tokens } from './tokens.ts';
import { span, type Visits } from './visits.ts';

/** https://developers.google.com/workspace/meet/api/reference/rest/v2/conferenceRecords/list */
const MOST_RECORDS = 100;
/** https://developers.google.com/workspace/meet/api/reference/rest/v2/conferenceRecords.participants/list */
const MOST_PARTICIPANTS = 250;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** The conference records of the Meet API: who came and when. `path` is below `/v2`. */
export function createMeetApi(house: {
  readonly tokens: Tokens;
  readonly visits: Visits;
  readonly state: State;
  readonly now: () => Date;
}): (request: Request, path: string) => Response | Promise<Response> {
  const { tokens, visits, now } = house;
  const spaces = createSpaces(house);
  return (request, path) => {
    const [, space] = /^\/spaces\/([\w-]+)$/.exec(path) ?? [];
    if (space !== undefined) return spaces(request, space);
    tokens.bearer(request, SCOPES.meetReadonly, SCOPES.meetCreated);
    const query = new URL(request.url).searchParams;
    const [records, id, participants, ...rest] = path.split('/').slice(1);
    if (request.method !== 'GET' || records !== 'conferenceRecords' || rest.length > 0) throw refuse('notFound');
    if (id === undefined) {
      const { items, next } = page(visits.records(codeIn(query.get('filter'))), query, {
        usual: 25,
        most: MOST_RECORDS,
      });
      return Response.json({ conferenceRecords: items.map(recordAsSent), ...next });
    }
    const record = visits.records().find((one) => one.id === id);
    if (!record) throw refuse('notFound');
    if (participants === undefined) return Response.json(recordAsSent(record));
    if (participants === 'recordings' || participants === 'transcripts')
      return Response.json({ [participants]: filesOf(record, participants, now()) });
    if (participants !== 'participants') throw refuse('notFound');
    const { items, next } = page(record.visitors.toReversed(), query, { usual: 100, most: MOST_PARTICIPANTS });
    const sent = items.map((visitor) => participantAsSent(record, visitor));
    return Response.json({ participants: sent, ...next, totalSize: record.visitors.length });
  };
}

/** The only filter that is played. */
function codeIn(filter: string | null): string | undefined {
  if (filter === null || filter === '') return undefined;
  const code = /^\s*space\.meeting_code\s*=\s*"([^"]*)"\s*$/.exec(filter)?.[1];
  if (code === undefined) throw invalid(`Invalid filter: ${filter}`);
  return code;
}

const Paging = z.object({
  pageSize: z.coerce.number().int().min(0).default(0),
  pageToken: z.string().regex(/^\d+$/).default('0').transform(Number),
});

function page<T>(all: readonly T[], query: URLSearchParams, size: { usual: number; most: number }) {
  const read = Paging.safeParse(Object.fromEntries(query));
  if (!read.success) throw invalid('Request contains an invalid argument.');
  const { pageSize, pageToken } = read.data;
  const to = pageToken + Math.min(pageSize || size.usual, size.most);
  return { items: all.slice(pageToken, to), next: to < all.length ? { nextPageToken: String(to) } : {} };
}

/** https://developers.google.com/workspace/meet/api/reference/rest/v2/conferenceRecords */
function recordAsSent({ id, code, startTime, endTime }: ConferenceRecord) {
  return {
    name: `conferenceRecords/${id}`,
    startTime,
    ...(endTime && { endTime, expireTime: new Date(Date.parse(endTime) + KEPT_MS).toISOString() }),
    space: `spaces/${code.replaceAll('-', '')}`,
  };
}

/** https://developers.google.com/workspace/meet/api/reference/rest/v2/conferenceRecords.participants: no addresses. */
function participantAsSent({ id }: ConferenceRecord, visitor: Visitor) {
  const { from, to } = span(visitor);
  const displayName = visitor.name;
  return {
    name: `conferenceRecords/${id}/participants/${visitor.id}`,
    earliestStartTime: from,
    ...(to && { latestEndTime: to }),
    ...(visitor.isSignedIn
      ? { signedinUser: { user: `users/${visitor.id}`, displayName } }
      : { anonymousUser: { displayName } }),
  };
}
