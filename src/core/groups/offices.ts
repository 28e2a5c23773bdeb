import type { Clock } from '../clock.ts';
import { canPay, refuseWithoutCredit } from '../credits/refuse.ts';
import { newId } from '../id.ts';
import { SUBJECT_MOST } from '../limits.ts';
import { follow } from '../may/may.ts';
import { permit } from '../may/tasks.ts';
import { checkTeaches } from '../moderation/applications.ts';
import { refuseApart } from '../people/blocks.ts';
import { checkMayAsk } from '../people/may-ask.ts';
import type { Actor, Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { beginNow } from '../session/begin-now.ts';
import { isOn, type Session } from '../session/session.ts';
import { ended } from '../session/sessions.ts';
import type { OrganizationTransaction, Store, Transaction } from '../store.ts';
import {
  isOfficeOpen,
  OFFICE_HOURS_MOST,
  OFFICE_MINUTES,
  type Office,
  placeIn,
  sessionNow,
  waitingIn,
} from './office.ts';
import { hereOf } from './open.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** So long after its time a tutor can still call those who wait. */
const CALLED_AFTER_HOURS = 4;

export type OfficePlan = Pick<Office, 'subject' | 'minutes' | 'platform' | 'openUntil'>;

/** Drop-in windows of tutors. */
export interface Offices {
  /** Opens one from now on, and announces it where it is opened in a channel. */
  open(by: Actor, plan: OfficePlan): Promise<Office>;
  /** Announces it in the channel in which they act, once. */
  announce(by: Actor, id: string): Promise<void>;
  /** Takes the last place in the queue; whoever stands in it stays where they are. */
  queue(by: Actor, id: string): Promise<Office>;
  leaveQueue(by: Actor, id: string): Promise<Office>;
  /** Ends the session that is on and begins one with the next who is free now. */
  callNext(by: Actor, id: string): Promise<Session>;
  /** Nobody is called any more: whoever still waits is told. */
  close(by: Actor, id: string): Promise<Office>;
  /** Closes those whose time is over and for whom nobody waits, or whose tutor calls nobody any more. */
  closeDue(): Promise<void>;
}

export function createOffices(store: Pick<Store, 'of' | 'transaction' | 'isDue'>, clock: Clock): Offices {
  async function withOffice<T>(
    by: Actor,
    id: string,
    work: (tx: OrganizationTransaction, office: Office, now: Date) => Promise<T>,
  ): Promise<T> {
    return store.of(by.person.organization).transaction(async (tx) => {
      const office = await tx.lockOffice(id);
      if (!office || office.closedAt) throw new Refusal('office-closed', {});
      return work(tx, office, clock());
    });
  }

  return {
    open: async (by, plan) => {
      const now = clock();
      const ours = store.of(by.person.organization);
      checkTeaches(await ours.tutor(by.person.id));
      if (plan.subject === '') throw new Refusal('required', {}, 'subject');
      if (plan.subject.length > SUBJECT_MOST) throw new Refusal('too-long', { most: SUBJECT_MOST }, 'subject');
      if (!OFFICE_MINUTES.some((one) => one === plan.minutes))
        throw new Refusal('length-not-offered', { minutes: OFFICE_MINUTES }, 'length');
      if (plan.openUntil <= now) throw new Refusal('past', {}, 'when');
      if (plan.openUntil.getTime() > now.getTime() + OFFICE_HOURS_MOST * HOUR)
        throw new Refusal('office-too-long', { hours: OFFICE_HOURS_MOST }, 'when');
      return ours.transaction(async (tx) => {
        await tx.lockPerson(by.person.id);
        const mine = (await tx.offices()).find((one) => one.tutor === by.person.id);
        if (mine) throw new Refusal('office-open-already', {});
        const whose = { organization: by.person.organization, tutor: by.person.id };
        const office: Office = { id: newId(), ...whose, ...plan, openedAt: now, closedAt: undefined, places: [] };
        await tx.addOffice(office);
        const about = officeSubject(office.id);
        await tx.audit({ about, by: by.person.id, event: 'open', at: now });
        const here = await hereOf(tx, by);
        const to = [{ person: by.person.id }, ...(here ? [here] : [])];
        await tx.owe(
          to.map((one) => ({ kind: 'office' as const, to: one, about })),
          now,
        );
        return office;
      });
    },

    announce: (by, id) =>
      withOffice(by, id, async (tx, office, now) => {
        permit(by, 'look after office hours', office.tutor);
        const here = await hereOf(tx, by);
        if (!here) throw new Refusal('no-channel', {});
        await tx.owe([{ kind: 'office', to: here, about: officeSubject(id) }], now);
      }),

    queue: (by, id) =>
      withOffice(by, id, async (tx, office, now) => {
        const me = by.person.id;
        if (office.tutor === me) throw new Refusal('own-office', {});
        if (placeIn(office, me) !== undefined) return office;
        if (!isOfficeOpen(office, now)) throw new Refusal('office-closed', {});
        if (by.person.isSilenced) throw new Refusal('silenced', {});
        await refuseWithoutCredit(tx, by.person, [now]);
        checkMayAsk(by, now);
        await refuseApart(tx, by, office.tutor, new Refusal('office-closed', {}));
        await tx.addPlace(id, me);
        const about = officeSubject(id);
        // A card for each time that they join.
        const dedupeKey = String(now.getTime());
        await tx.owe([{ kind: 'office', to: { person: me }, about, dedupeKey }], now);
        return noted(tx, id, me, 'queue', now);
      }),

    leaveQueue: (by, id) =>
      withOffice(by, id, async (tx, office, now) => {
        const me = by.person.id;
        if (placeIn(office, me) === undefined) throw new Refusal('not-in', {});
        await tx.changePlace(id, me, 'left', undefined);
        return noted(tx, id, me, 'leave', now);
      }),

    callNext: (by, id) =>
      withOffice(by, id, async (tx, office, now) => {
        if (office.tutor !== by.person.id) throw new Refusal('not-yours', {});
        checkTeaches(await tx.tutor(by.person.id));
        const waiting = waitingIn(office);
        if (waiting.length === 0) throw new Refusal('nobody-waits', {});
        const running = sessionNow(office);
        const before = running === undefined ? undefined : await tx.lockSession(running);
        if (before && isOn(before)) await ended(tx, before, by.person.id, follow(by, 'end', before, now), now);
        for (const person of waiting) {
          const learner = await tx.person(person);
          const session = learner && (await begin(tx, by.person, learner, office, now));
          if (!session) continue;
          await tx.changePlace(id, person, 'called', session.id);
          await noted(tx, id, by.person.id, 'call', now);
          return session;
        }
        throw new Refusal('nobody-free-now', {});
      }),

    close: (by, id) =>
      withOffice(by, id, async (tx, office, now) => {
        permit(by, 'look after office hours', office.tutor);
        await tx.closeOffice(id, now);
        return noted(tx, id, by.person.id, 'close', now);
      }),

    closeDue: async () => {
      const now = clock();
      if (!(await store.isDue('offices', now))) return;
      await store.transaction(async (tx) => {
        for (const office of await tx.lockOfficesDue(now)) {
          const isLongOver = now.getTime() >= office.openUntil.getTime() + CALLED_AFTER_HOURS * HOUR;
          if (waitingIn(office).length > 0 && !isLongOver) continue;
          await tx.closeOffice(office.id, now);
          await noted(tx, office.id, 'clock', 'close', now);
        }
      });
    },
  };
}

function officeSubject(id: string) {
  return { kind: 'office', id } as const;
}

/** A session that starts now, as long as each has; undefined when the learner is kept out or in another one, or has no credit left. */
async function begin(
  tx: OrganizationTransaction,
  tutor: Person,
  learner: Person,
  { subject, minutes, platform }: Office,
  now: Date,
): Promise<Session | undefined> {
  const busy = await tx.busy([learner.id], now, new Date(now.getTime() + minutes * MINUTE));
  if (learner.isBanned || busy.length > 0) return undefined;
  const { usesCredits: needsCredit } = await tx.rules(learner.organization);
  if (!(await canPay(tx, learner.id, [{ startsAt: now, needsCredit }]))) return undefined;
  return beginNow(tx, { by: tutor, tutor, learner, subject, platform, length: minutes, now });
}

/** Writes who did it; every card of it follows. */
async function noted(tx: Transaction, id: string, by: string, event: string, at: Date): Promise<Office> {
  const about = officeSubject(id);
  await tx.audit({ about, by, event, at });
  await tx.enqueue({ name: 'refresh', data: { about } });
  const office = await tx.office(id);
  if (!office) throw new Refusal('office-closed', {});
  return office;
}
