import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { newId, newSecret } from '../id.ts';
import { CODE_MINUTES, CODE_TRIES, CODES_A_DAY, CODES_AN_HOUR } from '../limits.ts';
import { permit } from '../may/tasks.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import type { Actor, Person } from './person.ts';

/** Where somebody's mail goes. An address counts only after its owner has typed the code that was sent there. */
export interface Addresses {
  /** Sends a code there, and keeps what counted until then. @returns false when it counts already. */
  give(by: Actor, address: string): Promise<boolean>;
  /** The same code is good no longer: another one is sent. */
  sendAgain(by: Actor): Promise<string>;
  /** @throws Refusal `wrong-code`, or `code-over` when another one has to be sent. */
  confirm(by: Actor, code: string): Promise<Person>;
  /** Sends a mail there that says that mail works. @throws Refusal `no-mail`, `no-address` */
  test(by: Actor): Promise<string>;
  /** No mail and no invitations go anywhere any more. */
  remove(by: Actor): Promise<void>;
  /** Whoever has the address by which mails are stopped. @returns whose they are; undefined: nobody's. */
  stopMail(secret: string): Promise<Person | undefined>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** `canMail`: codes can be sent; where they cannot, no address can be confirmed. */
export function createAddresses(store: Store, clock: Clock, canMail: boolean): Addresses {
  /** What one person does about their address happens one after the other. */
  const alone = <T>({ person }: Actor, work: (tx: OrganizationTransaction) => Promise<T>): Promise<T> =>
    store.of(person.organization).transaction(async (tx) => {
      await tx.lockPerson(person.id);
      return work(tx);
    });

  /** Nobody's postbox is to be filled by strangers, so an address counts its codes too, whoever gave it. */
  async function sendCode(tx: OrganizationTransaction, { person }: Actor, address: string): Promise<void> {
    if (!canMail) throw new Refusal('no-mail', {}, 'email');
    const now = clock();
    const [hour, day] = await Promise.all(
      [HOUR, 24 * HOUR].map((ms) => tx.codesOwed(person.id, address, new Date(now.getTime() - ms))),
    );
    if ((day ?? 0) >= CODES_A_DAY) throw new Refusal('too-many-codes', { within: 'day' }, 'email');
    if ((hour ?? 0) >= CODES_AN_HOUR) throw new Refusal('too-many-codes', { within: 'hour' }, 'email');
    const expiresAt = new Date(now.getTime() + CODE_MINUTES * MINUTE);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await tx.setPendingAddress(person.id, { address, code, tries: 0, sentAt: now, expiresAt });
    const about = { kind: 'person', id: person.id } as const;
    const to = { mail: address, of: person.id };
    await tx.owe([{ kind: 'email-code', to, about, dedupeKey: newId() }], now);
  }

  return {
    give: (by, address) =>
      alone(by, async (tx) => {
        const postbox = await tx.postbox(by.person.id);
        if (postbox?.isConfirmed && postbox.address === address) {
          await tx.setPendingAddress(by.person.id, undefined);
          return false;
        }
        await sendCode(tx, by, address);
        return true;
      }),

    sendAgain: (by) =>
      alone(by, async (tx) => {
        const postbox = await tx.postbox(by.person.id);
        const address = postbox?.pending?.address ?? (postbox?.isConfirmed ? undefined : postbox?.address);
        if (address === undefined) throw new Refusal('code-over', {});
        await sendCode(tx, by, address);
        return address;
      }),

    confirm: async (by, typed) => {
      const now = clock();
      // What is wrong is counted, so it must not be undone by saying so.
      const outcome = await alone(by, async (tx) => {
        const { pending, mailSecret } = (await tx.postbox(by.person.id)) ?? {};
        if (!pending || pending.expiresAt <= now || pending.tries >= CODE_TRIES) return 'over';
        if (!isSame(pending.code, typed.replaceAll(/\D/g, ''))) {
          const tries = pending.tries + 1;
          await tx.setPendingAddress(by.person.id, { ...pending, tries });
          return CODE_TRIES - tries;
        }
        const { address: email } = pending;
        await tx.changePerson(by.person.id, {
          email,
          emailConfirmedAt: now,
          wantsMail: true,
          ...(mailSecret === undefined && { mailSecret: newSecret() }),
        });
        await tx.setPendingAddress(by.person.id, undefined);
        return { ...by.person, email, wantsMail: true };
      });
      if (typeof outcome === 'object') return outcome;
      if (outcome === 'over' || outcome === 0) throw new Refusal('code-over', {}, 'code');
      throw new Refusal('wrong-code', { left: outcome }, 'code');
    },

    test: (by) =>
      alone(by, async (tx) => {
        permit(by, 'try the mail');
        if (!canMail) throw new Refusal('no-mail', {});
        const postbox = await tx.postbox(by.person.id);
        if (!postbox?.isConfirmed || postbox.address === undefined) throw new Refusal('no-address', {});
        const about = { kind: 'person', id: by.person.id } as const;
        const to = { mail: postbox.address, of: by.person.id };
        await tx.owe([{ kind: 'test-mail', to, about, dedupeKey: newId() }], clock());
        return postbox.address;
      }),

    remove: (by) =>
      alone(by, async (tx) => {
        await tx.changePerson(by.person.id, { email: undefined, emailConfirmedAt: undefined });
        await tx.setPendingAddress(by.person.id, undefined);
      }),

    stopMail: async (secret) => {
      const person = await store.personByMailSecret(secret);
      if (person) await store.transaction((tx) => tx.changePerson(person.id, { wantsMail: false }));
      return person;
    },
  };
}

function isSame(code: string, typed: string): boolean {
  return code.length === typed.length && timingSafeEqual(Buffer.from(code), Buffer.from(typed));
}
