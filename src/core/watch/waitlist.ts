import { searchSlots } from '../calendar/slots.ts';
import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { WAITING_DAYS, WAITING_MOST } from '../limits.ts';
import type { Log } from '../log.ts';
import { canBeAsked } from '../moderation/applications.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Store } from '../store.ts';
import type { Watch, Within } from './port.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What is waited for. */
export type Awaited = Pick<Watch, 'tutor' | 'subject' | 'lengthMinutes'>;

/** Whoever finds nothing free is told when something is, in the order in which they came. */
export interface Waitlist {
  /** @returns what they wait for, and how many came before them. */
  join(by: Actor, awaited: Awaited): Promise<{ watch: Watch; before: number }>;
  /** Names the days on which it can be. @throws Refusal `place-gone`, `past` */
  narrow(by: Actor, id: string, within: Within): Promise<void>;
  /** Asks for the time that is kept for them. @throws Refusal `place-gone` */
  take(by: Actor, id: string): Promise<Session>;
  /** They do not wait any more; what was kept for them is offered to the next. */
  leave(by: Pick<Actor, 'person'>, id: string): Promise<void>;
  /** What somebody waits for is theirs to press. */
  find(by: Pick<Actor, 'person'>, id: string): Promise<Watch | undefined>;
}

export function createWaitlist(store: Store, sessions: Pick<Sessions, 'request'>, clock: Clock): Waitlist {
  const find: Waitlist['find'] = async ({ person }, id) =>
    (await store.of(person.organization).watchesOf(person.id)).find((one) => one.id === id);

  const leave: Waitlist['leave'] = ({ person }, id) =>
    store.of(person.organization).transaction(async (tx) => {
      const watch = await tx.lockWatch(id);
      if (watch?.person !== person.id) return;
      await tx.removeWatch(id);
      await tx.release({ id, why: 'offer' });
      await tx.enqueue({ name: 'refresh', data: { about: { kind: 'person', id: person.id } } });
      if (watch.offer) await tx.wakeWatches(watch.offer.tutor, clock());
    });

  return {
    find,
    leave,
    join: (by, awaited) =>
      store.of(by.person.organization).transaction(async (tx) => {
        await tx.lockPerson(by.person.id);
        const mine = await tx.watchesOf(by.person.id);
        const same = mine.find((one) => isSame(one, awaited));
        if (!same && mine.length >= WAITING_MOST) throw new Refusal('waiting-enough', { most: WAITING_MOST });
        const now = clock();
        const watch: Watch = same ?? {
          ...awaited,
          id: newId(),
          organization: by.person.organization,
          person: by.person.id,
          askedAt: now,
          until: new Date(now.getTime() + WAITING_DAYS * DAY),
          within: undefined,
          lookAt: now,
          offer: undefined,
        };
        if (!same) await tx.addWatch(watch);
        return { watch, before: await tx.watchesBefore(watch) };
      }),
    narrow: (by, id, within) =>
      store.of(by.person.organization).transaction(async (tx) => {
        const watch = await tx.lockWatch(id);
        const now = clock();
        if (watch?.person !== by.person.id || watch.offer) throw new Refusal('place-gone', {});
        if (within.to <= now) throw new Refusal('past', {}, 'days');
        await tx.narrowWatch(id, within, now);
      }),
    take: async (by, id) => {
      const watch = await find(by, id);
      const offer = watch?.offer;
      if (!watch || !offer || offer.lapsesAt <= clock()) throw new Refusal('place-gone', {});
      const { subject, lengthMinutes } = watch;
      const { tutor, startsAt } = offer;
      const session = await sessions.request(by, { tutor, subject, startsAt, lengthMinutes, note: '' });
      await leave(by, id);
      return session;
    },
  };
}

function isSame(one: Awaited, other: Awaited): boolean {
  return one.tutor === other.tutor && one.subject === other.subject && one.lengthMinutes === other.lengthMinutes;
}

