import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import { endObserving } from './observers.ts';
import type { Actor } from './person.ts';

/** Who is apart from whom. Nobody is told that they are. */
export interface BlockReads {
  /** Whom this person has blocked, and who has blocked them. */
  apartFrom(person: string): Promise<ReadonlySet<string>>;
  /** Whom this person has blocked, in that order. */
  blockedBy(person: string): Promise<readonly string[]>;
  /** Whom the admins keep out at this time, and who keep apart themselves. */
  allBlocks(now: Date, limit: number, offset: number): Promise<readonly Apart[]>;
}

/** Somebody whom the admins keep out for now, by what was decided of them; or two who are apart, whoever of them wished it. */
export type Apart =
  | { readonly kind: 'kept out'; readonly person: string; readonly complaint: string; readonly until: Date | undefined }
  | { readonly kind: 'apart'; readonly people: readonly [string, string] };

export interface BlockWrites {
  /** What the two wait for of each other goes with it. @returns false where it was so already */
  addBlock(by: string, of: string, at: Date): Promise<boolean>;
  removeBlock(by: string, of: string): Promise<void>;
}

export interface Blocks {
  /** From now on neither finds nor books the other; a request between them is withdrawn, and neither observes the other. What is agreed stays. */
  block(by: Actor, person: string): Promise<void>;
  /** Takes it back. */
  unblock(by: Actor, person: string): Promise<void>;
}

export function createBlocks(store: Pick<Store, 'of'>, clock: Clock): Blocks {
  return {
    block: ({ person: { id, organization } }, other) =>
      store.of(organization).transaction(async (tx) => {
        if (other === id || !(await tx.person(other))) throw new Refusal('unknown-person', { typed: '' });
        // Whoever of them asks for something at this moment has done so before, or finds nobody.
        for (const one of [id, other].toSorted()) await tx.lockPerson(one);
        const now = clock();
        if (!(await tx.addBlock(id, other, now))) return;
        await tx.audit({ about: { kind: 'person', id }, by: id, event: 'block', at: now });
        for (const one of await tx.observersOf(id))
          if (one.learner === other || one.observer === other) await endObserving(tx, one, id, now);
        await tx.enqueue({ name: 'call-off', data: { person: id, organization, from: other } });
      }),

    unblock: ({ person: { id, organization } }, other) =>
      store.of(organization).transaction(async (tx) => {
        await tx.removeBlock(id, other);
        await tx.audit({ about: { kind: 'person', id }, by: id, event: 'unblock', at: clock() });
      }),
  };
}

/** @throws the refusal where the two are apart: it must not tell that they are. */
export async function refuseApart(
  reads: Pick<BlockReads, 'apartFrom'>,
  { person }: Pick<Actor, 'person'>,
  other: string | undefined,
  refusal: Refusal,
): Promise<void> {
  if (other !== undefined && (await reads.apartFrom(person.id)).has(other)) throw refusal;
}
