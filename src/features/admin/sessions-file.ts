import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { join, say } from '../../conversation/say.ts';
import { parseDays } from '../../conversation/when/day-range.ts';
import { Refusal } from '../../core/refusal.ts';
import { learners, type Session } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import { toCsv } from '../../core/tables/csv.ts';
import { PAST, UPCOMING } from '../session/session-section.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { platformName } from '../shared/platform-name.ts';
import { type Reader, readerOf, type View } from '../shared/reader.ts';

/** Rows of one file: every spreadsheet program opens as many, and every chat takes the file. */
const ROWS_MOST = 5000;
/** In this order. */
const HEADS = [
  'starts',
  'ends',
  'state',
  'subject',
  'tutor',
  'learners',
  'platform',
  'requested',
  'confirmed',
  'ratings',
  'reason',
] as const;
const YEAR_MS = 366 * 86_400_000;

/** Everybody's sessions as a file, by direct message. */
export const exportSessions = handler({
  task: 'read what happens',
  input: z.object({ days: Short }),
  run: async (by, { days }, deps: Deps) => {
    const reader = readerOf(by);
    const zone = reader.zone ?? deps.defaultZone;
    const now = deps.clock();
    const read = days === undefined ? undefined : parseDays(days, { now, zone, language: reader.language });
    if (days !== undefined && !read) throw new Refusal('not-a-day', { typed: days }, 'days');
    const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(zone).epochMilliseconds);
    const from = read ? midnight(Temporal.PlainDate.from(read.from)) : new Date(now.getTime() - YEAR_MS);
    const before = read
      ? midnight(Temporal.PlainDate.from(read.until).add({ days: 1 }))
      : new Date(now.getTime() + YEAR_MS);
    await deps.exports.sessions(by, from, before);
    return { kind: 'private', message: { text: reader.words.export.comes } };
  },
});

export const sessionsFile = notice({
  kind: 'sessions-file',
  data: z.object({ from: z.number(), before: z.number() }),
  render: async ({ reader, now }: View, { data: { from, before }, isShown }, deps: RenderDeps) => {
    if (isShown) return undefined;
    const found = await deps.store.sessions({
      organization: reader.person.organization,
      states: [...UPCOMING, ...PAST],
      order: 'soonest',
      startsFrom: new Date(from),
      startsBefore: new Date(before),
      limit: ROWS_MOST + 1,
    });
    const sessions = found.slice(0, ROWS_MOST);
    const { export: words } = reader.words;
    const isCut = found.length > sessions.length;
    return {
      title: say`${words.title}`,
      text: join([words.text(sessions.length), ...(isCut ? [words.cut(ROWS_MOST)] : [])], ' '),
      enclosures: [
        {
          name: `tutorline-sessions-${now.toISOString().slice(0, 'yyyy-mm-dd'.length)}.csv`,
          type: 'text/csv',
          content: toCsv(
            HEADS.map((one) => words.heads[one]),
            await rowsOf(sessions, reader, deps),
          ),
        },
      ],
    };
  },
});

/** In the order of the heads. */
async function rowsOf(
  sessions: readonly Session[],
  reader: Reader,
  deps: RenderDeps,
): Promise<readonly (readonly string[])[]> {
  const people = await deps.store.people([
    ...new Set(sessions.flatMap((one) => one.participants.map(({ person }) => person))),
  ]);
  const { words } = reader;
  const name = (id: string) => people.get(id)?.name ?? words.somebody;
  const zone = reader.zone ?? deps.defaultZone;
  const time = (at: Date | undefined) =>
    at
      ?.toTemporalInstant()
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ') ?? '';
  return sessions.map((session) => {
    const { tutor, meeting } = session;
    const rated = session.participants.flatMap(({ person, rating }) =>
      rating === undefined ? [] : [`${name(person)}: ${String(rating)}`],
    );
    return [
      time(session.startsAt),
      time(session.endsAt),
      words.sessions.state[standing(session, '')],
      session.subject,
      tutor === undefined ? '' : name(tutor),
      learners(session)
        .map(({ person }) => name(person))
        .join(', '),
      meeting ? platformName(meeting.platform, words, deps) : '',
      time(session.requestedAt),
      time(session.confirmedAt),
      rated.join(', '),
      session.reason ?? '',
    ];
  });
}
