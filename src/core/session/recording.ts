import type { Clock } from '../clock.ts';
import { RECORDING_AFTER_MINUTES } from '../limits.ts';
import { follow } from '../may/may.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import type { Store, Transaction } from '../store.ts';
import { learners, participant, type Session } from './session.ts';
import { locking, reread } from './steps.ts';

/** Somebody's word on being recorded, until the session starts. Nothing is recorded unless everybody says yes. */
export type Recording = (by: Actor, id: string, agrees: boolean) => Promise<Session>;

export function createRecording(store: Store, clock: Clock): Recording {
  const withSession = locking(store);
  return (by, id, agrees) =>
    withSession(by, id, async (tx, session) => {
      const now = clock();
      follow(by, 'record', session, now);
      const me = by.person.id;
      if (participant(session, me)?.agreesToRecording === agrees) return session;
      const wasAgreed = isAgreed(session);
      await tx.changeParticipant(id, me, { agreesToRecording: agrees });
      const event = agrees ? 'agree-to-recording' : 'refuse-recording';
      const about = sessionSubject(id);
      await tx.audit({ about, by: me, event, from: session.state, to: session.state, at: now });
      const changed = await reread(tx, id);
      if (wasAgreed !== isAgreed(changed)) await tx.enqueue({ name: 'update-meeting', data: { session: id } });
      // Asked once: whoever has said no is left in peace.
      const asked = agrees ? changed.participants.filter((one) => one.agreesToRecording === undefined) : [];
      await tx.owe(
        asked.map(({ person }) => ({ kind: 'recording-asked', to: { person }, about })),
        now,
      );
      await tx.enqueue({ name: 'refresh', data: { about } });
      return changed;
    });
}

/** When a platform is asked for the recording of a session that ended then; undefined: often enough. */
export function recordingDueAt(endedAt: Date, now: Date): Date | undefined {
  const moments = RECORDING_AFTER_MINUTES.map((minutes) => new Date(endedAt.getTime() + minutes * 60_000));
  return moments.find((at) => at > now);
}

/** By the clock: asks the platform, and is due again while it may still be getting ready. */
export async function askForRecording(tx: Transaction, { id, endedAt }: Session, now: Date): Promise<void> {
  await tx.annotateSession(id, { recordingDueAt: endedAt && recordingDueAt(endedAt, now) });
  await tx.enqueue({ name: 'recordings', data: { session: id } });
}

export function isAgreed(session: Pick<Session, 'participants'>): boolean {
  return learners(session).length > 0 && session.participants.every((one) => one.agreesToRecording === true);
}
