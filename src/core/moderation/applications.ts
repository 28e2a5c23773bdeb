import type { Clock } from '../clock.ts';
import { hasAdminsToTell, tellAdmins } from '../community/moderation.ts';
import { APPLICATION_TEXT_MOST } from '../limits.ts';
import { permit } from '../may/tasks.ts';
import type { NoticeData } from '../owing/kinds.ts';
import type { Actor, Application, Person, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationTransaction, Store } from '../store.ts';

/** Whoever offers to teach, and what the admins say to that. */
export interface Applications {
  /** From now on they can be booked. */
  approve(by: Actor, applicant: string): Promise<Tutor>;
  /** They can change what they offer, and then apply anew. */
  refuse(by: Actor, applicant: string, reason: string): Promise<Tutor>;
  /** What the admins want to know first. */
  ask(by: Actor, applicant: string, question: string): Promise<Tutor>;
  /** The applicant's answer to that. */
  answer(by: Actor, answer: string): Promise<void>;
}

export const APPROVED: Application = {
  standing: 'approved',
  by: undefined,
  reason: undefined,
  asked: undefined,
  answered: undefined,
};

/** What somebody who teaches may do. @throws Refusal for whoever offers nothing, and while no admin has approved them. */
export function checkTeaches(tutor: Pick<Tutor, 'application'> | undefined): void {
  if (!tutor) throw new Refusal('not-a-tutor', {});
  if (tutor.application.standing !== 'approved') throw new Refusal('not-approved', {});
}

/** Whether learners can ask them at all. */
export function canBeAsked({ isPaused, application }: Pick<Tutor, 'isPaused' | 'application'>): boolean {
  return !isPaused && application.standing === 'approved';
}

/**
 * Somebody has said what they teach. The first tutors of an organization are approved: a school begins with people who
 * know each other, before anybody has thought of looking at offers. Where no admin has a channel nobody would answer.
 */
export async function apply(
  tx: OrganizationTransaction,
  person: Person,
  before: Application | undefined,
  firstTutors: number,
  at: Date,
): Promise<void> {
  const about = { kind: 'person', id: person.id } as const;
  if (before && before.standing !== 'refused') return tx.enqueue({ name: 'refresh', data: { about } });
  if (!before) {
    const hasAdmins = (await tx.communities(person.organization)).some(hasAdminsToTell);
    if (!hasAdmins || (await tx.lockApprovedTutors(person.id)) < firstTutors) return;
  }
  await tx.changeApplication(person.id, { ...APPROVED, standing: 'applied' }, at);
  await tellAdmins(tx, person.organization, { kind: 'application', about, dedupeKey: String(at.getTime()) }, at);
  await tx.enqueue({ name: 'refresh', data: { about } });
}

export function createApplications(store: Pick<Store, 'of'>, clock: Clock): Applications {
  /** Changes an application that waits, and tells its applicant. */
  async function deciding(
    by: Actor,
    id: string,
    what: NoticeData<'application-news'>['what'],
    text: string,
    patch: Partial<Application>,
  ): Promise<Tutor> {
    permit(by, 'look after people');
    if (text.length > APPLICATION_TEXT_MOST) throw new Refusal('too-long', { most: APPLICATION_TEXT_MOST }, 'text');
    return store.of(by.person.organization).transaction(async (tx) => {
      const now = clock();
      const tutor = await tx.lockTutor(id);
      if (tutor?.application.standing !== 'applied') throw new Refusal('changed', {});
      const application = { ...tutor.application, ...patch };
      await tx.changeApplication(id, application, now);
      const about = { kind: 'person', id } as const;
      const me = by.person.id;
      await tx.audit({ about, by: me, event: `application ${what}`, at: now });
      const data = { what, by: me, admin: by.person.name, ...(text !== '' && { reason: text }) };
      const dedupeKey = `${what}-${String(now.getTime())}`;
      await tx.owe([{ kind: 'application-news', to: { person: id }, about, dedupeKey, data }], now);
      await tx.enqueue({ name: 'refresh', data: { about } });
      if (what === 'approved') await tx.enqueue({ name: 'grant-role', data: { person: id } });
      return { ...tutor, application };
    });
  }

  return {
    approve: (by, id) => deciding(by, id, 'approved', '', { standing: 'approved', by: by.person.id }),
    refuse: async (by, id, reason) => {
      if (reason === '') throw new Refusal('required', {}, 'text');
      return deciding(by, id, 'refused', reason, { standing: 'refused', by: by.person.id, reason });
    },
    ask: async (by, id, question) => {
      if (question === '') throw new Refusal('required', {}, 'text');
      return deciding(by, id, 'asked', question, { by: by.person.id, asked: question, answered: undefined });
    },
    answer: (by, answered) =>
      store.of(by.person.organization).transaction(async (tx) => {
        if (answered === '') throw new Refusal('required', {}, 'text');
        if (answered.length > APPLICATION_TEXT_MOST)
          throw new Refusal('too-long', { most: APPLICATION_TEXT_MOST }, 'text');
        const { id } = by.person;
        const tutor = await tx.lockTutor(id);
        if (tutor?.application.standing !== 'applied' || tutor.application.asked === undefined)
          throw new Refusal('changed', {});
        await tx.changeApplication(id, { ...tutor.application, answered }, clock());
        await tx.enqueue({ name: 'refresh', data: { about: { kind: 'person', id } } });
      }),
  };
}
