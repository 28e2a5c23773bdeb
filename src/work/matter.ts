import { isDeepStrictEqual } from 'node:util';
import type { Community } from '../core/community/community.ts';
import type { Recipient } from '../core/owing/port.ts';
import type { Subject } from '../core/owing/subject.ts';
import type { Contact, Person } from '../core/people/person.ts';
import type { Session } from '../core/session/session.ts';
import type { Reads } from '../core/store.ts';
import { ownRoomFor, peopleIn } from '../features/shared/reader.ts';

/** What is known of a subject: read once for all who are told about it. */
export interface Matter {
  readonly about: Subject;
  /** Undefined where it is about something else, or about a session that is gone. */
  readonly session: Session | undefined;
  /** The room of the session's tutor. */
  readonly ownRoom: string | undefined;
  /** The ids of those whom it concerns. */
  readonly concerned: readonly string[];
  /** They, and those who are told, with where they can be reached. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly people: ReadonlyMap<string, Person>;
  /** The communities in whose channels it is told. */
  readonly communities: ReadonlyMap<string, Community>;
}

export async function readMatter(reads: Reads, about: Subject, told: readonly Recipient[]): Promise<Matter> {
  const session = about.kind === 'session' ? await reads.session(about.id) : undefined;
  const concerned = about.kind === 'person' ? [about.id] : session ? peopleIn(session) : [];
  const persons = told.flatMap((to) => ('person' in to ? [to.person] : []));
  const [contacts, ownRoom] = await Promise.all([
    reads.contacts([...new Set([...concerned, ...persons])]),
    session && ownRoomFor(session, reads),
  ]);
  const people = new Map([...contacts].map(([id, { person }]) => [id, person]));
  const communities = await communitiesOf(reads, told);
  return { about, session, ownRoom, concerned, contacts, people, communities };
}

async function communitiesOf(reads: Reads, told: readonly Recipient[]): Promise<ReadonlyMap<string, Community>> {
  const ids = new Set(told.flatMap((to) => ('community' in to ? [to.community] : [])));
  const found = await Promise.all([...ids].map((id) => reads.community(id)));
  return new Map(found.flatMap((community) => (community ? [[community.id, community]] : [])));
}

/** False when it has changed since it was read. Only sessions are shown as they stand. */
export async function isStill(reads: Reads, { about, session }: Matter): Promise<boolean> {
  return about.kind !== 'session' || isDeepStrictEqual(await reads.session(about.id), session);
}
