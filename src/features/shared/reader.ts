import { languageOf } from '../../conversation/languages/index.ts';
import type { Language, Words } from '../../conversation/languages/language.ts';
import { isGroup, isWaitingFor } from '../../core/groups/group.ts';
import { maySee } from '../../core/may/may.ts';
import { togetherIn } from '../../core/meeting/together.ts';
import type { Subject } from '../../core/owing/subject.ts';
import type { Actor, Contact, Person, Tutor } from '../../core/people/person.ts';
import { isLearner, isOn, learners, participant, peopleIn, type Session } from '../../core/session/session.ts';
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
  /** Chats in one space of which all of its people are, with the reader where any tutor may answer. */
  readonly together: readonly string[];
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
  const { tutor: id } = session;
  const [contacts, tutor] = await Promise.all([
    deps.store.contacts([...new Set([...peopleIn(session), reader.person.id])]),
    id !== undefined && mayChangeRooms(session) ? deps.store.tutor(id) : undefined,
  ]);
  const together = chatsTogether(session, reader, contacts);
  return {
    session,
    people: peopleOf(contacts),
    ownRoom: ownRoomOf(session, tutor),
    together,
    reader,
    now: deps.clock(),
  };
}

/** The chats in one space of which all are who will meet. */
export function chatsTogether(
  session: Session,
  { person }: Pick<Reader, 'person'>,
  contacts: ReadonlyMap<string, Contact>,
): readonly string[] {
  // Whoever signs up next may be anywhere.
  if (isGroup(session)) return [];
  const participants = session.participants.map((one) => one.person);
  const meeting = session.tutor === undefined ? [...new Set([...participants, person.id])] : participants;
  const accounts = meeting.map((id) => contacts.get(id)?.accounts ?? []);
  const chats = new Set(accounts.flat().map(({ chat }) => chat));
  return [...chats].filter((chat) => togetherIn(chat, accounts).length > 0);
}

function peopleOf(contacts: ReadonlyMap<string, Contact>): ReadonlyMap<string, Person> {
  return new Map([...contacts].map(([id, { person }]) => [id, person]));
}

/** The tutor's own room, while the session could go there instead. */
export function ownRoomOf(session: Session, tutor: Pick<Tutor, 'ownRoom'> | undefined): string | undefined {
  return mayChangeRooms(session) ? tutor?.ownRoom : undefined;
}

function mayChangeRooms(session: Session): boolean {
  return session.meeting !== undefined && isOn(session);
}

/** Views of many sessions, with one question for all their people; of those that the reader may see. */
export async function viewsOf(
  sessions: readonly Session[],
  reader: Reader,
  deps: Pick<RenderDeps, 'store' | 'clock'>,
): Promise<readonly SessionView[]> {
  const theirs = sessions.filter((session) => maySee(reader, session));
  const contacts = await deps.store.contacts([...new Set([...theirs.flatMap(peopleIn), reader.person.id])]);
  const people = peopleOf(contacts);
  const now = deps.clock();
  return theirs.map((session) => ({
    session,
    people,
    together: chatsTogether(session, reader, contacts),
    reader,
    now,
  }));
}

/** A person's name, or a word for somebody of whom nothing is known any more. */
export function nameOf(view: SessionView, person: string | undefined): string {
  const { words } = view.reader;
  return person === undefined ? words.somebody : (view.people.get(person)?.name ?? words.formerMember);
}

/** The name of whoever did something to a session: who is neither in it nor was asked did it as an admin. */
export function doerNamed(view: SessionView, person: string | undefined, known?: string): string {
  const { session, people, reader } = view;
  if (person === undefined) return reader.words.somebody;
  const name = people.get(person)?.name ?? (known || reader.words.formerMember);
  // The last of several who were asked and declined is none of them any more.
  const wasAsked =
    session.candidates.includes(person) ||
    (session.state === 'declined' && session.tutor === undefined && session.candidates.length === 0);
  if (session.observers.some((one) => one.person === person)) return reader.words.asObserver(name);
  const isOfIt = participant(session, person) !== undefined || wasAsked;
  return isOfIt ? name : reader.words.asAdmin(name);
}

export function isTutorOf({ session, reader }: SessionView): boolean {
  return session.tutor === reader.person.id;
}

/** In a title; of more the rest is counted. */
const NAMES_MOST = 5;

/** Several names as one reads them, or a word for somebody while there is nobody. */
export function namesOf(view: SessionView, people: readonly string[], most = NAMES_MOST): string {
  const { words, language } = view.reader;
  if (people.length === 0) return words.somebody;
  const shown = people.length > most ? people.slice(0, most - 1) : people;
  const names = shown.map((person) => nameOf(view, person));
  const others = people.length - shown.length;
  return new Intl.ListFormat(language.id).format(others > 0 ? [...names, words.group.others(others)] : names);
}

export function learnersNamed(view: SessionView): string {
  if (isGroup(view.session) && learners(view.session).length === 0) return view.reader.words.group.nobodyYet;
  return namesOf(
    view,
    learners(view.session).map((one) => one.person),
  );
}

/** Who is on the other side of the reader: the tutor for learners, the learners for everybody else. */
export function otherOf(view: SessionView): string {
  const { session, reader } = view;
  const me = reader.person.id;
  // Who waits for a place sees no more than whoever could take one.
  const isPublic = isGroup(session) && !reader.isAdmin && session.tutor !== me;
  if (!isLearner(session, me) && !isPublic && !isWaitingFor(session, me)) return learnersNamed(view);
  return session.tutor === undefined ? reader.words.anyTutor : nameOf(view, session.tutor);
}
