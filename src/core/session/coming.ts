import type { Clock } from '../clock.ts';
import { LATE_MINUTES } from '../limits.ts';
import { follow } from '../may/may.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import { lateUntil, minutesLate } from './lateness.ts';
import { participant, type Session } from './session.ts';
import { locking, reread } from './steps.ts';

/** What people say of their coming, before it starts. */
export interface Coming {
  /** The others hear it: each amount once. */
  runLate(by: Actor, id: string, minutes: number): Promise<Session>;
  /** The answer of a learner who was asked the day before. */
  willCome(by: Actor, id: string): Promise<Session>;
}

export function createComing(store: Pick<Store, 'of'>, clock: Clock): Coming {
  const withSession = locking(store);
  return {
    runLate: (by, id, minutes) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, 'late', session, now);
        const me = participant(session, by.person.id);
        if (!me || !LATE_MINUTES.some((one) => one === minutes)) throw new Refusal('not-understood', {});
        if (minutesLate(session, me) === minutes) throw new Refusal('said-already', {});
        await tx.changeParticipant(id, me.person, { lateUntil: lateUntil(session, minutes) });
        const about = sessionSubject(id);
        const { state } = session;
        await tx.audit({ about, by: me.person, event: 'late', from: state, to: state, at: now, data: { minutes } });
        const at = session.startsAt.getTime();
        const dedupeKey = `${me.person}-${at}-${minutes}`;
        const data = { by: me.person, minutes, at };
        const others = session.participants.filter(({ person }) => person !== me.person);
        await tx.owe(
          others.map(({ person }) => ({ kind: 'late', to: { person }, about, data, dedupeKey })),
          now,
        );
        await tx.enqueue({ name: 'refresh', data: { about } });
        return reread(tx, id);
      }),

    willCome: (by, id) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, 'coming', session, now);
        await tx.changeParticipant(id, by.person.id, { comesAt: session.startsAt });
        const about = sessionSubject(id);
        const { state } = session;
        await tx.audit({ about, by: by.person.id, event: 'coming', from: state, to: state, at: now });
        await tx.enqueue({ name: 'refresh', data: { about } });
        return reread(tx, id);
      }),
  };
}
