import type { Clock } from '../clock.ts';
import { closeOfficesOf } from '../groups/close-offices.ts';
import { newId } from '../id.ts';
import { REASON_MOST } from '../limits.ts';
import { permit } from '../may/tasks.ts';
import { sessionSubject } from '../owing/subject.ts';
import { Refusal } from '../refusal.ts';
import { isOpen, type Session } from '../session/session.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import type { Actor, Person, Tutor } from './person.ts';

/** What an admin can decide of somebody: each is told to them, with who did it and why. */
export const CARES = ['pause', 'resume', 'limit', 'remove', 'silence', 'hear'] as const;
export type CareKind = (typeof CARES)[number];

export interface Care {
  /**
   * `pause`, `resume`: whether a tutor can be asked. `limit`: how many sessions a week they have at most (`most`; left
   * out: as many as they like). `remove`: they are no tutor any more. `silence`, `hear`: whether somebody may ask for
   * sessions at all.
   * @throws Refusal `only-admins`, `unknown-person`, `teaches-no-more`, `still-teaches`
   */
  decide(by: Actor, person: string, what: CareKind, reason: string, most?: number): Promise<void>;
}

const OPEN = ['requested', 'confirmed', 'started'] as const;
/** More sessions than these are no week of anybody's. */
export const WEEKLY_MOST = 100;

export function createCare(store: Pick<Store, 'of'>, clock: Clock): Care {
  return {
    decide: async (by, id, what, reason, most) => {
      permit(by, 'look after people');
      if (reason === '') throw new Refusal('required', {}, 'reason');
      if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
      return store.of(by.person.organization).transaction(async (tx) => {
        const person = await tx.person(id);
        if (!person) throw new Refusal('unknown-person', { typed: '' });
        const now = clock();
        await WAYS[what](tx, person, now, most, by.person.id);
        const about = { kind: 'person', id } as const;
        const data = { what, by: by.person.id, admin: by.person.name, reason, ...(most !== undefined && { most }) };
        if (id !== by.person.id)
          await tx.owe([{ kind: 'cared-for', to: { person: id }, about, dedupeKey: newId(), data }], now);
        await tx.audit({ about, by: by.person.id, event: what, at: now, data: { reason } });
      });
    },
  };
}

type Way = (
  tx: OrganizationTransaction,
  person: Person,
  at: Date,
  most: number | undefined,
  by: string,
) => Promise<void>;

const WAYS = {
  pause: async (tx, person) => tx.saveOffer(person, { ...(await locked(tx, person)), isPaused: true }),
  resume: async (tx, person) => tx.saveOffer(person, { ...(await locked(tx, person)), isPaused: false }),
  limit: async (tx, person, _at, most) => {
    if (most !== undefined && !(Number.isInteger(most) && most >= 1 && most <= WEEKLY_MOST))
      throw new Refusal('not-a-number', { least: 1, most: WEEKLY_MOST }, 'most');
    const tutor = await locked(tx, person);
    await tx.saveAvailability(person.id, { ...tutor, rules: { ...tutor.rules, mostAWeek: most } });
  },
  remove: async (tx, person, at, _most, by) => {
    const found = await tx.sessions({ person: person.id, states: OPEN });
    // Of several who were asked others can decline, or be removed, at the same moment: the last of them is known only now.
    const open: Session[] = [];
    for (const { id } of found.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const one = await tx.lockSession(id);
      if (one && isOpen(one)) open.push(one);
    }
    await locked(tx, person);
    // What waits for their answer alone is theirs to teach, too.
    const isAlone = ({ candidates }: Session) => candidates.length === 1 && candidates[0] === person.id;
    const taught = open.filter((one) => one.tutor === person.id || isAlone(one));
    if (taught.length > 0) throw new Refusal('still-teaches', { count: taught.length });
    for (const one of open.filter(({ candidates }) => candidates.includes(person.id))) {
      await tx.declineCandidate(one.id, person.id);
      // What they suggested is off the table too.
      if (one.proposal?.by === person.id) {
        await tx.changeSession(one, { proposal: undefined });
        await tx.release({ id: one.id, why: 'proposal' });
      }
      await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(one.id) } });
    }
    await closeOfficesOf(tx, person.id, by, at);
    await tx.removeTutor(person.id);
  },
  silence: (tx, person, at) => tx.changePerson(person.id, { silencedAt: at }),
  hear: (tx, person) => tx.changePerson(person.id, { silencedAt: undefined }),
} as const satisfies Record<CareKind, Way>;

async function locked(tx: OrganizationTransaction, { id }: Person): Promise<Tutor> {
  const tutor = await tx.lockTutor(id);
  if (!tutor) throw new Refusal('teaches-no-more', {});
  return tutor;
}
