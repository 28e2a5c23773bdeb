import { z } from 'zod';
import { handler, type RawInput } from '../../conversation/handler.ts';
import type { Action, Text } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import { parseDays } from '../../conversation/when/day-range.ts';
import type { AuditEntry } from '../../core/audit.ts';
import { Refusal } from '../../core/refusal.ts';
import { participant } from '../../core/session/session.ts';
import { entryLine } from '../cards/chronicle.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { peopleOptions, personMeant, UNKNOWN } from '../shared/person-meant.ts';
import { type Reader, readerOf } from '../shared/reader.ts';

const PAGE = 10;
/** So many of a group are named: with all of them a page would not fit into a message. */
const NAMED = 5;

/** What was done in the organization, by whom, the latest first; by person and by day. */
export const audit = handler({
  task: 'read what happens',
  input: z.object({
    person: Short,
    day: Short,
    page: z.coerce.number().int().min(1).max(1000).catch(1),
    turn: Short,
  }),
  suggest: { person: (by, typed, _, deps: Deps) => peopleOptions(by, typed, deps) },
  // A mention is who, all else is when; without one it is when if it can be.
  read: async (by, { text, mentions }, deps: Deps): Promise<RawInput> => {
    const { zone, language } = readerOf(by);
    const isDay = parseDays(text, { now: deps.clock(), zone: zone ?? deps.defaultZone, language }) !== undefined;
    const person = mentions.length > 0 ? (mentions[0] ?? UNKNOWN) : isDay ? '' : text;
    return { ...(person !== '' && { person }), ...(text !== '' && text !== person && { day: text }) };
  },
  run: async (by, { person, day, page, turn }, deps: Deps) => {
    const reader = readerOf(by);
    const zone = reader.zone ?? deps.defaultZone;
    const days = day === undefined ? undefined : parseDays(day, { now: deps.clock(), zone, language: reader.language });
    if (day !== undefined && !days) throw new Refusal('not-a-day', { typed: day }, 'day');
    const one = person === undefined ? undefined : await personMeant(by, person, deps);
    const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(zone).epochMilliseconds);
    const entries = await deps.store.auditEntries({
      limit: PAGE + 1,
      offset: (page - 1) * PAGE,
      ...(one && { by: one.id }),
      ...(days && {
        from: midnight(Temporal.PlainDate.from(days.from)),
        before: midnight(Temporal.PlainDate.from(days.until).add({ days: 1 })),
      }),
    });
    const { audit: words, buttons } = reader.words;
    const kept = { ...(one && { person: one.id }), ...(day !== undefined && { day }) };
    const to = (label: string, page: number): Action => ({
      kind: 'button',
      label,
      style: 'plain',
      target: { handler: 'audit', input: { ...kept, page: String(page), turn: 'page' } },
    });
    const title = join(
      [say`${words.title}`, ...(one ? [say`${one.name}`] : []), ...(day === undefined ? [] : [say`${day}`])],
      ' · ',
    );
    const message = {
      title,
      text: entries.length === 0 ? words.none : join(await linesOf(entries.slice(0, PAGE), reader, deps), '\n'),
      actions: [
        ...(page > 1 ? [to(buttons.back, page - 1)] : []),
        ...(entries.length > PAGE ? [to(buttons.more, page + 1)] : []),
      ],
    };
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

/** Each with what it is about: a session by its subject and people, a person by their name. */
async function linesOf(entries: readonly AuditEntry[], reader: Reader, deps: Deps): Promise<readonly Text[]> {
  const idsOf = (kind: AuditEntry['about']['kind']) => [
    ...new Set(entries.flatMap(({ about }) => (about.kind === kind ? [about.id] : []))),
  ];
  const sessions = new Map((await deps.store.sessionsOf(idsOf('session'))).map((one) => [one.id, one]));
  const inThem = [...sessions.values()].flatMap((one) => one.participants.map(({ person }) => person));
  const people = await deps.store.people([...new Set([...entries.map(({ by }) => by), ...idsOf('person'), ...inThem])]);
  const name = (id: string) => people.get(id)?.name ?? reader.words.somebody;
  return entries.map((entry) => {
    const { about, by } = entry;
    const session = about.kind === 'session' ? sessions.get(about.id) : undefined;
    const isOfIt = session ? participant(session, by) !== undefined : about.id === by;
    const line = entryLine(entry, people, reader, isOfIt || by === reader.person.id);
    if (session) {
      const names = few(
        session.participants.map(({ person }) => name(person)),
        reader,
      );
      return say`${line} (${session.subject}: ${names})`;
    }
    return about.kind === 'person' && about.id !== by ? say`${line} (${name(about.id)})` : line;
  });
}

function few(names: readonly string[], { words }: Reader): string {
  if (names.length <= NAMED) return names.join(', ');
  const shown = names.slice(0, NAMED - 1);
  return [...shown, words.group.others(names.length - shown.length)].join(', ');
}
