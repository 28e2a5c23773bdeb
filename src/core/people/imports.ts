import type { Clock } from '../clock.ts';
import { permit } from '../may/tasks.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import type { Actor, Offer, Person } from './person.ts';

/** Somebody in a table that an admin gives: whom the bot knows, or whom it does not know yet by their id in the chat. */
export interface ImportedPerson {
  readonly who: { readonly person: string } | { readonly userId: string; readonly name: string };
  readonly zone: string | undefined;
  /** What they teach from now on; undefined for who is no tutor by it. */
  readonly offer: Pick<Offer, 'subjects' | 'bio' | 'lengths' | 'weeklyHours'> | undefined;
}

export interface Imports {
  /** All of them, or nobody. @throws Refusal `only-admins`, `unknown-person` */
  people(by: Actor, all: readonly ImportedPerson[]): Promise<void>;
}

const NOTHING_YET = { defaultPlatform: undefined, ownRoom: undefined, platformAccount: undefined, isPaused: false };

export function createImports(store: Pick<Store, 'of'>, clock: Clock): Imports {
  return {
    people: async (by, all) => {
      permit(by, 'look after people');
      return store.of(by.person.organization).transaction(async (tx) => {
        for (const one of all) await importOne(tx, by, one, clock());
      });
    },
  };
}

async function importOne(
  tx: OrganizationTransaction,
  by: Actor,
  { who, zone, offer }: ImportedPerson,
  at: Date,
): Promise<void> {
  const person = await known(tx, by, who, at);
  if (zone !== undefined && zone !== person.zone) await tx.changePerson(person.id, { zone });
  if (offer) {
    const tutor = await tx.lockTutor(person.id);
    await tx.saveOffer(person, { ...NOTHING_YET, ...tutor, ...offer });
  }
  await tx.audit({ about: { kind: 'person', id: person.id }, by: by.person.id, event: 'import', at });
}

async function known(tx: OrganizationTransaction, by: Actor, who: ImportedPerson['who'], at: Date): Promise<Person> {
  if ('person' in who) {
    const person = await tx.person(who.person);
    if (!person) throw new Refusal('unknown-person', { typed: '' });
    return person;
  }
  const { chat, space } = by.account;
  return tx.addAccount({ ...who, chat, space, organization: by.person.organization }, at);
}
