import type { Clock } from '../clock.ts';
import { tellAdmins } from '../community/moderation.ts';
import { newId } from '../id.ts';
import { mayDo, permit } from '../may/tasks.ts';
import { sessionSubject } from '../owing/subject.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationTransaction, Store, Transaction } from '../store.ts';
import type { Observer } from './observer.ts';
import type { Actor } from './person.ts';

/** Who else sees a learner's sessions, such as a parent: an admin has to confirm it, and they have to agree. */
export interface Observers {
  /** A learner asks for one, or an admin sets one for a learner: then it is confirmed. */
  ask(by: Actor, learner: string, observer: string): Promise<Observer>;
  /** For admins. */
  confirm(by: Actor, id: string): Promise<Observer>;
  /** For the observer. */
  agree(by: Actor, id: string): Promise<Observer>;
  /** For either side, and for admins. */
  end(by: Actor, id: string): Promise<Observer>;
}

export function createObservers(store: Pick<Store, 'of'>, clock: Clock): Observers {
  /** One that has not ended, for whoever it is somebody's. */
  const changing = (
    by: Actor,
    id: string,
    work: (tx: OrganizationTransaction, one: Observer, now: Date) => Promise<void>,
  ) =>
    store.of(by.person.organization).transaction(async (tx) => {
      const one = await tx.lockObserver(id);
      if (!one || one.endedAt) throw new Refusal('changed', {});
      permit(by, 'change an observer', one.learner, one.observer);
      await work(tx, one, clock());
      for (const person of [one.learner, one.observer]) await refreshAbout(tx, person);
      return (await tx.observer(id)) ?? one;
    });

  return {
    ask: (by, learner, observer) =>
      store.of(by.person.organization).transaction(async (tx) => {
        const now = clock();
        permit(by, 'ask for an observer', learner);
        await tx.lockPerson(learner);
        const [theirs, other] = [await tx.person(learner), await tx.person(observer)];
        if (!theirs || !other) throw new Refusal('unknown-person', { typed: '' }, 'person');
        const isApart = (await tx.apartFrom(learner)).has(observer);
        if (isApart) throw new Refusal('unknown-person', { typed: '' }, 'person');
        if (learner === observer) throw new Refusal('observes-self', {}, 'person');
        const before = await tx.observersOf(learner);
        if (before.some((one) => one.learner === learner && one.observer === observer))
          throw new Refusal('observer-already', { name: other.name }, 'person');
        const one: Observer = {
          ...{ id: newId(), organization: by.person.organization, learner, observer, askedBy: by.person.id },
          ...{ askedAt: now, confirmedAt: undefined, agreedAt: undefined, endedAt: undefined },
        };
        await tx.addObserver(one);
        const about = { kind: 'person', id: learner } as const;
        await tx.audit({ about, by: by.person.id, event: 'ask-observer', at: now, data: { person: observer } });
        const data = { observer: one.id };
        if (mayDo(by, 'look after people')) await confirmed(tx, one, by.person.id, now);
        else await tellAdmins(tx, one.organization, { kind: 'observer-asked', about, dedupeKey: one.id, data }, now);
        return (await tx.observer(one.id)) ?? one;
      }),

    confirm: (by, id) =>
      changing(by, id, async (tx, one, now) => {
        permit(by, 'look after people');
        if (!one.confirmedAt) await confirmed(tx, one, by.person.id, now);
      }),

    agree: (by, id) =>
      changing(by, id, async (tx, one, now) => {
        if (one.observer !== by.person.id) throw new Refusal('changed', {});
        if (!one.confirmedAt || one.agreedAt) return;
        await tx.agreeToObserve(id, now);
        const about = { kind: 'person', id: one.learner } as const;
        await tx.audit({ about, by: by.person.id, event: 'agree-to-observe', at: now });
        const news = { kind: 'observer-news', about, data: { observer: id, what: 'begins' } } as const;
        await tx.owe([{ ...news, to: { person: one.learner }, dedupeKey: `${id} begins` }], now);
      }),

    end: (by, id) =>
      changing(by, id, async (tx, one, now) => {
        await endObserving(tx, one, by.person.id, now);
        const about = { kind: 'person', id: one.learner } as const;
        const told = [one.learner, ...(one.confirmedAt ? [one.observer] : [])].filter((id) => id !== by.person.id);
        const news = { kind: 'observer-news', about, data: { observer: id, what: 'ended' } } as const;
        await tx.owe(
          told.map((person) => ({ ...news, to: { person }, dedupeKey: `${id} ended` })),
          now,
        );
      }),
  };
}

/** Ends it without a word: what they were told of is not theirs to read any more. */
export async function endObserving(tx: Transaction, one: Observer, by: string, at: Date): Promise<void> {
  await tx.endObserver(one.id, by, at);
  const about = { kind: 'person', id: one.learner } as const;
  await tx.audit({ about, by, event: 'end-observer', at, data: { person: one.observer } });
  for (const id of await tx.toldToObserver(one.observer))
    await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
}

async function confirmed(tx: OrganizationTransaction, one: Observer, by: string, at: Date): Promise<void> {
  await tx.confirmObserver(one.id, by, at);
  const about = { kind: 'person', id: one.learner } as const;
  await tx.audit({ about, by, event: 'confirm-observer', at, data: { person: one.observer } });
  const data = { observer: one.id };
  await tx.owe([{ kind: 'observe', to: { person: one.observer }, about, dedupeKey: one.id, data }], at);
}

async function refreshAbout(tx: OrganizationTransaction, id: string): Promise<void> {
  await tx.enqueue({ name: 'refresh', data: { about: { kind: 'person', id } } });
}
