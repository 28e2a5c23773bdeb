import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { CREDIT_NOTE_MOST, CREDITS_MOST } from '../limits.ts';
import { permit } from '../may/tasks.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import type { CreditPackage } from './credit.ts';

/** What admins give a learner. */
export interface Grant {
  readonly person: string;
  readonly sessions: number;
  /** Only for sessions that start before; undefined: for good. */
  readonly validUntil: Date | undefined;
  readonly note: string;
  /** Made when the form was opened: pressed twice it is given once. Left out: whoever asks gives anew. */
  readonly key?: string | undefined;
}

/** Sessions that learners are given, to be used up. */
export interface Credits {
  /** @throws Refusal for whoever is no admin, and for what no package can be. */
  grant(by: Actor, grant: Grant): Promise<CreditPackage>;
  /** Takes back what is left of a package; what is reserved and taken stays so. @returns how many that were */
  withdraw(by: Actor, id: string): Promise<{ readonly person: string; readonly count: number }>;
}

export function createCredits(store: Pick<Store, 'of'>, clock: Clock): Credits {
  return {
    grant: async (by, { person, sessions, validUntil, note, key = newId() }) => {
      permit(by, 'look after credits');
      const now = clock();
      if (!Number.isInteger(sessions) || sessions < 1 || sessions > CREDITS_MOST)
        throw new Refusal('not-a-number', { least: 1, most: CREDITS_MOST }, 'sessions');
      if (note.length > CREDIT_NOTE_MOST) throw new Refusal('too-long', { most: CREDIT_NOTE_MOST }, 'note');
      if (validUntil && validUntil <= now) throw new Refusal('past', {}, 'until');
      const { organization, id: me } = by.person;
      const left = 0;
      const given: CreditPackage = {
        ...{ id: key, organization, person, sessions, left, note, validUntil },
        ...{ grantedAt: now, grantedBy: me },
      };
      return store.of(organization).transaction(async (tx) => {
        if (!(await tx.person(person))) throw new Refusal('unknown-person', { typed: '' }, 'person');
        if (!(await tx.addPackage(given))) return { ...given, left: sessions };
        const whose = { package: given.id, person, at: now, session: undefined, step: 1 };
        await tx.addCreditEntries([{ ...whose, kind: 'granted', amount: sessions }]);
        const about = { kind: 'person', id: person } as const;
        await tx.audit({ about, by: me, event: 'grant-credits', at: now, data: { sessions } });
        const until = validUntil && { until: validUntil.getTime() };
        const data = { by: me, sessions, ...until };
        await tx.owe([{ kind: 'credits-granted', to: { person }, about, dedupeKey: given.id, data }], now);
        return { ...given, left: sessions };
      });
    },

    withdraw: async (by, id) => {
      permit(by, 'look after credits');
      const now = clock();
      return store.of(by.person.organization).transaction(async (tx) => {
        const known = await tx.creditPackage(id);
        if (!known) throw new Refusal('changed', {});
        const { person } = known;
        const left = (await tx.lockPackages(person)).find((one) => one.id === id)?.left ?? 0;
        if (left === 0) return { person, count: 0 };
        const whose = { package: id, person, at: now, session: undefined, step: 1 };
        await tx.addCreditEntries([{ ...whose, kind: 'withdrawn', amount: -left }]);
        const about = { kind: 'person', id: person } as const;
        await tx.audit({ about, by: by.person.id, event: 'withdraw-credits', at: now, data: { sessions: left } });
        return { person, count: left };
      });
    },
  };
}
