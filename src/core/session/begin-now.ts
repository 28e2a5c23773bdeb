import { sessionSubject } from '../owing/subject.ts';
import type { Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationTransaction } from '../store.ts';
import type { Session } from './session.ts';
import { holdFor, newSession } from './steps.ts';

const MINUTE = 60_000;

export interface Beginning {
  /** Who makes it begin, of those two. */
  readonly by: Person;
  readonly tutor: Person;
  readonly learner: Person;
  readonly subject: string;
  readonly platform: string;
  /** In minutes. */
  readonly length: number;
  readonly now: Date;
}

/** A session that starts now: both are held, it is confirmed, and the room is made. */
export async function beginNow(
  tx: OrganizationTransaction,
  { by, tutor, learner, subject, platform, length, now }: Beginning,
): Promise<Session> {
  const endsAt = new Date(now.getTime() + length * MINUTE);
  const agreed = { tutor: tutor.id, candidates: [], subject, note: '', startsAt: now, endsAt };
  const session: Session = {
    ...newSession(learner, agreed, now),
    state: 'confirmed',
    confirmedAt: now,
    confirmedBy: by.id,
    platformWanted: platform,
  };
  const other = by.id === tutor.id ? learner : tutor;
  await tx.addSession(session);
  const [isMine, isTheirs] = await Promise.all([by.id, other.id].map((one) => holdFor(tx, one, session)));
  if (!isMine) throw new Refusal('you-are-busy', {});
  if (!isTheirs) throw new Refusal('person-busy', { name: other.name }, 'person');
  const about = sessionSubject(session.id);
  await tx.audit({ about, by: by.id, event: 'meet', to: session.state, at: now });
  // The message with the link, sent before there is one, so that it rings at once: it is completed where it stands.
  await tx.owe(
    session.participants.map(({ person }) => ({ kind: 'meeting', to: { person }, about, dedupeKey: '1' })),
    now,
  );
  await tx.enqueue({ name: 'make-meeting', data: { session: session.id } });
  return session;
}
