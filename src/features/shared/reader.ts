import { languageOf } from '../../conversation/languages/index.ts';
import type { Language, Words } from '../../conversation/languages/language.ts';
import type { Subject } from '../../core/owing/subject.ts';
import type { Actor, Person } from '../../core/people/person.ts';
import { isLearner, isOn, learners, type Session } from '../../core/session/session.ts';
import type { RenderDeps } from './deps.ts';

/** Who reads a message: it is worded in their language, its times are in their zone, its buttons are what they may do. */
export interface Reader {
  readonly person: Person;
  readonly isAdmin: boolean;
  /** BCP 47: it decides between 12 and 24 hours. */
  readonly locale: string;
  readonly language: Language;
  readonly words: Words;
  /** IANA; undefined while nobody has said. */
  readonly zone: string | undefined;
}

export function readerOf(by: Actor): Reader {
  return reader(by.person, by.account.locale, by.isAdmin);
}

export function reader(person: Person, locale: string, isAdmin = false): Reader {
  const language = languageOf(locale);
  return { person, isAdmin, locale, language, words: language.words, zone: person.zone };
}

/** A session with what is needed to show it to somebody. */
export interface SessionView {
  readonly session: Session;
  readonly people: ReadonlyMap<string, Person>;
  /** The tutor's own room, while the session could go there instead. Lists, which offer no choice, go without. */
  readonly ownRoom?: string | undefined;
  readonly reader: Reader;
  readonly now: Date;
}

/** What anything else is shown with. */
export interface View {
  readonly about: Subject;
  readonly reader: Reader;
  readonly now: Date;
}

export async function viewOf(
  session: Session,
  reader: Reader,
  deps: Pick<RenderDeps, 'store' | 'clock'>,
): Promise<SessionView> {
  const [people, ownRoom] = await Promise.all([
    deps.store.people([...new Set(peopleIn(session))]),
    ownRoomFor(session, deps.store),
  ]);
  return { session, people, ownRoom, reader, now: deps.clock() };
}

/** The tutor's own room, while the session could go there instead. */
export async function ownRoomFor(
  session: Session,
  store: Pick<RenderDeps['store'], 'tutor'>,
): Promise<string | undefined> {
  if (session.tutor === undefined || !session.meeting || !isOn(session)) return undefined;
  return (await store.tutor(session.tutor))?.ownRoom;
}

/** Views of many sessions, with one question for all their people. */
export async function viewsOf(
  sessions: readonly Session[],
  reader: Reader,
  deps: Pick<RenderDeps, 'store' | 'clock'>,
): Promise<readonly SessionView[]> {
  const people = await deps.store.people([...new Set(sessions.flatMap(peopleIn))]);
  const now = deps.clock();
  return sessions.map((session) => ({ session, people, reader, now }));
}

/** The ids of all whose names may stand on a card about the session. */
export function peopleIn(session: Session): readonly string[] {
  const { participants, candidates, closedBy } = session;
  return [...participants.map((one) => one.person), ...candidates, ...(closedBy === undefined ? [] : [closedBy])];
}

/** A person's name, or a word for somebody who is gone. */
export function nameOf(view: SessionView, person: string | undefined): string {
  return (person === undefined ? undefined : view.people.get(person)?.name) ?? view.reader.words.somebody;
}

/** Several names as one reads them, or a word for somebody while there is nobody. */
export function namesOf(view: SessionView, people: readonly string[]): string {
  if (people.length === 0) return view.reader.words.somebody;
  return new Intl.ListFormat(view.reader.language.id).format(people.map((person) => nameOf(view, person)));
}

export function learnersNamed(view: SessionView): string {
  return namesOf(
    view,
    learners(view.session).map((one) => one.person),
  );
}

/** Who is on the other side of the reader: the tutor for learners, the learners for everybody else. */
export function otherOf(view: SessionView): string {
  const { session, reader } = view;
  if (!isLearner(session, reader.person.id)) return learnersNamed(view);
  return session.tutor === undefined ? reader.words.anyTutor : nameOf(view, session.tutor);
}
