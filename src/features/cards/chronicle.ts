import type { Section, Text } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import type { AuditEntry } from '../../core/audit.ts';
import { cut } from '../../core/cut.ts';
import { sessionSubject } from '../../core/owing/subject.ts';
import type { Person } from '../../core/people/person.ts';
import { participant } from '../../core/session/session.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { Reader, SessionView } from '../shared/reader.ts';

/** As much of it as stands on the session's card. */
const ON_CARD = 5;
/** So much of a reason stands in a line among others. */
const REASON_SHOWN = 150;

/** What happened to a session last, for admins: who did what, when and why; the rest of it is a press away. */
export async function chronicle(view: SessionView, deps: RenderDeps): Promise<Section> {
  const { session, reader } = view;
  const entries = await deps.store.auditOf(sessionSubject(session.id));
  const shown = entries.slice(-ON_CARD);
  const people = await deps.store.people([...new Set(shown.map(({ by }) => by))]);
  const { chronicle: words, buttons } = reader.words;
  const target = { handler: 'session-history', input: { session: session.id } };
  return {
    title: say`${words.title}`,
    text: entries.length === 0 ? words.none : chronicleLines(shown, people, view),
    ...(entries.length > shown.length && {
      actions: [{ kind: 'button', label: buttons.wholeHistory, style: 'plain', target }],
    }),
  };
}

/** One line for each entry, in their order. */
export function chronicleLines(
  entries: readonly AuditEntry[],
  people: ReadonlyMap<string, Person>,
  { session, reader }: Pick<SessionView, 'session' | 'reader'>,
): Text {
  const isOfIt = (id: string) => participant(session, id) !== undefined || session.tutor === id;
  return join(
    entries.map((entry) => entryLine(entry, people, reader, isOfIt(entry.by))),
    '\n',
  );
}

/** "Tue 24 Nov 17:00 · Grace (admin): moved it, to Wed 25 Nov 17:00". */
export function entryLine(
  { by, event, at, data = {} }: AuditEntry,
  people: ReadonlyMap<string, Person>,
  reader: Reader,
  isOfIt: boolean,
): Text {
  const words = reader.words.chronicle;
  const name = people.get(by)?.name;
  const { nobody, events }: Record<'nobody' | 'events', Readonly<Record<string, string>>> = words;
  const somebody = name === undefined ? reader.words.somebody : isOfIt ? name : reader.words.asAdmin(name);
  const who = by === 'tutorline' ? 'Tutorline' : (nobody[by] ?? somebody);
  const did = events[event] ?? words.other;
  const { movedTo, reason } = data;
  return [
    ...say`${moment(at, reader.zone)} · ${who}: ${did}`,
    ...(typeof movedTo === 'number' ? words.to(moment(new Date(movedTo), reader.zone)) : []),
    ...(typeof reason === 'string' ? say` · “${cut(reason, REASON_SHOWN)}”` : []),
  ];
}
