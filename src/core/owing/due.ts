import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { follow } from '../may/may.ts';
import { ALARM_KINDS, type AlarmKind, alarmsOf } from '../session/alarms.ts';
import type { Session } from '../session/session.ts';
import type { Store, SystemTransaction } from '../store.ts';
import { DEEDS } from './deeds.ts';

/** How many sessions are seen to in one transaction. What it queues is sent at once, and the two take turns: with fewer it is seen to late. */
const BATCH = 500;

/** A session about which something fails is left alone for this long. */
const POSTPONED_MS = 10 * 60_000;

/** What people wait for comes before what only is to be known some day. */
const MOST_URGENT_FIRST = [
  'minimum',
  'start',
  'lapse',
  'expire',
  'end',
  'remind',
  'make-meeting',
  'ask-coming',
  'silence',
  'nudge',
  'escalate',
  'go-on',
  'recording',
  'ask',
  'settle',
] as const satisfies readonly AlarmKind[];

export interface DueOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly deeds?: typeof DEEDS;
}

/**
 * Everything that happens because its time has come. Alarms say which sessions want attention and cost nothing while
 * they are not due; whether it may be done, and what it is, is decided on the session itself, locked, so that several processes at once, or
 * one that comes late, do it once. A tick that was missed is made up for by the next one.
 */
export function createDue({ store, clock, log, deeds = DEEDS }: DueOptions): () => Promise<void> {
  /** @returns how many sessions were seen to. */
  async function seeToBatch(kind: AlarmKind, now: Date): Promise<number> {
    let taken: readonly Session[] = [];
    try {
      await store.transaction(async (tx) => {
        taken = await tx.lockDue(kind, now, BATCH);
        await seeTo(tx, deeds, taken, now);
      });
    } catch (error) {
      log.warn({ error, kind, sessions: taken.length }, 'what is due fails together, so it is tried one by one');
      for (const { id } of taken) await seeToAlone(id, now);
    }
    return taken.length;
  }

  async function seeToAlone(id: string, now: Date): Promise<void> {
    try {
      await store.transaction(async (tx) => {
        const session = await tx.lockSession(id);
        if (session) await seeTo(tx, deeds, [session], now);
      });
    } catch (error) {
      log.error({ error, session: id }, 'what is due for a session fails: it is tried again later');
      await store.transaction((tx) => tx.postponeAlarms(id, now, new Date(now.getTime() + POSTPONED_MS)));
    }
  }

  return async () => {
    const now = clock();
    /** Kinds of which all that is due is locked by somebody who sees to it. */
    const left = new Set<AlarmKind>();
    for (;;) {
      const due = await store.dueKinds(now);
      const kind = MOST_URGENT_FIRST.find((one) => due.includes(one) && !left.has(one));
      if (!kind) return;
      if ((await seeToBatch(kind, now)) === 0) left.add(kind);
    }
  };
}

/** Does all that is due for these sessions, for each in the order in which it would have happened. */
async function seeTo(tx: SystemTransaction, deeds: typeof DEEDS, taken: readonly Session[], now: Date): Promise<void> {
  const leadsOf = await tx.leadsOf(taken.flatMap(({ participants }) => participants.map(({ person }) => person)));
  const dueOf = (session: Session) =>
    alarmsOf(session, leadsOf)
      .filter(({ at }) => at <= now)
      .map(({ kind }) => kind);
  const sessions = new Map(taken.map((session) => [session.id, session]));
  const decided = new Set<string>();
  for (const kind of ALARM_KINDS) {
    const due = [...sessions.values()].filter((session) => dueOf(session).includes(kind));
    for (const session of due) await deeds[kind](tx, session, now, follow('clock', kind, session, now), leadsOf);
    const ids = due.map(({ id }) => id);
    if (kind === 'start' || kind === 'remind' || kind === 'go-on') for (const id of ids) decided.add(id);
    // Who is reminded leaves a session as it is.
    if (kind !== 'remind') for (const session of await tx.sessionsOf(ids)) sessions.set(session.id, session);
  }
  await tx.decideUntil([...decided], now);
  for (const session of sessions.values()) {
    const due = dueOf(decided.has(session.id) ? { ...session, decidedUntil: now } : session);
    // It would be due for ever.
    if (due.length > 0) throw new Error(`session ${session.id} still wants attention: ${due.join(', ')}`);
  }
}
