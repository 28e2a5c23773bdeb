import type { Clock } from '../clock.ts';
import { SUBJECT_MOST } from '../limits.ts';
import { permit } from '../may/tasks.ts';
import { Refusal } from '../refusal.ts';
import { spellingKey } from '../spelling.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import type { Actor } from './person.ts';

/** What is taught in an organization: under one name, and found by others, such as that in another language. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** How many teach it, those who cannot be asked now too. */
  readonly tutors: number;
}

export interface SubjectSearches {
  /** All of them, by name. */
  allSubjects(): Promise<readonly Subject[]>;
}

export interface SubjectWrites {
  saveSubject(subject: Pick<Subject, 'id' | 'name' | 'aliases'>): Promise<void>;
  /** Who teaches the one teaches the other from now on, and the one is gone. */
  mergeSubjects(from: string, into: string): Promise<void>;
}

export const ALIASES_MOST = 20;

/** What admins decide of subjects. @throws Refusal `only-admins`, `subject-gone`, `subject-taken` */
export interface Subjects {
  change(by: Actor, id: string, name: string, aliases: readonly string[]): Promise<void>;
  /** Its name and its aliases find the other from now on. */
  merge(by: Actor, id: string, into: string): Promise<void>;
}

export function createSubjects(store: Pick<Store, 'of'>, clock: Clock): Subjects {
  async function changing(
    by: Actor,
    event: string,
    work: (tx: OrganizationTransaction, all: readonly Subject[]) => Promise<void>,
  ): Promise<void> {
    permit(by, 'look after subjects');
    const { id, organization } = by.person;
    return store.of(organization).transaction(async (tx) => {
      await work(tx, await tx.allSubjects());
      await tx.audit({ about: { kind: 'person', id }, by: id, event, at: clock() });
    });
  }

  return {
    change: (by, id, name, aliases) =>
      changing(by, 'change-subject', async (tx, all) => {
        if (name === '') throw new Refusal('required', {}, 'name');
        if ([name, ...aliases].some((one) => one.length > SUBJECT_MOST) || aliases.length > ALIASES_MOST)
          throw new Refusal('too-long', { most: SUBJECT_MOST }, 'aliases');
        const subject = known(all, id);
        const others = all.filter((one) => one.id !== id).flatMap((one) => [one.name, ...one.aliases]);
        const taken = [name, ...aliases].find((one) => others.some((other) => isSame(one, other)));
        if (taken !== undefined) throw new Refusal('subject-taken', { name: taken });
        // Whoever looks for the name of before still finds it.
        await tx.saveSubject({ id, name, aliases: apart([...aliases, subject.name], name) });
      }),

    merge: (by, id, into) =>
      changing(by, 'merge-subjects', async (tx, all) => {
        const [from, to] = [known(all, id), known(all, into)];
        if (from.id === to.id) throw new Refusal('subject-taken', { name: to.name }, 'into');
        await tx.mergeSubjects(from.id, to.id);
        const aliases = apart([...to.aliases, from.name, ...from.aliases], to.name);
        await tx.saveSubject({ id: to.id, name: to.name, aliases });
      }),
  };
}

function known(all: readonly Subject[], id: string): Subject {
  const subject = all.find((one) => one.id === id);
  if (!subject) throw new Refusal('subject-gone', {});
  return subject;
}

function isSame(one: string, other: string): boolean {
  return spellingKey(one) === spellingKey(other);
}

/** Each once, and not the name itself. */
function apart(aliases: readonly string[], name: string): readonly string[] {
  return aliases.filter(
    (one, index) => one !== '' && !isSame(one, name) && aliases.findIndex((other) => isSame(one, other)) === index,
  );
}
