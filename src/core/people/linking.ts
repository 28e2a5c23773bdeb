import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { tellAdmins } from '../community/moderation.ts';
import { newId } from '../id.ts';
import { LINK_MINUTES, LINK_TRIES } from '../limits.ts';
import { permit } from '../may/tasks.ts';
import { sessionSubject } from '../owing/subject.ts';
import { Refusal } from '../refusal.ts';
import type { Store, SystemTransaction } from '../store.ts';
import type { Actor, Person } from './person.ts';

/** Somebody who is in both chats and wants to be one person: they type in one what they were shown in the other. */
export interface Linking {
  /** A code, in the place of the one that they had. */
  begin(by: Actor): Promise<string>;
  /** Whose code it is. @throws Refusal where the two cannot be one person, or the code is none */
  owner(by: Actor, code: string): Promise<Person>;
  /** From now on both accounts are one person's. */
  link(by: Actor, code: string): Promise<void>;
  /** Takes it back. For admins. */
  undo(by: Actor, link: string): Promise<void>;
}

const MINUTE = 60_000;

/** Letters and digits that nobody takes for another. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const SELECTOR_LENGTH = 3;
const CODE_LENGTH = 9;

export function createLinking(store: Store, clock: Clock): Linking {
  /** Does something with the owner of the code, or counts that it was wrong: that must not be undone by saying so. */
  async function withOwner<T>(
    by: Actor,
    typed: string,
    work: (tx: SystemTransaction, owner: Person, now: Date) => Promise<T>,
  ): Promise<T> {
    const now = clock();
    const since = new Date(now.getTime() - LINK_MINUTES * MINUTE);
    const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
    const outcome = await store.transaction(async (tx) => {
      await tx.lockPerson(by.person.id);
      if ((await tx.guesses(by.person.id, since)) >= LINK_TRIES)
        throw new Refusal('too-many-guesses', { minutes: LINK_MINUTES }, 'code');
      const selector = code.slice(0, SELECTOR_LENGTH);
      const kept = await tx.linkCode(selector);
      const isSaid = isSame(kept?.hash ?? hashOf(''), hashOf(code));
      if (!kept || !isSaid || kept.tries >= LINK_TRIES || kept.expiresAt <= now) {
        await tx.countGuess(by.person.id, selector, now, since);
        return 'wrong';
      }
      return { done: await work(tx, kept.owner, now) };
    });
    if (outcome === 'wrong') throw new Refusal('no-such-code', {}, 'code');
    return outcome.done;
  }

  async function check(tx: SystemTransaction, { person }: Actor, owner: Person): Promise<void> {
    if (owner.id === person.id) throw new Refusal('linked-already', {}, 'code');
    if (owner.organization !== person.organization) throw new Refusal('link-elsewhere', {}, 'code');
    const found = await tx.inTheWay(owner.id, person.id);
    if (found?.why === 'together') throw new Refusal('link-together', found, 'code');
    if (found?.why === 'apart') throw new Refusal('link-apart', {}, 'code');
    if (found?.why === 'overlap') throw new Refusal('link-overlap', found, 'code');
  }

  return {
    begin: async ({ person }) => {
      const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
      const now = clock();
      const expiresAt = new Date(now.getTime() + LINK_MINUTES * MINUTE);
      const selector = code.slice(0, SELECTOR_LENGTH);
      await store
        .of(person.organization)
        .transaction((tx) => tx.giveLinkCode({ person: person.id, selector, hash: hashOf(code), tries: 0, expiresAt }));
      return code.replaceAll(/(...)(?=.)/g, '$1-');
    },

    owner: (by, code) =>
      withOwner(by, code, async (tx, owner) => {
        await check(tx, by, owner);
        return owner;
      }),

    link: (by, code) =>
      withOwner(by, code, async (tx, owner, at) => {
        await check(tx, by, owner);
        const [kept, gone] = await inOrder(tx, owner, by.person);
        const id = newId();
        const concerned = await tx.linkPeople({ id, kept: kept.id, gone: gone.id, at });
        await tx.takeLinkCode(owner.id);
        const about = { kind: 'person', id: kept.id } as const;
        await tx.audit({ about, by: kept.id, event: 'link', at });
        for (const session of concerned)
          await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(session) } });
        const data = { link: id, names: [kept.name, gone.name] };
        await tellAdmins(tx, kept.organization, { kind: 'linked', about, dedupeKey: id, data }, at);
      }),

    undo: (by, id) =>
      store.of(by.person.organization).transaction(async (tx) => {
        permit(by, 'look after people');
        const link = await tx.link(id);
        const at = clock();
        const concerned = link && (await tx.unlinkPeople(id, by.person.id, at));
        if (!concerned) throw new Refusal('not-linked', {});
        const about = { kind: 'person', id: link.kept } as const;
        await tx.audit({ about, by: by.person.id, event: 'unlink', at });
        for (const session of concerned)
          await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(session) } });
        await tx.enqueue({ name: 'refresh', data: { about } });
      }),
  };
}

/** Who stays: whoever teaches, else whoever has been there for longer. */
async function inOrder(tx: SystemTransaction, one: Person, other: Person): Promise<readonly [Person, Person]> {
  const [teaches, otherTeaches] = [await tx.tutor(one.id), await tx.tutor(other.id)];
  const isFirst = !teaches === !otherTeaches ? one.id < other.id : teaches !== undefined;
  return isFirst ? [one, other] : [other, one];
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
