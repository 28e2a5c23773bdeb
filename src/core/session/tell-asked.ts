import type { NoticeData } from '../owing/kinds.ts';
import type { Person } from '../people/person.ts';
import type { Transaction } from '../store.ts';
import type { Session } from './session.ts';

type Asked = Pick<Session, 'id' | 'version' | 'tutor' | 'candidates' | 'subject' | 'startsAt'>;

/**
 * An admin has answered for those who were asked, or given it to somebody else: each reads who it was. Most of them may
 * see nothing of the session any more, so it is said of themselves.
 */
export async function tellAsked(
  tx: Transaction,
  { id, version, tutor, candidates, subject, startsAt }: Asked,
  { id: by, name: admin }: Pick<Person, 'id' | 'name'>,
  what: NoticeData<'taken-over'>['what'],
  at: Date,
  except: readonly string[] = [],
): Promise<void> {
  const asked = tutor === undefined ? candidates : [tutor];
  const data = { what, subject, at: startsAt.getTime(), by, admin };
  const dedupeKey = `${id}-${String(version + 1)}`;
  await tx.owe(
    asked
      .filter((person) => person !== by && !except.includes(person))
      .map((person) => ({
        kind: 'taken-over',
        to: { person },
        about: { kind: 'person', id: person },
        dedupeKey,
        data,
      })),
    at,
  );
}

/** The same of several of a series that an admin gives to another tutor at once: each reads once how many were theirs. */
export async function tellAskedOfMany(
  tx: Transaction,
  sessions: readonly Asked[],
  { id: by, name: admin }: Pick<Person, 'id' | 'name'>,
  to: string,
  at: Date,
): Promise<void> {
  const asked = sessions.flatMap(({ tutor, candidates }) => (tutor === undefined ? candidates : [tutor]));
  const told = [...new Set(asked)].filter((person) => person !== by && person !== to);
  await tx.owe(
    told.flatMap((person) => {
      const theirs = sessions.filter(({ tutor, candidates }) =>
        (tutor === undefined ? candidates : [tutor]).includes(person),
      );
      const [first] = theirs;
      if (!first) return [];
      const { id, version, subject, startsAt } = first;
      const data = { what: 'given' as const, subject, at: startsAt.getTime(), by, admin, count: theirs.length };
      const dedupeKey = `${id}-${String(version + 1)}`;
      return {
        kind: 'taken-over' as const,
        to: { person },
        about: { kind: 'person' as const, id: person },
        dedupeKey,
        data,
      };
    }),
    at,
  );
}
