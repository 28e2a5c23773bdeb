import { clean } from '../clean.ts';
import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { AIM_MOST, AIMS_MOST, REMIND_STEP_DAYS, TUTOR_NOTES_MOST } from '../limits.ts';
import { follow } from '../may/may.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { asker, participant, type Session } from '../session/session.ts';
import { locking, refresh } from '../session/steps.ts';
import type { OrganizationTransaction, Store, Transaction } from '../store.ts';
import type { Aim, AimKind, Two } from './port.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What two people do about learning beyond the hour itself. */
export interface Learning {
  /** What they aim at, or are to do next: either adds it, both see it. */
  add(by: Actor, session: string, kind: AimKind, text: string): Promise<Aim>;
  /** Ticks it off, or takes the tick away. */
  tick(by: Pick<Actor, 'person'>, id: string): Promise<Aim>;
  /** What they note down after a session, also after one that did not take place; both read it. */
  note(by: Actor, session: string, text: string): Promise<Session>;
  /** Reminds of steps whose time has come, each once. */
  remindDue(): Promise<void>;
}

/** Those whose aims these are; undefined where it is not for one learner and one tutor. */
export function twoOf(session: Pick<Session, 'tutor' | 'participants'>): Two | undefined {
  const learner = asker(session);
  return session.tutor === undefined || learner === undefined ? undefined : { learner, tutor: session.tutor };
}

export function createLearning(store: Pick<Store, 'of' | 'transaction' | 'isDue'>, clock: Clock): Learning {
  const withSession = locking(store);

  return {
    add: (by, id, kind, typed) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, 'aims', session, now);
        const two = twoOf(session);
        if (!two) throw new Refusal('not-for-two', { hasTutor: false });
        const text = clean(typed).trim();
        if (text === '') throw new Refusal('required', {}, 'text');
        if (text.length > AIM_MOST) throw new Refusal('too-long', { most: AIM_MOST }, 'text');
        const open = await tx.openAims(two);
        if (open.length >= AIMS_MOST) throw new Refusal('aims-enough', { most: AIMS_MOST });
        const remindAt = kind === 'step' ? await remindedAt(tx, two, now) : undefined;
        const whose = { organization: session.organization, ...two };
        const aim: Aim = {
          id: newId(),
          ...whose,
          kind,
          text,
          by: by.person.id,
          addedAt: now,
          doneAt: undefined,
          remindAt,
        };
        await tx.addAim(aim);
        await refreshAhead(tx, two, now);
        return aim;
      }),

    tick: (by, id) =>
      store.of(by.person.organization).transaction(async (tx) => {
        const aim = await tx.aim(id);
        if (!aim || ![aim.learner, aim.tutor].includes(by.person.id)) throw new Refusal('aim-gone', {});
        const now = clock();
        const doneAt = aim.doneAt ? undefined : now;
        await tx.changeAim(id, { doneAt });
        await refreshAhead(tx, aim, now);
        return { ...aim, doneAt };
      }),

    note: (by, id, typed) =>
      withSession(by, id, async (tx, session) => {
        follow(by, 'note', session, clock());
        const text = clean(typed).trim();
        if (text.length > TUTOR_NOTES_MOST) throw new Refusal('too-long', { most: TUTOR_NOTES_MOST }, 'text');
        const note = text === '' ? undefined : text;
        const me = by.person.id;
        if (participant(session, me)?.role === 'tutor') await tx.annotateSession(id, { tutorNotes: note });
        else await tx.changeParticipant(id, me, { note });
        await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
        return session;
      }),

    remindDue: async () => {
      const now = clock();
      if (!(await store.isDue('aims', now))) return;
      await store.transaction(async (tx) => {
        const due = await tx.lockAimsDue(now);
        for (const { id } of due) await tx.changeAim(id, { remindAt: undefined });
        // Of all that they are to do for one tutor in one message.
        const open = due.filter(({ doneAt }) => !doneAt);
        for (const some of Map.groupBy(open, ({ learner, tutor }) => `${learner} ${tutor}`).values()) {
          const [first] = some as [Aim];
          const about = { kind: 'person', id: first.learner } as const;
          const data = { aims: some.map(({ id }) => id), tutor: first.tutor };
          await tx.owe([{ kind: 'steps', to: { person: first.learner }, about, dedupeKey: first.id, data }], now);
        }
      });
    },
  };
}

/** The day before they meet next; where they are to meet sooner, nobody needs to be reminded; where nothing is planned, in some days. */
async function remindedAt(tx: OrganizationTransaction, two: Two, now: Date): Promise<Date | undefined> {
  const [next] = await ahead(tx, two, now);
  if (!next) return new Date(now.getTime() + REMIND_STEP_DAYS * DAY);
  const dayBefore = new Date(next.startsAt.getTime() - DAY);
  return dayBefore > now ? dayBefore : undefined;
}

function ahead(tx: Transaction, { learner, tutor }: Two, now: Date): Promise<readonly Session[]> {
  const states = ['requested', 'confirmed', 'started'] as const;
  return tx.sessions({ person: learner, with: tutor, states, startsFrom: now, order: 'soonest', limit: 5 });
}

/** What they are to do stands on the cards of what they have before them. */
async function refreshAhead(tx: Transaction, two: Two, now: Date): Promise<void> {
  await refresh(tx, await ahead(tx, two, now));
}
