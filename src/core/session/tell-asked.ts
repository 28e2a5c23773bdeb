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