/** How many are looked at in one round. */
const ROUND = 200;
const ROUNDS_MOST = 20;
/** Also without a reason days become open by themselves. */
const AGAIN_MINUTES = 60;
/** A time is kept for so long, and never up to its start. */
const KEPT_MINUTES = 120;
const BEFORE_START_MINUTES = 15;

/** Offers what is free to whoever waits for it, one after the other; part of the tick. */
export function createOfferPlaces(store: Store, clock: Clock, zone: string, log: Log): () => Promise<void> {
  return async () => {
    for (let round = 0; round < ROUNDS_MOST; round++) {
      const due = await store.watchesDue(clock(), ROUND);
      if (due.length === 0) return;
      for (const one of due) await lookSafely(one);
    }
  };

  /** One that fails is in nobody else's way, and is tried again later. */
  async function lookSafely(one: Watch): Promise<void> {
    try {
      await look(one);
    } catch (error) {
      log.error(
        { error, watch: one.id },
        'somebody who waits for a time cannot be offered one: it is tried again later',
      );
      await store.transaction((tx) => tx.changeWatch(one.id, { lookAt: later(), offer: one.offer }));
    }
  }

  function later(): Date {
    return new Date(clock().getTime() + AGAIN_MINUTES * MINUTE);
  }

  function look({ id, organization, person: whose }: Watch): Promise<void> {
    return store.of(organization, whose).transaction(async (tx) => {
      const now = clock();
      const watch = await tx.lockWatch(id);
      if (!watch || watch.lookAt > now) return;
      const about = { kind: 'person', id: watch.person } as const;
      if (watch.offer || watch.until <= now) {
        // Whoever lets it pass does not wait any more, and the next is asked.
        await tx.removeWatch(id);
        await tx.release({ id, why: 'offer' });
        await tx.enqueue({ name: 'refresh', data: { about } });
        if (watch.offer) await tx.wakeWatches(watch.offer.tutor, now);
        return;
      }
      const { tutor: wanted, subject, lengthMinutes, person } = watch;
      // Who has found one elsewhere waits no more.
      const ahead = await tx.sessions({ person, states: ['requested', 'confirmed'], startsFrom: now, limit: 50 });
      if (ahead.some((one) => one.subject === subject && one.requestedAt > watch.askedAt)) return tx.removeWatch(id);
      const found = wanted === undefined ? await tx.tutors({ subject, isPaused: false }) : [await tx.tutor(wanted)];
      const tutors = found.filter((one) => one !== undefined && one.person.id !== person && canBeAsked(one));
      const search = {
        tutors: tutors as Exclude<(typeof tutors)[number], undefined>[],
        lengthMinutes,
        learner: person,
      };
      const within = watch.within && { ...watch.within, from: watch.within.from > now ? watch.within.from : now };
      const [slot] = await searchSlots(tx, { ...search, ...within, now, most: 1, zone });
      const tutor = slot && tutors.find((one) => one?.person.id === slot.tutors[0]);
      if (!slot || !tutor) {
        await tx.changeWatch(id, { lookAt: later(), offer: undefined });
        return;
      }
      const { startsAt } = slot;
      const latest = startsAt.getTime() - BEFORE_START_MINUTES * MINUTE;
      const lapsesAt = new Date(Math.min(now.getTime() + KEPT_MINUTES * MINUTE, latest));
      const endsAt = new Date(startsAt.getTime() + lengthMinutes * MINUTE);
      const kept = { for: person, until: lapsesAt };
      await tx.hold(tutor.person.id, { why: 'offer', id }, startsAt, endsAt, kept);
      await tx.changeWatch(id, { lookAt: lapsesAt, offer: { tutor: tutor.person.id, startsAt, lapsesAt } });
      const data = {
        watch: id,
        tutor: tutor.person.name,
        subject,
        minutes: lengthMinutes,
        at: startsAt.getTime(),
        until: lapsesAt.getTime(),
      };
      await tx.owe([{ kind: 'place', to: { person }, about, dedupeKey: `${id} ${data.at}`, data }], now);
    });
  }
}
